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

import io.s3copy.app.cli.VersionCommand;
import java.io.PrintStream;
import java.util.List;

/** What {@code --help} and {@code --version} print. */
final class Usage {

    /**
     * A setting, as users read of it.
     *
     * @param fallback what holds when it is not set; empty where nothing is set then
     */
    record Setting(String property, String fallback, String meaning) {}

    // spotless:off
    static final List<Setting> SETTINGS = List.of(
            new Setting("s3copy.source.bucket", "required", "name of the bucket to copy from, or ARN of an access point"),
            new Setting("s3copy.destination.bucket", "required", "name of the bucket to copy to, or ARN of an access point"),
            new Setting("s3copy.source.prefix", "all keys", "only keys that begin so"),
            new Setting("s3copy.destination.prefix", "none", "put in the place of the source's prefix"),
            new Setting("s3copy.endpoint", "AWS", "URL of the service"),
            new Setting("s3copy.region", "what the AWS SDK finds; us-east-1 with an endpoint", "Region to sign for"),
            new Setting("s3copy.path-style", "false", "bucket in the path: most servers other than AWS want it"),
            new Setting("s3copy.access-key", "the AWS SDK's default chain", "access key id; never printed"),
            new Setting("s3copy.secret-key", "the AWS SDK's default chain", "secret of the access key; never printed"),
            new Setting("s3copy.session-token", "none", "token that goes with temporary keys; never printed"),
            new Setting("s3copy.storage-class", "STANDARD", "class of the copies"),
            new Setting("s3copy.dry-run", "false", "write nothing, and say what would be copied"),
            new Setting("s3copy.concurrency", "64", "copies in flight at most, 1 to 10000"),
            new Setting("s3copy.stop-after", "10", "end the run after so many failures in a row that are not the objects' own (permission, bucket, service); 0: go on"),
            new Setting("s3copy.progress", "10", "seconds between two lines of progress; 0: none"),
            new Setting("s3copy.exit", "false", "end with the job, as --exit does"));
    // spotless:on

    private Usage() {}

    static void printVersion(PrintStream out) {
        out.println("s3copy " + VersionCommand.version());
    }

    static void print(PrintStream out) {
        out.println("s3copy " + VersionCommand.version()
                + ": copies the objects of a bucket into another, on the server's side");
        out.println();
        out.println("Usage: java [-Dproperty=value]... -jar quarkus-run.jar [--exit]");
        out.println("       java [-Dproperty=value]... -jar quarkus-run.jar serve");
        out.println();
        out.println("Commands in the words of aws cli (cp, mv, sync, check and more): java -jar quarkus-run.jar help");
        out.println();
        out.println(
                "  serve      run the jobs of the configuration (s3copy.stores, s3copy.jobs), and show them on a page;");
        out.println("             docs/app.md has their properties. What follows is of the other use: one copy, once");
        out.println("  --exit     end with the job; the process stays up otherwise");
        out.println("  --help     print this, and end");
        out.println("  --version  print the version, and end");
        out.println();
        out.println("Settings, each a system property (-Dname=value before -jar), a variable of the environment,");
        out.println("or a line of config/application.properties in the working directory:");
        out.println();
        for (Setting setting : SETTINGS) {
            out.println("  " + setting.property() + "  (" + SettingNames.environmentName(setting.property()) + ")");
            out.println("      " + setting.meaning() + ". "
                    + (setting.fallback().equals("required") ? "Required" : "Default: " + setting.fallback()));
        }
        out.println();
        out.println("Options of the component, such as a proxy, time limits or ifExists, are properties too:");
        out.println("  -Dcamel.component.s3copy.if-exists=skip");
        out.println();
        out.println("Examples");
        out.println("  S3COPY_SOURCE_BUCKET=photos S3COPY_DESTINATION_BUCKET=archive java -jar quarkus-run.jar --exit");
        out.println("  java -Ds3copy.source.bucket=photos -Ds3copy.source.prefix=2026/ \\");
        out.println("       -Ds3copy.destination.bucket=archive -Ds3copy.destination.prefix=photos/2026/ \\");
        out.println("       -Ds3copy.endpoint=https://s3.example.org:9000 -Ds3copy.path-style=true \\");
        out.println("       -Ds3copy.dry-run=true -jar quarkus-run.jar --exit");
        out.println();
        out.println("Exit codes");
        for (ExitCode exit : ExitCode.values()) {
            out.println("  " + exit.code() + "  " + exit.meaning());
        }
        out.flush();
    }
}
