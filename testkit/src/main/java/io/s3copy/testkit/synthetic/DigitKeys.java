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

import java.util.ArrayList;
import java.util.List;

/** Keys of a fixed number of digits, written in any alphabet. */
final class DigitKeys implements KeySpace {

    static final List<String> DECIMAL = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final long size;
    private final long seed;
    private final String prefix;
    private final int digits;
    private final char[][] alphabet;
    private final String suffix;
    private final int longest;

    /**
     * Keys.
     *
     * @param digits how many each key has: enough for the size
     * @param alphabet the digits in the order of S3, none of which another begins with
     */
    DigitKeys(long size, long seed, String prefix, int digits, List<String> alphabet, String suffix) {
        this.size = size;
        this.seed = seed;
        this.prefix = prefix;
        this.digits = digits;
        List<char[]> characters = new ArrayList<>();
        alphabet.forEach(digit -> characters.add(digit.toCharArray()));
        this.alphabet = characters.toArray(new char[0][]);
        this.suffix = suffix;
        int widest = alphabet.stream().mapToInt(String::length).max().orElse(0);
        this.longest = prefix.length() + digits * widest + suffix.length();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long seed() {
        return seed;
    }

    /** Written from its end, as digits come in that order. */
    @Override
    public String key(long index) {
        char[] key = new char[longest];
        int at = longest - suffix.length();
        suffix.getChars(0, suffix.length(), key, at);
        long left = index;
        for (int digit = 0; digit < digits; digit++) {
            char[] characters = alphabet[(int) (left % alphabet.length)];
            left /= alphabet.length;
            for (int of = characters.length - 1; of >= 0; of--) {
                at--;
                key[at] = characters[of];
            }
        }
        at -= prefix.length();
        prefix.getChars(0, prefix.length(), key, at);
        return new String(key, at, longest - at);
    }
}
