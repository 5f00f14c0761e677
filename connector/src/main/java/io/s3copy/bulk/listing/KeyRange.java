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

import io.s3copy.text.Unicode;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of keys, {@code (after, upTo]}, in the order of UTF-8 bytes. The unit of listing, comparison, checkpoint and
 * distribution. Keys are those behind the prefix of the run, so that one range names the same stretch of two buckets.
 *
 * @param after the key behind which it begins, which is not part of it; null for the first key of all
 * @param upTo its last possible key; null where it has no end
 */
public record KeyRange(@Nullable String after, @Nullable String upTo) {

    /** All keys. */
    public static final KeyRange ALL = new KeyRange(null, null);

    /**
     * A range.
     *
     * @throws IllegalArgumentException if it ends before it begins
     */
    public KeyRange {
        if (after != null && upTo != null && Unicode.compare(after, upTo) > 0) {
            throw new IllegalArgumentException("a range ends before it begins");
        }
    }

    /** Whether a key lies in it. */
    public boolean contains(String key) {
        return (after == null || Unicode.compare(key, after) > 0) && !isBefore(key);
    }

    /** Whether it ends before a key. */
    public boolean isBefore(String key) {
        return upTo != null && Unicode.compare(key, upTo) > 0;
    }

    /** Whether no key can lie in it. */
    public boolean isEmpty() {
        return after != null && after.equals(upTo);
    }

    /** What of it lies behind a key. */
    public KeyRange behind(String key) {
        return new KeyRange(key, upTo);
    }

    /** What of it lies up to a key. */
    public KeyRange until(String key) {
        return new KeyRange(after, key);
    }
}
