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
package io.s3copy.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an ETag tells of a content, in quotes or not. */
class ETagsTest {

    private static final String MD5 = "0123456789abcdef0123456789ABCDEF";

    @ParameterizedTest
    @ValueSource(strings = {MD5, "\"" + MD5 + "\""})
    void digestOfAContentIsKnownByItsDigits(String eTag) {
        assertThat(ETags.isMd5(eTag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"\"",
                MD5 + "-2",
                MD5 + "0",
                "g123456789abcdef0123456789abcdef",
                "\u0660123456789abcdef0123456789abcde"
            })
    void anyOtherIsNone(String eTag) {
        assertThat(ETags.isMd5(eTag)).isFalse();
    }

    @Test
    void missingOneIsNone() {
        assertThat(ETags.isMd5(null)).isFalse();
    }
}
