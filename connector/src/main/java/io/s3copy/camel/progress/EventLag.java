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
package io.s3copy.camel.progress;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far events of one route are behind: those that were taken, and are not applied yet, by the time of their making. */
final class EventLag {

    private static final Logger LOG = LoggerFactory.getLogger(EventLag.class);

    /** No queue keeps events as long: times before are no times, and would be too long for meters. */
    static final Duration LONGEST = Duration.ofDays(3650);

    /** How many events wait, by time. */
    @GuardedBy("this")
    private final TreeMap<Instant, Integer> waiting = new TreeMap<>();

    private final InstantSource clock;
    private final Consumer<Duration> taken;
    private final BiConsumer<String, Duration> applied;

    @GuardedBy("this")
    private int backlog;

    /**
     * A lag.
     *
     * @param taken hears of each event that tells its time how old it is when it is taken
     * @param applied hears of the outcome of each event that told its time, and how old it was then
     */
    EventLag(InstantSource clock, Consumer<Duration> taken, BiConsumer<String, Duration> applied) {
        this.clock = clock;
        this.taken = taken;
        this.applied = applied;
    }

    /**
     * An event is taken.
     *
     * @param told its time, if it tells one
     * @return as of {@link EventMeters.Use#take}
     */
    Consumer<@Nullable String> take(@Nullable Instant told) {
        Instant now = clock.instant();
        Instant time = told == null ? now : now.minus(age(told, now));
        add(time);
        if (told != null) {
            tell(() -> taken.accept(age(time, now)));
        }
        AtomicBoolean ended = new AtomicBoolean();
        return outcome -> {
            if (ended.compareAndSet(false, true)) {
                remove(time);
                if (outcome != null && told != null) {
                    tell(() -> applied.accept(outcome, age(time, clock.instant())));
                }
            }
        };
    }

    /** A registry that refuses a meter does no harm to the event. */
    private static void tell(Runnable meter) {
        try {
            meter.run();
        } catch (RuntimeException e) {
            LOG.warn("A meter failed; the event goes on", e);
        }
    }

    private synchronized void add(Instant time) {
        waiting.merge(time, 1, Integer::sum);
        backlog++;
    }

    private synchronized void remove(Instant time) {
        waiting.merge(time, -1, (before, one) -> before == 1 ? null : before + one);
        backlog--;
    }

    /** How many events wait. */
    synchronized int backlog() {
        return backlog;
    }

    /** The age of the oldest of them; nothing when none waits. */
    synchronized Duration oldestAge() {
        return waiting.isEmpty() ? Duration.ZERO : age(waiting.firstKey(), clock.instant());
    }

    /** Clocks differ: what comes from the future is new. */
    private static Duration age(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        return age.isNegative() ? Duration.ZERO : age.compareTo(LONGEST) > 0 ? LONGEST : age;
    }
}
