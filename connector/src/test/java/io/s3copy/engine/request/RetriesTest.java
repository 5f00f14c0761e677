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
package io.s3copy.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A request that is to be repeated always has an end. */
class RetriesTest {

    private final S3CallException throttle = S3CallException.of(
            S3Call.COPY_OBJECT.api(),
            CopyRequest.builder().destination("out", "key").build(),
            new S3CallException.Failure("SlowDown", 503, "slower", null, null),
            null);

    @Test
    void aTimerThatIsShutDownEndsARequestWithItsLastFailure() {
        ExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.shutdown();
        CompletableFuture<String> answer = new Retries(Duration.ofMinutes(1), timer)
                .run(new Patience(), retry -> CompletableFuture.failedFuture(throttle), (why, left) -> {});
        assertThat(answer)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCause(throttle);
    }

    /** Time that passes at once when somebody waits for it. */
    private static final class LeapingClock implements Clock {

        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void after(long nanos, Runnable task) {
            now += nanos;
            task.run();
        }
    }

    private static S3CallException failed(S3Call call, S3CallException.Failure failure) {
        return S3CallException.of(
                call.api(), CopyRequest.builder().destination("out", "key").build(), failure, null);
    }

    private final LeapingClock clock = new LeapingClock();
    private int attempts;

    /** Runs a request that always fails so, for up to a minute. */
    private void repeat(S3CallException failure) {
        CompletableFuture<String> answer = new Retries(Duration.ofMinutes(1), clock, () -> new Random(1))
                .run(
                        new Patience(),
                        retry -> {
                            attempts++;
                            return CompletableFuture.failedFuture(failure);
                        },
                        (why, left) -> {});
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void aThrottleIsRepeatedUntilTheTimeIsOver() {
        repeat(throttle);
        assertThat(attempts).isGreaterThan(10);
        assertThat(Duration.ofNanos(clock.now)).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
    }

    @Test
    void theFaultOfAnObjectIsNotRepeated() {
        repeat(failed(S3Call.COPY_OBJECT, S3CallException.Failure.unmet("another is there")));
        assertThat(attempts).isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeReadIsRepeatedFourTimes() {
        repeat(failed(
                S3Call.COPY_OBJECT,
                new S3CallException.Failure(null, 200, "garbled", null, null, S3CallException.Answer.UNREADABLE)));
        assertThat(attempts).isEqualTo(5);
    }

    @Test
    void anUnknownHostIsRepeatedForSecondsOnly() {
        repeat(failed(
                S3Call.COPY_OBJECT,
                new S3CallException.Failure(null, 0, "no such host", null, null, S3CallException.Answer.UNRESOLVED)));
        assertThat(attempts).isGreaterThan(1);
        assertThat(Duration.ofNanos(clock.now)).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aConflictIsRepeatedForOneCallAndNotForACompletion() {
        S3CallException.Failure conflict = S3CallException.Failure.of("ConditionalRequestConflict", 409, "met");
        repeat(failed(S3Call.COMPLETE_MULTIPART_UPLOAD, conflict));
        assertThat(attempts).isEqualTo(1);
        repeat(failed(S3Call.COPY_OBJECT, conflict));
        assertThat(attempts).isGreaterThan(2);
    }
}
