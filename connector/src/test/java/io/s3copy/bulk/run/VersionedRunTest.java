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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.ListedVersions;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.bulk.sync.PointInTime;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs over versions, of which a key may have many. */
class VersionedRunTest {

    private static final Instant SECOND = Instant.ofEpochSecond(2);

    /** Takes what was current at an instant, at once or as work. */
    private static final class Picked implements PairWork {
        private final PointInTime picker = new PointInTime(SECOND);
        private final boolean works;

        private Picked(boolean works) {
            this.works = works;
        }

        @Override
        public PairWork forRange() {
            return new Picked(works);
        }

        @Override
        public Decision decide(KeyPair pair) {
            ListedObject version = pair.source();
            if (picker.next(version).isEmpty()) {
                return Decision.NOTHING;
            }
            BulkOutcome outcome = new Outcomes("in", "out").of(version, version.key(), What.COPIED, null, "", 1);
            return works
                    ? new Decision.Work(1, 1, () -> CompletableFuture.completedFuture(outcome))
                    : new Decision.Known(outcome);
        }

        @Override
        public BulkOutcome failed(KeyPair pair, Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    static BulkResult run(List<PrefixListing> sides, PairWork work, RunsInMemory.Report report) {
        RunSettings settings = RunsInMemory.settings(16, 10);
        return new BulkRun(
                        new RunSetup(
                                "the run",
                                "check",
                                new JobIdentity(Map.of("operation", "check")),
                                "job",
                                new MemoryCheckpoints(),
                                report,
                                ReportFormat.csv,
                                ReportSelection.all,
                                settings,
                                new ListedWork(sides, work, settings.lists()),
                                RunSetup.Begun.NOTHING,
                                null,
                                RunsInMemory.POOL,
                                RunsInMemory.TIMER,
                                InstantSource.system()),
                        new RunRequests())
                .start()
                .join();
    }

    static PrefixListing listing(ListCalls versions, String bucket, int pageSize) {
        Requests requests = new Requests(
                new RequestWindow(64, 64),
                new Retries(Duration.ZERO, RunsInMemory.TIMER),
                () -> "a listing",
                new RunRequests());
        return new PrefixListing(versions, requests, ListQuery.of(bucket, "").maxKeys(pageSize), true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasCurrentIsTakenOnceFromPagesOfAnySize(boolean works) {
        Map<String, String> versions = new TreeMap<>();
        for (int key = 0; key < 200; key++) {
            versions.put("key " + key, "edcba".substring(key % 5));
        }
        for (int pageSize : List.of(1, 2, 3, 7, 50, 1000)) {
            RunsInMemory.Report report = new RunsInMemory.Report();
            BulkResult result =
                    run(List.of(listing(new ListedVersions("v", versions), "in", pageSize)), new Picked(works), report);
            assertThat(result.finished()).isTrue();
            assertThat(result.counts().objects(What.COPIED))
                    .as("pages of " + pageSize)
                    .isEqualTo(200);
            assertThat(report.named())
                    .hasSize(200)
                    .allSatisfy((key, times) -> assertThat(times).isOne());
        }
    }
}
