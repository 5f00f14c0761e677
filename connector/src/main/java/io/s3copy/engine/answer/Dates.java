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

    private static final int XML_LENGTH = "2026-04-01T10:00:00.000Z".length();

    private static final DateTimeFormatter HTTP = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final List<Function<String, Instant>> READERS = List.of(
            Instant::parse,
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant(),
            text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));

    private Dates() {}

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

    /** The time, however a server writes it; empty for what is none. */
    public static Optional<Instant> read(String text) {
        Instant usual = asS3Does(text);
        if (usual != null) {
            return Optional.of(usual);
        }
        String said = text.strip();
        for (Function<String, Instant> reader : READERS) {
            try {
                return Optional.of(reader.apply(said));
            } catch (DateTimeParseException e) {
                // the next one may
            }
        }
        return Optional.empty();
    }

    /**
     * The form of S3's XML, with milliseconds or without: 2026-04-01T10:00:00.000Z. Each key of a listing has one, and Java's
     * parser takes more time for it than all else that is done with a key. Null for any other form, and for no time.
     */
    private static @Nullable Instant asS3Does(String text) {
        boolean hasMillis = text.length() == XML_LENGTH && text.charAt(19) == '.';
        if ((!hasMillis && text.length() != XML_LENGTH - ".000".length()) || !hasSeparators(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int millis = hasMillis ? number(text, 20, 23) : 0;
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isTime || millis < 0 || !isDay(year, month, day)) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return Instant.ofEpochSecond(days * 86_400L + hour * 3_600L + minute * 60L + second, millis * 1_000_000L);
    }

    private static boolean isDay(int year, int month, int day) {
        boolean isMonth = year >= 0 && month >= 1 && month <= 12;
        return isMonth
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean hasSeparators(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(text.length() - 1) == 'Z';
    }

    /** Of digits only; -1 where there is another character. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
