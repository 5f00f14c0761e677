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
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.bulk.report.ReportWriter;
import io.s3copy.bulk.run.RunsInMemory.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
        public Place place(String name) {
            return kept.place(name);
        }
    };

    private final ReportWriter report = new ReportWriter(disk, "run-1", ReportFormat.csv, ReportSelection.all);

    private final Commits<Long> commits = new Commits<>(
            new MemoryCheckpoints(), "job", null, report, CommitsTest::megabytes, CommitsTest::checkpoint);

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
                written.folder(),
                written.parts(),
                written.files(),
                List.of(),
                commit.open(),
                commit.counts(),
                BulkRequests.NONE,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                finished);
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
