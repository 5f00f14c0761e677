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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads MIME types: type/subtype; parameter=value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-media-type">RFC 9110, media type</a>
 */
final class MimeTypes {

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+*-]+\\s*");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*(?:[^=;\\s\"]+\\s*=\\s*(?:\"[^\"]*\"|[^;\\s\"]+)\\s*)?");

    private MimeTypes() {}

    static String read(Object given) throws UnreadableValueException {
        String type = Texts.header(given).strip();
        if (!isMimeType(type)) {
            int end = type.indexOf(';');
            boolean lostPlus = (end < 0 ? type : type.substring(0, end)).strip().contains(" ");
            throw new UnreadableValueException(
                    "is not a MIME type (type/subtype; parameter=value)",
                    lostPlus
                            ? "A + in a URI became a space: write RAW(image/svg+xml)"
                            : "Write for example text/plain; charset=utf-8");
        }
        return type;
    }

    /** Piece by piece: one pattern for all would recurse for each parameter, and a hostile header has thousands. */
    private static boolean isMimeType(String text) {
        Matcher type = TYPE.matcher(text);
        if (!type.lookingAt()) {
            return false;
        }
        int end = type.end();
        Matcher parameter = PARAMETER.matcher(text);
        while (end < text.length()) {
            if (!parameter.region(end, text.length()).lookingAt()) {
                return false;
            }
            end = parameter.end();
        }
        return true;
    }
}
