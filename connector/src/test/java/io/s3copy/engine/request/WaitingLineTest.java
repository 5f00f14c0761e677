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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private static final int MANY = 20_000;

    @Test
    void manyThreadsStartNoMoreThanTheLimitAndForgetNone() {
        int limit = 3;
        WaitingLine line = new WaitingLine(() -> limit);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger left = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < MANY; i++) {
                boolean answeredAtOnce = i % 3 == 0;
                threads.execute(() -> line.enter(() -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    Runnable leave = () -> {
                        underWay.decrementAndGet();
                        left.incrementAndGet();
                        line.leave();
                    };
                    if (answeredAtOnce) {
                        leave.run();
                    } else {
                        threads.execute(leave);
                    }
                }));
            }
            Awaitility.await().until(() -> left.get() == MANY);
        } finally {
            threads.shutdown();
        }
        assertThat(most).hasValueLessThanOrEqualTo(limit);
        assertThat(line.underWay()).isZero();
    }

    @Test
    void aSlowStartDoesNotKeepOthersFromStarting() {
        WaitingLine line = new WaitingLine(() -> 2);
        CompletableFuture<Void> signed = new CompletableFuture<>();
        List<String> started = new ArrayList<>();
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> line.enter(signed::join));
        Awaitility.await().until(() -> line.underWay() == 1);
        line.enter(() -> started.add("other"));
        assertThat(started).containsExactly("other");
        signed.complete(null);
        slow.join();
    }

    @Test
    void aLimitThatHasGrownLetsMoreStart() {
        AtomicInteger limit = new AtomicInteger(1);
        WaitingLine line = new WaitingLine(limit::get);
        List<Integer> started = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            line.enter(() -> started.add(number));
        }
        assertThat(started).containsExactly(0);
        limit.set(3);
        line.leave();
        assertThat(started).containsExactly(0, 1, 2, 3);
    }
}
