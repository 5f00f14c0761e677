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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.ListedKeys;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.parameter.CopyRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run gives each object one outcome, however often it is stopped or killed. */
class BulkRunTest {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(4);
    private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(1);

    @AfterAll
    static void end() {
        POOL.shutdownNow();
        TIMER.shutdownNow();
    }

    /** A report in memory, which outlives an attempt. */
    private static final class Report implements ReportSink {
        private final Map<String, String> files = new ConcurrentSkipListMap<>();

        @Override
        public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
            files.put(name, new String(content, StandardCharsets.UTF_8));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Place place(String name) {
            return new Place(null, "memory/" + name);
        }

        /** The keys in all parts of the results, and how often each is named. */
        private Map<String, Integer> named() {
            Map<String, Integer> named = new TreeMap<>();
            files.forEach((name, text) -> {
                if (name.startsWith("results/")) {
                    text.lines().forEach(line -> named.merge(line.split(",", 3)[1].replace("\"", ""), 1, Integer::sum));
                }
            });
            return named;
        }
    }

    /** Work that is a count, and takes a moment. */
    private static final class Counted implements PairWork {
        private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        private final Queue<CompletableFuture<Void>> held = new ConcurrentLinkedQueue<>();
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile boolean holds;
        private volatile boolean dead;

        @Override
        public Decision decide(KeyPair pair) {
            String key = pair.source().key();
            return new Decision.Work(1, 1, () -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                CompletableFuture<Void> moment = new CompletableFuture<>();
                if (holds) {
                    held.add(moment);
                } else if (ThreadLocalRandom.current().nextInt(10) == 0) {
                    moment = CompletableFuture.runAsync(() -> {}, POOL);
                } else {
                    moment.complete(null);
                }
                return moment.thenApply(now -> {
                    atWork.decrementAndGet();
                    if (dead) {
                        throw new CopyStoppedException("killed");
                    }
                    done.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet();
                    return outcome(key, What.COPIED);
                });
            });
        }

        @Override
        public BulkOutcome failed(KeyPair pair, Throwable failure) {
            return new Outcomes("in", "out")
                    .failed(pair.source(), true, pair.source().key(), failure);
        }
    }

    private static BulkOutcome outcome(String key, What what) {
        return new BulkOutcome("in", key, null, what, null, 0, "", 1, "out", key);
    }

    private static List<String> keys(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> String.format(java.util.Locale.ROOT, "%08x", at * 0x9E3779B1))
                .toList();
    }

    private static BulkRun run(
            List<String> keys, PairWork work, CheckpointStore store, ReportSink report, RunSettings settings) {
        return run(keys, work, store, report, settings, new JobIdentity(Map.of("prefix", "")));
    }

    private static BulkRun run(
            List<String> keys,
            PairWork work,
            CheckpointStore store,
            ReportSink report,
            RunSettings settings,
            JobIdentity job) {
        RunRequests requests = new RunRequests();
        Requests listing =
                new Requests(new RequestWindow(64, 64), new Retries(Duration.ZERO, TIMER), () -> "a listing", requests);
        PrefixListing source = new PrefixListing(
                new ListedKeys(keys), listing, ListQuery.of("in", "").maxKeys(50), false);
        return new BulkRun(
                new RunSetup(
                        "the copy of in to out",
                        "copy",
                        job,
                        "job",
                        store,
                        report,
                        ReportFormat.csv,
                        ReportSelection.all,
                        settings,
                        new ListedWork(List.of(source), work, settings.lists()),
                        RunSetup.Begun.NOTHING,
                        POOL,
                        TIMER,
                        InstantSource.system()),
                requests);
    }

    private static RunSettings settings(int atOnce, long checkpointMillis) {
        return new RunSettings(8, atOnce, Duration.ofMillis(checkpointMillis), FailureLimit.NONE, null, false);
    }

    @Test
    void everyObjectIsDoneOnceAndNamedOnce() {
        List<String> keys = keys(5_000);
        Counted work = new Counted();
        Report report = new Report();
        BulkResult result = run(keys, work, new MemoryCheckpoints(), report, settings(32, 5))
                .start()
                .join();
        assertThat(result.finished()).isTrue();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(5_000);
        assertThat(work.done.values()).hasSize(5_000).allMatch(times -> times.get() == 1);
        assertThat(work.most.get()).isLessThanOrEqualTo(32);
        assertThat(report.named())
                .hasSize(5_000)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
        assertThat(report.files).containsKeys("manifest.json", "summary.json");
        assertThat(report.files.get("summary.json")).contains("5000");
    }

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
    }

    /** The store of a process that may be gone: then what it writes reaches nobody. */
    private record KillableStore(CheckpointStore store, AtomicBoolean dead) implements CheckpointStore {

        @Override
        public CompletableFuture<Stored> read(String name) {
            return store.read(name);
        }

        @Override
        public CompletableFuture<Stored> write(String name, String text, Stored before) {
            synchronized (dead) {
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
            BulkRun run =
                    run(keys, work, new KillableStore(store, dead), new KillableReport(report, dead), settings(16, 1));
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
        assertThat(report.named())
                .hasSize(4_000)
                .allSatisfy((key, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void anotherJobIsRefusedByName() {
        MemoryCheckpoints store = new MemoryCheckpoints();
        Counted work = new Counted();
        work.holds = true;
        BulkRun first =
                run(keys(100), work, store, new Report(), settings(4, 1), new JobIdentity(Map.of("prefix", "a/")));
        CompletableFuture<BulkResult> end = first.start();
        Awaitility.await().until(() -> work.held.size() == 4);
        first.stop();
        work.held.forEach(moment -> moment.complete(null));
        assertThat(catchThrowable(end::join)).hasCauseInstanceOf(BulkRunException.class);
        BulkRun other = run(
                keys(100), new Counted(), store, new Report(), settings(4, 1), new JobIdentity(Map.of("prefix", "b/")));
        assertThatThrownBy(() -> other.start().join()).cause().hasMessageContaining("prefix is 'b/', and was 'a/'");
    }

    @Test
    void tooManyFailuresEndTheRun() {
        PairWork failing = new PairWork() {
            @Override
            public Decision decide(KeyPair pair) {
                return new Decision.Work(
                        1, 1, () -> CompletableFuture.failedFuture(refusal("InvalidObjectState", 403)));
            }

            @Override
            public BulkOutcome failed(KeyPair pair, Throwable failure) {
                return new Outcomes("in", "out")
                        .failed(pair.source(), true, pair.source().key(), failure);
            }
        };
        RunSettings settings = new RunSettings(
                1, 4, Duration.ofMinutes(1), FailureLimit.parse("option maxFailures", "10"), null, false);
        BulkRun run = run(keys(1_000), failing, new MemoryCheckpoints(), new Report(), settings);
        assertThatThrownBy(() -> run.start().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(BulkRunException.class, why -> {
                    assertThat(why).hasMessageContaining("maxFailures is 10").hasMessageContaining("can be resumed");
                    assertThat(why.errorClass()).isEqualTo(ErrorClass.SYSTEMIC);
                    assertThat(why.result().counts().of(What.FAILED).codes()).containsOnlyKeys("InvalidObjectState");
                    assertThat(why.result().counts().objects(What.FAILED)).isBetween(11L, 20L);
                });
    }

    @Test
    void aConfigurationFaultHoldsTheRunUntilItIsFixed() {
        AtomicInteger refused = new AtomicInteger();
        List<String> copied = java.util.Collections.synchronizedList(new ArrayList<>());
        PairWork denied = new PairWork() {
            @Override
            public Decision decide(KeyPair pair) {
                String key = pair.source().key();
                return new Decision.Work(1, 1, () -> {
                    if (refused.incrementAndGet() <= 2) {
                        return CompletableFuture.failedFuture(refusal("ExpiredToken", 400));
                    }
                    copied.add(key);
                    return CompletableFuture.completedFuture(outcome(key, What.COPIED));
                });
            }

            @Override
            public BulkOutcome failed(KeyPair pair, Throwable failure) {
                throw new AssertionError("nothing fails", failure);
            }
        };
        BulkResult result = run(keys(300), denied, new MemoryCheckpoints(), new Report(), settings(8, 50))
                .start()
                .orTimeout(5, TimeUnit.MINUTES)
                .join();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(300);
        assertThat(copied).hasSize(300);
    }

    private static S3CallException refusal(String code, int status) {
        return S3CallException.of(
                "CopyObject",
                CopyRequest.builder().destination("out", "k").source("in", "k").build(),
                S3CallException.Failure.of(code, status, "no"),
                null);
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

    @Test
    void placesCanBeChangedWhileItRuns() {
        Counted work = new Counted();
        work.holds = true;
        BulkRun run = run(keys(200), work, new MemoryCheckpoints(), new Report(), settings(2, 50));
        CompletableFuture<BulkResult> end = run.start();
        Awaitility.await().until(() -> work.held.size() == 2);
        run.admission().places(7);
        Awaitility.await().until(() -> work.held.size() == 7);
        assertThat(run.progress().atWork()).isEqualTo(7);
        work.holds = false;
        work.held.forEach(moment -> moment.complete(null));
        assertThat(end.join().counts().objects(What.COPIED)).isEqualTo(200);
        assertThat(work.done.keySet()).hasSameElementsAs(keys(200).stream().collect(Collectors.toSet()));
    }
}
