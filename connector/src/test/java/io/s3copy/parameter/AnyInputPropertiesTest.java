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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Events are untrusted: whatever they hold becomes a value of the row's type, or the one error that tells what to do. */
class AnyInputPropertiesTest {

    @Property(tries = 3000)
    void anyInputIsReadOrRefused(@ForAll("rows") CopyParameter row, @ForAll("inputs") Object given) {
        InvalidParameterException refusal = Reading.refused(row, given).orElse(null);
        if (refusal == null) {
            assertThat(Reading.read(row, given)).isInstanceOf(row.type().javaType());
        } else {
            assertThat(refusal.getMessage())
                    .contains("header " + row.header())
                    .endsWith(": " + refusal.rule() + ". " + refusal.fix() + ".");
        }
    }

    @Property(tries = 3000)
    void errorsHoldNothingThatForgesALogLine(@ForAll("rows") CopyParameter row, @ForAll("inputs") Object given) {
        InvalidParameterException refusal = Reading.refused(row, given).orElse(null);
        String message = refusal == null ? "" : String.valueOf(refusal.getMessage());
        assertThat(message.codePoints().map(Character::getType).boxed())
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR,
                        (int) Character.SURROGATE);
    }

    @Property(tries = 1000)
    void errorsStayShort(@ForAll("rows") CopyParameter row, @ForAll("inputs") Object given) {
        InvalidParameterException refusal = Reading.refused(row, given).orElse(null);
        assertThat(refusal == null ? "" : refusal.getMessage()).hasSizeLessThan(1200);
    }

    @Property(tries = 1000)
    void errorsOfSecretsShowNothingOfThem(@ForAll("secretRows") CopyParameter row, @ForAll("secrets") Object given) {
        InvalidParameterException refusal = Reading.refused(row, given).orElse(null);
        String text = given instanceof byte[] bytes ? Arrays.toString(bytes) : given.toString();
        assertThat(refusal == null ? "" : refusal.toString()).doesNotContain(text);
    }

    @ParameterizedTest
    @EnumSource
    void aHugeInputOfManyPiecesIsReadOrRefused(ParameterType type) {
        CopyParameter row = CopyParameter.requestRows().stream()
                .filter(one -> one.type() == type)
                .findFirst()
                .orElseThrow();
        for (String piece : List.of("a/b; c=d", ";a=b", "id=\"x\",", "a=b&", "{\"a\":", "[", "bytes=0-1", "1,")) {
            InvalidParameterException refusal =
                    Reading.refused(row, "text/plain" + piece.repeat(50_000)).orElse(null);
            assertThat(refusal == null ? "" : refusal.getMessage()).hasSizeLessThan(1200);
        }
    }

    @Provide
    Arbitrary<CopyParameter> rows() {
        return Arbitraries.of(CopyParameter.requestRows());
    }

    @Provide
    Arbitrary<CopyParameter> secretRows() {
        return Arbitraries.of(
                CopyParameter.SSE_CUSTOMER_KEY,
                CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY,
                CopyParameter.SSE_CUSTOMER_KEY_MD5,
                CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY_MD5);
    }

    @Provide
    Arbitrary<Object> secrets() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMinLength(8).ofMaxLength(80).map(Object.class::cast),
                Arbitraries.strings().all().ofMinLength(8).ofMaxLength(80).map(Object.class::cast),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(8)
                        .ofMaxSize(80)
                        .map(Object.class::cast));
    }

    @Provide
    Arbitrary<Object> inputs() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(300),
                Arbitraries.strings().ascii().ofMaxLength(60),
                Arbitraries.strings()
                        .withChars("0123456789-=bytesKMGiB:TZ+ /?&%;,\"")
                        .ofMaxLength(30),
                Arbitraries.of(
                        "",
                        " ",
                        "true",
                        "COPY",
                        "bytes=0-9",
                        "2030-01-31T00:00:00Z",
                        "1",
                        "64MiB",
                        "a=b",
                        "text/plain",
                        "%",
                        "a/b?versionId=",
                        "bytes=9-1",
                        "-1",
                        "999999999999999999999",
                        "e30=",
                        "x\r\ny: z"));
        Arbitrary<Object> values = Arbitraries.oneOf(
                text.map(Object.class::cast),
                text.map(Object.class::cast),
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(Object.class::cast),
                Arbitraries.maps(text, text).ofMaxSize(4).map(Object.class::cast),
                text.list().ofMaxSize(3).map(Object.class::cast));
        return Arbitraries.oneOf(
                values,
                values.list().ofMaxSize(3).map(Object.class::cast),
                Arbitraries.maps(Arbitraries.of("Bucket", "Key", "PartNumber", "ETag", "Parts"), values)
                        .map(Object.class::cast),
                Arbitraries.just(Collections.singletonMap(null, null)),
                Arbitraries.just(List.of(Map.of("PartNumber", "x", "ETag", "e"))),
                Arbitraries.just(new ByteRange(9, 3)),
                Arbitraries.just(new ByteRange(-1, Long.MAX_VALUE)),
                Arbitraries.just(new int[] {1}));
    }
}
