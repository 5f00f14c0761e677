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
package io.s3copy.engine;

import io.s3copy.parameter.CompletedPart;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a whole object from those of its parts, by the arithmetic of CRCs. A service that repeats the checksum of
 * the whole, which it was sent, proves nothing; those of parts it was never sent.
 */
enum JoinedChecksum {
    CRC32(Integer.SIZE, 0xEDB88320L),
    CRC32C(Integer.SIZE, 0x82F63B78L),
    CRC64NVME(Long.SIZE, 0x9A6C9329AC4BC9B5L);

    private final int width;
    private final long polynomial;

    /**
     * A checksum.
     *
     * @param polynomial with its bits in reverse
     */
    JoinedChecksum(int width, long polynomial) {
        this.width = width;
        this.polynomial = polynomial;
    }

    /**
     * The checksum of what the parts make.
     *
     * @param member of the parts, such as {@code ChecksumCRC32}
     * @param lengths the length of each part by its number
     * @return empty where a part has none, or the algorithm is no CRC
     */
    static Optional<String> of(String member, List<CompletedPart> parts, IntToLongFunction lengths) {
        for (JoinedChecksum crc : values()) {
            if (member.equals("Checksum" + crc.name())) {
                return crc.joined(member, parts, lengths);
            }
        }
        return Optional.empty();
    }

    private Optional<String> joined(String member, List<CompletedPart> parts, IntToLongFunction lengths) {
        long whole = 0;
        for (CompletedPart part : parts) {
            Optional<Long> sum = read(part.checksums().get(member));
            if (sum.isEmpty()) {
                return Optional.empty();
            }
            whole = multiplied(whole, power(lengths.applyAsLong(part.partNumber()))) ^ sum.get();
        }
        return Optional.of(written(whole));
    }

    private Optional<Long> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length * Byte.SIZE != width) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Optional.of(width == Long.SIZE ? buffer.getLong() : Integer.toUnsignedLong(buffer.getInt()));
    }

    private String written(long sum) {
        ByteBuffer buffer = ByteBuffer.allocate(width / Byte.SIZE);
        return Base64.getEncoder()
                .encodeToString((width == Long.SIZE ? buffer.putLong(sum) : buffer.putInt((int) sum)).array());
    }

    /** What a checksum is multiplied with when so many bytes follow: x to the power of their bits. */
    private long power(long bytes) {
        long one = 1L << (width - 1);
        long square = one >>> Byte.SIZE;
        long product = one;
        for (long left = bytes; left > 0; left >>>= 1) {
            product = (left & 1) == 0 ? product : multiplied(product, square);
            square = multiplied(square, square);
        }
        return product;
    }

    /** The product of two polynomials over the field of two elements, by the modulus of the checksum. */
    private long multiplied(long one, long other) {
        long product = 0;
        long shifted = other;
        for (long bit = 1L << (width - 1); bit != 0; bit >>>= 1) {
            product ^= (one & bit) == 0 ? 0 : shifted;
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : (shifted >>> 1) ^ polynomial;
        }
        return product;
    }
}
