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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CompletedPart;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checksum of a whole is that of its bytes, computed from its parts' alone. */
class JoinedChecksumTest {

    private static final int[] CUTS = {0, 1, 9, 4096, 4097, 70_000, 100_003};

    private static long crc64Nvme(byte[] bytes) {
        long crc = -1;
        for (byte each : bytes) {
            crc ^= each & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x9A6C9329AC4BC9B5L;
            }
        }
        return ~crc;
    }

    private static long computed(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return checksum.getValue();
    }

    private static String sum(JoinedChecksum crc, byte[] bytes) {
        ToLongFunction<byte[]> computation = switch (crc) {
            case CRC32 -> all -> computed(new CRC32(), all);
            case CRC32C -> all -> computed(new CRC32C(), all);
            case CRC64NVME -> JoinedChecksumTest::crc64Nvme;
        };
        long value = computation.applyAsLong(bytes);
        ByteBuffer buffer = crc == JoinedChecksum.CRC64NVME
                ? ByteBuffer.allocate(8).putLong(value)
                : ByteBuffer.allocate(4).putInt((int) value);
        return Base64.getEncoder().encodeToString(buffer.array());
    }

    private static CompletedPart part(int number, String member, String sum) {
        return new CompletedPart(number, "\"e\"", Map.of(member, sum));
    }

    @Test
    void theChecksumThatIsComparedWithIsTheCatalogues() {
        assertThat(crc64Nvme("123456789".getBytes(StandardCharsets.US_ASCII))).isEqualTo(0xAE8B14860A799888L);
    }

    @ParameterizedTest
    @EnumSource(JoinedChecksum.class)
    void partsOfAnyLengthMakeTheChecksumOfTheWhole(JoinedChecksum crc) {
        byte[] content = new byte[CUTS[CUTS.length - 1]];
        new Random(7).nextBytes(content);
        String member = "Checksum" + crc;
        List<CompletedPart> parts = new ArrayList<>();
        for (int number = 1; number < CUTS.length; number++) {
            byte[] bytes = Arrays.copyOfRange(content, CUTS[number - 1], CUTS[number]);
            parts.add(part(number, member, sum(crc, bytes)));
        }
        assertThat(JoinedChecksum.of(member, parts, number -> CUTS[number] - CUTS[number - 1]))
                .contains(sum(crc, content));
        assertThat(JoinedChecksum.of(member, parts, number -> CUTS[number] - CUTS[number - 1] + (number == 3 ? 1 : 0)))
                .as("a part of another length")
                .isPresent()
                .isNotEqualTo(java.util.Optional.of(sum(crc, content)));
    }

    @Test
    void aPartWithoutAReadableChecksumLeavesTheWholeUnknown() {
        String member = "ChecksumCRC32";
        Stream.of("", "AAAA", "not base64!", "AAAAAAAAAAA=")
                .forEach(text -> assertThat(JoinedChecksum.of(
                                member, List.of(part(1, member, "AAAAAA=="), part(2, member, text)), number -> 1))
                        .as(text)
                        .isEmpty());
        assertThat(JoinedChecksum.of(member, List.of(new CompletedPart(1, "\"e\"", Map.of())), number -> 1))
                .isEmpty();
        assertThat(JoinedChecksum.of("ChecksumSHA256", List.of(part(1, "ChecksumSHA256", "AAAA")), number -> 1))
                .as("no checksum that can be joined")
                .isEmpty();
    }
}
