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
package io.s3copy.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportTest {

    @TempDir
    private Path folder;

    private RunReport report;

    @BeforeEach
    void write() throws IOException {
        Path results = Files.createDirectories(folder.resolve("report/run-20261128T021848Z-3f9a12bc/results"));
        Files.writeString(results.resolve("000001.jsonl"), """
                {"key":"a","outcome":"copied"}
                {"key":"b","outcome":"failed","code":"AccessDenied"}
                {"key":"c","outcome":"missing"}
                """);
        Files.writeString(results.resolve("000002.jsonl"), "{\"key\":\"d\",\"outcome\":\"differs\"}\n");
        Files.writeString(results.resolve(".000003.jsonl.unfinished"), "{\"key\":\"e\",\"outc");
        Files.writeString(folder.resolve("report/manifest.json"), "{}");
        // of an attempt before, which the last one has not gone on from
        Path before = Files.createDirectories(folder.resolve("report/run-20261128T011848Z-3f9a12bc/results"));
        Files.writeString(before.resolve("000001.jsonl"), "{\"key\":\"z\",\"outcome\":\"failed\"}\n");
        Files.writeString(folder.resolve("secret"), "no part of the report");
        report = new RunReport(folder.resolve("report"));
    }

    @Test
    void failuresAreTheRowsThatSomebodyHasToLookAt() {
        RunReport.Failures all = report.failures(0, 10);

        assertThat(all.rows()).extracting(row -> row.path("key").asText()).containsExactly("b", "c", "d");
        assertThat(all.next()).isNull();
    }

    @Test
    void failuresOfOneCauseAreTheRowsWithItsOutcomeAndCode() {
        assertThat(report.failures(0, 10, "failed", "AccessDenied").rows())
                .extracting(row -> row.path("key").asText())
                .containsExactly("b");
        assertThat(report.failures(0, 10, "failed", "NoSuchKey").rows()).isEmpty();
        assertThat(report.failures(0, 10, "differs", "").rows())
                .as("no code")
                .extracting(row -> row.path("key").asText())
                .containsExactly("d");
        assertThat(report.failures(0, 1, null, "").next())
                .as("missing, then differs")
                .isNotNull();
    }

    @Test
    void nextPageBeginsWhereThePageBeforeEnded() {
        RunReport.Failures first = report.failures(0, 2);
        RunReport.Failures second = report.failures(first.next(), 2);

        assertThat(first.rows()).extracting(row -> row.path("key").asText()).containsExactly("b", "c");
        assertThat(second.rows()).extracting(row -> row.path("key").asText()).containsExactly("d");
        assertThat(second.next()).isNull();
    }

    @Property
    void rowsOfAKeyAreFoundWhateverItIs(@ForAll String key, @ForAll String other) throws IOException {
        Path root = Files.createTempDirectory("report");
        Path results = Files.createDirectories(root.resolve("run-20261128T021848Z-3f9a12bc/results"));
        // as reports are written
        ObjectMapper json =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        String ofKey = json.writeValueAsString(Map.of("key", key, "outcome", "copied", "message", other));
        String ofCopy = json.writeValueAsString(Map.of("key", key + "x", "destinationKey", key, "outcome", "failed"));
        String ofOther = json.writeValueAsString(Map.of("key", key + "y", "message", key, "outcome", "failed"));
        // what UTF-8 cannot have stands in no report
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(key + other));
        Files.writeString(results.resolve("000001.jsonl"), ofOther + "\n" + ofKey + "\n" + ofCopy + "\n");
        List<String> outcomes = new ArrayList<>();

        new RunReport(root).eachOf(key, row -> outcomes.add(row.path("outcome").asText()));

        assertThat(outcomes).containsExactly("copied", "failed");
    }

    @Test
    void filesAreThoseThatAreWhole() {
        assertThat(report.files())
                .extracting(RunReport.ReportFile::name)
                .containsExactly("results/000001.jsonl", "results/000002.jsonl");
        assertThat(report.file("results/000002.jsonl")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "results/../../secret",
                "/etc/passwd",
                "results",
                "",
                "results/000003.jsonl",
                "manifest.json"
            })
    void nothingElseIsAFileOfIt(String name) {
        assertThat(report.file(name)).isEmpty();
    }

    @Test
    void runThatWroteNothingHasNoFiles() {
        RunReport none = new RunReport(folder.resolve("none"));

        assertThat(none.files()).isEmpty();
        assertThat(none.failures(0, 10).rows()).isEmpty();
    }
}
