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
package io.s3copy.text;

/** What Java's text allows and Unicode does not, and the order in which S3 has keys. */
public final class Unicode {

    private Unicode() {}

    /** Whether a text holds half a surrogate pair. UTF-8 has no bytes for it: it would silently become a question mark. */
    public static boolean hasHalfPair(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (Character.isHighSurrogate(one)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(one)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Compares two texts by their UTF-8 bytes, as S3 orders keys. That is the order of code points; {@code String.compareTo}
     * has characters beyond U+FFFF before those of U+E000 to U+FFFF.
     */
    public static int compare(String one, String other) {
        return compare(one, 0, other, 0);
    }

    /**
     * Compares the ends of two texts by their UTF-8 bytes.
     *
     * @param from where the end of the first begins
     * @param otherFrom where the end of the other begins
     */
    public static int compare(String one, int from, String other, int otherFrom) {
        int length = Math.min(one.length() - from, other.length() - otherFrom);
        for (int at = 0; at < length; at++) {
            char a = one.charAt(from + at);
            char b = other.charAt(otherFrom + at);
            if (a != b) {
                boolean pairs = Character.isSurrogate(a) != Character.isSurrogate(b);
                return pairs ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length() - from, other.length() - otherFrom);
    }
}
