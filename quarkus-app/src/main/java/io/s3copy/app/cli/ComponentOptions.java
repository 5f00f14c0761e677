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

import io.s3copy.app.config.SettingsException;
import io.s3copy.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Any option of the component, by its own name. */
final class ComponentOptions {

    /** What the arguments and the other options say. */
    private static final Set<String> SAID = Set.of(
            "operation",
            "bucketNameOrArn",
            "key",
            "prefix",
            "keyPrefix",
            "stripPrefix",
            "keyExpression",
            "copySource",
            "copySourceBucket",
            "copySourceKey",
            "include",
            "exclude",
            "checkpoint",
            "checkpointRepository",
            "report",
            "copyListener",
            "sourceRegion",
            "delete",
            "dryRun");

    private static final Set<String> SECRET = Set.of("accessKey", "secretKey", "sessionToken");

    @Option(
            names = {"-o", "--option"},
            paramLabel = "OPTION=VALUE",
            description = "Any option of the component, such as -o preserve=acl. May be repeated.")
    private List<String> options = new ArrayList<>();

    /**
     * Adds them to what other options say.
     *
     * @throws SettingsException if one is no pair, or is said already
     */
    void addTo(Map<String, String> said) {
        Map<String, String> own = new TreeMap<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new SettingsException("-o " + Printable.of(option)
                        + ": must be an option and its value. Write for example -o storageClass=STANDARD_IA");
            }
            String name = CliConfig.camelCase(option.substring(0, equals));
            if (SECRET.contains(name)) {
                throw new SettingsException(
                        "-o " + name + ": is a secret, and every user of this machine may read a command"
                                + " line. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a --profile");
            } else if (SAID.contains(name)) {
                throw new SettingsException(
                        "-o " + name + ": the arguments and the other options of the command say this. Leave it out");
            } else if (said.containsKey(name) || own.put(name, option.substring(equals + 1)) != null) {
                throw new SettingsException("-o " + name + ": is said twice. Leave one of them out");
            }
        }
        said.putAll(own);
    }

    /** Puts an option that was given. */
    static void put(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }
}
