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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what is percent-encoded can be decoded to the key that it is. */
class PercentEncodingTest {

    private static boolean isUtf8(String xml) {
        return PercentEncoding.isUtf8(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void whatIsEncodedFromTextIsUtf8(@ForAll String text) {
        assertThat(isUtf8("<Key>" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "</Key>"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<Key>100%</Key>",
                "<Key>%",
                "%4",
                "%zz",
                "<Key>%F0%9f%98%80%00a%C3%A9</Key>",
                "<Key>\u00e9</Key>"
            })
    void whatIsTextOrNoEncodingAtAllPasses(String xml) {
        assertThat(isUtf8(xml)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Key>a%ED%A0%BD</Key>",
                "<Key>%ed%a0%bd%ed%b8%80</Key>",
                "<Key>%E9t%E9</Key>",
                "<Key>%C3</Key>",
                "<Key>%C3a%A9</Key>",
                "<Key>%C0%AF</Key>",
                "<Key>a%20b%FF"
            })
    void whatIsNotUtf8IsSeen(String xml) {
        assertThat(isUtf8(xml)).isFalse();
    }
}
