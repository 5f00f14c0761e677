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
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs whose buckets, reports and work are in memory. */
final class RunsInMemory {

    /** Of daemon threads, which end with the JVM. */
    static final ExecutorService POOL = Executors.newFixedThreadPool(4, RunsInMemory::daemon);

    static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(1, RunsInMemory::daemon);

    private RunsInMemory() {}

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "run");
        thread.setDaemon(true);
        return thread;
    }

    /** A report in memory, which outlives an attempt. */
    static final class Report implements ReportSink {
        final Map<String, String> files = new ConcurrentSkipListMap<>();

        @Override
        public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
            files.put(name, new String(content, StandardCharsets.UTF_8));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<byte[]> read(String name) {
            String text = files.get(name);
            return CompletableFuture.completedFuture(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Place place(String name) {
            return new Place(null, "memory/" + name);
        }

        /** The keys in all parts of the results, and how often each is named. */
        Map<String, Integer> named() {
            return namedBelow("");
        }

        /** The same of the report of one run. */
        Map<String, Integer> namedBy(BulkResult result) {
            String folder = Objects.requireNonNull(result.report().folder());
            return namedBelow(folder.substring("memory/".length()));
        }

        private Map<String, Integer> namedBelow(String folder) {
            Map<String, Integer> named = new TreeMap<>();
            files.forEach((name, text) -> {
                if (name.startsWith(folder) && name.contains("/results/")) {
                    text.lines().forEach(line -> named.merge(line.split(",", 3)[1].replace("\"", ""), 1, Integer::sum));
                }
            });
            return named;
        }

        /** The folders of runs. */
        Set<String> folders() {
            return files.keySet().stream()
                    .filter(name -> name.contains("/"))
                    .map(name -> name.substring(0, name.indexOf('/')))
                    .collect(Collectors.toSet());
        }
    }

    /** Work that is a count, and takes a moment. */
    static final class Counted implements PairWork {
        final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        final Queue<CompletableFuture<Void>> held = new ConcurrentLinkedQueue<>();
        final AtomicInteger atWork = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        volatile boolean holds;
        volatile boolean dead;

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

    static BulkOutcome outcome(String key, What what) {
        return new BulkOutcome("in", key, null, what, null, 0, "", 1, "out", key);
    }

    static List<String> keys(int number) {
        return IntStream.range(0, number)
                .mapToObj(at -> String.format(java.util.Locale.ROOT, "%08x", at * 0x9E3779B1))
                .toList();
    }

    static BulkRun run(
            List<String> keys, PairWork work, CheckpointStore store, ReportSink report, RunSettings settings) {
        return run(keys, work, store, report, settings, new JobIdentity(Map.of("prefix", "")));
    }

    static BulkRun run(
            List<String> keys,
            PairWork work,
            CheckpointStore store,
            ReportSink report,
            RunSettings settings,
            JobIdentity job) {
        return run(keys, work, store, report, settings, job, RunListener.NONE);
    }

    static BulkRun run(
            List<String> keys,
            PairWork work,
            CheckpointStore store,
            ReportSink report,
            RunSettings settings,
            JobIdentity job,
            RunListener listener) {
        RunRequests requests = new RunRequests(listener);
        PrefixListing source = listing(new CountedListing(new ListedKeys(keys), requests), "in", 50, false, requests);
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
                        listener,
                        null,
                        POOL,
                        TIMER,
                        InstantSource.system()),
                requests);
    }

    /** The listing of a bucket, in pages of so many keys or versions. */
    static PrefixListing listing(ListCalls calls, String bucket, int page, boolean versions, RunRequests counted) {
        Requests requests =
                new Requests(new RequestWindow(64, 64), new Retries(Duration.ZERO, TIMER), () -> "a listing", counted);
        return new PrefixListing(calls, requests, ListQuery.of(bucket, "").maxKeys(page), versions);
    }

    /** A run that checks what a source gives. */
    static RunSetup check(WorkSource<?> source, Report report, RunSettings settings) {
        return check(source, report, settings, RunListener.NONE);
    }

    static RunSetup check(WorkSource<?> source, Report report, RunSettings settings, RunListener listener) {
        return new RunSetup(
                "the run",
                "check",
                new JobIdentity(Map.of("operation", "check")),
                "job",
                new MemoryCheckpoints(),
                report,
                ReportFormat.csv,
                ReportSelection.all,
                settings,
                source,
                RunSetup.Begun.NOTHING,
                listener,
                null,
                POOL,
                TIMER,
                InstantSource.system());
    }

    static RunSettings settings(int atOnce, long checkpointMillis) {
        return new RunSettings(8, atOnce, Duration.ofMillis(checkpointMillis), FailureLimit.NONE, null, false);
    }
}
