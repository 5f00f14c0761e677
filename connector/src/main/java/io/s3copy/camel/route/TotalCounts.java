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
import io.s3copy.camel.route.PeriodicCounts.Count;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what a route does, and how old its events were. */
final class TotalCounts {

    /** Of how long the longest lag is told. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;

    @GuardedBy("this")
    private final Map<Count, Long> counts = new EnumMap<>(Count.class);

    @GuardedBy("this")
    private long bytes;

    @GuardedBy("this")
    private @Nullable Instant lastEvent;

    private final Longest lag = new Longest();
    private final Longest pickUp = new Longest();

    /** The longest of this window and of the one before: what is told is of one to two windows, and needs no list. */
    private static final class Longest {

        private Instant began = Instant.MIN;
        private @Nullable Duration now;
        private @Nullable Duration before;

        private void add(Duration one, Instant at) {
            turn(at);
            now = longer(now, one);
        }

        private @Nullable Duration at(Instant at) {
            turn(at);
            return now == null ? before : longer(before, now);
        }

        private void turn(Instant at) {
            if (began.equals(Instant.MIN) || !at.isBefore(began.plus(WINDOW).plus(WINDOW))) {
                before = null;
                now = null;
                began = at;
            } else if (!at.isBefore(began.plus(WINDOW))) {
                before = now;
                now = null;
                began = began.plus(WINDOW);
            }
        }

        private static Duration longer(@Nullable Duration one, Duration other) {
            return one == null || one.compareTo(other) < 0 ? other : one;
        }
    }

    TotalCounts(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Count what) {
        counts.merge(what, 1L, Long::sum);
    }

    synchronized void copied(@Nullable Long size) {
        bytes += size == null ? 0 : size;
    }

    /**
     * An event was applied.
     *
     * @param happened what it tells of
     * @param received when the route got it
     */
    synchronized void applied(Instant happened, Instant received) {
        Instant now = clock.instant();
        if (lastEvent == null || lastEvent.isBefore(happened)) {
            lastEvent = happened;
        }
        lag.add(between(happened, now), now);
        pickUp.add(between(happened, received), now);
    }

    /** Clocks differ: what comes from the future is new. */
    private static Duration between(Instant happened, Instant then) {
        Duration age = Duration.between(happened, then);
        return age.isNegative() ? Duration.ZERO : age;
    }

    synchronized RouteTotals totals() {
        Instant now = clock.instant();
        return new RouteTotals(
                of(Count.COPIED),
                bytes,
                of(Count.SKIPPED),
                of(Count.DELETED),
                of(Count.FAILED),
                of(Count.DEAD_LETTERED),
                lastEvent,
                lag.at(now),
                pickUp.at(now));
    }

    @GuardedBy("this")
    private long of(Count what) {
        return counts.getOrDefault(what, 0L);
    }
}
