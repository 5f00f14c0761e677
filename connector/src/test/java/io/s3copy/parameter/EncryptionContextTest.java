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

import static io.s3copy.parameter.CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionContextTest {

    @Property(tries = 300)
    void mapBecomesTheBase64OfJsonThatHoldsItAgain(@ForAll("contexts") Map<String, String> context) {
        String value = (String) Reading.read(SSE_KMS_ENCRYPTION_CONTEXT, context);
        assertThat(EncryptionContext.pairs(value)).isEqualTo(context);
    }

    @Property(tries = 300)
    void base64IsKeptAsItIs(@ForAll("contexts") Map<String, String> context) {
        Object value = Reading.read(SSE_KMS_ENCRYPTION_CONTEXT, context);
        assertThat(Reading.read(SSE_KMS_ENCRYPTION_CONTEXT, " " + value + "\n")).isEqualTo(value);
    }

    @Provide
    Arbitrary<Map<String, String>> contexts() {
        Arbitrary<String> text = Arbitraries.strings()
                .all()
                .ofMaxLength(40)
                .filter(one -> one.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE));
        return Arbitraries.maps(text, text).ofMaxSize(5);
    }

    @Test
    void jsonIsWrittenInUtf8() {
        String value = (String) Reading.read(SSE_KMS_ENCRYPTION_CONTEXT, Map.of("a", "é"));
        assertThat(new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":\"é\"}");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"", "null", "[]", "1", "\"a\"", "{\"a\":1}", "{\"a\":null}", "{\"a\":{}}", "{} {}", "{", "é"})
    void anythingButAJsonObjectOfTextsIsRefused(String json) {
        String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        assertThat(Reading.refusal(SSE_KMS_ENCRYPTION_CONTEXT, base64).rule())
                .isEqualTo("is not the base64 of a JSON object of texts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"b\"}", "a=b", "eyJhIjoiYiJ9"})
    void jsonQueryStringAndBase64AreOneContext(String text) {
        assertThat(Reading.request(SSE_KMS_ENCRYPTION_CONTEXT, text))
                .isEqualTo(Reading.request(SSE_KMS_ENCRYPTION_CONTEXT, Map.of("a", "b")));
    }

    @Test
    void textThatIsNoneOfThemIsRefused() {
        assertThat(Reading.refusal(SSE_KMS_ENCRYPTION_CONTEXT, "department").fix())
                .startsWith("Give a map");
    }

    @Test
    void nullIsNoText() {
        assertThat(Reading.refusal(SSE_KMS_ENCRYPTION_CONTEXT, Collections.singletonMap("a", null)))
                .isNotNull();
    }

    @Test
    void halfASurrogatePairIsNoText() {
        assertThat(Reading.refusal(SSE_KMS_ENCRYPTION_CONTEXT, Map.of("a", "\ud83d"))
                        .rule())
                .contains("surrogate");
    }

    @Test
    void pairsAreThoseOfAContextOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionContext.pairs("garbage"));
    }
}
