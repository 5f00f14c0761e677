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
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.Patience;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Retries;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.fault.RateLimit;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Window and retries at a server that throttles, in a time of the test's own, so that no load of the machine changes
 * the outcome.
 */
class ThrottledCopiesTest {

    private static final int COPIES = 10_000;

    /** Time that passes from event to event. */
    private static final class VirtualClock implements Clock {

        private record Event(long at, long order, Runnable task) implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
            }
        }

        private final PriorityQueue<Event> events = new PriorityQueue<>();
        private long now;
        private long order;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void after(long nanos, Runnable task) {
            events.add(new Event(now + nanos, order++, task));
        }

        void run() {
            for (Event next = events.poll(); next != null; next = events.poll()) {
                now = next.at;
                next.task.run();
            }
        }
    }

    private final VirtualClock clock = new VirtualClock();
    private final SplittableRandom random = new SplittableRandom(20_261_121L);
    private final Retries retries = new Retries(Duration.ofHours(1), clock, () -> random);
    private int copied;
    private int failed;

    private static S3CallException slowDown() {
        return S3CallException.of(
                "CopyObject",
                CopyRequest.builder().destination("b", "k").build(),
                new S3CallException.Failure("SlowDown", 503, "Please reduce your request rate.", "id", null),
                null);
    }

    private CompletableFuture<String> answer(RateLimit limit, long latencyMillis) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        boolean admitted = limit.admits();
        long nanos = Duration.ofMillis(latencyMillis).toNanos();
        clock.after(nanos / 2 + random.nextLong(nanos), () -> {
            if (admitted) {
                answer.complete("done");
            } else {
                answer.completeExceptionally(slowDown());
            }
        });
        return answer;
    }

    private void copy(RequestWindow window, RateLimit limit, long latencyMillis, int[] left) {
        if (left[0]-- <= 0) {
            return;
        }
        Futures.whenDone(
                retries.run(
                        new Patience(), retry -> window.submit(() -> answer(limit, latencyMillis)), (why, time) -> {}),
                (done, failure) -> {
                    copied += failure == null ? 1 : 0;
                    failed += failure == null ? 0 : 1;
                    copy(window, limit, latencyMillis, left);
                });
    }

    private RateLimit run(int perSecond, int burst, long latencyMillis, int pending) {
        RateLimit limit = new RateLimit(perSecond, burst, clock::nanoTime);
        RequestWindow window = new RequestWindow(64, 128, clock);
        int[] left = {COPIES};
        for (int i = 0; i < pending; i++) {
            copy(window, limit, latencyMillis, left);
        }
        clock.run();
        return limit;
    }

    @ParameterizedTest
    @CsvSource({
        "500, 50, 1, 256",
        "500, 50, 20, 256",
        "500, 50, 100, 256",
        "500, 10, 20, 256",
        "500, 500, 20, 256",
        "500, 50, 20, 10000",
        "3500, 350, 20, 256"
    })
    void noneIsLostAndNearlyAllThatIsAllowedIsUsed(int perSecond, int burst, long latencyMillis, int pending) {
        RateLimit limit = run(perSecond, burst, latencyMillis, pending);
        System.out.printf(
                "%d/s allowed (burst %d), %d ms, %d pending: used %.3f, refused %d of %d, %.1f s%n",
                perSecond,
                burst,
                latencyMillis,
                pending,
                limit.used(),
                limit.refused(),
                limit.allowed() + limit.refused(),
                clock.nanoTime() / 1e9);
        assertThat(failed).isZero();
        assertThat(copied).isEqualTo(COPIES);
        assertThat(limit.used()).isGreaterThanOrEqualTo(0.95);
    }
}
