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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.engine.failure.S3CallException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that requests are being repeated: at the first one, and then once a minute how many wait and why, however many
 * copies there are. One for each window, so for each client and destination bucket.
 */
final class RetryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(RetryWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Supplier<Instant> now;

    @GuardedBy("this")
    private int repeating;

    @GuardedBy("this")
    private boolean told;

    @GuardedBy("this")
    private long toldAt;

    RetryWatch(Clock clock, Supplier<Instant> now) {
        this.clock = clock;
        this.now = now;
    }

    /** A request that has not failed yet. */
    final class Request {

        @GuardedBy("RetryWatch.this")
        private boolean isRepeated;

        private Request() {}

        /**
         * It failed, and is to be repeated.
         *
         * @param work names what it belongs to
         * @param left how long it will be
         */
        void again(Supplier<String> work, S3CallException why, Duration left) {
            Optional<String> line;
            synchronized (RetryWatch.this) {
                repeating += isRepeated ? 0 : 1;
                isRepeated = true;
                line = line(work, why, left);
            }
            line.ifPresent(text -> LOG.warn("{}", text));
        }

        /** It has succeeded, or failed for good. */
        void ended() {
            synchronized (RetryWatch.this) {
                repeating -= isRepeated ? 1 : 0;
                isRepeated = false;
            }
        }
    }

    Request request() {
        return new Request();
    }

    /** Empty if one was written less than a minute ago. */
    @GuardedBy("this")
    private Optional<String> line(Supplier<String> work, S3CallException why, Duration left) {
        long time = clock.nanoTime();
        if (told && time - toldAt < PAUSE.toNanos()) {
            return Optional.empty();
        }
        boolean first = repeating == 1;
        told = true;
        toldAt = time;
        String until = now.get().plus(left).truncatedTo(ChronoUnit.SECONDS).toString();
        return Optional.of(
                first
                        ? "A request of " + work.get() + " failed and is repeated until " + until + ": "
                                + why.getMessage()
                        : repeating + " requests failed and are repeated; the last, of " + work.get() + ", until "
                                + until + ": " + why.getMessage());
    }
}
