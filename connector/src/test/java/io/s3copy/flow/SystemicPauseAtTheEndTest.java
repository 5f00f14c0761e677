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

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last objects of a run in which others were copied: nobody is left who could prove anything. */
class SystemicPauseAtTheEndTest extends SystemicPauseFixture {
    @BeforeEach
    void copyOne() {
        pause = SystemicPause.ofRun("inbox", COPIED::equals, room, ending::contains, () -> now);
        sent.add(event("copied"));
    }

    @Test
    void lastOfARunAreTriedAQuarterOfAMinuteEachAndFailAlone() {
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
}
