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
package io.s3copy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Clock;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Retries;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CopyTarget;
import io.s3copy.parameter.S3Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** For how long the requests of a copy are repeated, in the time of a clock that the tests put forward. */
class CopySessionTest {

    private static final long NANOS = 1_000_000_000L;

    private final SkippingClock clock = new SkippingClock();
    private final CopySession session = new CopySession(
            new RequestWindow(1, 1),
            new Retries(Duration.ofHours(1), clock, ThreadLocalRandom::current),
            new CopyTask(new CopySource("in", "key", null), new CopyTarget("out", "key")),
            CopyListener.NONE);

    /** Waits for nothing. */
    private static final class SkippingClock implements Clock {

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

    private CompletableFuture<Long> brokenFor(Duration time) {
        return clock.now > time.toNanos()
                ? CompletableFuture.completedFuture(clock.now)
                : CompletableFuture.failedFuture(S3CallException.of(
                        S3Call.COPY_OBJECT.api(),
                        CopyRequest.builder().destination("out", "key").build(),
                        new S3CallException.Failure("InternalError", 500, "again", null, null),
                        null));
    }

    @Test
    void whatAnObjectLacksIsRepeatedAsLongAsTheCopyWas() {
        assertThat(session.finish(() -> brokenFor(Duration.ofMinutes(10))).join())
                .isGreaterThan(600 * NANOS);
    }

    @Test
    void whatAnObjectLacksIsSentThoughTheCopyHasEnded() {
        session.stop();
        assertThat(session.finish(() -> brokenFor(Duration.ofSeconds(20))).join())
                .isBetween(20 * NANOS, 60 * NANOS);
    }

    @Test
    void whatAnObjectLacksIsRepeatedForAShortTimeAfterTheEndOfTheCopy() {
        session.stop();
        assertThat(session.finish(() -> brokenFor(Duration.ofMinutes(10)))).isCompletedExceptionally();
    }

    @Test
    void aCopyThatEndsWhileItIsRepeatedIsFinishedAllTheSame() {
        assertThat(session.finish(() -> {
                            if (clock.now > 600 * NANOS) {
                                session.stop();
                            }
                            return brokenFor(Duration.ofSeconds(610));
                        })
                        .join())
                .isGreaterThan(610 * NANOS);
    }
}
