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

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask for metrics that there are, and each alert says what to do. */
class AlertsTest {

    private static List<String> alerts() throws Exception {
        return OpsFiles.rules().stream()
                .map(rule -> rule.path("alert").asText())
                .toList();
    }

    @Test
    void alertsAskForDocumentedMetrics() throws Exception {
        Set<String> documented = OpsFiles.documented();

        assertThat(OpsFiles.rules()).isNotEmpty().allSatisfy(rule -> {
            Set<String> asked = OpsFiles.metrics(rule.path("expr").asText());
            assertThat(documented).as("%s", rule.path("alert")).containsAll(asked);
            assertThat(asked.isEmpty())
                    .as("%s asks for something", rule.path("alert"))
                    .isEqualTo(rule.path("expr").asText().contains("up{job="));
        });
    }

    @Test
    void dashboardAsksForDocumentedMetrics() throws Exception {
        Set<String> documented = OpsFiles.documented();

        assertThat(OpsFiles.expressions())
                .isNotEmpty()
                .allSatisfy(expression -> assertThat(OpsFiles.metrics(expression).stream()
                                // of the JVM and the process: Micrometer's own
                                .filter(metric -> metric.startsWith("s3copy_")))
                        .isSubsetOf(documented));
        assertThat(OpsFiles.expressions().stream().flatMap(one -> OpsFiles.metrics(one).stream()))
                .as("what jobs and replications tell is shown")
                .containsAll(documented.stream()
                        .filter(metric -> metric.startsWith("s3copy_job_"))
                        .toList());
    }

    @Test
    void alertsHaveARunbookAndRunbooksAnAlert() throws Exception {
        List<String> alerts = alerts();

        assertThat(alerts).doesNotHaveDuplicates();
        assertThat(OpsFiles.runbooks()).containsExactlyElementsOf(new TreeSet<>(alerts));
        String list = Files.readString(OpsFiles.RUNBOOKS.resolve("README.md"));
        for (JsonNode rule : OpsFiles.rules()) {
            String alert = rule.path("alert").asText();
            JsonNode annotations = rule.path("annotations");
            assertThat(annotations.path("runbook").asText()).isEqualTo("docs/runbooks/" + alert + ".md");
            assertThat(annotations.path("summary").asText()).isNotBlank();
            assertThat(annotations.path("description").asText()).isNotBlank();
            assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning");
            assertThat(list).contains("| [" + alert + "](" + alert + ".md) |");
            assertThat(Files.readString(OpsFiles.RUNBOOKS.resolve(alert + ".md")))
                    .startsWith("# " + alert + "\n")
                    .containsSubsequence(
                            "\n## What it means\n",
                            "\n## What to look at\n",
                            "\n## What to do\n",
                            "\n## It is over when\n");
        }
    }

    @Test
    void runbooksNameMetricsThatThereAre() throws Exception {
        for (String runbook : OpsFiles.runbooks()) {
            Set<String> named = OpsFiles.metrics(Files.readString(OpsFiles.RUNBOOKS.resolve(runbook + ".md")));
            named.removeIf(metric -> Set.of("s3copy_copy_duration_seconds", "s3copy_event_lag_seconds")
                    .contains(metric));
            assertThat(OpsFiles.documented()).as(runbook).containsAll(named);
        }
    }

    @Test
    void alertsAreTestedBothFiringAndSilent() throws Exception {
        List<String> firing = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        OpsFiles.yaml(OpsFiles.RULES_TEST)
                .path("tests")
                .forEach(test -> test.path("alert_rule_test")
                        .forEach(one -> (one.path("exp_alerts").isEmpty() ? silent : firing)
                                .add(one.path("alertname").asText())));

        assertThat(firing).containsAll(alerts());
        assertThat(silent).containsAll(alerts());
    }

    @Test
    void panelsOfTheDashboardDoNotOverlap() throws Exception {
        List<Integer> ids = new ArrayList<>();
        Set<String> cells = new TreeSet<>();
        for (JsonNode panel : OpsFiles.dashboard().path("panels")) {
            ids.add(panel.path("id").asInt());
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    String cell = at.path("x").asInt() + x + "," + (at.path("y").asInt() + y);
                    assertThat(cells.add(cell))
                            .as("%s at %s", panel.path("title"), cell)
                            .isTrue();
                }
            }
            panel.path("targets")
                    .forEach(target -> assertThat(
                                    target.path("datasource").path("uid").asText())
                            .isEqualTo("${datasource}"));
        }
        assertThat(ids).doesNotHaveDuplicates();
    }
}
