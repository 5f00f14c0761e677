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

import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.RunState;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.BulkResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunEndTest {

    private static JobSpec job(JobKind kind) {
        return GivenJob.of(kind, Map.of());
    }

    private static BulkResult result(BulkCounts counts) {
        return new BulkResult(
                counts, BulkRequests.NONE, Instant.EPOCH, Duration.ofSeconds(1), null, null, true, false, false, null);
    }

    @Test
    void allCopiedIsDone() {
        RunEnd end = RunEnd.of(job(JobKind.COPY), result(BulkCounts.of(What.COPIED, 3, 30)));

        assertThat(end.state()).isEqualTo(RunState.DONE);
        assertThat(end.message()).isEmpty();
    }

    @Test
    void whatSomebodyHasToLookAtIsSaidInWords() {
        RunEnd end = RunEnd.of(
                job(JobKind.CHECK),
                result(BulkCounts.of(What.SAME, 3, 0)
                        .plus(BulkCounts.of(What.DIFFERS, 2, 0))
                        .plus(BulkCounts.of(What.EXTRA, 1, 0))));

        assertThat(end.state()).isEqualTo(RunState.WARNINGS);
        assertThat(end.message())
                .isEqualTo("2 differ, 1 at the destination only. Copy what is missing or differs, then check again");
    }

    @Test
    void dryRunSaysThatNothingWasWritten() {
        BulkResult dry = new BulkResult(
                BulkCounts.of(What.COPIED, 3, 30),
                BulkRequests.NONE,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                null,
                null,
                true,
                false,
                true,
                null);

        assertThat(RunEnd.of(job(JobKind.COPY), dry).message()).startsWith("Dry run: nothing was written");
    }

    private static BulkCounts skipped(String why, long objects) {
        return new BulkCounts(Map.of(What.SKIPPED, new BulkCounts.Count(objects, 0, Map.of(why, objects))));
    }

    @Test
    void whatIsArchivedIsNotDone() {
        RunEnd end = RunEnd.of(
                job(JobKind.COPY),
                result(BulkCounts.of(What.COPIED, 3, 30)
                        .plus(skipped("the source is archived, and its restoration was requested", 2))
                        .plus(skipped("the source is archived, and being restored", 1))
                        .plus(skipped("the source is archived", 1))));

        assertThat(end.state()).isEqualTo(RunState.WARNINGS);
        assertThat(end.message())
                .isEqualTo("3 wait for restoration: run the job again once S3 has restored them. 1 is archived, and was"
                        + " left out: restore it, or set on-archived=restore, then run the job again");
    }

    @Test
    void whatIsSkippedForAnotherReasonIsAsItShouldBe() {
        assertThat(RunEnd.of(job(JobKind.COPY), result(skipped("the destination exists", 2)))
                        .state())
                .isEqualTo(RunState.DONE);
    }

    @Test
    void nothingFoundIsNoSuccess() {
        RunEnd end = RunEnd.of(job(JobKind.COPY), result(BulkCounts.NONE));

        assertThat(end.state()).isEqualTo(RunState.WARNINGS);
        assertThat(end.message()).startsWith("Nothing was found at s3://photos/2026/.");
    }

    @Test
    void failureIsCancelledOrInterruptedOnlyWhereThatWasAskedFor() {
        Exception failure = new IllegalStateException("no such bucket");

        assertThat(RunEnd.of(failure, true, true).state()).isEqualTo(RunState.CANCELLED);
        assertThat(RunEnd.of(failure, false, true).state()).isEqualTo(RunState.INTERRUPTED);
        RunEnd failed = RunEnd.of(failure, false, false);
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.message()).isEqualTo("no such bucket");
    }
}
