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

import io.s3copy.text.Unicode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** Reads texts: any, those that a header can carry, and object keys. */
final class Texts {

    private static final int KEY_BYTES = 1024;

    private Texts() {}

    /**
     * The text of a value. Bytes are UTF-8: Kafka's consumer, for one, gives every header as bytes. What has no text of
     * its own is refused, as Java's name for it would become part of a key.
     */
    static String of(Object given) throws UnreadableValueException {
        if (given instanceof byte[] bytes) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new UnreadableValueException("holds bytes that are no UTF-8", "Give a text, or its UTF-8 bytes");
            }
        } else if (given == null || given.getClass().isArray() || given instanceof Map || given instanceof Collection) {
            throw new UnreadableValueException(
                    "is " + (given == null ? "null" : "a " + given.getClass().getSimpleName()) + ", which is no text",
                    "Give a text");
        }
        return given.toString();
    }

    /** A text without the white space around it, for types that have no use for any. */
    static String trimmed(Object given) throws UnreadableValueException {
        return of(given).strip();
    }

    /** A line break in a header value would let event data add headers of its own. */
    static String header(Object given) throws UnreadableValueException {
        String text = of(given);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c < ' ' && c != '\t') || c >= 0x7f) {
                throw new UnreadableValueException(
                        "holds characters that no HTTP header can carry", "Use printable ASCII; encode anything else");
            }
        }
        if (!text.equals(text.strip())) {
            throw new UnreadableValueException(
                    "begins or ends with white space, which no header keeps", "Remove it, or encode it");
        }
        return text;
    }

    /** A header text where an empty one would mean another call: without its upload id, an abort is a delete. */
    static String present(Object given) throws UnreadableValueException {
        String text = header(given);
        if (text.isBlank()) {
            throw new UnreadableValueException("is empty", "Give a value, or leave it out");
        }
        return text;
    }

    static String key(Object given) throws UnreadableValueException {
        String key = of(given);
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        if (utf8.length == 0 || utf8.length > KEY_BYTES) {
            throw new UnreadableValueException(
                    "a key has 1 to 1,024 bytes of UTF-8, this one " + utf8.length, "Shorten or name the key");
        }
        return unicode(key);
    }

    /** UTF-8 has no bytes for half a surrogate pair: it would silently become a question mark. */
    static String unicode(String text) throws UnreadableValueException {
        if (Unicode.hasHalfPair(text)) {
            throw new UnreadableValueException(
                    "holds half a surrogate pair, which is no character", "Give valid Unicode");
        }
        return text;
    }
}
