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
package io.s3copy.benchmark.bulk;

import io.s3copy.benchmark.Meters;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.SyntheticCalls;
import io.s3copy.bulk.check.CheckLevel;
import io.s3copy.bulk.check.ObjectCheck;
import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.report.FileReports;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.bulk.run.BulkRun;
import io.s3copy.bulk.run.CheckWork;
import io.s3copy.bulk.run.CountedListing;
import io.s3copy.bulk.run.FailureLimit;
import io.s3copy.bulk.run.ListedWork;
import io.s3copy.bulk.run.Looks;
import io.s3copy.bulk.run.Outcomes;
import io.s3copy.bulk.run.RunListener;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.bulk.run.RunSettings;
import io.s3copy.bulk.run.RunSetup;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.testkit.synthetic.Difference;
import io.s3copy.testkit.synthetic.Difference.Kind;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A process that checks one computed bucket against another, of which it is known where they differ, and ends with an error
 * if it finds anything else.
 */
public final class CheckProcess {

    private CheckProcess() {}

    /** Arguments: shape, keys, of how many keys one has each difference, lists at once, threads. */
    public static void main(String[] arguments) throws IOException {
        KeySpace space = Shape.valueOf(arguments[0].toUpperCase(Locale.ROOT)).of(Long.parseLong(arguments[1]));
        Difference other = new Difference(space, Long.parseLong(arguments[2]), EnumSet.allOf(Kind.class));
        ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(arguments[4]));
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Path report = Files.createTempDirectory("check");
        BulkRun run = run(space, other, Integer.parseInt(arguments[3]), pool, timer, report);
        // for people who wait
        Future<?> telling = timer.scheduleAtFixedRate(() -> System.err.println(run.progress()), 1, 1, TimeUnit.MINUTES);
        long cpu = Meters.cpuNanos();
        long allocated = Meters.allocated();
        long start = System.nanoTime();
        BulkResult result = run.start().join();
        long nanos = System.nanoTime() - start;
        cpu = Meters.cpuNanos() - cpu;
        allocated = Meters.allocated() - allocated;
        telling.cancel(false);
        verify(space, other, result);
        long lists = result.requests().byCall().get("ListObjectsV2");
        System.out.println(
                String.join(" ", text(nanos), text(cpu), text(allocated), text(lists), text(Meters.peakRss())));
        System.exit(0);
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static BulkRun run(
            KeySpace space,
            KeySpace other,
            int lists,
            ExecutorService pool,
            ScheduledExecutorService timer,
            Path report) {
        RunRequests counted = new RunRequests();
        Requests requests = new Requests(
                new RequestWindow(2 * lists, 2 * lists), new Retries(Duration.ZERO, timer), () -> "a listing", counted);
        SyntheticCalls calls = SyntheticCalls.atOnce(pool).bucket("one", space).bucket("other", other);
        List<PrefixListing> sides = List.of(
                new PrefixListing(new CountedListing(calls, counted), requests, ListQuery.of("one", ""), false),
                new PrefixListing(new CountedListing(calls, counted), requests, ListQuery.of("other", ""), false));
        CheckWork check = new CheckWork(
                new Outcomes("one", "other"),
                ObjectFilter.ALL,
                there -> there,
                key -> key,
                new ObjectCheck(EnumSet.of(CheckLevel.LISTING), ETagMeaning.CONTENT),
                new Looks(new NoLooks(), new NoLooks()));
        return new BulkRun(
                new RunSetup(
                        "the check",
                        "check",
                        new JobIdentity(Map.of("operation", "check")),
                        "job",
                        new MemoryCheckpoints(),
                        new FileReports(report, pool),
                        ReportFormat.csv,
                        ReportSelection.failed,
                        new RunSettings(lists, 128, Duration.ofSeconds(30), FailureLimit.NONE, null, false),
                        new ListedWork(sides, check, lists),
                        RunSetup.Begun.NOTHING,
                        RunListener.NONE,
                        null,
                        pool,
                        timer,
                        InstantSource.system()),
                counted);
    }

    private static void verify(KeySpace space, Difference other, BulkResult result) {
        long differing = other.count(Kind.SIZE) + other.count(Kind.ETAG);
        require(result, What.DIFFERS, differing);
        require(result, What.MISSING, other.count(Kind.MISSING));
        require(result, What.EXTRA, other.count(Kind.EXTRA));
        require(result, What.SAME, space.size() - differing - other.count(Kind.MISSING));
        require(result, What.UNPROVABLE, 0);
    }

    private static void require(BulkResult result, What what, long number) {
        if (result.counts().objects(what) != number) {
            throw new IllegalStateException(
                    "not " + number + " " + what + ", but " + result.counts().objects(what));
        }
    }

    /** Listings decide all. */
    private static final class NoLooks implements Looks.Side {

        @Override
        public CompletableFuture<ObjectHead> head(ListedObject object) {
            throw new UnsupportedOperationException("a check of listings asked for more");
        }

        @Override
        public CompletableFuture<Map<String, String>> tags(ListedObject object) {
            throw new UnsupportedOperationException("a check of listings asked for more");
        }

        @Override
        public CompletableFuture<ToldAttributes> attributes(ListedObject object) {
            throw new UnsupportedOperationException("a check of listings asked for more");
        }

        @Override
        public boolean headsTellChecksums() {
            return true;
        }
    }
}
