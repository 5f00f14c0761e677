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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.app.config.Access;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.GivenDatabase;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.ReportParts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that was killed left in the database, in an H2 file as the service has it. */
class LastProcessTest {

    private static final Instant BEGUN = Instant.parse("2026-11-28T02:00:00Z");
    private static final JobSpec PHOTOS = GivenJob.of(JobKind.COPY, Map.of());

    @TempDir
    private Path folder;

    private final ProgressJson json = new ProgressJson(new ObjectMapper());
    private Runs runs;
    private LastProcess last;

    @BeforeEach
    void open() {
        runs = new Runs(GivenDatabase.h2(folder));
        last = new LastProcess(
                new Configuration(Map.of("photos", PHOTOS), folder, 100, Integer.MAX_VALUE, Access.OPEN, null, null),
                runs,
                json);
    }

    private RunRow begun(String place) {
        return runs.begin("photos", "copy", place, RunCause.OPERATOR, json.write(RunProgress.NONE), null);
    }

    private RunRow begun() {
        return begun(PHOTOS.where());
    }

    private void checkpoint(RunRow run, String name, int seconds, boolean finished, BulkCounts counts) {
        runs.checkpoint(run.id())
                .setState(
                        name,
                        CheckpointJson.write(new Checkpoint(
                                new JobIdentity(Map.of("prefix", "2026/")),
                                "run",
                                1,
                                ReportParts.none(""),
                                List.of(),
                                List.of(),
                                counts,
                                new BulkRequests(Map.of("CopyObject", 4L), 0, 0),
                                List.of(),
                                BEGUN,
                                BEGUN.plusSeconds(seconds),
                                finished)));
    }

    private RunRow now(RunRow run) {
        return runs.find(run.id()).orElseThrow();
    }

    @Test
    void runThatHadNotEndedGoesOn() {
        RunRow run = begun();
        checkpoint(run, "a", 5, false, BulkCounts.of(What.COPIED, 1, 10));

        assertThat(last.left()).extracting(RunRow::id).containsExactly(run.id());
        assertThat(now(run).state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void runWhoseCheckpointIsFinishedIsDoneAndNotDoneAgain() {
        RunRow run = begun();
        // of an attempt with other options
        checkpoint(run, "a", 5, false, BulkCounts.of(What.COPIED, 1, 10));
        checkpoint(run, "b", 9, true, BulkCounts.of(What.COPIED, 4, 40));

        assertThat(last.left()).isEmpty();
        RunRow now = now(run);
        assertThat(now.state()).isEqualTo(RunState.DONE);
        assertThat(now.ended()).isEqualTo(BEGUN.plusSeconds(9));
        assertThat(now.objects()).isEqualTo(4);
        assertThat(now.bytes()).isEqualTo(40);
        assertThat(json.read(now.progress()).percent()).isEqualTo(100);
        assertThat(json.read(now.progress()).requests()).isEqualTo(4);
        assertThat(runs.checkpoints(run.id())).isEmpty();
    }

    @Test
    void syncThatDeletesGoesOnAfterItsCopies() {
        JobSpec mirror = GivenJob.of(JobKind.SYNC, Map.of("delete", "true"));
        RunRow run =
                runs.begin("photos", "sync", mirror.where(), RunCause.OPERATOR, json.write(RunProgress.NONE), null);
        checkpoint(run, "a", 9, true, BulkCounts.of(What.COPIED, 4, 40));

        assertThat(new LastProcess(
                                new Configuration(
                                        Map.of("photos", mirror),
                                        folder,
                                        100,
                                        Integer.MAX_VALUE,
                                        Access.OPEN,
                                        null,
                                        null),
                                runs,
                                json)
                        .left())
                .extracting(RunRow::id)
                .containsExactly(run.id());
    }

    @Test
    void finishedRunWithFailuresEndsWithWarnings() {
        RunRow run = begun();
        checkpoint(run, "a", 5, true, BulkCounts.of(What.COPIED, 1, 10).plus(BulkCounts.of(What.FAILED, 2, 0)));

        assertThat(last.left()).isEmpty();
        assertThat(now(run).state()).isEqualTo(RunState.WARNINGS);
        assertThat(now(run).message()).startsWith("2 failed");
    }

    @Test
    void onlyTheNewestRunOfAJobGoesOn() {
        RunRow older = begun();
        RunRow newest = begun();

        assertThat(last.left()).extracting(RunRow::id).containsExactly(newest.id());
        assertThat(now(older).state()).isEqualTo(RunState.FAILED);
        assertThat(now(older).message())
                .isEqualTo("The process ended before the run did. Only the newest run of a job goes on");
    }

    @Test
    void runThatHasAnEndedOneBehindItDoesNotGoOn() {
        RunRow older = begun();
        RunRow newest = begun();
        runs.save(newest.with(RunState.DONE, BEGUN, ""));

        assertThat(last.left()).isEmpty();
        assertThat(now(older).state()).isEqualTo(RunState.FAILED);
        assertThat(now(newest).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void runOfOtherPlacesFailsAndOneThatWasToldToStopIsCancelled() {
        RunRow elsewhere = begun("copy s3://photos/2025/ to s3://archive/ at AWS");
        assertThat(last.left()).isEmpty();
        assertThat(now(elsewhere).state()).isEqualTo(RunState.FAILED);
        assertThat(now(elsewhere).message()).contains("begin a new run");

        RunRow cancelling = begun();
        runs.save(cancelling.with(RunState.CANCELLING, null, ""));
        assertThat(last.left()).isEmpty();
        assertThat(now(cancelling).state()).isEqualTo(RunState.CANCELLED);
    }
}
