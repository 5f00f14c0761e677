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
package io.s3copy.engine.http;

import java.nio.charset.StandardCharsets;

/** Text in URIs, as SigV4 wants it: only unreserved characters stand for themselves. */
final class UriText {

    private static final boolean[] PLAIN = new boolean[128];

    static {
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
                .chars()
                .forEach(plain -> PLAIN[plain] = true);
    }

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int LOW = 0xF;
    private static final int SHIFT = 4;

    private UriText() {}

    /**
     * Encodes a text.
     *
     * @param path whether slashes stand for themselves
     */
    static void encode(String text, boolean path, StringBuilder into) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one < PLAIN.length && (PLAIN[one] || (path && one == '/'))) {
                into.append(one);
            } else if (one < PLAIN.length) {
                escape(one, into);
            } else {
                int end = at + (Character.isHighSurrogate(one) && at + 1 < text.length() ? 2 : 1);
                for (byte piece : text.substring(at, end).getBytes(StandardCharsets.UTF_8)) {
                    escape(piece, into);
                }
                at = end - 1;
            }
        }
    }

    private static void escape(int piece, StringBuilder into) {
        into.append('%').append(HEX[(piece >> SHIFT) & LOW]).append(HEX[piece & LOW]);
    }
}
