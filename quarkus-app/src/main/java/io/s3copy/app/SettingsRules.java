/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.s3copy.app;

import io.s3copy.app.config.SettingsException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** What no setting shows alone, and what none shows at all. */
final class SettingsRules {

    private static final String COMPONENT = "camel.component.s3copy.";

    /** The ordinal of the application's own file, which it names itself. */
    private static final int OWN_ORDINAL = 90;

    /** What only the command reads. */
    private static final List<String> OF_COMMAND = List.of(
            "endpoint",
            "region",
            "path-style",
            "access-key",
            "secret-key",
            "session-token",
            "source.bucket",
            "source.prefix",
            "destination.bucket",
            "destination.prefix",
            "storage-class",
            "concurrency",
            "dry-run");

    private SettingsRules() {}

    /** @throws SettingsException when settings contradict each other, or lack what nothing else gives */
    static void check(Settings settings) {
        checkKeys(settings);
        checkBuckets(settings);
    }

    /** @throws SettingsException when a variable looks like a setting and is none */
    static void checkEnvironment(Set<String> variables) {
        List<String> mistakes = SettingNames.mistakes(variables);
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
    }

    /**
     * Refuses what the service would not heed, though it was meant: a dry run, say, would copy.
     *
     * @throws SettingsException when the service is given what only the command reads
     */
    static void refuseOfCommand(Config config) {
        for (String name : OF_COMMAND) {
            if (isGiven(config, "s3copy." + name)) {
                throw new SettingsException(ofCommand("s3copy." + name));
            }
        }
    }

    /** Whether somebody else than the application itself sets it. */
    private static boolean isGiven(Config config, String property) {
        ConfigValue value = config.getConfigValue(property);
        return value.getValue() != null && value.getSourceOrdinal() > OWN_ORDINAL;
    }

    private static String ofCommand(String property) {
        return property + " is a setting of the command, and the service does not read it. Write a job (docs/app.md),"
                + " or leave out the argument serve";
    }

    /** @throws SettingsException when nothing says which Region to sign for */
    static void checkRegion(Settings settings, Config config) {
        for (String property : config.getPropertyNames()) {
            if (property.startsWith(COMPONENT)) {
                // it may give a Region, an endpoint, a profile or a client: the component knows
                return;
            }
        }
        if (settings.endpoint().isPresent() || settings.region().isPresent()) {
            return;
        }
        try {
            DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new SettingsException(
                    "s3copy.region is missing, and neither s3copy.endpoint nor what the AWS SDK asks"
                            + " (AWS_REGION, profile, instance) gives a Region. Set s3copy.region, for example eu-west-1");
        }
    }

    private static void checkKeys(Settings settings) {
        if (settings.accessKey().isPresent() != settings.secretKey().isPresent()) {
            boolean lacksSecret = settings.accessKey().isPresent();
            String there = lacksSecret ? "s3copy.access-key" : "s3copy.secret-key";
            String missing = lacksSecret ? "s3copy.secret-key" : "s3copy.access-key";
            throw new SettingsException(there + " is set without " + missing + ", and only both make credentials. Set "
                    + missing + " too, or neither: then the AWS SDK's default chain finds them");
        }
        if (settings.sessionToken().isPresent() && settings.accessKey().isEmpty()) {
            throw new SettingsException("s3copy.session-token is set without the keys that it belongs to. "
                    + "Set s3copy.access-key and s3copy.secret-key too, or leave it out");
        }
    }

    private static void checkBuckets(Settings settings) {
        String from = settings.source().prefix().orElse("");
        String to = settings.destination().prefix().orElse("");
        if (settings.source().bucket().equals(settings.destination().bucket()) && to.startsWith(from)) {
            throw new SettingsException(
                    "s3copy.destination.bucket is the source's own ("
                            + settings.destination().bucket() + "), and s3copy.destination.prefix '" + to
                            + "' begins with s3copy.source.prefix '" + from
                            + "': copies would land among the objects to copy. Choose another bucket, or prefixes that lie apart");
        }
    }
}
