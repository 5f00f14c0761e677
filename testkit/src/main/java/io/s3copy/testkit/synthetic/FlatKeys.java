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

/** Keys like UUIDs: their first 64 bits rise by a step and a jitter within it, the others are a hash. */
final class FlatKeys implements KeySpace {

    private static final int LENGTH = 36;

    private final long size;
    private final long seed;
    private final long step;
    private final long jitter;

    FlatKeys(long size, long seed) {
        this.size = size;
        this.seed = seed;
        this.step = size == 0 ? 0 : Long.divideUnsigned(-1L, size);
        // a mask: the largest power of two that is within a step
        this.jitter = step == 0 ? 0 : Long.highestOneBit(step) - 1;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public String key(long index) {
        long hash = Hash.of(seed, index);
        long high = index * step + (hash & jitter);
        char[] key = new char[LENGTH];
        Hash.hex(high >>> 32, key, 0, 8);
        key[8] = '-';
        Hash.hex(high >>> 16, key, 9, 4);
        key[13] = '-';
        Hash.hex(high, key, 14, 4);
        key[18] = '-';
        Hash.hex(hash >>> 48, key, 19, 4);
        key[23] = '-';
        Hash.hex(hash, key, 24, 12);
        return new String(key);
    }
}
