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

import static io.s3copy.bulk.run.RunsInMemory.keys;
import static io.s3copy.bulk.run.RunsInMemory.run;
import static io.s3copy.bulk.run.RunsInMemory.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.bulk.run.RunsInMemory.Counted;
import io.s3copy.bulk.run.RunsInMemory.Report;
import io.s3copy.engine.failure.ErrorClass;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run gives each object one outcome, however often it is stopped or killed. */
class ResumedRunTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRunThatIsStoppedAgainAndAgainDoesNothingTwice(long seed) {
        Random random = new Random(seed);
        List<String> keys = keys(3_000);
        Counted work = new Counted();
        Report report = new Report();
        MemoryCheckpoints store = new MemoryCheckpoints();
        BulkResult result = null;
        int attempts = 0;
        while (result == null) {
            BulkRun run = run(keys, work, store, report, settings(16, 1));
            CompletableFuture<BulkResult> end = run.start();
            int until = work.done.size() + random.nextInt(600);
            while (work.done.size() < until && !end.isDone()) {
                Thread.onSpinWait();
            }
            run.stop();
            Throwable stopped = catchThrowable(end::join);
            if (stopped == null) {
                result = end.join();
            } else {
                assertThat(stopped.getCause()).isInstanceOfSatisfying(BulkRunException.class, why -> {
                    assertThat(why.isStopped()).isTrue();
                    assertThat(why.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
                    assertThat(why.result().resumable()).isTrue();
                });
            }
            assertThat(++attempts).isLessThan(1_000);
        }
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(3_000);
        assertThat(work.done.values()).hasSize(3_000).allMatch(times -> times.get() == 1);
        assertThat(report.named())
                .hasSize(3_000)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        // an attempt that goes on does so in the folder of the first
        assertThat(report.folders()).containsExactly(result.report().folder().replaceAll("^memory/|/$", ""));
        assertThat(report.files.get("manifest.json"))
                .isEqualTo(report.files.get(report.folders().iterator().next() + "/manifest.json"));
    }

    /** The store of a process that may be gone: then what it writes reaches nobody. Some writes fail in passing. */
    private record KillableStore(CheckpointStore store, AtomicBoolean dead, Random failures)
            implements CheckpointStore {

        @Override
        public CompletableFuture<Stored> read(String name) {
            return store.read(name);
        }

        @Override
        public CompletableFuture<Stored> write(String name, String text, Stored before) {
            synchronized (dead) {
                // the first is of the run's beginning, which it ends
                if (before != null && failures.nextInt(3) == 0) {
                    return CompletableFuture.failedFuture(new IllegalStateException("a write that fails in passing"));
                }
                return dead.get() ? new CompletableFuture<>() : store.write(name, text, before);
            }
        }

        @Override
        public CompletableFuture<Void> remove(String name) {
            return store.remove(name);
        }

        @Override
        public String place(String name) {
            return store.place(name);
        }
    }

    /** The same of its report. */
    private record KillableReport(ReportSink report, AtomicBoolean dead) implements ReportSink {

        @Override
        public CompletableFuture<byte[]> read(String name) {
            return report.read(name);
        }

        @Override
        public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
            synchronized (dead) {
                return dead.get() ? new CompletableFuture<>() : report.write(name, content, contentType);
            }
        }

        @Override
        public Place place(String name) {
            return report.place(name);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aRunThatIsKilledRepeatsNoMoreThanWasUnderWay(long seed) {
        Random random = new Random(seed);
        List<String> keys = keys(4_000);
        Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        Report report = new Report();
        MemoryCheckpoints store = new MemoryCheckpoints();
        for (int kill = 0; kill < 5; kill++) {
            Counted work = new Counted();
            AtomicBoolean dead = new AtomicBoolean();
            BulkRun run = run(
                    keys,
                    work,
                    new KillableStore(store, dead, new Random(seed + kill)),
                    new KillableReport(report, dead),
                    settings(16, 1));
            CompletableFuture<BulkResult> end = run.start();
            int until = random.nextInt(700);
            while (work.done.size() < until && !end.isDone()) {
                Thread.onSpinWait();
            }
            // what is being written is written before: a process that is gone writes nothing later
            synchronized (dead) {
                dead.set(true);
            }
            work.dead = true;
            run.stop();
            work.done.forEach((key, times) ->
                    done.computeIfAbsent(key, first -> new AtomicInteger()).addAndGet(times.get()));
        }
        Counted work = new Counted();
        BulkResult result =
                run(keys, work, store, report, settings(16, 1)).start().join();
        work.done.forEach((key, times) ->
                done.computeIfAbsent(key, first -> new AtomicInteger()).addAndGet(times.get()));
        assertThat(result.finished()).isTrue();
        assertThat(done).hasSize(4_000);
        // a run that ended before its kill is followed by one from the beginning, which has a report of its own
        assertThat(report.namedBy(result))
                .hasSize(4_000)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
    }

    /** All has begun, and what is under way is stopped: that is not the end of the job. */
    @Test
    void workThatWasStoppedIsNotDone() {
        MemoryCheckpoints store = new MemoryCheckpoints();
        Counted work = new Counted();
        work.holds = true;
        BulkRun run = run(keys(20), work, store, new Report(), settings(50, 1000));
        CompletableFuture<BulkResult> end = run.start();
        Awaitility.await().until(() -> work.held.size() == 20);
        work.dead = true;
        run.stop();
        work.held.forEach(moment -> moment.complete(null));
        assertThat(catchThrowable(end::join)).hasCauseInstanceOf(BulkRunException.class);
        Counted again = new Counted();
        BulkResult result = run(keys(20), again, store, new Report(), settings(50, 1000))
                .start()
                .join();
        assertThat(again.done).hasSize(20);
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(20);
    }

    /** One write takes place, and its answer is lost: what stands there then is our own. */
    @Test
    void aCheckpointWhoseAnswerWasLostIsNoOtherProcess() {
        MemoryCheckpoints store = new MemoryCheckpoints();
        AtomicInteger writes = new AtomicInteger();
        CheckpointStore lossy = new CheckpointStore() {
            @Override
            public CompletableFuture<Stored> read(String name) {
                return store.read(name);
            }

            @Override
            public CompletableFuture<Stored> write(String name, String text, Stored before) {
                CompletableFuture<Stored> written = store.write(name, text, before);
                return writes.incrementAndGet() == 2
                        ? written.thenCompose(
                                there -> CompletableFuture.failedFuture(new IllegalStateException("lost")))
                        : written;
            }

            @Override
            public CompletableFuture<Void> remove(String name) {
                return store.remove(name);
            }

            @Override
            public String place(String name) {
                return store.place(name);
            }
        };
        Counted work = new Counted();
        work.holds = true;
        CompletableFuture<BulkResult> end =
                run(keys(20), work, lossy, new Report(), settings(50, 1)).start();
        Awaitility.await().until(() -> work.held.size() == 20 && writes.get() > 3);
        work.held.forEach(moment -> moment.complete(null));
        assertThat(end.join().counts().objects(What.COPIED)).isEqualTo(20);
    }
}
