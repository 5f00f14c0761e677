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

import java.util.List;

/** How the keys of a bucket look. Each shape is right for up to {@link #MOST} keys. */
public enum Shape {
    /** UUIDs without any order to be guessed, in a flat space. */
    FLAT {
        @Override
        KeySpace make(long size, long seed) {
            return new FlatKeys(size, seed);
        }
    },
    /** One hot prefix has 99 of 100 keys. */
    CLUSTERED {
        @Override
        KeySpace make(long size, long seed) {
            long cold = size / 200;
            return new JoinedKeys(
                    List.of("archive/2019/", "data/hot/part=7/", "tmp/"),
                    List.of(new FlatKeys(cold, seed), new FlatKeys(size - 2 * cold, seed), new FlatKeys(cold, seed)),
                    seed);
        }
    },
    /** Folders of years, months, days and hours, as logs have them. */
    DATES {
        @Override
        KeySpace make(long size, long seed) {
            return new DateKeys(size, seed);
        }
    },
    /** Beyond ASCII, with characters that Java's own order of texts has in the wrong place. */
    NON_ASCII {
        @Override
        KeySpace make(long size, long seed) {
            return new DigitKeys(size, seed, "\u00fcber/", 10, BEYOND_ASCII, "");
        }
    },
    /** Control characters, and what URLs and XML have to escape. */
    CONTROL {
        @Override
        KeySpace make(long size, long seed) {
            return new DigitKeys(size, seed, "odd/", 10, ESCAPED, ".bin");
        }
    },
    /** Folders in folders, fifteen deep, each with an object of its own name. */
    DEEP {
        @Override
        KeySpace make(long size, long seed) {
            return new TreeKeys(size, seed);
        }
    },
    /** Numbers of twelve digits, one after the other. */
    NUMBERS {
        @Override
        KeySpace make(long size, long seed) {
            return new DigitKeys(size, seed, "file-", 12, DigitKeys.DECIMAL, ".dat");
        }
    };

    /** The most keys of a space. */
    public static final long MOST = 1_000_000_000;

    private static final List<String> BEYOND_ASCII = List.of(
            "z", "\u00e9", "\u0436", "\u4e2d", "\ud7a3", "\ue000", "\uff21", "\ufffd", "\ud83d\ude00", "\udbff\udffd");

    private static final List<String> ESCAPED =
            List.of("\u0001", "\u0007", "\t", "\n", "\r", "\u001f", " ", "%", "&", "+", "<", "\u007f");

    abstract KeySpace make(long size, long seed);

    /** So many keys of this shape. */
    public KeySpace of(long size) {
        return of(size, 0);
    }

    /**
     * So many keys of this shape.
     *
     * @param seed of what looks random
     */
    public KeySpace of(long size, long seed) {
        if (size < 0 || size > MOST) {
            throw new IllegalArgumentException("a space has from 0 to " + MOST + " keys, not " + size);
        }
        return make(size, seed);
    }
}
