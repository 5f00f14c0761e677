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

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.app.store.RunState;
import io.s3copy.engine.cleanup.CleanupReport;
import io.s3copy.engine.cleanup.CleanupReport.What;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a cleanup came to, as runs tell it. */
record Cleaned(CleanupReport report) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The uploads by what became of them. */
    Map<String, Outcome> outcomes() {
        Map<String, Outcome> outcomes = new TreeMap<>();
        report.uploads()
                .forEach(upload -> outcomes.merge(
                        outcome(upload.what()), new Outcome(1, 0, Map.of(code(upload.what()), 1L)), Cleaned::sum));
        return outcomes;
    }

    private static Outcome sum(Outcome one, Outcome other) {
        Map<String, Long> codes = new TreeMap<>(one.codes());
        other.codes().forEach((code, count) -> codes.merge(code, count, Long::sum));
        return new Outcome(one.objects() + other.objects(), 0, codes);
    }

    private static String outcome(What what) {
        return switch (what) {
            case ABORTED, WOULD_BE_ABORTED -> "aborted";
            case KEPT_LEASED, KEPT_YOUNG, KEPT_FOREIGN -> "kept";
            case UNDECIDED -> "undecided";
            case FAILED -> "failed";
        };
    }

    private static String code(What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How the run ends. */
    RunEnd end() {
        long undecided = report.uploads().stream()
                .filter(upload -> upload.what() == What.UNDECIDED)
                .count();
        List<String> parts = new ArrayList<>();
        if (report.dryRun()) {
            parts.add("Dry run: nothing was aborted. The counts are what would be");
        }
        if (report.uploads().isEmpty()) {
            parts.add("There is no incomplete upload");
        }
        if (report.failed() > 0) {
            parts.add(report.failed() + " could not be aborted: mend the cause, then run the job again");
        }
        if (undecided > 0) {
            parts.add("Of " + undecided + " nobody can tell whose they are, and they were left alone");
        }
        boolean good = report.failed() == 0 && undecided == 0;
        return new RunEnd(good ? RunState.DONE : RunState.WARNINGS, String.join(". ", parts), null);
    }

    /** Writes a line for each upload into the report of the run. */
    void write(Path folder) throws IOException {
        Path results = Files.createDirectories(folder.resolve("run-cleanup").resolve("results"));
        try (BufferedWriter lines = Files.newBufferedWriter(results.resolve("000001.jsonl"))) {
            for (CleanupReport.Found upload : report.uploads()) {
                ObjectNode line = JSON.createObjectNode()
                        .put("outcome", outcome(upload.what()))
                        .put("key", upload.key())
                        .put("uploadId", upload.uploadId())
                        .put("initiated", upload.initiated() == null ? null : String.valueOf(upload.initiated()))
                        .put("initiator", upload.initiator())
                        .put("code", code(upload.what()))
                        .put("message", upload.why());
                lines.write(JSON.writeValueAsString(line));
                lines.newLine();
            }
        }
    }
}
