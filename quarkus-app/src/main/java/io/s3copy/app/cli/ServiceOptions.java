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
package io.s3copy.app.cli;

import io.s3copy.app.config.EndpointConverter;
import io.s3copy.app.config.KeySource;
import io.s3copy.app.config.SettingsException;
import io.s3copy.app.config.StorePair;
import io.s3copy.app.config.StoreSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service is asked, and who signs. */
final class ServiceOptions {

    /** The AWS SDK takes the Region of this profile, too. */
    private static final String PROFILE = "aws.profile";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Service other than AWS. Buckets stand in the path.")
    private @Nullable String endpointUrl;

    @Option(names = "--region", paramLabel = "REGION", description = "Region of the destination.")
    private @Nullable String region;

    @Option(names = "--source-region", paramLabel = "REGION", description = "Region of the source, if it is another.")
    private @Nullable String sourceRegion;

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of ~/.aws. Default: the AWS SDK's chain.")
    private @Nullable String profile;

    @Option(names = "--store", paramLabel = "NAME", description = "Store of the configuration (s3copy.stores.NAME).")
    private @Nullable String store;

    @Option(
            names = "--source-store",
            paramLabel = "NAME",
            description = "Store of the source, if it is in another Region of the same service.")
    private @Nullable String sourceStore;

    @Option(names = "--no-sign-request", hidden = true)
    private boolean unsigned;

    /**
     * Where requests go.
     *
     * @param store whose service and identity they are
     * @param sourceRegion the Region of the source, where it is another; otherwise null
     */
    record Where(StoreSpec store, @Nullable String sourceRegion) {}

    /**
     * Reads them.
     *
     * @throws SettingsException if they contradict each other, or name what is not there
     */
    Where read(CliConfig config) {
        if (unsigned) {
            throw new SettingsException(
                    "--no-sign-request: a copy is signed, even of public objects, as it writes. Leave it"
                            + " out, and give credentials that may write the destination");
        }
        if (store == null && sourceStore == null) {
            return new Where(given(), sourceRegion);
        }
        refuseBeside("--endpoint-url", endpointUrl);
        refuseBeside("--region", region);
        refuseBeside("--profile", profile);
        if (store == null) {
            throw new SettingsException(
                    "--source-store=" + sourceStore + ": needs --store, the one of the destination. Add it");
        }
        StoreSpec destination = config.store("--store", store);
        if (sourceStore == null) {
            return new Where(destination, sourceRegion);
        }
        refuseBeside("--source-region", sourceRegion);
        StoreSpec source = config.store("--source-store", sourceStore);
        StorePair.refusal("--source-store", source, destination).ifPresent(why -> {
            throw new SettingsException(why);
        });
        return new Where(destination, StorePair.otherRegion(source, destination));
    }

    private static void refuseBeside(String option, @Nullable String value) {
        if (value != null) {
            throw new SettingsException(option + "=" + withoutPassword(value)
                    + ": a store of the configuration says this already. Leave one of them out");
        }
    }

    private StoreSpec given() {
        if (profile != null) {
            System.setProperty(PROFILE, profile);
        }
        KeySource keys = profile == null ? new KeySource.DefaultChain() : new KeySource.Profile(profile);
        URI endpoint = endpoint();
        String signed = region != null || endpoint == null ? region : CliConfig.regionOfTheSdk();
        return new StoreSpec("cli", endpoint, signed, endpoint != null, keys);
    }

    private @Nullable URI endpoint() {
        try {
            return endpointUrl == null ? null : new EndpointConverter().convert(endpointUrl);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    "--endpoint-url=" + withoutPassword(String.valueOf(endpointUrl)) + ": " + e.getMessage());
        }
    }

    /** A password stands before the last @. */
    private static String withoutPassword(String url) {
        return url.replaceAll("//.*@", "//***@");
    }
}
