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

import io.s3copy.engine.CopyTask;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CopyTarget;
import io.s3copy.testkit.CapturedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What the log says of requests that are repeated: the first, then one line a minute, however many there are. */
class RetryWatchTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private final HandClock clock = new HandClock();
    private final RetryWatch watch = new RetryWatch(clock, () -> NOON.plusNanos(clock.now));
    private final CopyTask task = new CopyTask(new CopySource("in", "key", null), new CopyTarget("out", "copy"));
    private final S3CallException refused = S3CallException.of(
            "CopyObject",
            CopyRequest.builder().source("in", "key").destination("out", "copy").build(),
            S3CallException.Failure.unreached("Connection refused"),
            null);

    private static final class HandClock implements Clock {

        private long now;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void after(long nanos, Runnable task) {
            throw new AssertionError("nothing is timed");
        }
    }

    private void again(RetryWatch.Request request) {
        request.again(() -> "the copy of " + task, refused, Duration.ofHours(1));
    }

    private void passes(Duration time) {
        clock.now += time.toNanos();
    }

    private String logOf(Runnable deed) {
        try (CapturedLog log = new CapturedLog(Map.of(RetryWatch.class.getName(), Level.INFO))) {
            deed.run();
            return log.text();
        }
    }

    @Test
    void theFirstRepeatSaysWhatFailedWhyAndUntilWhen() {
        assertThat(logOf(() -> again(watch.request())))
                .startsWith("WARN ")
                .contains("CopyObject of in/key to out/copy failed: not sent: Connection refused")
                .contains("is repeated until 2026-04-01T13:00:00Z");
    }

    @Test
    void thousandsOfRequestsAreOneLine() {
        assertThat(logOf(() -> {
                            for (int i = 0; i < 10_000; i++) {
                                again(watch.request());
                            }
                        })
                        .lines())
                .hasSize(1);
    }

    @Test
    void aMinuteLaterTheOthersAreCounted() {
        RetryWatch.Request first = watch.request();
        again(first);
        again(watch.request());
        again(watch.request());
        passes(Duration.ofSeconds(59));
        assertThat(logOf(() -> again(first))).isEmpty();
        passes(Duration.ofSeconds(1));
        assertThat(logOf(() -> again(first))).contains("3 requests failed and are repeated");
    }

    @Test
    void whatHasEndedIsNotCounted() {
        RetryWatch.Request done = watch.request();
        again(done);
        done.ended();
        done.ended();
        again(watch.request());
        passes(Duration.ofMinutes(1));
        RetryWatch.Request other = watch.request();
        assertThat(logOf(() -> again(other))).contains("2 requests failed");
    }
}
