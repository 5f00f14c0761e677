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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately, by key. It forgets what is too old, and the oldest when there is too much.
 *
 * @param <V> what is kept
 */
public final class Recent<V> {

    @GuardedBy("this")
    private final Map<String, Entry<V>> entries = new LinkedHashMap<>();

    private final int max;
    private final Duration expiry;
    private final InstantSource clock;

    private record Entry<V>(V value, Instant end) {}

    public Recent(int max, Duration expiry, InstantSource clock) {
        this.max = max;
        this.expiry = expiry;
        this.clock = clock;
    }

    /** What is kept of a key, or null. */
    public synchronized @Nullable V get(String key) {
        Entry<V> entry = entries.get(key);
        return entry == null || isOver(entry) ? null : entry.value();
    }

    public synchronized void put(String key, V value) {
        entries.remove(key);
        entries.put(key, new Entry<>(value, clock.instant().plus(expiry)));
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
        return !clock.instant().isBefore(entry.end());
    }
}
