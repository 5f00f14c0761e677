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

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What is percent-encoded in a listing. The SDK decodes it, and puts a sign of its own for what is no UTF-8. */
public final class PercentEncoding {

    private static final int ESCAPE = 3;
    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * Whether all that is encoded is UTF-8. The SDK would make another key of one that is not: that of another object, or of
     * none.
     */
    public static boolean isUtf8(byte[] xml) {
        for (int at = 0; at < xml.length; at++) {
            if (xml[at] == '%') {
                int end = endOfEscapes(xml, at);
                if (end > at && !isUtf8(xml, at, end)) {
                    return false;
                }
                at = Math.max(at, end - 1);
            }
        }
        return true;
    }

    /**
     * What an encoded key is. A plus sign is a space, as in a form.
     *
     * @throws IllegalArgumentException if it is not encoded
     */
    public static String decoded(String encoded) {
        return encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0
                ? encoded
                : URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static int endOfEscapes(byte[] xml, int from) {
        int end = from;
        while (end + ESCAPE <= xml.length && xml[end] == '%' && digit(xml[end + 1]) >= 0 && digit(xml[end + 2]) >= 0) {
            end += ESCAPE;
        }
        return end;
    }

    private static int digit(byte character) {
        return Character.digit((char) character, HEX);
    }

    private static boolean isUtf8(byte[] xml, int from, int to) {
        byte[] decoded = new byte[(to - from) / ESCAPE];
        boolean ascii = true;
        for (int at = 0; at < decoded.length; at++) {
            int escape = from + at * ESCAPE;
            decoded[at] = (byte) (digit(xml[escape + 1]) * HEX + digit(xml[escape + 2]));
            ascii &= decoded[at] >= 0;
        }
        if (ascii) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
