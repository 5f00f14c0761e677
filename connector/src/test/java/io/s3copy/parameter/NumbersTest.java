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
package io.s3copy.parameter;

import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_RANGE;
import static io.s3copy.parameter.CopyParameter.EXPECTED_BUCKET_OWNER;
import static io.s3copy.parameter.CopyParameter.MAX_PARTS;
import static io.s3copy.parameter.CopyParameter.MPU_OBJECT_SIZE;
import static io.s3copy.parameter.CopyParameter.PART_NUMBER;
import static io.s3copy.parameter.CopyParameter.PART_NUMBER_MARKER;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, ranges, part numbers, account ids. */
class NumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "500, 500",
        "500B, 500",
        "64KiB, 65536",
        "64kb, 65536",
        "64MiB, 67108864",
        "64MB, 67108864",
        "' 5 GiB ', 5368709120",
        "50TiB, 54975581388800",
        "8388607TiB, 9223370937343148032"
    })
    void sizeIsBytesOrAWholeNumberOfBinaryUnits(String text, long bytes) {
        assertThat(Reading.read(MPU_OBJECT_SIZE, text)).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "-1", "1.5GiB", "5G", "GiB", "5 PiB", "0x10", "1e6", "٣"})
    void anythingElseIsNoSize(String text) {
        assertThat(Reading.refusal(MPU_OBJECT_SIZE, text).rule()).isEqualTo("is not a size");
    }

    @Test
    void sizeBeyond64BitsIsRefused() {
        assertThat(Reading.refusal(MPU_OBJECT_SIZE, "8388608TiB").rule()).contains("64 bits");
    }

    @Test
    void negativeSizeIsRefusedAsANumberToo() {
        assertThat(Reading.refusal(MPU_OBJECT_SIZE, -1L).rule()).isEqualTo("is not a size");
    }

    @Property(tries = 200)
    void numberAndTextAreOneSize(@ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long bytes) {
        assertThat(Reading.read(MPU_OBJECT_SIZE, bytes)).isEqualTo(Reading.read(MPU_OBJECT_SIZE, Long.toString(bytes)));
    }

    @Property(tries = 200)
    void rangeReadsBackFromItsText(
            @ForAll @LongRange(min = 0, max = 50L << 40) long first,
            @ForAll @LongRange(min = 1, max = ByteRange.MAX_LENGTH) long length) {
        ByteRange range = new ByteRange(first, first + length - 1);
        assertThat(Reading.read(COPY_SOURCE_RANGE, range.toString())).isEqualTo(range);
    }

    @Property(tries = 50)
    void lengthOfARangeCountsBothEnds(@ForAll @LongRange(min = 0, max = 1000) long first) {
        assertThat(new ByteRange(first, first).length()).isEqualTo(1);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "",
                "0-9",
                "bytes=0-",
                "bytes=-9",
                "bytes=9-0",
                "bytes=0-9,20-29",
                "bytes=a-b",
                "bytes = 0-9",
                "bytes=0-5368709120",
                "bytes=0-9999999999999999999"
            })
    void rangeThatS3WouldRefuseIsRefused(String text) {
        assertThat(Reading.refusal(COPY_SOURCE_RANGE, text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 4", "0, 5368709120", "-9223372036854775808, 9223372036854775807"})
    void typedRangeIsCheckedToo(long first, long last) {
        assertThat(Reading.refusal(COPY_SOURCE_RANGE, new ByteRange(first, last)))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1", "10000", " 7 "})
    void partNumberIsOneToTenThousand(String text) {
        assertThat(Reading.read(PART_NUMBER, text)).isEqualTo(Integer.valueOf(text.trim()));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "0", "10001", "-1", "1.0", "one"})
    void anythingElseIsNoPartNumber(String text) {
        assertThat(Reading.refusal(PART_NUMBER, text).rule()).isEqualTo("is not a whole number from 1 to 10,000");
    }

    @Test
    void listingMayStartBeforeTheFirstPart() {
        assertThat(Reading.read(PART_NUMBER_MARKER, 0)).isEqualTo(0);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "0", "-5", "many", "2147483648"})
    void countIsAtLeastOne(String text) {
        assertThat(Reading.refusal(MAX_PARTS, text).rule()).isEqualTo("is not a whole number of 1 or more");
    }

    @Test
    void accountIdKeepsItsLeadingZeros() {
        assertThat(Reading.read(EXPECTED_BUCKET_OWNER, " 001234567890 ")).isEqualTo("001234567890");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "1234567890", "1234567890123", "1234-5678-9012", "arn:aws:iam::123456789012:root"})
    void anythingElseIsNoAccountId(String text) {
        assertThat(Reading.refusal(EXPECTED_BUCKET_OWNER, text).rule()).isEqualTo("is not an account id of 12 digits");
    }

    @Test
    void accountIdThatLostItsZerosAsANumberIsExplained() {
        assertThat(Reading.refusal(EXPECTED_BUCKET_OWNER, 1234567890L).fix()).contains("leading zeros included");
    }
}
