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
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final JobSpec COPY = GivenJob.of(JobKind.COPY, Map.of());

    private static Execution run(int priority) {
        Execution execution = run(COPY);
        execution.priority(priority);
        return execution;
    }

    private static Execution run(JobSpec job) {
        RunRow row = new RunRow(
                1,
                job.name(),
                job.kind().text(),
                job.where(),
                RunState.RUNNING,
                RunCause.OPERATOR,
                1,
                Instant.EPOCH,
                null,
                0,
                0,
                "",
                "",
                null,
                null,
                null);
        return new Execution(job, row, RunProgress.NONE);
    }

    @Property
    void highestGoesFirstAndAmongEqualsWhoCameFirst(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> priorities,
            @ForAll @IntRange(min = 1, max = 4) int most) {
        Turns turns = new Turns(most);
        List<Execution> all = priorities.stream().map(TurnsTest::run).toList();
        Deque<Execution> working = new ArrayDeque<>();
        List<Execution> expected = new ArrayList<>();
        for (Execution one : all) {
            (turns.take(one) ? working : expected).add(one);
        }
        assertThat(working).hasSize(Math.min(most, all.size()));
        expected.sort(Comparator.comparing(Execution::priority, Comparator.reverseOrder()));

        for (int i = 0; i < expected.size(); i++) {
            for (int j = i; j < expected.size(); j++) {
                assertThat(turns.ahead(expected.get(j))).hasValue(j - i);
            }
            assertThat(turns.end(working.remove())).containsSame(expected.get(i));
            working.add(expected.get(i));
        }
        for (Execution last : working) {
            assertThat(turns.end(last)).isEmpty();
        }
        assertThat(turns.take(run(0))).isTrue();
    }

    @Test
    void whoLeavesGivesNoTurn() {
        Turns turns = new Turns(1);
        Execution first = run(5);
        Execution second = run(5);
        Execution third = run(5);
        turns.take(first);
        turns.take(second);
        turns.take(third);

        turns.leave(second);

        assertThat(turns.ahead(second)).isEmpty();
        assertThat(turns.ahead(third)).hasValue(0);
        assertThat(turns.end(first)).containsSame(third);
    }

    @Test
    void endOfWhoHadNoTurnGivesNone() {
        Turns turns = new Turns(1);
        turns.take(run(5));
        turns.take(run(5));
        Execution replication = run(GivenJob.of(JobKind.REPLICATE, Map.of()));

        assertThat(turns.take(replication)).as("a replication waits for none").isTrue();
        assertThat(turns.end(replication)).isEqualTo(Optional.empty());
    }

    @Test
    void nobodyGetsATurnAfterTheEnd() {
        Turns turns = new Turns(1);
        Execution first = run(5);
        turns.take(first);
        turns.take(run(9));

        turns.close();

        assertThat(turns.isClosed()).isTrue();
        assertThat(turns.end(first)).isEmpty();
    }
}
