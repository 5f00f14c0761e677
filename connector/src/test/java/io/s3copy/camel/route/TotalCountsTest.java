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
package io.s3copy.camel.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.route.PeriodicCounts.Count;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotalCountsTest {

    private Instant now = Instant.parse("2026-11-28T06:00:00Z");
    private final TotalCounts counts = new TotalCounts(() -> now);

    private void applied(Duration age, Duration untilReceived) {
        Instant happened = now.minus(age);
        counts.applied(happened, happened.plus(untilReceived));
    }

    @Test
    void nothingIsToldOfNothing() {
        assertThat(counts.totals()).isEqualTo(RouteTotals.NONE);
    }

    @Test
    void totalsAreOfAllTime() {
        counts.add(Count.COPIED);
        counts.add(Count.COPIED);
        counts.copied(7L);
        counts.copied(null);
        counts.add(Count.DEAD_LETTERED);
        counts.add(Count.SKIPPED);

        RouteTotals totals = counts.totals();

        assertThat(totals.copied()).isEqualTo(2);
        assertThat(totals.bytes()).isEqualTo(7);
        assertThat(totals.deadLettered()).isEqualTo(1);
        assertThat(totals.objects()).isEqualTo(3);
    }

    @Test
    void lagIsTheLongestOfTheLastMinutes() {
        applied(Duration.ofSeconds(90), Duration.ofSeconds(60));
        applied(Duration.ofSeconds(3), Duration.ofSeconds(1));

        assertThat(counts.totals().lag()).isEqualTo(Duration.ofSeconds(90));
        assertThat(counts.totals().pickUp()).isEqualTo(Duration.ofSeconds(60));

        now = now.plusSeconds(70);
        applied(Duration.ofSeconds(5), Duration.ofSeconds(2));
        assertThat(counts.totals().lag()).isEqualTo(Duration.ofSeconds(90));

        now = now.plusSeconds(60);
        assertThat(counts.totals().lag()).isEqualTo(Duration.ofSeconds(5));

        now = now.plusSeconds(600);
        assertThat(counts.totals().lag()).isNull();
        assertThat(counts.totals().pickUp()).isNull();
        assertThat(counts.totals().lastEvent()).isEqualTo(now.minusSeconds(665));
    }

    @Test
    void clockOfTheSenderMayBeAhead() {
        applied(Duration.ofSeconds(-5), Duration.ZERO);

        assertThat(counts.totals().lag()).isEqualTo(Duration.ZERO);
    }
}
