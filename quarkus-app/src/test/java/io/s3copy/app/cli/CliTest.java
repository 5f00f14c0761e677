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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wrong command line is told, before anything is asked. */
class CliTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Cli.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    cp a s3://b/ | 'a' is no s3:// place
                    cp s3://b/a | Missing required parameter: 'DST'
                    cp s3://b/a s3://c/ x | Unmatched argument
                    cp s3://b/a s3://c/ --recursiv | --recursive
                    cp s3://b/a/ s3://c/ | Add --recursive
                    cp s3://b/a s3://c/* | a destination is one place
                    cp s3://b/a s3://c/ --include *.jpg | --include and --exclude: is of many objects
                    cp s3://b/a s3://c/ --report x | --report: is of many objects
                    cp s3://b/a s3://c/ --resume | --resume: is of many objects
                    cp s3://b/a s3://c/ -o x | must be an option and its value
                    cp s3://b/a s3://c/ -o key=x | the arguments and the other options of the command say this
                    cp s3://b/a s3://c/ -o secret-key=x | is a secret
                    cp s3://b/a s3://c/ -o ifExists=skip -o if-exists=fail | is said twice
                    cp s3://b/a s3://c/ --acl private -o acl=private | is said twice
                    cp s3://b/a s3://c/ --metadata x | must be pairs
                    cp s3://b/a s3://c/ --copy-props some | must be default, metadata-directive or none
                    cp s3://b/a s3://c/ --endpoint-url ftp://x | must be an http or https URL
                    cp s3://b/a s3://c/ --no-sign-request | a copy is signed
                    cp s3://b/a s3://c/ --source-store eu | needs --store
                    cp s3://b/a s3://c/ --store eu --region x | a store of the configuration says this already
                    cp s3://b/a s3://c/ --recursive --dryrun --resume | a dry run begins anew
                    cp s3://b/a s3://c/ --recursive --resume --checkpoint s3://c/x/ | a checkpoint in S3 is gone on with anyway
                    mv s3://b/a s3://c/a -o deleteSource=never | a move deletes its source
                    policy s3://b/a | has SRC and DST. Write both
                    policy s3://b/a s3://c --for copy | must be one of cp, mv, sync, check, cleanup
                    jobs list --url ftp://x | must be an http or https URL
                    jobs show | Missing required parameter: 'JOB'
                    jobs cancel x | 'x' is not a long
                    mv s3://b/a s3://b/a | is source and destination
                    sync s3://b s3://c --exact-timestamps | is of downloads
                    sync s3://b s3://c --size-only --compare etag | Leave one of them out
                    sync s3://b s3://c --max-delete 5 | is read with --delete alone
                    check s3://b | Missing required parameter: 'DST'
                    cleanup | Missing required parameter: 'DST'
                    """)
    void misuseIsToldWithTheFix(String arguments, String words) {
        assertThat(run(arguments.strip().split(" "))).isEqualTo(CliExit.USAGE.code());
        assertThat(told()).contains(words.strip()).doesNotContain("\tat ");
        assertThat(out.size()).isZero();
    }

    @Test
    void passwordOfAUrlIsNotTold() {
        run("cp", "s3://b/a", "s3://c/", "--endpoint-url", "http://me:pass@127.0.0.1");

        assertThat(told()).contains("***@").doesNotContain("pass@");
    }

    @Test
    void commandsHaveHelp() {
        for (String command : Cli.names()) {
            if (command.equals("help")) {
                continue;
            }
            out.reset();
            assertThat(run("help", command)).as(command).isZero();
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: s3copy " + command);
        }
    }

    @Test
    void namesAreThoseOfAllCommands() {
        assertThat(Cli.commandLine(System.out, System.err).getSubcommands().keySet())
                .isEqualTo(Cli.names());
    }

    @Test
    void versionIsTheProjects() {
        assertThat(run("version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("s3copy \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void worseOfTwoEndsIsTheExitCode() {
        assertThat(CliExit.DONE.or(CliExit.WARNINGS)).isEqualTo(CliExit.WARNINGS);
        assertThat(CliExit.WARNINGS.or(CliExit.FAILED)).isEqualTo(CliExit.FAILED);
        assertThat(CliExit.FAILED.or(CliExit.WARNINGS)).isEqualTo(CliExit.FAILED);
        assertThat(CliExit.DONE.or(CliExit.DONE)).isEqualTo(CliExit.DONE);
    }
}
