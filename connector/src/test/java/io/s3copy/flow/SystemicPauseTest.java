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
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

class SystemicPauseTest {

    private static final String ROUTE = "copies";
    private static final String COPIED = "copied";

    private long now = -1; // nanoTime may be negative
    private final Set<String> denied = new HashSet<>();
    private final Set<String> ending = new HashSet<>();
    private HoldLimit room = new HoldLimit(1_000);
    private boolean allDenied;
    private String code = "AccessDenied";
    private int status = 403;
    private final List<CompletableFuture<String>> sent = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private Set<String> suspended = Set.of();
    private SystemicPause<String> pause = pause(Duration.ZERO);

    private SystemicPause<String> pause(Duration limit) {
        return new SystemicPause<>(
                "inbox",
                COPIED::equals,
                limit,
                room,
                ending::contains,
                () -> now,
                () -> suspended = pause.pausedRoutes());
    }

    private CompletableFuture<String> event(String key) {
        return event(key, () -> {
            looked.add(key);
            return allDenied || denied.contains(key)
                    ? CompletableFuture.failedFuture(refusal(key))
                    : CompletableFuture.completedFuture(COPIED);
        });
    }

    private CompletableFuture<String> event(String key, Supplier<CompletableFuture<String>> look) {
        return pause.guard(new KeyGate.Place("archive", key), ROUTE, look);
    }

    private Throwable refusal(String key) {
        CopyRequest request = CopyRequest.builder().destination("archive", key).build();
        return new CompletionException(
                S3CallException.of("CopyObject", request, new Failure(code, status, "no", null, null), null));
    }

    private void pass(Duration time) {
        long end = now + time.toNanos();
        while (now - end < 0) {
            now += Duration.ofMillis(250).toNanos();
            pause.tick();
        }
    }

    private void begin() {
        allDenied = true;
        sent.add(event("a"));
        sent.add(event("b"));
        sent.add(event("c"));
        looked.clear();
    }

    @Test
    void lastOfARunAreTriedAQuarterOfAMinuteEachAndFailAlone() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
        pause.lastAreIn();
        denied.addAll(Set.of("a", "b"));
        sent.add(event("a"));
        sent.add(event("b"));
        pass(Duration.ofSeconds(2));
        assertThat(sent.subList(1, 3)).allSatisfy(one -> assertThat(one).isCompletedExceptionally());

        denied.addAll(Set.of("c", "d", "e"));
        List.of("c", "d", "e").forEach(key -> sent.add(event(key)));
        pass(Duration.ofSeconds(10));
        assertThat(sent.subList(3, 6)).allSatisfy(one -> assertThat(one).isNotDone());
        assertThat(pause.isPaused()).isFalse();

        denied.remove("c");
        pass(Duration.ofSeconds(10));
        assertThat(sent.get(3)).isCompletedWithValue(COPIED);
        assertThat(sent.subList(4, 6))
                .allSatisfy(one -> assertThat(one)
                        .failsWithin(Duration.ZERO)
                        .withThrowableThat()
                        .withMessageContaining("5"));
    }

    @Test
    void pauseThatBeganBeforeTheLastObjectsCameEndsAfterTenMinutes() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
        allDenied = true;
        List.of("a", "b", "c", "d").forEach(key -> sent.add(event(key)));
        assertThat(pause.isPaused()).isTrue();
        pause.lastAreIn();
        pass(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(sent.subList(1, 5)).allSatisfy(one -> assertThat(one).isNotDone());
        assertThat(pause.isPaused()).isTrue();

        pass(Duration.ofSeconds(2));
        assertThat(pause.isPaused()).isFalse();
        // their waits have grown to a minute
        pass(Duration.ofMinutes(4));

        assertThat(sent.subList(1, 5)).allSatisfy(one -> assertThat(one).isCompletedExceptionally());
        assertThat(pause.isPaused()).isFalse();
    }

    @Test
    void objectWhoseCallerIsAcceptedAgainAtTheEndOfARunFailsForItsOwnFault() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
        pause.lastAreIn();
        denied.add("a");
        sent.add(event("a"));
        code = "ExpiredToken";
        pass(Duration.ofMinutes(20));
        assertThat(sent.get(1)).isNotDone();

        code = "AccessDenied";
        pass(Duration.ofMinutes(5));
        assertThat(sent.get(1))
                .as("ten minutes from the last refusal of the caller")
                .isNotDone();
        pass(Duration.ofMinutes(10));
        assertThat(sent.get(1)).isCompletedExceptionally();
    }

    @Test
    void copyThatBeganBeforeSeveralWereRefusedAtTheEndShortensNoTrial() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
        pause.lastAreIn();
        CompletableFuture<String> slow = new CompletableFuture<>();
        CompletableFuture<String> first = event("slow", () -> slow);
        denied.addAll(Set.of("a", "b", "c"));
        List.of("a", "b", "c").forEach(key -> sent.add(event(key)));
        slow.complete(COPIED);
        assertThat(first).isCompletedWithValue(COPIED);

        pass(Duration.ofSeconds(10));
        assertThat(sent.subList(1, 4)).allSatisfy(one -> assertThat(one).isNotDone());
        pass(Duration.ofSeconds(10));
        assertThat(sent.subList(1, 4)).allSatisfy(one -> assertThat(one).isCompletedExceptionally());
    }

    @Test
    void missingBucketIsNoObjectsFault() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
        pause.lastAreIn();
        allDenied = true;
        code = "NoSuchBucket";
        status = 404;
        List.of("a", "b", "c").forEach(key -> sent.add(event(key)));
        pass(Duration.ofMinutes(30));
        assertThat(sent.subList(1, 4)).allSatisfy(one -> assertThat(one).isNotDone());
    }

    @Test
    void whoIsNotAcceptedAtTheEndOfARunIsWaitedFor() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
        pause.lastAreIn();
        allDenied = true;
        code = "InvalidAccessKeyId";
        sent.add(event("a"));
        pass(Duration.ofMinutes(30));
        assertThat(sent.get(1)).isNotDone();

        allDenied = false;
        pass(Duration.ofMinutes(2));
        assertThat(sent.get(1)).isCompletedWithValue(COPIED);
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
