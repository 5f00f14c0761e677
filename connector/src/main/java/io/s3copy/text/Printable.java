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

import java.util.Set;

/** Text that others made, as it may stand in logs and errors. */
public final class Printable {

    private static final Set<Integer> UNPRINTABLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    private static final int SHOWN_LENGTH = 40;

    private Printable() {}

    /** The text with a question mark for whatever could forge a line of a log, or turn its text around. */
    public static String of(String text) {
        return text.codePoints()
                .map(point -> UNPRINTABLE.contains(Character.getType(point)) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first 40 characters of the text, printable and in single quotes, as errors show what is hostile. */
    public static String quoted(String text) {
        boolean cut = text.length() > SHOWN_LENGTH;
        return "'" + of(cut ? text.substring(0, SHOWN_LENGTH) : text) + (cut ? "…'" : "'");
    }
}
