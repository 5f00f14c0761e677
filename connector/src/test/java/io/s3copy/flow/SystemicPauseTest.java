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
package io.s3copy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.DeniedObjectException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.testkit.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class SystemicPauseTest extends SystemicPauseFixture {
    private void begin() {
        allDenied = true;
        sent.add(event("a"));
        sent.add(event("b"));
        sent.add(event("c"));
        looked.clear();
    }

    @Test
    void refusalsOfThreeObjectsSuspendTheirRoute() {
        allDenied = true;
        sent.add(event("a"));
        sent.add(event("b"));
        assertThat(suspended).isEmpty();
        sent.add(event("c"));
        assertThat(suspended).containsExactly(ROUTE);
    }

    @Test
    void whatIsRefusedForItsCallerPausesAtOnce() {
        code = "ExpiredToken";
        denied.add("a");
        sent.add(event("a"));
        assertThat(suspended).containsExactly(ROUTE);
    }

    @Test
    void threeRefusalsAmongCopiesSuspendNothing() {
        denied.addAll(Set.of("a", "b", "c"));
        sent.add(event("a"));
        sent.add(event("x"));
        sent.add(event("b"));
        sent.add(event("y"));
        sent.add(event("c"));
        assertThat(suspended).isEmpty();
    }

    @Test
    void inAPauseNothingNewIsTried() {
        begin();
        assertThat(event("d")).isNotDone();
        assertThat(looked).isEmpty();
        assertThat(pause.size()).isEqualTo(4);
    }

    @Test
    void oneAtATimeProbesInItsTurnEverLessOften() {
        begin();
        pass(Duration.ofSeconds(7));
        assertThat(looked).containsExactly("a", "b", "c");
    }

    @Test
    void theFirstCopyResumesAllAndTheRoute() {
        begin();
        CompletableFuture<String> later = event("d");
        allDenied = false;
        pass(Duration.ofSeconds(1));
        assertThat(looked).containsExactlyInAnyOrder("a", "b", "c", "d");
        assertThat(later).isCompletedWithValue(COPIED);
        assertThat(suspended).isEmpty();
        assertThat(pause.isPaused()).isFalse();
    }

    @Test
    void copyThatSetOffBeforeThePauseDoesNotEndIt() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        sent.add(event("slow", () -> slow));
        begin();
        slow.complete(COPIED);
        assertThat(pause.isPaused()).isTrue();
    }

    @Test
    void objectRefusedWhileOthersAreCopiedFailsAsItself() {
        denied.add("a");
        CompletableFuture<String> refused = event("a");
        for (int i = 0; i < 200 && !refused.isDone(); i++) {
            sent.add(event("other-" + i));
            pass(Duration.ofSeconds(1));
        }
        assertThat(looked).filteredOn("a"::equals).hasSize(Evidence.OWN_FAULT_AFTER);
        assertThatThrownBy(refused::join)
                .hasCauseInstanceOf(DeniedObjectException.class)
                .satisfies(failure -> {
                    assertThat(ErrorClass.of(failure)).isEqualTo(ErrorClass.OBJECT);
                    assertThat(failure.getCause()).hasNoCause();
                });
    }

    @Test
    void objectRefusedWithNoOtherCopiedIsNeverGivenUp() {
        denied.add("a");
        CompletableFuture<String> refused = event("a");
        pass(Duration.ofHours(1));
        assertThat(refused).isNotDone();
        assertThat(looked).hasSizeBetween(60, 80);
    }

    @Test
    void afterProbesInVainNewObjectsAreLetInForAMoment() {
        begin();
        allDenied = false;
        denied.addAll(Set.of("a", "b", "c"));
        pass(Duration.ofSeconds(15));
        assertThat(suspended).isEmpty();
        sent.add(event("d"));
        assertThat(pause.isPaused()).isFalse();
    }

    @Test
    void objectsLetInAndRefusedSuspendTheirRouteAgain() {
        begin();
        pass(Duration.ofSeconds(15));
        assertThat(suspended).isEmpty();
        assertThat(event("d")).isNotDone();
        assertThat(suspended).containsExactly(ROUTE);
    }

    @Test
    void objectsRefusedForThemselvesAreToldFromTheRestAfterAPause() {
        denied.addAll(Set.of("a", "b", "c"));
        List<CompletableFuture<String>> refused = List.of(event("a"), event("b"), event("c"));
        assertThat(pause.isPaused()).isTrue();
        for (int i = 0; i < 3_000 && !refused.stream().allMatch(CompletableFuture::isDone); i++) {
            if (suspended.isEmpty()) {
                sent.add(event("other-" + i));
            }
            pass(Duration.ofSeconds(1));
        }
        assertThat(refused)
                .allSatisfy(one -> assertThatThrownBy(one::join).hasCauseInstanceOf(DeniedObjectException.class));
        assertThat(pause.isPaused()).isFalse();
    }

    @Test
    void theLimitEndsTheWaitWithWhatS3Said() {
        pause = pause(Duration.ofMinutes(4));
        denied.add("a");
        CompletableFuture<String> refused = event("a");
        pass(Duration.ofMinutes(4));
        assertThatThrownBy(refused::join).hasCauseInstanceOf(SystemicFailureException.class);
        assertThat(pause.size()).isZero();
    }

    @Test
    void theLimitInAPauseLetsTheRouteGoOn() {
        pause = pause(Duration.ofMinutes(4));
        begin();
        assertThat(suspended).containsExactly(ROUTE);
        pass(Duration.ofMinutes(5));
        assertThat(pause.size()).isZero();
        assertThat(suspended).isEmpty();
        assertThat(pause.isPaused()).isFalse();
    }

    @Test
    void objectThatHasVanishedProvesNothing() {
        allDenied = true;
        sent.add(event("a"));
        sent.add(event("b"));
        sent.add(event("gone", () -> CompletableFuture.completedFuture("vanished")));
        sent.add(event("c"));
        assertThat(suspended).containsExactly(ROUTE);
    }

    @Test
    void moreThanCanBeHeldFailsUntried() {
        room = new HoldLimit(4);
        pause = pause(Duration.ZERO);
        begin();
        assertThat(event("d")).isNotDone();
        assertThatThrownBy(event("e")::join).hasCauseInstanceOf(SystemicFailureException.class);
        assertThat(looked).isEmpty();
    }

    @Test
    void slowProbeDoesNotKeepTheNextFromItsTurn() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        allDenied = true;
        List<CompletableFuture<String>> looks = new ArrayList<>();
        sent.add(event("slow", () -> {
            looks.add(slow);
            return looks.size() == 1 ? CompletableFuture.failedFuture(refusal("slow")) : slow;
        }));
        sent.add(event("b"));
        sent.add(event("c"));
        pass(Duration.ofSeconds(2));
        assertThat(looks).hasSize(2);
        allDenied = false;
        pass(Duration.ofSeconds(3));
        assertThat(pause.isPaused()).isFalse();
    }

    @Test
    void refusalsAreRememberedInTheNextDelivery() {
        pause = pause(Duration.ofSeconds(2));
        denied.add("a");
        CompletableFuture<String> refused = event("a");
        for (int delivery = 1; delivery < Evidence.OWN_FAULT_AFTER; delivery++) {
            pass(Duration.ofSeconds(3));
            assertThat(refused).isDone();
            sent.add(event("other"));
            refused = event("a");
        }
        assertThatThrownBy(refused::join).hasCauseInstanceOf(DeniedObjectException.class);
    }

    @Test
    void endLetsGoWhatIsHeld() {
        begin();
        CompletableFuture<String> held = event("d");
        ending.add(ROUTE);
        pause.end();
        assertThatThrownBy(held::join).hasCauseInstanceOf(CopyStoppedException.class);
        assertThatThrownBy(event("e")::join).hasCauseInstanceOf(CopyStoppedException.class);
        ending.clear();
        assertThat(event("f")).isNotDone();
    }

    @Test
    void whatIsNoLongerHeldLeavesItsRoom() {
        begin();
        sent.add(event("d"));
        assertThat(room.taken()).isEqualTo(4);
        pass(Duration.ofSeconds(7));
        assertThat(room.taken()).isEqualTo(4);
        allDenied = false;
        pass(Duration.ofSeconds(20));
        assertThat(room.taken()).isZero();
    }

    @Test
    void objectThatIsHeldAloneIsToldOnceAMinute() {
        try (CapturedLog log = new CapturedLog(Map.of(SystemicPause.class.getName(), Level.WARN))) {
            denied.add("a");
            sent.add(event("a"));
            pass(Duration.ofSeconds(5));
            assertThat(log.text()).isEmpty();
            pass(Duration.ofSeconds(20));
            assertThat(log.text()).contains("of 1 held objects from inbox").doesNotContain("pause");
            pass(Duration.ofMinutes(10));
            assertThat(log.text().lines().count()).isBetween(5L, 12L);
        }
    }
}
