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
package io.s3copy.testkit.synthetic;

import io.s3copy.testkit.KeyOrder;

/**
 * Objects that are computed: nothing of them is kept. The object at a place is always the same, and keys are in the order
 * of S3, that of UTF-8 bytes.
 */
public interface KeySpace {

    /** How many keys there are. */
    long size();

    /** The key at a place, from 0 to {@link #size()} - 1; each is behind the one before it. */
    String key(long index);

    /** What makes these objects others than those of another space with the same keys. */
    long seed();

    /** The place of the first key behind a text, which need not be a key; {@link #size()} if there is none. */
    default long firstAfter(String after) {
        return first(after, 1);
    }

    /** The place of the first key that does not come before a text; {@link #size()} if there is none. */
    default long firstFrom(String from) {
        return first(from, 0);
    }

    private long first(String text, int least) {
        long low = 0;
        long high = size();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (KeyOrder.compare(key(middle), text) >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The place of a key; -1 if it is none of these. */
    default long indexOf(String key) {
        long index = firstFrom(key);
        return index < size() && key(index).equals(key) ? index : -1;
    }

    /** The size of an object in bytes: most are small, and some are of gibibytes. */
    default long objectSize(long index) {
        long hash = Hash.of(seed() + 1, index);
        return (hash >>> 1) >>> (34 + (hash & 0xF));
    }

    /** The ETag of an object, in quotes: 32 hex digits. */
    default String eTag(long index) {
        char[] eTag = new char[34];
        eTag[0] = '"';
        Hash.hex(Hash.of(seed() + 2, index), eTag, 1, 16);
        Hash.hex(Hash.of(seed() + 3, index), eTag, 17, 16);
        eTag[33] = '"';
        return new String(eTag);
    }

    /** When an object was written, in seconds since 1970: some time in the five years from 2020 on. */
    default long lastModified(long index) {
        return 1_577_836_800L + Long.remainderUnsigned(Hash.of(seed() + 4, index), 5 * 365 * 86_400L);
    }
}
