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
import io.s3copy.bulk.run.HeatStretch.Counts;
import io.s3copy.text.Unicode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How busy a run is in each stretch of its keys, over about the last minute. Where a range is cut, one stretch ends and
 * another begins, so that what is listed side by side is told apart; so it is between two pages of a busy one. There are {@value #MOST} at most: beyond that, the two
 * neighbours with the least to do become one if a much busier one is cut, and otherwise no more is told apart. What is counted
 * costs a binary search among them and a short lock; what is counted while two become one may be lost. Thread-safe.
 */
final class RunHeat {

    /** So many stretches are told apart at most. */
    static final int MOST = 32;

    /** A stretch with this part of all keys is cut where its pages end. */
    private static final long BUSY = MOST / 2;

    /** Once there are as many as may be, so long passes between two looks for a better cut: a page is listed in less. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongSupplier clock;

    /** Null before a listing has begun: a manifest has no ranges. */
    private volatile @Nullable Stretches stretches;

    private volatile long lastLook;

    @GuardedBy("this")
    private long begun;

    /**
     * Counts.
     *
     * @param clock nanoseconds that only go forwards
     */
    RunHeat(LongSupplier clock) {
        this.clock = clock;
        this.lastLook = clock.getAsLong() - BETWEEN_LOOKS;
    }

    /**
     * In the order of their keys.
     *
     * @param prefix so many characters of a source's key are its prefix
     */
    private record Stretches(int prefix, List<HeatStretch> all) {

        /** Which one a key is in, of which so many characters are prefix. */
        int place(String key, int from) {
            int low = 0;
            int high = all.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (Unicode.compare(key, from, all.get(middle).after(), 0) > 0) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }

    /**
     * A listing begins.
     *
     * @param prefix of the source
     */
    synchronized void begins(String prefix) {
        begun = clock.getAsLong();
        stretches = new Stretches(prefix.length(), List.of(new HeatStretch("")));
    }

    /** What lies behind a key is listed apart. */
    synchronized void cut(String at) {
        Stretches now = stretches;
        if (now == null || at.isEmpty()) {
            return;
        }
        int place = now.place(at, 0);
        List<HeatStretch> all = new ArrayList<>(now.all());
        if (place + 1 < all.size() && all.get(place + 1).after().equals(at)) {
            return;
        }
        if (all.size() >= MOST) {
            int joined = leastBusy(all, place);
            if (joined < 0) {
                return;
            }
            all.set(joined, HeatStretch.joined(all.get(joined), all.remove(joined + 1)));
            place = joined < place ? place - 1 : place;
        }
        all.add(place + 1, new HeatStretch(at));
        stretches = new Stretches(now.prefix(), List.copyOf(all));
    }

    /** The first of the two neighbours that have the least to do; -1 where the one that is cut is not much busier. */
    private int leastBusy(List<HeatStretch> all, int cut) {
        long time = clock.getAsLong();
        int found = -1;
        long least = all.get(cut).sum(time).load() / 2;
        for (int i = 0; i + 1 < all.size(); i++) {
            if (i != cut && i + 1 != cut) {
                long both =
                        all.get(i).sum(time).load() + all.get(i + 1).sum(time).load();
                if (both < least) {
                    found = i;
                    least = both;
                }
            }
        }
        return found;
    }

    /**
     * A page of keys was listed. Where much is listed, its end is the end of a stretch.
     *
     * @param first of them, behind the prefix
     * @param last of them
     */
    void listed(String first, String last, int keys) {
        Stretches now = stretches;
        if (now == null) {
            return;
        }
        HeatStretch of = now.all().get(now.place(first, 0));
        String before = of.lastListed();
        if (before != null && Unicode.compare(before, first) < 0 && isLookDue(now) && isBusy(of, now)) {
            cut(before);
            now = Objects.requireNonNull(stretches);
            of = now.all().get(now.place(first, 0));
        }
        of.lastListed(last);
        of.add(clock.getAsLong(), Counts.listed(keys));
    }

    private boolean isLookDue(Stretches now) {
        long time = clock.getAsLong();
        if (now.all().size() >= MOST && time - lastLook < BETWEEN_LOOKS) {
            return false;
        }
        lastLook = time;
        return true;
    }

    private boolean isBusy(HeatStretch one, Stretches now) {
        long time = clock.getAsLong();
        long all = now.all().stream().mapToLong(of -> of.sum(time).keys()).sum();
        return one.sum(time).keys() >= all / BUSY;
    }

    /**
     * S3 asked for fewer requests.
     *
     * @param key of the source
     */
    void throttled(String key) {
        HeatStretch of = of(key);
        if (of != null) {
            of.add(clock.getAsLong(), Counts.THROTTLE);
        }
    }

    /**
     * A copy came to its end.
     *
     * @param key of the source
     */
    void ended(String key, int requests, Duration took) {
        HeatStretch of = of(key);
        if (of != null) {
            of.add(clock.getAsLong(), Counts.copy(requests, took));
        }
    }

    private @Nullable HeatStretch of(String key) {
        Stretches now = stretches;
        return now == null || key.length() < now.prefix() ? null : now.all().get(now.place(key, now.prefix()));
    }

    /** For how long is counted what is told, in seconds: about a minute, or since the listing began. */
    synchronized double seconds() {
        long time = clock.getAsLong();
        long counted = Math.min(HeatStretch.nanosCounted(time), time - begun);
        return stretches == null ? 0 : counted / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** What happened, in the order of keys; empty where nothing is listed. */
    List<RangeHeat> ranges() {
        Stretches now = stretches;
        if (now == null) {
            return List.of();
        }
        long time = clock.getAsLong();
        List<HeatStretch> all = now.all();
        List<RangeHeat> told = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Counts sum = all.get(i).sum(time);
            told.add(new RangeHeat(
                    i == 0 ? null : all.get(i).after(),
                    i + 1 == all.size() ? null : all.get(i + 1).after(),
                    sum.keys(),
                    sum.copies(),
                    sum.requests(),
                    sum.throttles(),
                    sum.copies() == 0 ? 0 : TimeUnit.NANOSECONDS.toMillis(sum.nanos() / sum.copies())));
        }
        return told;
    }
}
