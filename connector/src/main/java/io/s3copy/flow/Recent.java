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
package io.s3copy.flow;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately, by key. It forgets what is too old, and the oldest when there is too much.
 *
 * @param <V> what is kept
 */
public final class Recent<V> {

    /** More nanoseconds than that of three centuries do not fit into 64 bits. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    @GuardedBy("this")
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    private final int max;
    private final long expiryNanos;
    private final LongSupplier nanoTime;

    private record Entry<V>(V value, long since) {}

    /**
     * Nothing so far.
     *
     * @param max how many entries are kept
     * @param expiry how long an entry is kept; more than a century counts as one
     */
    public Recent(int max, Duration expiry, LongSupplier nanoTime) {
        this.max = max;
        this.expiryNanos = (expiry.compareTo(LONGEST) < 0 ? expiry : LONGEST).toNanos();
        this.nanoTime = nanoTime;
    }

    /** What is kept of a key, or null. */
    public synchronized @Nullable V get(String key) {
        Entry<V> entry = entries.get(key);
        return entry == null || isOver(entry) ? null : entry.value();
    }

    public synchronized void put(String key, V value) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, nanoTime.getAsLong()));
        // all stay as long, so the oldest come first
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            if (!isOver(oldest.next()) && entries.size() <= max) {
                return;
            }
            oldest.remove();
        }
    }

    synchronized void remove(String key) {
        entries.remove(key);
    }

    synchronized int size() {
        return entries.size();
    }

    private boolean isOver(Entry<V> entry) {
        return nanoTime.getAsLong() - entry.since() >= expiryNanos;
    }
}
