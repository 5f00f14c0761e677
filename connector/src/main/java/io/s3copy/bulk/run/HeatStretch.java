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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What happened in one stretch of a run's keys in about the last minute, by periods of five seconds. Thread-safe. */
final class HeatStretch {

    private static final long PERIOD = TimeUnit.SECONDS.toNanos(5);

    /** Those of a minute, and the one that has begun. */
    private static final int PERIODS = 13;

    private final String after;

    /** The last key that was listed in it, as far as is known. */
    private volatile @Nullable String lastListed;

    @GuardedBy("this")
    private final Counts[] counts = new Counts[PERIODS];

    /** Of which period the counts in each place are. */
    @GuardedBy("this")
    private final long[] periods = new long[PERIODS];

    /** What is counted. */
    record Counts(long keys, long copies, long requests, long throttles, long nanos) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
        static final Counts THROTTLE = new Counts(0, 0, 0, 1, 0);

        static Counts listed(long keys) {
            return new Counts(keys, 0, 0, 0, 0);
        }

        static Counts copy(long requests, Duration took) {
            return new Counts(0, 1, requests, 0, took.toNanos());
        }

        Counts plus(Counts more) {
            return new Counts(
                    keys + more.keys,
                    copies + more.copies,
                    requests + more.requests,
                    throttles + more.throttles,
                    nanos + more.nanos);
        }

        /** How much that is, to be compared with another. */
        long load() {
            return keys + requests + throttles;
        }
    }

    /**
     * A stretch in which nothing happened.
     *
     * @param after behind which key it begins; empty for the first of all
     */
    HeatStretch(String after) {
        this.after = after;
        Arrays.fill(periods, Long.MIN_VALUE);
        Arrays.fill(counts, Counts.NONE);
    }

    String after() {
        return after;
    }

    @Nullable
    String lastListed() {
        return lastListed;
    }

    void lastListed(@Nullable String key) {
        lastListed = key;
    }

    /** So much is counted: a minute, and what has passed of the period that has begun. */
    static long nanosCounted(long now) {
        return (PERIODS - 1) * PERIOD + Math.floorMod(now, PERIOD);
    }

    void add(long now, Counts more) {
        addTo(Math.floorDiv(now, PERIOD), more);
    }

    private synchronized void addTo(long period, Counts more) {
        int at = Math.floorMod(period, PERIODS);
        if (periods[at] < period) {
            periods[at] = period;
            counts[at] = more;
        } else if (periods[at] == period) {
            counts[at] = counts[at].plus(more);
        }
    }

    /** What was counted. */
    synchronized Counts sum(long now) {
        long oldest = Math.floorDiv(now, PERIOD) - PERIODS;
        Counts sum = Counts.NONE;
        for (int at = 0; at < PERIODS; at++) {
            if (periods[at] > oldest) {
                sum = sum.plus(counts[at]);
            }
        }
        return sum;
    }

    /** One stretch with the next. */
    static HeatStretch joined(HeatStretch one, HeatStretch next) {
        HeatStretch both = new HeatStretch(one.after);
        one.addTo(both);
        next.addTo(both);
        both.lastListed = next.lastListed == null ? one.lastListed : next.lastListed;
        return both;
    }

    private synchronized void addTo(HeatStretch other) {
        for (int at = 0; at < PERIODS; at++) {
            other.addTo(periods[at], counts[at]);
        }
    }
}
