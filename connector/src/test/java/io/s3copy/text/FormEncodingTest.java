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
package io.s3copy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys in records are decoded once, and only what an encoder can have written. */
class FormEncodingTest {

    @Property(tries = 1000)
    void anEncodedKeyDecodesToItself(@ForAll("keys") String key) {
        assertThat(FormEncoding.decode(URLEncoder.encode(key, StandardCharsets.UTF_8)))
                .isEqualTo(key);
    }

    @Property(tries = 1000)
    void aKeyEncodedByTheByteDecodesToItself(@ForAll("keys") String key) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02x", b));
        }
        assertThat(FormEncoding.decode(encoded.toString())).isEqualTo(key);
    }

    @Property(tries = 1000)
    void whatIsDecodedIsWhatJavaDecodes(@ForAll("codes") String encoded) {
        String decoded = FormEncoding.decode(encoded);
        assertThat(decoded == null || decoded.equals(URLDecoder.decode(encoded, StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a+b, a b", "a%2Bb, a+b", "a%2fb, a/b", "a%252Fb, a%2Fb", "%F0%9F%98%80, 😀", "~!*'()$, ~!*'()$"})
    void keysAreDecodedOnce(String encoded, String key) {
        assertThat(FormEncoding.decode(encoded)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "a%",
                "a%2",
                "%zz",
                "%-1",
                "%+1",
                "% 1",
                "%\u0661\u0661",
                "%C3",
                "%C3%28",
                "%80",
                "%C0%AF",
                "%F8%88%80%80%80",
                "%ED%A0%80",
                "a b",
                "é",
                "\n",
                "\u007f",
                "😀"
            })
    void whatNoEncoderWritesIsRefused(String encoded) {
        assertThat(FormEncoding.decode(encoded)).isNull();
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("%", "2", "F", "c3", "%C3%A9", "+", "a", "%2B", "%F0%9F", "%98%80", "/", "é", " ")
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces));
    }
}
