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
import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobTotalsTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final JobTotals totals = new JobTotals();

    private static Execution run(RunProgress progress) {
        RunRow row = new RunRow(
                1,
                "photos",
                "copy",
                "",
                RunState.RUNNING,
                RunCause.OPERATOR,
                1,
                NOON,
                null,
                0,
                0,
                "",
                "",
                null,
                null,
                null);
        return new Execution(GivenJob.of(JobKind.COPY, Map.of()), row, progress);
    }

    private static RunProgress copied(long objects) {
        RunProgress none = RunProgress.NONE;
        return new RunProgress(
                "copy",
                objects,
                null,
                0,
                false,
                Map.of("copied", new Outcome(objects, objects * 10, Map.of())),
                0,
                0,
                0,
                0,
                0,
                none.secondsLeft(),
                none.percent(),
                null,
                null);
    }

    private void heard(Execution execution, long objects) {
        execution.progress(copied(objects));
        totals.heard(execution);
    }

    @Test
    void runsOfAJobAddUp() {
        Execution first = run(RunProgress.NONE);
        totals.begins(first);
        heard(first, 3);
        heard(first, 7);
        Execution second = run(RunProgress.NONE);
        totals.begins(second);
        heard(second, 2);

        assertThat(totals.objects("photos", "copied")).isEqualTo(9);
        assertThat(totals.bytes("photos")).isEqualTo(90);
        assertThat(totals.objects("photos", "failed")).isZero();
        assertThat(totals.objects("other", "copied")).isZero();
    }

    @Test
    void whatAnEarlierProcessDidIsNotCounted() {
        Execution goesOn = run(copied(100));
        totals.begins(goesOn);
        heard(goesOn, 104);

        assertThat(totals.objects("photos", "copied")).isEqualTo(4);
    }

    @Test
    void whatIsDoneAgainAfterAKillIsNotCountedTwice() {
        Execution goesOn = run(copied(100));
        totals.begins(goesOn);
        heard(goesOn, 90);
        heard(goesOn, 95);

        assertThat(totals.objects("photos", "copied")).isZero();
        assertThat(totals.bytes("photos")).isZero();

        heard(goesOn, 104);

        assertThat(totals.objects("photos", "copied")).isEqualTo(4);
        assertThat(totals.bytes("photos")).isEqualTo(40);
    }

    @Test
    void passOverTheBucketThatBeginsAnewIsNotCountedTwice() {
        Execution sync = run(copied(100));
        totals.begins(sync);
        // a pass that only counts tells nothing of what was done, and the end all of it
        heard(sync, 0);
        heard(sync, 105);

        assertThat(totals.objects("photos", "copied")).isEqualTo(5);
        assertThat(totals.bytes("photos")).isEqualTo(50);
    }

    @Test
    void endsAreCountedByStateAndTheLastSuccessIsTheNewest() {
        totals.ended("photos", RunState.FAILED, NOON.plusSeconds(9));
        assertThat(totals.lastSuccess("photos")).isNull();
        totals.ended("photos", RunState.DONE, NOON);
        totals.succeeded("photos", NOON.minusSeconds(60));

        assertThat(totals.runs("photos", RunState.DONE)).isEqualTo(1);
        assertThat(totals.runs("photos", RunState.FAILED)).isEqualTo(1);
        assertThat(totals.lastSuccess("photos")).isEqualTo(NOON);
    }
}
