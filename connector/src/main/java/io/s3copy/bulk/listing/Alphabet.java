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
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The characters that keys have been seen to use, and arithmetic on keys as numbers in them: where a range has its middle,
 * and how far a key lies in it. What has not been seen yet only makes a guess worse, never wrong. Thread-safe.
 */
final class Alphabet {

    /** More characters would not make a better guess. */
    private static final int MOST = 4_096;

    /** So many characters behind what two keys have in common tell them apart well enough. */
    private static final int DIGITS = 12;

    /** A middle is chosen among so many steps at least. */
    private static final BigInteger STEPS = BigInteger.valueOf(8);

    private static final int BEYOND_ASCII = 0x80;

    /** S3's bound of a key, in bytes of UTF-8. */
    private static final int LONGEST_KEY = 1_024;

    private volatile int[] points = {};

    /** Learns the characters of a text. */
    void learn(String text) {
        for (int at = 0; at < text.length(); at++) {
            int point = text.codePointAt(at);
            at += Character.charCount(point) - 1;
            if (Arrays.binarySearch(points, point) < 0) {
                add(point);
            }
        }
    }

    private synchronized void add(int point) {
        int[] now = points;
        boolean pair = Character.getType(point) == Character.SURROGATE;
        if (!pair && now.length < MOST && Arrays.binarySearch(now, point) < 0) {
            int[] more = Arrays.copyOf(now, now.length + 1);
            more[now.length] = point;
            Arrays.sort(more);
            points = more;
        }
    }

    /**
     * A text between two keys, about half way. It need not be the key of an object.
     *
     * @param low null for what is before all keys
     * @param high null for what is behind all keys
     * @return null where there is no room, or nothing is known
     */
    @Nullable
    String middle(@Nullable String low, @Nullable String high) {
        int[] known = points;
        String common = common(low, high);
        String unseen = unseen(known, common, low, high);
        if (unseen != null && isBetween(low, unseen, high)) {
            return unseen;
        }
        for (int digits = 1; digits <= DIGITS; digits++) {
            BigInteger from = number(known, low == null ? "" : low, common.length(), digits);
            BigInteger to = high == null ? base(known).pow(digits) : number(known, high, common.length(), digits);
            if (to.subtract(from).compareTo(STEPS) < 0 && digits < DIGITS) {
                continue;
            }
            String middle = common + text(known, from.add(to).shiftRight(1), digits);
            if (isBetween(low, middle, high)) {
                return middle;
            }
        }
        return null;
    }

    /**
     * The middle of characters of which none has been seen yet. Scripts beyond ASCII have too many to wait until one has;
     * between two of ASCII there mostly is none.
     */
    private static @Nullable String unseen(int[] known, String common, @Nullable String low, @Nullable String high) {
        int at = common.length();
        if (low == null || high == null || low.length() <= at || high.length() <= at) {
            return null;
        }
        int from = low.codePointAt(at);
        int to = high.codePointAt(at);
        int next = Arrays.binarySearch(known, from + 1);
        int first = next < 0 ? -next - 1 : next;
        boolean seen = first < known.length && known[first] < to;
        return from < BEYOND_ASCII || to - from < 2 || seen ? null : common + point(from + (to - from) / 2);
    }

    /**
     * A text that leaps over characters, where the first of a key is the last that has been seen.
     *
     * @param leap how far, as a power of two
     * @return null where greater ones have been seen, or there are none
     */
    @Nullable
    String beyond(String low, int leap) {
        int[] known = points;
        boolean greatest = !low.isEmpty() && known.length > 0 && low.codePointAt(0) >= known[known.length - 1];
        long point = greatest ? low.codePointAt(0) + (1L << Math.min(leap, 21)) : Long.MAX_VALUE;
        return point > Character.MAX_CODE_POINT ? null : point((int) point);
    }

    private static String point(int wanted) {
        boolean half = wanted >= Character.MIN_SURROGATE && wanted <= Character.MAX_SURROGATE;
        return Character.toString(half ? Character.MAX_SURROGATE + 1 : wanted);
    }

    /**
     * How far a key lies between two others, from 0 to 1.
     *
     * @param low null for what is before all keys
     * @param high null for what is behind all keys
     */
    double position(@Nullable String low, @Nullable String high, String key) {
        int[] known = points;
        int from = common(low, high).length();
        if (low != null && high != null && low.length() > from && high.length() > from) {
            int first = low.codePointAt(from);
            int end = high.codePointAt(from);
            if (first >= BEYOND_ASCII && end - first > 1 && key.length() > from) {
                return Math.min(1, (double) (key.codePointAt(from) - first) / (end - first));
            }
        }
        double start = fraction(known, low == null ? "" : low, from);
        double end = high == null ? 1 : fraction(known, high, from);
        double at = fraction(known, key, from);
        return end <= start ? 1 : Math.max(0, Math.min(1, (at - start) / (end - start)));
    }

    /** The first text behind all that begin with the prefix, or null where there is none. */
    static @Nullable String behind(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                return prefix.substring(0, end) + point(last + 1);
            }
        }
        return null;
    }

    /** What two keys begin with, in whole characters. */
    static String common(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return "";
        }
        int most = Math.min(one.length(), other.length());
        int length = 0;
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        boolean halved = length > 0 && Character.isHighSurrogate(one.charAt(length - 1));
        return one.substring(0, halved ? length - 1 : length);
    }

    static boolean isBetween(@Nullable String low, String key, @Nullable String high) {
        return (low == null || Unicode.compare(low, key) < 0)
                && (high == null || Unicode.compare(key, high) < 0)
                && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
    }

    /** One for each character, and one for the end of a key. */
    private static BigInteger base(int[] known) {
        return BigInteger.valueOf(known.length + 1L);
    }

    private static BigInteger number(int[] known, String key, int from, int digits) {
        BigInteger number = BigInteger.ZERO;
        int at = from;
        for (int digit = 0; digit < digits; digit++) {
            int value = 0;
            if (at < key.length()) {
                int point = key.codePointAt(at);
                value = digit(known, point);
                at = isKnown(known, point) ? at + Character.charCount(point) : key.length();
            }
            number = number.multiply(base(known)).add(BigInteger.valueOf(value));
        }
        return number;
    }

    private static double fraction(int[] known, String key, int from) {
        double fraction = 0;
        double weight = 1;
        int at = from;
        for (int digit = 0; digit < DIGITS && at < key.length(); digit++) {
            int point = key.codePointAt(at);
            weight /= known.length + 1;
            fraction += weight * digit(known, point);
            at = isKnown(known, point) ? at + Character.charCount(point) : key.length();
        }
        return fraction;
    }

    /**
     * From 1. What is not known has the digit of what is behind it, and none follows: keys of known characters that come
     * behind the one come behind the other.
     */
    private static int digit(int[] known, int point) {
        int at = Arrays.binarySearch(known, point);
        return at < 0 ? -at : at + 1;
    }

    private static boolean isKnown(int[] known, int point) {
        return Arrays.binarySearch(known, point) >= 0;
    }

    private static String text(int[] known, BigInteger number, int digits) {
        int[] values = new int[digits];
        BigInteger rest = number;
        for (int digit = digits - 1; digit >= 0; digit--) {
            BigInteger[] divided = rest.divideAndRemainder(base(known));
            values[digit] = divided[1].intValue();
            rest = divided[0];
        }
        StringBuilder text = new StringBuilder();
        for (int value : values) {
            if (value == 0) {
                break;
            }
            text.appendCodePoint(known[value - 1]);
        }
        return text.toString();
    }
}
