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

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.StubDocuments;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.ReportPart;
import io.s3copy.bulk.checkpoint.ReportParts;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a checkpoint says of a report does not grow with it, and nothing is lost by that. */
class PartIndexTest {

    private static final String FOLDER = "run-1";

    private final StubDocuments s3 = new StubDocuments();
    private final DocumentReports sink = new DocumentReports(s3, StubDocuments.bucket(), "report/", Runnable::run);

    private static ReportWriter writer(ReportSink to, int full) {
        return new ReportWriter(to, FOLDER, ReportFormat.csv, ReportSelection.all, full);
    }

    private static CompletableFuture<ReportWriter> resumed(ReportSink to, ReportParts from) {
        return ReportWriter.resumed(to, ReportFormat.csv, ReportSelection.all, from);
    }

    /** One part, which is one file. */
    private static void part(ReportWriter writer, int number) {
        String key = "k" + number;
        writer.write(List.of(new BulkOutcome("from", key, null, What.COPIED, null, 0, "", 1, "to", key)))
                .join();
    }

    private static void parts(ReportWriter writer, int number) {
        for (int part = 0; part < number; part++) {
            part(writer, part);
        }
    }

    /** The name of an index file, whose digest is a part of it; of several of a number, the last that was written. */
    private String index(int number) {
        String begin = String.format("report/run-1/index/%06d-", number);
        return s3.texts().keySet().stream()
                .filter(name -> name.startsWith(begin))
                .reduce((one, other) -> other)
                .orElse("");
    }

    private static Checkpoint checkpoint(ReportParts report) {
        return new Checkpoint(
                new JobIdentity(Map.of("prefix", "a/")),
                "run",
                1,
                report,
                List.of(KeyRange.ALL),
                List.of(),
                BulkCounts.NONE,
                BulkRequests.NONE,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                false);
    }

    /** Keeps nothing. */
    private static final class Forgetful implements ReportSink {

        @Override
        public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<byte[]> read(String name) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Place place(String name) {
            return new Place(null, name);
        }
    }

    @Test
    void checkpointOfAHundredThousandPartsIsNoLargerThanThatOfAThousand() {
        ReportWriter writer = writer(new Forgetful(), PartIndex.FULL);
        parts(writer, 999);
        int ofThousand = CheckpointJson.write(checkpoint(writer.written())).length();
        parts(writer, 99_000);
        ReportParts last = writer.written();

        assertThat(last.parts()).isEqualTo(99_999);
        assertThat(last.open()).hasSize(99);
        assertThat(writer.files()).hasSize(99_999);
        // but for the digits of the numbers in it
        assertThat(CheckpointJson.write(checkpoint(last))).hasSizeLessThan(ofThousand + 10);
    }

    @Test
    void indexIsWrittenBehindItsPartsAndBeforeACheckpointMayCountIt() {
        ReportWriter writer = writer(sink, 3);
        parts(writer, 2);
        assertThat(index(1)).isEmpty();
        assertThat(writer.written().open()).hasSize(2);

        part(writer, 2);
        assertThat(index(1)).isNotEmpty();
        assertThat(writer.written())
                .isEqualTo(new ReportParts(
                        FOLDER,
                        3,
                        1,
                        IndexFile.digest(s3.texts().get(index(1)).getBytes(StandardCharsets.UTF_8)),
                        List.of()));
    }

    @Test
    void partWhoseIndexCannotBeWrittenDoesNotCountAndIsWrittenAgain() {
        ReportWriter writer = writer(sink, 1);
        BulkOutcome one = new BulkOutcome("from", "a", null, What.COPIED, null, 0, "", 1, "to", "a");
        BulkOutcome two = new BulkOutcome("from", "b", null, What.COPIED, null, 0, "", 1, "to", "b");
        s3.loseAnswer(Failure.of("SlowDown", 503, "later"));
        s3.loseAnswer(Failure.of("SlowDown", 503, "later"));
        assertThat(writer.write(List.of(one))).isCompletedExceptionally();
        assertThat(writer.write(List.of(one))).isCompletedExceptionally();
        assertThat(writer.written()).isEqualTo(ReportParts.none(FOLDER));

        writer.write(List.of(one, two)).join();
        assertThat(writer.files()).extracting(ReportPart::rows).containsExactly(2L);
        assertThat(resumed(sink, writer.written()).join().files()).isEqualTo(writer.files());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 15, 16, 17, 33, 50})
    void runThatGoesOnKnowsAllFilesInTheirOrder(int indexes) {
        ReportWriter writer = writer(sink, 2);
        parts(writer, 2 * indexes + 1);

        ReportWriter next = resumed(sink, writer.written()).join();
        assertThat(next.files())
                .isEqualTo(writer.files())
                .extracting(ReportPart::name)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 2 * indexes + 1)
                        .mapToObj(part -> String.format("results/succeeded-%06d.csv", part))
                        .toList());
        assertThat(next.written()).isEqualTo(writer.written());
    }

    @Test
    void indexThatNoCheckpointCountsIsNeverRead() {
        ReportWriter killed = writer(sink, 2);
        part(killed, 0);
        ReportParts counted = killed.written();
        part(killed, 1);
        String left = index(1);

        ReportWriter next = ReportWriter.resumed(sink, ReportFormat.csv, ReportSelection.all, counted, 2)
                .join();
        assertThat(next.files()).hasSize(1);
        part(next, 12);
        assertThat(resumed(sink, next.written()).join().files()).isEqualTo(next.files());
        // an answer that came late, or a process that slept: what it writes takes nobody's place
        s3.put(left, "written late");
        assertThat(resumed(sink, next.written()).join().files()).isEqualTo(next.files());
    }

    @Test
    void filesThatACheckpointOfTheReleaseBeforeNamesGetAnIndex() {
        ReportWriter before = writer(sink, Integer.MAX_VALUE);
        parts(before, 250);
        ReportWriter next = resumed(sink, before.written()).join();
        part(next, 250);

        assertThat(next.files()).hasSize(251);
        assertThat(next.written().indexes()).isEqualTo(1);
        assertThat(next.written().open()).isEmpty();
        assertThat(resumed(sink, next.written()).join().files()).isEqualTo(next.files());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void indexThatIsMissingIsAnErrorThatNamesIt(int missing) {
        ReportWriter writer = writer(sink, 1);
        parts(writer, 20);
        String name = index(missing);
        s3.delete(StubDocuments.bucket().ofKey(name)).join();

        assertThatThrownBy(() -> resumed(sink, writer.written()).join())
                .hasCauseInstanceOf(ReportIndexException.class)
                .hasMessageContaining("s3://bucket/" + name + " is not there")
                .hasMessageContaining("Put it back");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 20})
    void indexOfAnotherRunIsAnErrorThatNamesIt(int foreign) {
        ReportWriter writer = writer(sink, 1);
        parts(writer, 20);
        StubDocuments others = new StubDocuments();
        ReportWriter other = writer(new DocumentReports(others, StubDocuments.bucket(), "report/", Runnable::run), 1);
        for (int part = 0; part < 20; part++) {
            part(other, 100 + part);
        }
        String theirs = others.texts().keySet().stream()
                .filter(name -> name.startsWith(String.format("report/run-1/index/%06d-", foreign)))
                .findFirst()
                .orElseThrow();
        s3.put(index(foreign), others.texts().get(theirs));

        assertThatThrownBy(() -> resumed(sink, writer.written()).join())
                .hasCauseInstanceOf(ReportIndexException.class)
                .hasMessageContaining("s3://bucket/" + index(foreign) + " is not what this run has written");
    }

    @Test
    void indexThatMayNotBeReadIsWhatS3SaysAndNoIndexThatIsMissing() {
        ReportWriter writer = writer(sink, 1);
        part(writer, 0);
        s3.failRead(Failure.of("AccessDenied", 403, "no"));

        assertThatThrownBy(() -> resumed(sink, writer.written()).join())
                .hasCauseInstanceOf(S3CallException.class)
                .hasMessageContaining("AccessDenied");
    }

    @Test
    void reportInFilesIsReadBackToo(@TempDir Path folder) throws Exception {
        FileReports files = new FileReports(folder, Runnable::run);
        ReportWriter writer = writer(files, 2);
        parts(writer, 7);
        assertThat(resumed(files, writer.written()).join().files()).isEqualTo(writer.files());

        Path second;
        try (Stream<Path> all = Files.list(folder.resolve("run-1/index"))) {
            second = all.filter(file -> file.getFileName().toString().startsWith("000002-"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(second);
        assertThatThrownBy(() -> resumed(files, writer.written()).join())
                .hasMessageContaining(second + " is not there");
    }
}
