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
package io.s3copy.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.app.config.ReplicationPart;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.config.ReplicationSpec.From;
import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.job.SpeedLimits;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CutOverTest {

    private static final ReplicationSpec SPEC = new ReplicationSpec(
            From.SQS,
            Map.of(),
            null,
            false,
            "",
            null,
            null,
            true,
            null,
            Duration.ofMinutes(15),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            null);

    private Instant now = Instant.parse("2026-11-28T06:00:00Z");
    private final CutOver cutOver = new CutOver(() -> now, SPEC, null);
    private final Map<ReplicationPart, RunStatus> newest = new EnumMap<>(ReplicationPart.class);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static RunStatus run(long id, ReplicationPart part, RunState state, Map<String, Outcome> outcomes) {
        RunRow row = new RunRow(
                id,
                part.of("photos"),
                "check",
                "",
                state,
                RunCause.REPLICATION,
                1,
                Instant.EPOCH,
                null,
                0,
                0,
                "",
                state == RunState.FAILED ? "403 AccessDenied" : "1 at the destination only",
                null,
                null,
                null);
        RunProgress progress = new RunProgress("", 0, null, 0, false, outcomes, 0, 0, 0, 0, 0, null, null, null, null);
        return new RunStatus(row, progress, new SpeedLimits(null, null, null), OptionalInt.empty(), false, null);
    }

    private static Map<String, Outcome> of(String what, long objects) {
        return Map.of(what, new Outcome(objects, 0, Map.of()));
    }

    private CutOver.Next ended(ReplicationPart part, RunState state, Map<String, Outcome> outcomes) {
        RunStatus status = run(newest.size() + 7L, part, state, outcomes);
        newest.put(part, status);
        cutOver.begun(part, status);
        return cutOver.next(newest::get);
    }

    @Test
    void nothingMustWaitForLongEnough() {
        assertThat(cutOver.isDrained(0L, 5)).isFalse();
        pass(Duration.ofSeconds(59));
        assertThat(cutOver.isDrained(0L, 5)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(cutOver.isDrained(0L, 5)).isTrue();
    }

    @Test
    void whatWaitsOrComesBeginsTheQuietAnew() {
        cutOver.isDrained(0L, 5);
        pass(Duration.ofSeconds(50));
        assertThat(cutOver.isDrained(1L, 5)).isFalse();
        pass(Duration.ofSeconds(50));
        assertThat(cutOver.isDrained(0L, 5)).isFalse();
        pass(Duration.ofSeconds(50));
        assertThat(cutOver.isDrained(0L, 6)).as("one was applied").isFalse();
        pass(Duration.ofSeconds(60));
        assertThat(cutOver.isDrained(0L, 6)).isTrue();
    }

    @Test
    void sourceThatDoesNotTellIsNotDrained() {
        cutOver.isDrained(0L, 5);
        pass(Duration.ofMinutes(2));
        assertThat(cutOver.isDrained(null, 5)).isFalse();
        pass(Duration.ofMinutes(2));
        assertThat(cutOver.isDrained(0L, 5)).isFalse();
    }

    @Test
    void itIsLateAnHourAfterItBegan() {
        assertThat(cutOver.until()).isNull();
        assertThat(cutOver.isLate()).isFalse();
        assertThat(cutOver.until()).isEqualTo(now.plus(Duration.ofHours(1)));
        pass(Duration.ofHours(1).plusMillis(1));
        assertThat(cutOver.isLate()).isTrue();
        cutOver.forget();
        assertThat(cutOver.until()).isNull();
    }

    @Test
    void firstBothSidesAreChecked() {
        assertThat(cutOver.next(newest::get).start()).isEqualTo(ReplicationPart.CHECK);
    }

    @Test
    void whatIsEqualIsTheEnd() {
        var end = ended(ReplicationPart.CHECK, RunState.DONE, of("same", 65)).end();

        assertThat(end).isNotNull();
        assertThat(end.state()).isEqualTo(RunState.DONE);
        assertThat(end.message()).isEqualTo("Cut over: 65 objects are the same on both sides");
    }

    @Test
    void whatIsMissingOrDiffersIsCopiedAndCheckedAgain() {
        assertThat(ended(ReplicationPart.CHECK, RunState.WARNINGS, of("missing", 2))
                        .start())
                .isEqualTo(ReplicationPart.BACKFILL);
        assertThat(ended(ReplicationPart.BACKFILL, RunState.DONE, of("copied", 2))
                        .start())
                .isEqualTo(ReplicationPart.CHECK);
    }

    @Test
    void whatNoRepairMendsIsAnObstacle() {
        ended(ReplicationPart.CHECK, RunState.WARNINGS, of("missing", 5));
        ended(ReplicationPart.BACKFILL, RunState.WARNINGS, of("failed", 2));
        assertThat(ended(ReplicationPart.CHECK, RunState.WARNINGS, of("missing", 2))
                        .start())
                .as("three were mended")
                .isEqualTo(ReplicationPart.BACKFILL);
        ended(ReplicationPart.BACKFILL, RunState.WARNINGS, of("failed", 2));
        assertThat(ended(ReplicationPart.CHECK, RunState.WARNINGS, of("missing", 2))
                        .obstacle())
                .startsWith("2 objects are missing or differ: see run ");
    }

    @Test
    void whatStillDiffersAfterAnHourIsAnObstacle() {
        cutOver.isLate();
        pass(Duration.ofHours(2));

        assertThat(ended(ReplicationPart.CHECK, RunState.WARNINGS, of("differs", 2))
                        .obstacle())
                .isEqualTo("2 objects are missing or differ: see run 7");
    }

    @Test
    void whatIsAtTheDestinationOnlyIsAWarning() {
        var end =
                ended(ReplicationPart.CHECK, RunState.WARNINGS, of("extra", 1)).end();

        assertThat(end).isNotNull();
        assertThat(end.state()).isEqualTo(RunState.WARNINGS);
        assertThat(end.message())
                .isEqualTo("Cut over. Nothing is missing at the destination. 1 at the destination only. See run 7");
    }

    @Test
    void failedCheckIsAnObstacle() {
        assertThat(ended(ReplicationPart.CHECK, RunState.FAILED, Map.of()).obstacle())
                .isEqualTo("photos.check is failed. 403 AccessDenied");
    }

    @Test
    void partThatWorksIsAwaited() {
        assertThat(ended(ReplicationPart.CHECK, RunState.RUNNING, Map.of()))
                .isEqualTo(new CutOver.Next(null, null, null));
    }
}
