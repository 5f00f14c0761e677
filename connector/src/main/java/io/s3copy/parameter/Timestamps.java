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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Reads points in time, wherever they come from. */
public final class Timestamps {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Timestamps() {}

    /**
     * The point in time that an option names.
     *
     * @param option what errors call it
     * @throws InvalidParameterException when the text is none
     */
    public static Instant parse(String option, String text) {
        try {
            return read(text);
        } catch (UnreadableValueException e) {
            throw new InvalidParameterException(option, text, e.rule(), e.fix());
        }
    }

    /** An Instant, OffsetDateTime, ZonedDateTime or Date, epoch milliseconds, or a text of one of the forms. */
    static Instant read(Object given) throws UnreadableValueException {
        Instant instant = instant(given);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new UnreadableValueException(
                    "is outside the years 1 to 9999, which is what a header can say", "Give another date");
        }
        return instant;
    }

    @SuppressWarnings("JavaUtilDate") // messages hold them
    private static Instant instant(Object given) throws UnreadableValueException {
        if (given instanceof Instant instant) {
            return instant;
        } else if (given instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (given instanceof ZonedDateTime time) {
            return time.toInstant();
        } else if (given instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()); // not toInstant, which java.sql.Date refuses
        } else if (given instanceof Long || given instanceof Integer) {
            return Instant.ofEpochMilli(((Number) given).longValue());
        }
        return parse(Texts.trimmed(given));
    }

    private static Instant parse(String text) throws UnreadableValueException {
        try {
            if (text.matches("[1-9]\\d{0,10}")) {
                // 2030-01-31 without its dashes, or seconds: as milliseconds they would be a day in 1970
                throw new UnreadableValueException(
                        "has too few digits for epoch milliseconds",
                        "Write ISO-8601 (2030-01-31T12:00:00Z), or epoch milliseconds of 12 digits or more");
            } else if (text.matches("-?\\d{1,18}")) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            } else if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            } else if (text.matches("[A-Za-z]{3},.*")) {
                return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableValueException(
                    "is not a date",
                    "Write ISO-8601 with an offset (2030-01-31T12:00:00Z; 2030-01-31 is midnight UTC),"
                            + " RFC 1123 (Thu, 31 Jan 2030 12:00:00 GMT) or epoch milliseconds;"
                            + " in a URI a + needs RAW(…)");
        }
    }
}
