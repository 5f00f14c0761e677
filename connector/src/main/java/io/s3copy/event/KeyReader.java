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

/** Reads keys as their sender wrote them, or as the user says that it did. */
final class KeyReader {

    private final KeyEncoding told;

    KeyReader(KeyEncoding told) {
        this.told = told;
    }

    /** The key of an object; decoded at most once, and then strictly. */
    String read(Element key, EventSchema schema) {
        String text = key.text("the key of an object");
        return switch (told == KeyEncoding.AUTO ? schema.keys() : told) {
            case PLAIN -> text;
            case ENCODED -> decoded(key, text);
            case AUTO -> undoubted(key, text);
        };
    }

    private static String decoded(Element key, String text) {
        String decoded = FormEncoding.decode(text);
        if (decoded == null) {
            throw key.expected("a key in form-encoded UTF-8");
        }
        return decoded;
    }

    /** Most keys read the same either way, and some were written by no encoder. */
    private static String undoubted(Element key, String text) {
        String decoded = FormEncoding.decode(text);
        if (decoded != null && !decoded.equals(text)) {
            throw key.expected(
                    "eventKeys=encoded or eventKeys=plain, as no record of this sender tells how it writes keys,");
        }
        return text;
    }
}
