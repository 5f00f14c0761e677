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

/** Numbers that look random, and are always the same. */
final class Hash {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private Hash() {}

    /** A number of a number, by the finalizer of SplitMix64. */
    static long of(long seed, long index) {
        long mixed = seed * 0x9E3779B97F4A7C15L + index + 0x632BE59BD9B4E019L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Writes the last digits of a number in base 16. */
    static void hex(long number, char[] to, int from, int digits) {
        long left = number;
        for (int at = from + digits - 1; at >= from; at--) {
            to[at] = HEX[(int) (left & 0xF)];
            left >>>= 4;
        }
    }

    /** Writes the last digits of a number in base 10. */
    static void decimal(long number, char[] to, int from, int digits) {
        long left = number;
        for (int at = from + digits - 1; at >= from; at--) {
            to[at] = (char) ('0' + left % 10);
            left /= 10;
        }
    }
}
