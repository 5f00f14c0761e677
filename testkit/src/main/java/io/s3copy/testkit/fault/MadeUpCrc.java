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
package io.s3copy.testkit.fault;

/** The part of CRC64NVME that joins the checksums of pieces, for content that has no bytes. */
final class MadeUpCrc {

    private static final long MODULUS = 0x9A6C9329AC4BC9B5L;

    private MadeUpCrc() {}

    /** What a checksum becomes when so many bytes of zero follow: shifted by one bit after another, by doubling. */
    static long followedBy(long crc, long bytes) {
        long[] shift = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) {
            shift[bit] = bit == 0 ? MODULUS : 1L << (bit - 1);
        }
        long[] step = squared(squared(squared(shift)));
        long result = crc;
        for (long left = bytes; left > 0; left >>>= 1) {
            result = (left & 1) == 0 ? result : applied(step, result);
            step = squared(step);
        }
        return result;
    }

    private static long applied(long[] matrix, long vector) {
        long sum = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            sum ^= (vector >>> bit & 1) == 0 ? 0 : matrix[bit];
        }
        return sum;
    }

    private static long[] squared(long[] matrix) {
        long[] square = new long[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) {
            square[bit] = applied(matrix, matrix[bit]);
        }
        return square;
    }
}
