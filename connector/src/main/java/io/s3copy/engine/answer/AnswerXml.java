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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The XML of an answer, and what servers write in it that an XML parser or the SDK refuses. Bytes are looked at as
 * Latin-1, which leaves those of UTF-8 as they are.
 */
public final class AnswerXml {

    /** What comes before the root: a byte order mark, blanks, the declaration, comments. */
    private static final Pattern ROOT = Pattern.compile(
            "\\A(?:\\u00EF\\u00BB\\u00BF)?\\s*+(?:(?><\\?.*?\\?>)\\s*+|(?><!--.*?-->)\\s*+)*+"
                    + "<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)[\\s/>]",
            Pattern.DOTALL);

    private static final Set<String> KEYS =
            Set.of("listbucketresult", "listversionsresult", "listmultipartuploadsresult");

    private static final Pattern BEFORE = Pattern.compile("\\A(?:\\u00EF\\u00BB\\u00BF)?\\s*(?=<)");
    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9A-Fa-f]{1,6}|[0-9]{1,7});");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

    private static final String IS_TRUNCATED = "<IsTruncated";
    private static final List<String> DATES = List.of("LastModified", "Initiated", "CreationDate");

    /** Only these: a tag or a key may look like a date, too. */
    private static final Pattern DATE = Pattern.compile("<(LastModified|Initiated|CreationDate)>([^<]*)</\\1>");

    /** Whether another page follows, said by nobody; the SDK would read that none does. */
    private static final Pattern NOT_TOLD = Pattern.compile("<IsTruncated\\s*(?:/>|>\\s*</IsTruncated>)");

    /** The sign for what cannot be shown: as a reference, and its bytes. */
    private static final String REPLACEMENT_REFERENCE = "&#xFFFD;";

    private static final String REPLACEMENT = "\u00EF\u00BF\u00BD";

    private AnswerXml() {}

    /** The name of the root as far as the text tells, in small letters; empty where it is no XML, or not yet told. */
    public static Optional<String> root(byte[] beginning, int length) {
        Matcher root = ROOT.matcher(new String(beginning, 0, length, StandardCharsets.ISO_8859_1));
        return root.find() ? Optional.of(root.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether so much of a body may be the beginning of XML. */
    public static boolean mayBegin(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1).strip();
        return text.isEmpty() || text.charAt(0) == '<' || text.charAt(0) == '\u00EF';
    }

    /** The same, so that it can be parsed; anything else than XML as it is. */
    public static byte[] mended(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        String mended = text.startsWith("<") ? text : BEFORE.matcher(text).replaceFirst("");
        if (mended.isEmpty() || mended.charAt(0) != '<') {
            return answer;
        }
        if (mayHaveIllegal(mended) && !listsKeys(mended)) {
            mended = CONTROL.matcher(mended).replaceAll(REPLACEMENT);
            mended = REFERENCE
                    .matcher(mended)
                    .replaceAll(found -> isLegal(found.group(1)) ? found.group() : REPLACEMENT_REFERENCE);
        }
        mended = hasOddDate(mended) ? withDates(mended) : mended;
        mended = mended.contains(IS_TRUNCATED) ? NOT_TOLD.matcher(mended).replaceFirst("") : mended;
        return mended.equals(text) ? answer : mended.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether there is a reference, or a character that XML does not have. Hardly any answer has. */
    private static boolean mayHaveIllegal(String xml) {
        for (int at = 0; at < xml.length(); at++) {
            char one = xml.charAt(at);
            if (one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return true;
            }
        }
        return xml.contains("&#");
    }

    /** Whether a date is not as S3 writes it. Pages have a thousand, and hardly ever such a one. */
    private static boolean hasOddDate(String xml) {
        for (String name : DATES) {
            String element = "<" + name + ">";
            for (int at = xml.indexOf(element); at >= 0; at = xml.indexOf(element, at + 1)) {
                int from = at + element.length();
                int to = xml.indexOf('<', from);
                if (to < 0 || !Dates.isXml(xml.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String withDates(String xml) {
        return DATE.matcher(xml).replaceAll(found -> date(found.group(), found.group(1), found.group(2)));
    }

    /** A key in a listing is used: with another character in it, it would be the key of another object. */
    private static boolean listsKeys(String xml) {
        Matcher root = ROOT.matcher(xml);
        return root.find() && KEYS.contains(root.group(1).toLowerCase(Locale.ROOT));
    }

    /** XML 1.0 has no way to write most control characters, not even as a reference. */
    private static boolean isLegal(String reference) {
        int character =
                reference.charAt(0) == 'x' ? Integer.parseInt(reference.substring(1), 16) : Integer.parseInt(reference);
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || (character >= 0x10000 && character <= 0x10FFFF);
    }

    /** What is no date at all is left out: no copy needs it. */
    private static String date(String element, String name, String text) {
        if (Dates.isXml(text)) {
            return element;
        }
        Optional<Instant> read = Dates.read(text);
        return read.isPresent() ? "<" + name + ">" + read.get() + "</" + name + ">" : "";
    }
}
