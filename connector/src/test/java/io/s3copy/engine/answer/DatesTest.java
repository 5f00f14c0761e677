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

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are read in every form that servers are known to write, and those of S3 mean what Java says. */
class DatesTest {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(FIRST.toEpochMilli(), LAST.toEpochMilli())
                .map(Instant::ofEpochMilli);
    }

    /** The form of S3, with digits that need not be a time. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> two = Arbitraries.integers().between(0, 99);
        return two.list()
                .ofSize(6)
                .map(parts -> String.format(
                        "20%02d-%02d-%02dT%02d:%02d:%02d.000Z",
                        parts.get(0),
                        parts.get(1) % 14,
                        parts.get(2) % 33,
                        parts.get(3) % 25,
                        parts.get(4) % 61,
                        parts.get(5) % 61));
    }

    @Property
    void timeThatJavaWritesIsRead(@ForAll("times") Instant time) {
        assertThat(Dates.read(time.toString())).contains(time);
    }

    @Property
    void whatJavaRefusesIsNoTime(@ForAll("texts") String text) {
        assertThat(Dates.read(text)).isEqualTo(byJava(text));
    }

    private static Optional<Instant> byJava(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T10:00:00.000Z, 2026-04-01T10:00:00Z",
        "2026-04-01T10:00:00Z, 2026-04-01T10:00:00Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "2026-04-01T10:00:00.123456Z, 2026-04-01T10:00:00.123456Z",
        "2026-04-01T12:00:00+02:00, 2026-04-01T10:00:00Z",
        "'Wed, 01 Apr 2026 10:00:00 GMT', 2026-04-01T10:00:00Z",
        "2026-04-01 10:00:00, 2026-04-01T10:00:00Z",
        "' 2026-04-01T10:00:00.000Z ', 2026-04-01T10:00:00Z"
    })
    void formIsRead(String text, Instant time) {
        assertThat(Dates.read(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-01T10:00:00.000Z",
                "2023-02-29T10:00:00.000Z",
                "2026-00-01T10:00:00.000Z",
                "2026-04-01T1a:00:00.000Z",
                "2026-04-01T10:00:00.00\u0660Z",
                "2026-04-01T10:00:60.000Z"
            })
    void whatIsNoTimeIsNone(String text) {
        assertThat(Dates.read(text)).isEmpty();
    }
}
