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
package io.s3copy.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of alerts, by Prometheus' own tool, which is in Debian's package prometheus. Without it this is skipped. */
class PromtoolTest {

    private static final String TOOL = "promtool";

    @TempDir
    private Path folder;

    @BeforeEach
    void find() {
        Assumptions.assumeTrue(
                tool().isPresent(),
                "promtool is not on the PATH: the rules of ops/prometheus are not tested (.ci/run installs it)");
    }

    private static Optional<Path> tool() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void expectSuccess(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("SUCCESS");
    }

    @Test
    void rulesAreWellFormed() throws Exception {
        expectSuccess("check", "rules", OpsFiles.RULES.toString());
    }

    @Test
    void alertsFireWhenTheyShouldAndNotBefore() throws Exception {
        expectSuccess("test", "rules", OpsFiles.RULES_TEST.toString());
    }

    @Test
    void dashboardAsksInPromQl() throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
        int number = 0;
        for (String expression : OpsFiles.expressions()) {
            // Grafana replaces these
            String plain = expression
                    .replace("$__rate_interval", "5m")
                    .replace("$instance", ".*")
                    .replace("$job", ".*");
            assertThat(plain).doesNotContain("$", "'");
            rules.append("  - record: panel_")
                    .append(number++)
                    .append("\n    expr: '")
                    .append(plain)
                    .append("'\n");
        }
        Path file = Files.writeString(folder.resolve("dashboard.yml"), rules);

        expectSuccess("check", "rules", file.toString());
    }
}
