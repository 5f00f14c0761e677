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

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The dates of answers: S3 writes them as RFC 1123 in headers and as ISO-8601 in XML, and servers mix them up. */
public final class Dates {

    private static final int HTTP_LENGTH = "Wed, 01 Apr 2026 10:00:00 GMT".length();

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final List<Function<String, Instant>> READERS = List.of(
            Instant::parse,
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant(),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));

    private static final int SHORTEST = "2026-04-01T10:00:00Z".length();
    private static final int NANO_DIGITS = 9;
    private static final int LONGEST = SHORTEST + 1 + NANO_DIGITS;

    private Dates() {}

    /** As S3 writes it in XML: every answer to a copy has one, and every key of a page. */
    private static @Nullable Instant usual(String text) {
        int length = text.length();
        if (length < SHORTEST || length > LONGEST || text.charAt(10) != 'T' || text.charAt(length - 1) != 'Z') {
            return null;
        }
        int nanos = 0;
        if (length > SHORTEST) {
            int digits = length - SHORTEST - 1;
            int fraction = text.charAt(SHORTEST - 1) == '.' ? number(text, SHORTEST, digits) : -1;
            if (fraction < 0 || digits == 0) {
                return null;
            }
            nanos = fraction;
            for (int at = digits; at < NANO_DIGITS; at++) {
                nanos *= 10;
            }
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean separated =
                text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(13) == ':' && text.charAt(16) == ':';
        boolean plain = year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth()
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60;
        // anything odd is for a reader that knows all
        return separated && plain
                ? Instant.ofEpochSecond(
                        LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second,
                        nanos)
                : null;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /** Whether the SDK reads it in a header. */
    public static boolean isHttp(String text) {
        return text.length() == HTTP_LENGTH && text.endsWith("GMT") && text.charAt(3) == ',';
    }

    /** Whether the SDK reads it in XML. */
    public static boolean isXml(String text) {
        return text.length() > 10 && text.charAt(10) == 'T' && text.endsWith("Z");
    }

    public static String http(Instant time) {
        return HTTP.format(time);
    }

    /** A date in any of the forms in which servers write them. */
    public static Optional<Instant> read(String text) {
        String said = text.strip();
        Instant usual = usual(said);
        if (usual != null) {
            return Optional.of(usual);
        }
        for (Function<String, Instant> reader : READERS) {
            try {
                return Optional.of(reader.apply(said));
            } catch (DateTimeParseException e) {
                // the next one may
            }
        }
        return Optional.empty();
    }
}
