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
package io.s3copy.bulk.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which stretch of the keys is busy, by a clock that is moved. */
class RunHeatTest {

    private long nanos = TimeUnit.SECONDS.toNanos(-7);
    private final RunHeat heat = new RunHeat(() -> nanos);

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    private void listed(String key, int keys) {
        heat.listed(key, key, keys);
    }

    private RangeHeat range(int number) {
        return heat.ranges().get(number);
    }

    @Test
    void whatHappensIsCountedInTheStretchOfItsKey() {
        heat.begins("in/");
        heat.cut("g");
        heat.cut("p");

        heat.listed("a", "g", 1010);
        heat.ended("in/h", 2, Duration.ofMillis(100));
        heat.ended("in/p", 4, Duration.ofMillis(300));
        heat.throttled("in/pa");
        heat.throttled("in/z");

        assertThat(heat.ranges())
                .containsExactly(
                        new RangeHeat(null, "g", 1010, 0, 0, 0, 0),
                        new RangeHeat("g", "p", 0, 2, 6, 0, 200),
                        new RangeHeat("p", null, 0, 0, 0, 2, 0));
    }

    @Test
    void keysAreInTheOrderOfS3() {
        heat.begins("");
        heat.cut("\uFFFD");

        heat.throttled("\uD83D\uDE00");

        assertThat(range(1).throttles()).as("behind the replacement character").isEqualTo(1);
    }

    @Test
    void afterAboutAMinuteItIsForgotten() {
        heat.begins("");
        heat.throttled("a");
        pass(30);
        heat.throttled("a");
        assertThat(range(0).throttles()).isEqualTo(2);
        assertThat(heat.seconds()).isEqualTo(30);

        pass(36);
        assertThat(range(0).throttles()).isEqualTo(1);
        assertThat(heat.seconds()).isBetween(60.0, 65.0);
        pass(36);
        assertThat(range(0).throttles()).isZero();
        heat.throttled("a");
        assertThat(range(0).throttles()).as("a slot is used again").isEqualTo(1);
    }

    @Test
    void stretchThatIsCutKeepsItsCountsAndTheOtherBegins() {
        heat.begins("");
        heat.listed("x", "z", 5);

        heat.cut("m");
        heat.cut("m");

        assertThat(heat.ranges()).extracting(RangeHeat::keys).containsExactly(5L, 0L);
    }

    @Test
    void thereAreNoMoreThanTheMostThatAreToldApart() {
        heat.begins("");
        for (int i = 0; i < 1000; i++) {
            heat.cut("key-%04d".formatted(i));
        }

        assertThat(heat.ranges()).hasSize(RunHeat.MOST);
        assertThat(range(0).after()).isNull();
        assertThat(range(RunHeat.MOST - 1).upTo()).isNull();
    }

    @Test
    void twoQuietNeighboursBecomeOneWhereAMuchBusierOneIsCut() {
        heat.begins("");
        for (int i = 1; i < RunHeat.MOST; i++) {
            heat.cut("%02d".formatted(i));
            listed("%02d-".formatted(i), 10);
        }
        listed("05-", 1000);
        listed("11-", -9);
        listed("12-", -9);
        heat.throttled("12-a");

        heat.cut("05-m");

        assertThat(heat.ranges()).hasSize(RunHeat.MOST);
        assertThat(heat.ranges())
                .extracting(RangeHeat::after)
                .contains("05", "05-m", "11")
                .doesNotContain("12");
        assertThat(heat.ranges())
                .filteredOn(range -> "11".equals(range.after()))
                .containsExactly(new RangeHeat("11", "13", 2, 0, 0, 1, 0));

        heat.cut("09-m");
        assertThat(heat.ranges()).extracting(RangeHeat::after).doesNotContain("09-m");
    }

    @Test
    void pagesOfOneListingAreToldApart() {
        heat.begins("");
        for (int page = 0; page < 10; page++) {
            heat.listed("%d-000".formatted(page), "%d-999".formatted(page), 1000);
        }
        heat.throttled("4-000");
        heat.throttled("4-999");

        assertThat(heat.ranges()).hasSize(10).extracting(RangeHeat::keys).containsOnly(1000L);
        assertThat(range(4)).isEqualTo(new RangeHeat("3-999", "4-999", 1000, 0, 0, 2, 0));
    }

    @Test
    void manyPagesShareTheStretchesThatThereAre() {
        heat.begins("");
        for (int page = 0; page < 1_000; page++) {
            pass(1);
            heat.listed("%04d-000".formatted(page), "%04d-999".formatted(page), 1000);
        }

        assertThat(heat.ranges()).hasSize(RunHeat.MOST);
        assertThat(heat.ranges().stream().mapToLong(RangeHeat::keys).sum()).isBetween(60_000L, 65_000L);
        assertThat(heat.ranges()).allSatisfy(range -> assertThat(range.keys()).isLessThan(10_000));
    }

    @Test
    void nothingIsToldBeforeAListingBegins() {
        heat.cut("m");
        heat.listed("a", "a", 1);
        heat.throttled("a");
        heat.ended("a", 1, Duration.ZERO);

        assertThat(heat.ranges()).isEmpty();
        assertThat(heat.seconds()).isZero();
    }

    @Test
    void keyThatIsShorterThanThePrefixIsOfNoStretch() {
        heat.begins("photos/");

        heat.throttled("x");

        assertThat(heat.ranges()).containsExactly(new RangeHeat(null, null, 0, 0, 0, 0, 0));
    }
}
