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
package io.s3copy.bulk.listing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.text.Unicode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keys that lie about as many pages apart: what a run has seen of a key space, to begin the next one in parallel. Bounded.
 * Thread-safe.
 */
public final class Boundaries {

    private static final int MOST = 4_096;

    @GuardedBy("this")
    private final TreeSet<String> keys = new TreeSet<>(Unicode::compare);

    /** Of so many pages one gives a key. */
    @GuardedBy("this")
    private int stride = 1;

    @GuardedBy("this")
    private long pages;

    /** Nothing is known yet. */
    public Boundaries() {}

    /** What an earlier run has found. */
    public Boundaries(Collection<String> keys) {
        this.keys.addAll(keys);
    }

    /** A page of a range has ended with this key. */
    synchronized void page(String end) {
        pages++;
        if (pages % stride == 0) {
            keys.add(end);
            if (keys.size() > MOST) {
                thin();
            }
        }
    }

    @GuardedBy("this")
    private void thin() {
        List<String> all = List.copyOf(keys);
        for (int at = 0; at < all.size(); at += 2) {
            keys.remove(all.get(at));
        }
        stride *= 2;
    }

    /** The keys, in order. */
    public synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    /** The middle one of those that lie between two keys, or null. */
    synchronized @Nullable String middle(String low, @Nullable String high) {
        List<String> between = between(low, high);
        return between.isEmpty() ? null : between.get(between.size() / 2);
    }

    @GuardedBy("this")
    private List<String> between(@Nullable String low, @Nullable String high) {
        List<String> between = new ArrayList<>();
        for (String key : low == null ? keys : keys.tailSet(low, false)) {
            if (high != null && Unicode.compare(key, high) >= 0) {
                break;
            }
            between.add(key);
        }
        return between;
    }

    /** How many lie in a range. */
    synchronized int within(KeyRange range) {
        return between(range.after(), range.upTo()).size();
    }

    /** Cuts a range into at most so many of about one size. */
    synchronized List<KeyRange> split(KeyRange range, int most) {
        List<String> between = between(range.after(), range.upTo());
        int cuts = Math.min(most - 1, between.size());
        List<KeyRange> ranges = new ArrayList<>();
        KeyRange rest = range;
        for (int cut = 1; cut <= cuts; cut++) {
            String at = between.get((int) ((long) cut * between.size() / (cuts + 1)));
            ranges.add(rest.until(at));
            rest = rest.behind(at);
        }
        ranges.add(rest);
        return ranges;
    }
}
