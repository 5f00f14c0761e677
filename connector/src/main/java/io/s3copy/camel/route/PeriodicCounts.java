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
package io.s3copy.camel.route;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** Counts, and reports the counts one minute after the first, and when the context stops. */
final class PeriodicCounts {

    /** From the first count to the line that reports it. */
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** What is counted, in the order of the line. */
    enum Count {
        COPIED,
        SKIPPED,
        DELETED,
        FAILED,
        DEAD_LETTERED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Runs something later. */
    interface Timer {
        void in(Duration delay, Runnable what);
    }

    @GuardedBy("itself")
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    private final Consumer<String> line;

    @GuardedBy("this")
    private @Nullable Timer timer;

    /**
     * Counts that are reported.
     *
     * @param line takes them, such as {@code 3 copied, 1 failed}
     * @param timer or null for a thread of the context's
     */
    PeriodicCounts(Consumer<String> line, @Nullable Timer timer) {
        this.line = line;
        this.timer = timer;
    }

    void add(Count what, CamelContext camel) {
        boolean isFirst;
        synchronized (counts) {
            isFirst = counts.isEmpty();
            counts.merge(what, 1L, Long::sum);
        }
        if (isFirst) {
            timer(camel).in(PERIOD, this::tell);
        }
    }

    /** Reports what was counted since the last time, if anything was. */
    void tell() {
        Map<Count, Long> done;
        synchronized (counts) {
            if (counts.isEmpty()) {
                return;
            }
            done = new EnumMap<>(counts);
            counts.clear();
        }
        line.accept(done.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", ")));
    }

    private synchronized Timer timer(CamelContext camel) {
        if (timer == null) {
            ScheduledExecutorService pool =
                    camel.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "S3CopyReport");
            timer = (delay, what) -> {
                if (!pool.isShutdown()) {
                    var unused = pool.schedule(what, delay.toMillis(), TimeUnit.MILLISECONDS);
                }
            };
            tellAtTheEnd(camel, pool);
        }
        return timer;
    }

    private void tellAtTheEnd(CamelContext camel, ScheduledExecutorService pool) {
        try {
            camel.addService(new ServiceSupport() {
                @Override
                protected void doStop() {
                    // a pending line would delay the end of the context by ten seconds
                    camel.getExecutorServiceManager().shutdownNow(pool);
                    tell();
                }
            });
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeException(e);
        }
    }
}
