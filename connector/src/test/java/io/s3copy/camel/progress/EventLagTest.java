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
package io.s3copy.camel.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EventLagTest {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Map<String, Duration> applied = new HashMap<>();
    private final List<Duration> taken = new ArrayList<>();
    private final EventLag lag = new EventLag(() -> now, taken::add, applied::put);

    private Consumer<String> ago(long seconds) {
        return lag.take(now.minusSeconds(seconds));
    }

    @Test
    void nothingIsBehindAtFirst() {
        assertThat(lag.backlog()).isZero();
        assertThat(lag.oldestAge()).isZero();
    }

    @Test
    void ageIsThatOfTheOldestThatStillWaits() {
        Consumer<String> young = ago(5);
        Consumer<String> old = ago(30);
        assertThat(lag.oldestAge()).hasSeconds(30);
        old.accept("copied");
        assertThat(lag.oldestAge()).hasSeconds(5);
        young.accept("copied");
        assertThat(lag.oldestAge()).isZero();
    }

    @Test
    void ageGrowsWhileTheEventWaits() {
        ago(5);
        now = now.plusSeconds(60);
        assertThat(lag.oldestAge()).hasSeconds(65);
    }

    @Test
    void eventsOfOneTimeAreCountedApart() {
        Consumer<String> one = ago(5);
        ago(5);
        one.accept("copied");
        assertThat(lag.backlog()).isEqualTo(1);
        assertThat(lag.oldestAge()).hasSeconds(5);
    }

    @Test
    void lagIsToldWhenTheEventIsApplied() {
        Consumer<String> event = ago(5);
        now = now.plusSeconds(2);
        event.accept("copied");
        assertThat(applied).containsExactly(Map.entry("copied", Duration.ofSeconds(7)));
    }

    @Test
    void ageAtTheTakingIsToldAtOnce() {
        ago(5);
        now = now.plusSeconds(2);
        ago(-3600);
        assertThat(taken).containsExactly(Duration.ofSeconds(5), Duration.ZERO);
    }

    @Test
    void onlyTheFirstEndCounts() {
        Consumer<String> event = ago(5);
        ago(5);
        event.accept(null);
        event.accept("copied");
        assertThat(lag.backlog()).isEqualTo(1);
        assertThat(applied).isEmpty();
    }

    @Test
    void eventThatTellsNoTimeIsAsOldAsItsTaking() {
        Consumer<String> event = lag.take(null);
        now = now.plusSeconds(3);
        assertThat(lag.oldestAge()).hasSeconds(3);
        event.accept("copied");
        assertThat(applied).isEmpty();
        assertThat(taken).isEmpty();
    }

    @Test
    void eventFromTheFutureIsNew() {
        ago(-3600);
        assertThat(lag.oldestAge()).isZero();
    }

    @Test
    void timesThatCannotBeAreBounded() {
        List<Consumer<String>> events = List.of(lag.take(Instant.MIN), lag.take(Instant.MAX), lag.take(Instant.EPOCH));
        assertThat(lag.oldestAge()).isEqualTo(EventLag.LONGEST);
        events.forEach(one -> one.accept("copied"));
        assertThat(applied.get("copied")).isEqualTo(EventLag.LONGEST);
        assertThat(lag.backlog()).isZero();
    }

    @Test
    void meterThatFailsDoesNoHarm() {
        EventLag broken = new EventLag(
                () -> now,
                age -> {
                    throw new IllegalArgumentException("no such tags");
                },
                (outcome, age) -> {
                    throw new IllegalArgumentException("no such tags");
                });
        Consumer<String> event = broken.take(now);
        assertThatCode(() -> event.accept("copied")).doesNotThrowAnyException();
    }

    @Test
    void whatWaitsInAnyOrderIsAsACountSays() {
        Random random = new Random(7);
        Map<Consumer<String>, Integer> waiting = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            if (waiting.isEmpty() || random.nextInt(5) > 1) {
                int seconds = random.nextInt(100);
                waiting.put(ago(seconds), seconds);
            } else {
                List<Consumer<String>> all = new ArrayList<>(waiting.keySet());
                Consumer<String> one = all.get(random.nextInt(all.size()));
                one.accept(null);
                waiting.remove(one);
            }
        }
        assertThat(lag.backlog()).isEqualTo(waiting.size());
        assertThat(lag.oldestAge())
                .hasSeconds(waiting.values().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0));
    }
}
