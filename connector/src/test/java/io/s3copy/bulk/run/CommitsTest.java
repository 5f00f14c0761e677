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
package io.s3copy.bulk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.bulk.report.ReportWriter;
import io.s3copy.bulk.run.RunsInMemory.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is done is written down, or waits for it within bounds. */
class CommitsTest {

    private final Report kept = new Report();
    private boolean full = true;

    private final ReportSink disk = new ReportSink() {
        @Override
        public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
            return full
                    ? CompletableFuture.failedFuture(new IllegalStateException("the disk is full"))
                    : kept.write(name, content, contentType);
        }

        @Override
        public CompletableFuture<byte[]> read(String name) {
            return kept.read(name);
        }

        @Override
        public Place place(String name) {
            return kept.place(name);
        }
    };

    private final ReportWriter report = new ReportWriter(disk, "run-1", ReportFormat.csv, ReportSelection.all);

    private final Commits<Long> commits = commits(new MemoryCheckpoints(), CommitsTest::megabytes);

    private Commits<Long> commits(CheckpointStore store, Supplier<Commit<Long>> ledger) {
        return new Commits<>(store, "job", null, report, ledger, CommitsTest::checkpoint);
    }

    /** A store that fails so many writes, and remembers what it was sent. */
    private static final class Failing implements CheckpointStore {
        private final MemoryCheckpoints kept = new MemoryCheckpoints();
        private final List<Integer> partsCounted = new ArrayList<>();
        private int failures;

        @Override
        public CompletableFuture<Stored> read(String name) {
            return kept.read(name);
        }

        @Override
        public CompletableFuture<Stored> write(String name, String text, Stored before) {
            partsCounted.add(CheckpointJson.read(text).report().parts());
            return failures-- > 0
                    ? CompletableFuture.failedFuture(new IllegalStateException("the store is down"))
                    : kept.write(name, text, before);
        }

        @Override
        public CompletableFuture<Void> remove(String name) {
            return kept.remove(name);
        }

        @Override
        public String place(String name) {
            return kept.place(name);
        }
    }

    /** About 5 MB of a report. */
    private static Commit<Long> megabytes() {
        String key = "k".repeat(900);
        List<BulkOutcome> outcomes = IntStream.range(0, 5_000)
                .mapToObj(at -> RunsInMemory.outcome(key, What.COPIED))
                .toList();
        return new Commit<>(List.of(), outcomes, BulkCounts.NONE);
    }

    private static Checkpoint checkpoint(Commit<Long> commit, ReportWriter written, boolean finished) {
        return new Checkpoint(
                new JobIdentity(Map.of()),
                "own",
                1,
                written.written(),
                List.of(),
                commit.open(),
                commit.counts(),
                BulkRequests.NONE,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                finished);
    }

    /** Otherwise a run that goes on would not know how many parts a killed one has left that no checkpoint counts. */
    @Test
    void noPartIsWrittenBeforeTheCheckpointThatCountsTheOneBeforeStands() {
        full = false;
        Failing store = new Failing();
        Commits<Long> some = commits(
                store, () -> new Commit<>(List.of(), List.of(RunsInMemory.outcome("k", What.COPIED)), BulkCounts.NONE));
        some.commit(false).join();
        store.failures = 2;
        for (int failure = 0; failure < 2; failure++) {
            assertThatThrownBy(() -> some.commit(false).join()).hasMessageContaining("the store is down");
            assertThat(kept.files).containsOnlyKeys(result(1), result(2));
        }
        some.commit(false).join();

        assertThat(store.partsCounted).containsExactly(1, 2, 2, 2, 3);
        assertThat(kept.files).containsOnlyKeys(result(1), result(2), result(3));
        assertThat(kept.files.get(result(3)).lines()).hasSize(1);
    }

    private static String result(int part) {
        return "run-1/results/succeeded-00000" + part + ".csv";
    }

    @Test
    void whatCannotBeReportedIsKeptWithinBounds() {
        assertThatThrownBy(() -> commits.commit(false).join()).hasMessageContaining("the disk is full");
        assertThat(commits.isDue()).isFalse();
        assertThatThrownBy(() -> commits.commit(false).join()).hasMessageContaining("the disk is full");
        assertThat(commits.isDue()).isTrue();

        full = false;
        commits.commit(false).join();
        assertThat(commits.isDue()).isFalse();
        assertThat(kept.files.get("run-1/results/succeeded-000001.csv").lines()).hasSize(15_000);
    }
}
