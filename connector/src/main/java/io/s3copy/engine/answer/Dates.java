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
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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

    public static Optional<Instant> read(String text) {
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
}
