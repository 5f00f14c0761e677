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
package io.s3copy.engine.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Keys that a second decoding would change are known. */
class DoubleDecodingTest {

    @Property
    void aKeyThatIsNotFoundOutReadsTheSame(@ForAll String key) {
        if (!DoubleDecoding.readsOtherwise(key)) {
            // a plus is a blank for servers only behind a question mark
            assertThat(URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .isEqualTo(key);
        }
    }

    @Property
    void aKeyThatBreaksNoDecoderCanBeDecoded(@ForAll String key) {
        if (!DoubleDecoding.breaksDecoder(key)) {
            assertThat(URLDecoder.decode(key, StandardCharsets.UTF_8)).isNotNull();
        }
    }
}
