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
package io.s3copy.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReportsTest {

    @TempDir
    Path folder;

    private FileReports reports() {
        return new FileReports(folder.resolve("report"), Runnable::run);
    }

    private void write(String name, String content) {
        reports()
                .write(name, content.getBytes(StandardCharsets.UTF_8), "text/csv")
                .join();
    }

    @Test
    void aFileIsWhereItsPlaceIs() {
        write("results/a-000001.csv", "text");

        assertThat(Path.of(reports().place("results/a-000001.csv").key())).hasContent("text");
        assertThat(reports().place("").toString())
                .isEqualTo(folder.resolve("report").toString());
    }

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        write("a.csv", "a longer text");
        write("a.csv", "text");

        try (Stream<Path> files = Files.list(folder.resolve("report"))) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("text"));
        }
    }

    @Test
    void whatAKilledProcessLeftUnfinishedIsReplaced() throws IOException {
        Files.createDirectories(folder.resolve("report"));
        Files.writeString(folder.resolve("report/.a.csv.unfinished"), "half of a longer te");
        write("a.csv", "text");

        assertThat(folder.resolve("report/a.csv")).hasContent("text");
        assertThat(folder.resolve("report/.a.csv.unfinished")).doesNotExist();
    }

    @Test
    void aFailureIsInTheFuture() throws IOException {
        Files.writeString(folder.resolve("report"), "no folder");

        assertThatThrownBy(() -> write("a.csv", "text")).hasCauseInstanceOf(UncheckedIOException.class);
    }
}
