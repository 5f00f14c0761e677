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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself: how it finds Java and its jar, and completes words. */
class CliScriptIT {

    @TempDir
    private Path folder;

    @Test
    void completionIsAScriptOfBash() throws Exception {
        CliRun completion = CliRun.ofLine(
                folder,
                Map.of(),
                "s3copy completion > completion.sh && bash -n completion.sh && grep -c storage-class completion.sh");

        assertThat(completion.exitCode()).as(completion.output()).isZero();
    }

    @Test
    void scriptFindsItsJarThroughALinkAndTakesOptionsOfTheJvm() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), CliRun.script());

        CliRun run = CliRun.ofLine(
                folder, Map.of("JAVA_OPTS", "-Dx=y -showversion", "XDG_CACHE_HOME", "/proc/none"), "./link version");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("s3copy ");
        assertThat(run.err()).anyMatch(line -> line.contains("version"));
    }

    @Test
    void scriptWithoutJavaSaysWhatIsMissing() throws Exception {
        CliRun run = CliRun.ofLine(folder, Map.of("JAVA_HOME", "/none"), "s3copy version");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).singleElement().asString().contains("/none/bin/java", "Install Java 17");
    }
}
