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

import static io.s3copy.parameter.CopyParameter.EXPIRES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @Property(tries = 300)
    void isoIsReadAtAnyOffset(
            @ForAll @InstantRange(min = "0002-01-01T00:00:00Z", max = "9998-12-31T00:00:00Z") Instant time,
            @ForAll @net.jqwik.api.constraints.IntRange(min = -18, max = 18) int hours) {
        assertThat(Reading.read(
                        EXPIRES, time.atOffset(ZoneOffset.ofHours(hours)).toString()))
                .isEqualTo(time);
    }

    @Property(tries = 300)
    void rfc1123IsReadToTheSecond(
            @ForAll @InstantRange(min = "1000-01-01T00:00:00Z", max = "9998-12-31T00:00:00Z") Instant time) {
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
        assertThat(Reading.read(EXPIRES, text)).isEqualTo(time.truncatedTo(ChronoUnit.SECONDS));
    }

    @Property(tries = 300)
    void epochMillisecondsAreReadAsNumberAndAsText(
            @ForAll @InstantRange(min = "1974-01-01T00:00:00Z", max = "9998-12-31T00:00:00Z") Instant time) {
        Instant expected = time.truncatedTo(ChronoUnit.MILLIS);
        assertThat(new Object[] {
                    Reading.read(EXPIRES, expected.toEpochMilli()),
                    Reading.read(EXPIRES, " " + expected.toEpochMilli() + " "),
                    Reading.read(EXPIRES, Date.from(expected))
                })
                .containsOnly(expected);
    }

    @ParameterizedTest
    @CsvSource({"20300131", "1896091200"})
    void dayWithoutDashesAndEpochSecondsAreRefusedAsTooFewMilliseconds(String text) {
        assertThat(Reading.refusal(EXPIRES, text).rule()).contains("too few digits");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'2030-01-31T12:00:00Z', 2030-01-31T12:00:00Z",
        "'2030-01-31T12:00Z', 2030-01-31T12:00:00Z",
        "'2030-01-31T12:00:00.123456789+05:30', 2030-01-31T06:30:00.123456789Z",
        "'2030-01-31', 2030-01-31T00:00:00Z",
        "'Thu, 31 Jan 2030 12:00:00 GMT', 2030-01-31T12:00:00Z",
        "'Thu, 31 Jan 2030 12:00:00 +0200', 2030-01-31T10:00:00Z",
        "'1896091200000', 2030-01-31T12:00:00Z",
        "'0', 1970-01-01T00:00:00Z"
    })
    void allFormsOfATimeAreRead(String text, Instant expected) {
        assertThat(Reading.read(EXPIRES, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2030-01-31T12:00:00",
                "2030-01-31 12:00:00Z",
                "2030-02-30",
                "2030-01-31T12:00:00 02:00",
                "Fri, 31 Jan 2030 12:00:00 GMT",
                "31.01.2030",
                "1.5"
            })
    void anythingElseIsRefused(String text) {
        assertThat(Reading.refusal(EXPIRES, text).rule()).isEqualTo("is not a date");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"999999999999999999", "-999999999999999999", "+12000-01-01T00:00:00Z"})
    void yearThatNoHeaderCanSayIsRefused(String text) {
        assertThat(Reading.refusal(EXPIRES, text).rule()).startsWith("is outside the years 1 to 9999");
    }

    @Test
    void lostPlusOfAnOffsetIsExplained() {
        assertThat(Reading.refusal(EXPIRES, "2030-01-31T12:00:00 02:00").fix()).contains("in a URI a + needs RAW(…)");
    }

    @Test
    void dateOfADatabaseIsRead() {
        assertThat(Reading.read(EXPIRES, new java.sql.Date(1000))).isEqualTo(Instant.ofEpochSecond(1));
    }
}
