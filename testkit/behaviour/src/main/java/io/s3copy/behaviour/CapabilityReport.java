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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table at the end of a run: what the server can do, and what became of the tests that need it. */
final class CapabilityReport {

    /** What may become of a test. */
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private final TestedServer server;
    private final Map<Capability, Map<Outcome, Integer>> outcomes = new EnumMap<>(Capability.class);

    CapabilityReport(TestedServer server) {
        this.server = server;
    }

    void count(Capability capability, Outcome outcome) {
        outcomes.computeIfAbsent(capability, row -> new EnumMap<>(Outcome.class))
                .merge(outcome, 1, Integer::sum);
    }

    /**
     * The table in Markdown, with a row for each capability; those that no test needed are probed now. A service that copies
     * nothing, or is not there, is asked nothing more: each question may take until a time limit.
     */
    String table() {
        StringBuilder text = new StringBuilder(
                        "| The server … | has it | what a plain client saw | passed | failed | skipped |\n")
                .append("|---|---|---|--:|--:|--:|\n");
        boolean copies = server.answer(Capability.COPY).yes();
        for (Capability capability : copies ? Capability.values() : new Capability[] {Capability.COPY}) {
            Answer answer = server.answer(capability);
            text.append("| ")
                    .append(cell(capability.description()))
                    .append(answer.yes() ? " | yes | " : " | **no** | ")
                    .append(cell(answer.said()));
            for (Outcome outcome : Outcome.values()) {
                text.append(" | ").append(count(capability).getOrDefault(outcome, 0));
            }
            text.append(" |\n");
        }
        if (!copies) {
            return text.append("\nNothing else was asked.\n").toString();
        }
        return text.append("\n## Traits\n\n")
                .append(new TraitTable(server).text())
                .toString();
    }

    /** Writes and prints the table, and what the run could not clean up. */
    void publish(String table, List<String> leftBehind) {
        StringBuilder text = new StringBuilder("# What ")
                .append(server)
                .append(" can do (")
                .append(server.server().endpoint())
                .append(")\n\n")
                .append(table);
        leftBehind.forEach(left -> text.append("\nLeft behind: ").append(left).append('\n'));
        try {
            Path file = Path.of(SuiteOption.reports.value().orElse("."))
                    .resolve("s3-capabilities-" + fileName(server.toString()) + ".md");
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(text);
    }

    private Map<Outcome, Integer> count(Capability capability) {
        return outcomes.getOrDefault(capability, Map.of());
    }

    /** A server's words may hold anything; a cell holds one line without bars. */
    static String cell(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").replace("|", "\\|");
    }

    private static String fileName(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }
}
