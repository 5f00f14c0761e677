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

import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

class TagsTest {

    @Property(tries = 500)
    void mapBecomesAQueryStringThatHoldsItAgain(@ForAll("tagSets") Map<String, String> tags) {
        assertThat(parsed((String) Reading.read(TAGS, tags))).isEqualTo(tags);
    }

    @Property(tries = 300)
    void queryStringOfAMapIsTakenAsItIs(@ForAll("tagSets") Map<String, String> tags) {
        Object query = Reading.read(TAGS, tags);
        assertThat(Reading.read(TAGGING, query)).isEqualTo(query);
    }

    private static Map<String, String> parsed(String query) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            tags.put(SdkHttpUtils.urlDecode(sides[0]), SdkHttpUtils.urlDecode(sides[1]));
        }
        return tags;
    }

    @Provide
    Arbitrary<Map<String, String>> tagSets() {
        Arbitrary<String> text = Arbitraries.strings()
                .all()
                .ofMaxLength(100)
                .filter(one -> one.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE));
        Arbitrary<String> names = text.filter(name -> !name.isEmpty() && !name.startsWith("aws:"));
        return Arbitraries.maps(names, text).ofMaxSize(10);
    }

    @Test
    void emptyTextAndEmptyMapAreTheEmptySet() {
        assertThat(new Object[] {Reading.read(TAGGING, ""), Reading.read(TAGS, Map.of())})
                .containsOnly("");
    }

    @Test
    void tagWithoutValueIsEmpty() {
        assertThat(Reading.read(TAGS, Collections.singletonMap("a", null))).isEqualTo("a=");
    }

    @Test
    void spaceInAMapIsEncodedAsPercent20() {
        assertThat(Reading.read(TAGS, Map.of("a b", "c+d"))).isEqualTo("a%20b=c%2Bd");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"a=b c", "ä=1", "a=%", "a=%zz", "=b", "a=1&a=2", "a=1&&b=2", "aws:x=1", "a=1\n"})
    void queryStringThatS3WouldRefuseIsRefused(String query) {
        assertThat(Reading.refusal(TAGGING, query)).isNotNull();
    }

    @Test
    void elevenTagsAreTooMany() {
        Map<String, String> tags =
                IntStream.range(0, 11).boxed().collect(Collectors.toMap(String::valueOf, String::valueOf));
        assertThat(Reading.refusal(TAGS, tags).rule()).isEqualTo("has 11 tags, and an object has at most 10");
    }

    @Test
    void nameMayHave128CharactersAndValue256() {
        assertThat(Reading.read(TAGS, Map.of("n".repeat(128), "v".repeat(256)))).isNotNull();
    }

    @Test
    void nameOf129CharactersIsRefused() {
        assertThat(Reading.refusal(TAGS, Map.of("n".repeat(129), ""))).isNotNull();
    }

    @Test
    void valueOf257CharactersIsRefused() {
        assertThat(Reading.refusal(TAGS, Map.of("n", "v".repeat(257)))).isNotNull();
    }

    @Test
    void halfASurrogatePairIsNoTag() {
        assertThat(Reading.refusal(TAGS, Map.of("a", "\ud83d")).rule()).contains("surrogate");
    }

    @Test
    void tagsAreAMapOrItsText() {
        assertThat(Reading.request(TAGS, "a-b=1%26&c="))
                .isEqualTo(Reading.request(TAGS, "{\"a-b\": \"1&\", \"c\": \"\"}"));
        assertThat(Reading.refusal(TAGS, "a").rule()).isEqualTo("has 'a' where name=value is expected");
    }
}
