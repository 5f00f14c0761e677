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

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes in bytes: plain numbers, or whole numbers with a binary unit. */
public final class Sizes {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*([KMGT]i?B|B)?", Pattern.CASE_INSENSITIVE);
    private static final Map<Character, Long> UNITS =
            Map.of('B', 1L, 'K', 1L << 10, 'M', 1L << 20, 'G', 1L << 30, 'T', 1L << 40);

    private Sizes() {}

    /**
     * The bytes that an option names.
     *
     * @param option what errors call it
     * @throws InvalidParameterException when the text is no size
     */
    public static long parse(String option, String text) {
        try {
            return read(text);
        } catch (UnreadableValueException e) {
            throw new InvalidParameterException(option, text, e.rule(), e.fix());
        }
    }

    /** The bytes of a number or of a text such as {@code 67108864}, {@code 64MiB} or {@code 64MB} (binary, too). */
    static Long read(Object given) throws UnreadableValueException {
        if (given instanceof Long || given instanceof Integer) {
            long bytes = ((Number) given).longValue();
            if (bytes >= 0) {
                return bytes;
            }
        } else {
            Matcher matcher = SIZE.matcher(Texts.trimmed(given));
            if (matcher.matches()) {
                String unit = matcher.group(2) == null ? "B" : matcher.group(2).toUpperCase(Locale.ROOT);
                try {
                    return Math.multiplyExact(Long.parseLong(matcher.group(1)), UNITS.getOrDefault(unit.charAt(0), 1L));
                } catch (ArithmeticException e) {
                    throw new UnreadableValueException("is more bytes than 64 bits can count", "Give a smaller size");
                }
            }
        }
        throw new UnreadableValueException(
                "is not a size", "Give whole bytes, or a whole number with a unit: 500, 64KiB, 256MiB, 5GiB, 1TiB");
    }
}
