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
import io.s3copy.bulk.report.NoopReports;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
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
import io.s3copy.testkit.synthetic.PrefixedKeys;
import io.s3copy.testkit.synthetic.Shape;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A check of computed buckets finds exactly the differences that they have. benchmarks/ has the one of a billion keys:
 * docs/performance.md, "Many objects".
 */
class SyntheticCheckTest {

    /** Each difference has one of so many keys: no divisor of a page, so that they fall on any place of it. */
    private static final long EVERY = 97;

    private static final int WIDTH = 16;
    private static final long PAGE = 1_000;

    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);
    private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(1);

    @AfterAll
    static void end() {
        POOL.shutdownNow();
        TIMER.shutdownNow();
    }

    /** Listings decide all. */
    static final Looks.Side NO_LOOKS = new Looks.Side() {
        @Override
        public CompletableFuture<ObjectHead> head(ListedObject object) {
            return CompletableFuture.failedFuture(new AssertionError("a check of listings asks for HEAD"));
        }

        @Override
        public CompletableFuture<Map<String, String>> tags(ListedObject object) {
            return CompletableFuture.failedFuture(new AssertionError("a check of listings asks for tags"));
        }

        @Override
        public CompletableFuture<ToldAttributes> attributes(ListedObject object) {
            return CompletableFuture.failedFuture(new AssertionError("a check of listings asks for attributes"));
        }

        @Override
        public boolean headsTellChecksums() {
            return true;
        }
    };

    private static BulkResult check(SyntheticCalls calls) {
        RunRequests counted = new RunRequests();
        Requests requests =
                new Requests(new RequestWindow(64, 64), new Retries(Duration.ZERO, TIMER), () -> "a listing", counted);
        List<PrefixListing> sides = List.of(
                new PrefixListing(new CountedListing(calls, counted), requests, ListQuery.of("one", "in/"), false),
                new PrefixListing(
                        new CountedListing(calls, counted), requests, ListQuery.of("other", "copies/of/"), false));
        CheckWork check = new CheckWork(
                new Outcomes("one", "other"),
                ObjectFilter.ALL,
                there -> there,
                KeyMapping.ofPrefixes("in/", "copies/of/"),
                new ObjectCheck(Set.of(CheckLevel.LISTING), ETagMeaning.CONTENT),
                new Looks(NO_LOOKS, NO_LOOKS));
        return new BulkRun(
                        new RunSetup(
                                "the check",
                                "check",
                                new JobIdentity(Map.of("operation", "check")),
                                "job",
                                new MemoryCheckpoints(),
                                new NoopReports(),
                                ReportFormat.csv,
                                ReportSelection.none,
                                new RunSettings(WIDTH, 64, Duration.ofMillis(100), FailureLimit.NONE, null, false),
                                new ListedWork(sides, check, WIDTH),
                                RunSetup.Begun.NOTHING,
                                RunListener.NONE,
                                null,
                                POOL,
                                TIMER,
                                InstantSource.system()),
                        counted)
                .start()
                .join();
    }

    private static void differencesAreCountedExactly(Shape shape, long keys) {
        KeySpace space = shape.of(keys);
        Difference other = new Difference(space, EVERY, EnumSet.allOf(Kind.class));
        SyntheticCalls calls = SyntheticCalls.atOnce()
                .bucket("one", new PrefixedKeys("in/", space))
                .bucket("other", new PrefixedKeys("copies/of/", other));

        BulkResult result = check(calls);

        long differing = other.count(Kind.SIZE) + other.count(Kind.ETAG);
        assertThat(result.finished()).isTrue();
        assertThat(result.counts().objects(What.DIFFERS)).isEqualTo(differing);
        assertThat(result.counts().objects(What.MISSING)).isEqualTo(other.count(Kind.MISSING));
        assertThat(result.counts().objects(What.EXTRA)).isEqualTo(other.count(Kind.EXTRA));
        assertThat(result.counts().objects(What.SAME)).isEqualTo(keys - differing - other.count(Kind.MISSING));
        assertThat(result.counts().objects(What.UNPROVABLE)).isZero();
        assertThat(result.counts().of(What.DIFFERS).codes())
                .containsEntry("size", other.count(Kind.SIZE))
                .containsEntry("etag", other.count(Kind.ETAG));
        assertThat(calls.lists())
                .as("LISTs")
                .isEqualTo(result.requests().byCall().get("ListObjectsV2"))
                .isLessThanOrEqualTo((pages(space) + pages(other)) * 11 / 10);
        assertThat(calls.chains()).as("chains of pages, of both sides").isGreaterThanOrEqualTo(8);
    }

    private static long pages(KeySpace space) {
        return (space.size() + PAGE - 1) / PAGE;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void ofAnyShape(Shape shape) {
        differencesAreCountedExactly(shape, 200_000);
    }

    @Test
    void ofAMillionKeys() {
        differencesAreCountedExactly(Shape.FLAT, Integer.getInteger("s3copy.check.keys", 1_000_000));
    }
}
