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
package io.s3copy.event;

import io.s3copy.text.FormEncoding;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a text that should be JSON can be instead. */
final class DocumentText {

    private static final String PUBLISH = "Action=Publish";
    private static final String MESSAGE = "Message=";

    /** How base64 begins of what begins with a brace, a bracket or a quote. */
    private static final String BASE64_STARTS = "eWI";

    private DocumentText() {}

    /**
     * The message in a request to publish one, form-encoded as SNS takes it; or null when a text is none.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>
     */
    static @Nullable String published(String text) {
        String form = text.strip();
        if (form.isEmpty() || !Character.isLetter(form.charAt(0)) || !form.contains(PUBLISH)) {
            return null;
        }
        boolean publishes = false;
        String message = null;
        for (String field : form.split("&", -1)) {
            publishes |= field.equals(PUBLISH);
            if (field.startsWith(MESSAGE) && message == null) {
                message = field.substring(MESSAGE.length());
            }
        }
        return publishes && message != null ? FormEncoding.decode(message) : null;
    }

    /** The bytes of a document in base64, or null when a text is none. */
    static byte @Nullable [] ofBase64(String text) {
        String encoded = text.strip();
        if (encoded.isEmpty() || BASE64_STARTS.indexOf(encoded.charAt(0)) < 0) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
