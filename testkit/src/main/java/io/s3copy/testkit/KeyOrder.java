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
package io.s3copy.testkit;

/**
 * The order in which S3 lists keys: that of their UTF-8 bytes, which is that of code points. Written again here, so that the
 * kit does not believe what it tests.
 */
public final class KeyOrder {

    private KeyOrder() {}

    /** Negative if the first comes before the other. */
    public static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int at = 0; at < length; at++) {
            char a = one.charAt(at);
            char b = other.charAt(at);
            if (a != b) {
                return place(a) - place(b);
            }
        }
        return one.length() - other.length();
    }

    /** Halves of pairs, which stand for what is beyond U+FFFF, come behind U+E000 to U+FFFF. */
    private static int place(char character) {
        return Character.isSurrogate(character) ? character + 0x10000 : character;
    }
}
