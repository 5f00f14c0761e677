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
package io.s3copy.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestWindowTest {

    private final List<CompletableFuture<String>> sent = new ArrayList<>();

    private CompletableFuture<String> request(RequestWindow window) {
        return window.submit(() -> {
            CompletableFuture<String> answer = new CompletableFuture<>();
            sent.add(answer);
            return answer;
        });
    }

    @Test
    void noMoreRequestsThanTheWindowAreInFlight() {
        RequestWindow window = new RequestWindow(4, 4);
        for (int i = 0; i < 10; i++) {
            assertThat(request(window)).isNotDone();
        }
        assertThat(sent).hasSize(4);
        sent.get(0).complete("done");
        assertThat(sent).hasSize(5);
    }

    @Test
    void oneBurstOfRefusalsCutsTheWindowOnce() {
        RequestWindow window = new RequestWindow(20, 20);
        for (int i = 0; i < 20; i++) {
            assertThat(request(window)).isNotDone();
        }
        sent.forEach(answer -> answer.completeExceptionally(slowDown()));
        assertThat(window.size()).isEqualTo(16);
    }

    @Test
    void windowTellsHowItStandsAndWhenItWasCut() {
        RequestWindow window = new RequestWindow(20, 20);
        assertThat(request(window)).isNotDone();
        assertThat(window.state()).isEqualTo(new RequestWindow.State(20, 1, 0, null));

        sent.get(0).completeExceptionally(slowDown());

        RequestWindow.State cut = window.state();
        assertThat(cut.size()).isEqualTo(16);
        assertThat(cut.inFlight()).isZero();
        assertThat(cut.cuts()).isEqualTo(1);
        assertThat(cut.sinceCut()).isNotNull().isGreaterThanOrEqualTo(Duration.ZERO);
    }

    @Test
    void theWindowGrowsBackWhileRequestsSucceed() {
        RequestWindow window = new RequestWindow(20, 20);
        for (int round = 0; round < 3; round++) {
            assertThat(request(window)).isNotDone();
            sent.get(sent.size() - 1).completeExceptionally(slowDown());
        }
        int cut = window.size();
        assertThat(cut).isLessThan(16);
        for (int i = 0; i < 200; i++) {
            assertThat(request(window)).isNotDone();
        }
        for (int i = 3; i < sent.size(); i++) {
            sent.get(i).complete("done");
        }
        assertThat(window.size()).isEqualTo(20);
    }

    @Test
    void answersThatComeAtOnceDoNotGrowTheStack() {
        RequestWindow window = new RequestWindow(4, 4);
        AtomicInteger answered = new AtomicInteger();
        chain(window, answered, 50_000);
        assertThat(answered).hasValue(50_000);
    }

    @Test
    void aRequestThatTakesLongToSendHoldsUpNoOther() {
        RequestWindow window = new RequestWindow(4, 4);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> window.submit(() -> {
                    begun.countDown();
                    return CompletableFuture.completedFuture(isReached(other));
                })
                .join());
        assertThat(isReached(begun)).isTrue();
        assertThat(window.submit(() -> {
                    other.countDown();
                    return new CompletableFuture<>();
                }))
                .isNotDone();
        assertThat(slow.join()).as("the other was sent meanwhile").isTrue();
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void chain(RequestWindow window, AtomicInteger answered, int left) {
        for (int i = 0; i < left; i++) {
            Futures.whenDone(
                    window.submit(() -> CompletableFuture.completedFuture("done")),
                    (value, failure) -> answered.incrementAndGet());
        }
    }

    private static S3CallException slowDown() {
        return S3CallException.of(
                "CopyObject",
                CopyRequest.builder().destination("b", "k").build(),
                new S3CallException.Failure("SlowDown", 503, "Please reduce your request rate.", "id", null),
                null);
    }
}
