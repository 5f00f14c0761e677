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
package io.s3copy.camel.pending;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.CapturedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each step runs once, in order, and waits for no other that blocks while the pool has a thread. */
class HandOffTest {

    private final List<ThreadPoolExecutor> pools = new ArrayList<>();
    private final Queue<String> ran = new ConcurrentLinkedQueue<>();

    private ThreadPoolExecutor pool(int threads) {
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, tasks);
        pools.add(pool);
        return pool;
    }

    private static HandOff to(ExecutorService pool) {
        return new HandOff(pool, () -> {});
    }

    @AfterEach
    void stop() {
        pools.forEach(ExecutorService::shutdownNow);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the pool's threads busy until the latch is open. */
    private static void occupy(ThreadPoolExecutor pool, CountDownLatch until) {
        for (int thread = 0; thread < pool.getCorePoolSize(); thread++) {
            pool.execute(() -> await(until));
        }
    }

    @Test
    void stepsThatComeTogetherSendForOneThreadAndBeginInOrder() {
        ThreadPoolExecutor pool = pool(1);
        CountDownLatch free = new CountDownLatch(1);
        occupy(pool, free);
        HandOff handOff = to(pool);

        List<String> names = IntStream.range(0, 100).mapToObj(String::valueOf).toList();
        names.forEach(name -> handOff.run(() -> ran.add(name)));

        assertThat(pool.getQueue()).hasSize(1);
        free.countDown();
        Awaitility.await().until(() -> ran.size() == names.size());
        assertThat(ran).containsExactlyElementsOf(names);
    }

    /** All but the last of them block until the last has run. */
    @Test
    void aStepWaitsForNoneThatBlocksWhileAThreadIsFree() {
        ThreadPoolExecutor pool = pool(8);
        CountDownLatch free = new CountDownLatch(1);
        occupy(pool, free);
        HandOff handOff = to(pool);
        CountDownLatch last = new CountDownLatch(1);
        for (int step = 1; step < 8; step++) {
            handOff.run(() -> {
                await(last);
                ran.add("blocked");
            });
        }
        handOff.run(last::countDown);

        free.countDown();

        Awaitility.await().until(() -> ran.size() == 7);
    }

    @Test
    void aStepThatComesWhileAnotherBlocksWaitsForNone() {
        HandOff handOff = to(pool(2));
        CountDownLatch blocks = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        handOff.run(() -> {
            blocks.countDown();
            await(second);
            ran.add("first");
        });
        await(blocks);

        handOff.run(second::countDown);

        Awaitility.await().until(() -> ran.contains("first"));
    }

    @Test
    void aStepThatFailsHarmsNoOther() {
        ThreadPoolExecutor pool = pool(1);
        CountDownLatch free = new CountDownLatch(1);
        occupy(pool, free);
        HandOff handOff = to(pool);
        try (CapturedLog log = CapturedLog.ofAll(Level.ERROR)) {
            handOff.run(() -> {
                throw new IllegalStateException("no");
            });
            handOff.run(() -> ran.add("next"));
            free.countDown();

            Awaitility.await().until(() -> ran.contains("next"));
            assertThat(log.text()).contains("A route could not continue after its call");
        }
    }

    @Test
    void stepsOfAPoolThatIsShutDownRunWhereTheyComeFrom() {
        ThreadPoolExecutor pool = pool(1);
        HandOff handOff = to(pool);
        pool.shutdown();

        handOff.run(() -> ran.add(Thread.currentThread().getName()));

        assertThat(ran).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void stepsThatThePoolDropsAreNotLost() {
        ThreadPoolExecutor pool = pool(1);
        CountDownLatch never = new CountDownLatch(1);
        occupy(pool, never);
        HandOff handOff = to(pool);
        handOff.run(() -> ran.add("dropped"));
        assertThat(pool.shutdownNow()).hasSize(1);

        handOff.runRest();
        handOff.run(() -> ran.add("late"));

        assertThat(ran).containsExactly("dropped", "late");
    }

    @Test
    void eachThreadIsWelcomedBeforeItsSteps() {
        ThreadLocal<Boolean> welcomed = ThreadLocal.withInitial(() -> false);
        HandOff handOff = new HandOff(pool(1), () -> welcomed.set(true));

        handOff.run(() -> ran.add("welcomed: " + welcomed.get()));

        Awaitility.await().until(() -> ran.contains("welcomed: true"));
    }

    @Test
    void eachStepOfManySendersRunsOnce() throws Exception {
        int senders = 4;
        int each = 20_000;
        AtomicIntegerArray times = new AtomicIntegerArray(senders * each);
        CountDownLatch all = new CountDownLatch(senders * each);
        HandOff handOff = to(pool(3));
        ThreadPoolExecutor sending = pool(senders);
        for (int sender = 0; sender < senders; sender++) {
            int first = sender * each;
            sending.execute(() -> {
                for (int step = first; step < first + each; step++) {
                    int number = step;
                    handOff.run(() -> {
                        times.incrementAndGet(number);
                        all.countDown();
                    });
                }
            });
        }

        assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(IntStream.range(0, times.length()).map(times::get)).containsOnly(1);
    }
}
