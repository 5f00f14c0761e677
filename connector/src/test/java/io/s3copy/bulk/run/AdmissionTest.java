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
import static org.awaitility.Awaitility.await;

import io.s3copy.engine.failure.CopyStoppedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private final Admission admission = new Admission(8, null, ForkJoinPool.commonPool(), InstantSource.system());

    private List<CompletableFuture<Void>> enter(int number, long bytes) {
        return IntStream.range(0, number)
                .mapToObj(i -> admission.enter(bytes, 1))
                .toList();
    }

    @Test
    void changeOfOneRateIsNoDebtOfTheOther() {
        admission.bytesPerSecond(20);
        List<CompletableFuture<Void>> sleepers = enter(4, 10);

        // were each taken for a debt again, the last would wait for minutes
        for (int i = 1; i <= 200; i++) {
            admission.requestsPerSecond(1_000_000 + i);
        }

        await().untilAsserted(() ->
                assertThat(sleepers).allSatisfy(one -> assertThat(one).isCompleted()));
        assertThat(admission.taken()).isEqualTo(4);
    }

    @Test
    void rateThatIsTakenAwayWakesWhoSleepsByIt() {
        admission.bytesPerSecond(1);
        List<CompletableFuture<Void>> sleepers = enter(4, 1_000_000);
        assertThat(sleepers).noneMatch(CompletableFuture::isDone);

        admission.bytesPerSecond(0);

        assertThat(sleepers).allSatisfy(one -> assertThat(one).isCompleted());
    }

    @Test
    void whoSleepsWhenItIsClosedIsTurnedAwayAndLeavesNothing() {
        admission.bytesPerSecond(1);
        admission.requestsPerSecond(1);
        List<CompletableFuture<Void>> sleepers = enter(12, 1_000_000);

        admission.close();

        assertThat(sleepers)
                .allSatisfy(one -> assertThat(one)
                        .isCompletedExceptionally()
                        .failsWithin(Duration.ZERO)
                        .withThrowableThat()
                        .withCauseInstanceOf(CopyStoppedException.class));
        assertThat(admission.taken()).isZero();
    }
}
