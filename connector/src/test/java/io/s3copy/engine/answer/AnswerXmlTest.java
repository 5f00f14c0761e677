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
package io.s3copy.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is mended in the XML of answers, and what is left as it is. */
class AnswerXmlTest {

    private static String mended(String xml) {
        return new String(AnswerXml.mended(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>é &#233; &#x1F600; &#10; &amp;</a>",
                "<a><LastModified>2026-04-01T10:00:00.000Z</LastModified></a>",
                "<Tag><Value>Wed, 01 Apr 2026 10:00:00 GMT</Value></Tag>",
                "no XML \u0007",
                ""
            })
    void whatCanBeReadStaysAsItIs(String xml) {
        assertThat(mended(xml)).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\uFEFF", "\uFEFF\r\n  "})
    void whatComesBeforeTheDeclarationIsLeftOut(String before) {
        assertThat(mended(before + "<?xml version=\"1.0\"?><a/>")).isEqualTo("<?xml version=\"1.0\"?><a/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#x7;", "&#7;", "&#0;", "&#x1F;", "&#xFFFE;", "&#xD800;"})
    void whatXmlHasNoReferenceForIsReplaced(String reference) {
        assertThat(mended("<Key>bell" + reference + ".bin</Key>")).isEqualTo("<Key>bell&#xFFFD;.bin</Key>");
    }

    @Test
    void controlCharactersAreReplaced() {
        assertThat(mended("<Key>bell\u0007.bin</Key>")).isEqualTo("<Key>bell\uFFFD.bin</Key>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 01 Apr 2026 10:00:00 GMT | 2026-04-01T10:00:00Z",
                "2026-04-01T12:00:00+02:00 | 2026-04-01T10:00:00Z",
                "2026-04-01 10:00:00 | 2026-04-01T10:00:00Z"
            })
    void datesOfAnyMakeAreWrittenAsS3Does(String said, String mended) {
        assertThat(mended("<R><LastModified>" + said + "</LastModified></R>"))
                .isEqualTo("<R><LastModified>" + mended + "</LastModified></R>");
    }

    @Test
    void whatIsNoDateIsLeftOut() {
        assertThat(mended("<R><LastModified>yesterday</LastModified><ETag>e</ETag></R>"))
                .isEqualTo("<R><ETag>e</ETag></R>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<IsTruncated/>",
                "<IsTruncated />",
                "<IsTruncated></IsTruncated>",
                "<IsTruncated>\n</IsTruncated>"
            })
    void anEmptyWordOnTheNextPageIsNoWord(String element) {
        assertThat(mended("<R>" + element + "<Key>k</Key></R>")).isEqualTo("<R><Key>k</Key></R>");
        assertThat(mended("<R><IsTruncated>true</IsTruncated></R>")).contains("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Tagging xmlns=\"x\">",
                "<?xml version=\"1.0\"?>\n  <!-- c -->\n<s3:Tagging>",
                "\uFEFF<?xml version=\"1.0\"?><Tagging/>"
            })
    void theRootIsFoundBehindWhatComesBeforeIt(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        assertThat(AnswerXml.root(bytes, bytes.length)).contains("tagging");
    }
}
