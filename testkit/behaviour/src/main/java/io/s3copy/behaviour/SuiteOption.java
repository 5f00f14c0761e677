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
package io.s3copy.behaviour;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A setting of a run, in the order of the usage: an argument of the tool, or the system property {@code s3copy.test.…}. */
enum SuiteOption {
    endpoint("URL of the service, with its scheme; its certificate is not checked", true),
    accessKey("access key; the tool takes it from AWS_ACCESS_KEY_ID", false),
    secretKey("secret key; the tool takes it from AWS_SECRET_ACCESS_KEY", false),
    sessionToken("token of temporary keys; the tool takes it from AWS_SESSION_TOKEN", false),
    region("region that requests are signed for (default us-east-1)", true),
    pathStyle("false puts the bucket into the host name (default true)", true),
    name("what the report calls the service (default: its host name)", true),
    bucketPrefix("what the names of the buckets begin with (default s3copy-test-)", true),
    kmsKey("id of a KMS key that the caller may use (default: no test of SSE-KMS)", true),
    reports("folder that the report is written to (default: the current one)", true);

    private static final String PREFIX = "s3copy.test.";

    private final String help;
    private final boolean argument;

    SuiteOption(String help, boolean argument) {
        this.help = help;
        // other users of the machine read a command line
        this.argument = argument;
    }

    String property() {
        return PREFIX + name();
    }

    /** What is set; unset and empty are one, as a CI job cannot leave a parameter out. */
    Optional<String> value() {
        return Optional.ofNullable(System.getProperty(property())).filter(value -> !value.isBlank());
    }

    static boolean asksForHelp(String... arguments) {
        return Arrays.stream(arguments).anyMatch(one -> one.equals("--help") || one.equals("-h"));
    }

    /**
     * Reads the tool's arguments, each of the form {@code --name=value}.
     *
     * @throws IllegalArgumentException when one is not; a value is not repeated, for it may be a key
     */
    static Map<SuiteOption, String> read(String... arguments) {
        Map<SuiteOption, String> read = new EnumMap<>(SuiteOption.class);
        for (String one : arguments) {
            String[] sides = one.split("=", 2);
            SuiteOption option = Arrays.stream(values())
                    .filter(known -> known.argument && sides[0].equals("--" + known.name()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(sides[0] + " is no option of the suite"));
            if (sides.length < 2 || sides[1].isBlank()) {
                throw new IllegalArgumentException(sides[0] + " has no value. Write " + sides[0] + "=…");
            }
            read.put(option, sides[1]);
        }
        return read;
    }

    static String usage() {
        String options = Arrays.stream(values())
                .filter(one -> one.argument)
                .map(one -> String.format("  --%-14s%s%n", one.name(), one.help))
                .collect(Collectors.joining());
        return String.format(
                "Usage: java -jar s3copy-behaviour-VERSION-tool.jar --endpoint=URL [--option=value ...]%n"
                        + "Runs the behaviour suite on an S3 service, and writes what the service can do.%n"
                        + "It creates buckets of its own and deletes them at the end; it touches no others.%n%n"
                        + "Options:%n%s%nEnvironment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN%n"
                        + "Exit status: 0 all tests passed or were skipped, 1 one failed, 2 a wrong argument%n",
                options);
    }
}
