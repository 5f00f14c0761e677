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
import io.s3copy.bulk.check.CheckLevel;
import io.s3copy.bulk.check.ObjectCheck;
import io.s3copy.bulk.check.ToldAttributes;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.ListedKeys;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.listing.UnorderedKeys;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.parameter.CopyRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs over directory buckets, which list their keys in no order. */
class DirectoryRunTest {

    private static final String DIRECTORY = "one--use1-az4--x-s3";

    private static PrefixListing listing(ListCalls calls, String bucket, int page) {
        return RunsInMemory.listing(calls, bucket, page, false, new RunRequests());
    }

    private static WorkSource<?> over(Set<String> keys, boolean directory, int page, PairWork work) {
        return directory
                ? new ChainWork(listing(new UnorderedKeys(keys), DIRECTORY, page), work, RunsInMemory.POOL)
                : new ListedWork(List.of(listing(new ListedKeys(keys), "plain", page)), work, 8);
    }

    private static RunSetup setup(WorkSource<?> source, RunsInMemory.Report report) {
        return RunsInMemory.check(source, report, RunsInMemory.settings(16, 10));
    }

    /** A side that is asked: it has some keys, one in ten of another size than its name is long. */
    private static final class Asked implements Looks.Side {
        private final Set<String> keys;
        private final AtomicInteger heads = new AtomicInteger();

        private Asked(Set<String> keys) {
            this.keys = keys;
        }

        @Override
        public CompletableFuture<ObjectHead> head(ListedObject object) {
            heads.incrementAndGet();
            if (!keys.contains(object.key())) {
                CopyRequest about = CopyRequest.builder()
                        .destination("bucket", object.key())
                        .build();
                return CompletableFuture.failedFuture(
                        S3CallException.of("HeadObject", about, Failure.of("NoSuchKey", 404, "none")));
            }
            long size = object.key().length() + (isOther(object.key()) ? 1L : 0L);
            return CompletableFuture.completedFuture(
                    ObjectHead.builder().length(size).eTag("\"e\"").build());
        }

        @Override
        public CompletableFuture<Map<String, String>> tags(ListedObject object) {
            return CompletableFuture.failedFuture(new AssertionError("a directory bucket has no tags"));
        }

        @Override
        public CompletableFuture<ToldAttributes> attributes(ListedObject object) {
            return CompletableFuture.failedFuture(new AssertionError("nobody asked for checksums"));
        }

        @Override
        public boolean headsTellChecksums() {
            return true;
        }
    }

    private static boolean isOther(String key) {
        return key.endsWith("7");
    }

    private static BulkResult check(
            Set<String> source, Set<String> destination, boolean directorySource, int page, Asked asked) {
        RememberedHeads heads = new RememberedHeads(asked);
        CheckWork check = new CheckWork(
                new Outcomes("in", "out"),
                ObjectFilter.ALL,
                there -> there,
                KeyMapping.ofPrefixes("", ""),
                new ObjectCheck(CheckLevel.parse("size"), ETagMeaning.NOTHING),
                new Looks(SyntheticCheckTest.NO_LOOKS, heads));
        PairWork extras =
                new ExtrasWork(new Outcomes("in", "out"), ObjectFilter.ALL, there -> there, new Asked(source));
        RunsInMemory.Report report = new RunsInMemory.Report();
        BulkResult result = new CheckRun(
                        setup(
                                over(
                                        source,
                                        directorySource,
                                        page,
                                        new AskedWork(check, ObjectFilter.ALL, KeyMapping.ofPrefixes("", ""), heads)),
                                report),
                        new RunRequests(),
                        over(destination, !directorySource, page, new FlippedWork(extras)))
                .start()
                .join();
        assertThat(report.named().values()).as("each key is named once").allMatch(times -> times == 1);
        return result;
    }

    @Property(tries = 100)
    void aCheckFindsWhatIsMissingAndExtraWhicheverSideHasNoOrder(
            @ForAll("keys") Set<String> source,
            @ForAll("keys") Set<String> destination,
            @ForAll boolean directorySource,
            @ForAll @IntRange(min = 1, max = 40) int page) {
        Asked asked = new Asked(destination);

        BulkResult result = check(source, destination, directorySource, page, asked);

        Set<String> both = new HashSet<>(source);
        both.retainAll(destination);
        long other = both.stream().filter(DirectoryRunTest::isOther).count();
        assertThat(result.finished()).isTrue();
        assertThat(result.counts().objects(What.SAME)).isEqualTo(both.size() - other);
        assertThat(result.counts().objects(What.DIFFERS)).isEqualTo(other);
        assertThat(result.counts().objects(What.MISSING)).isEqualTo(source.size() - both.size());
        assertThat(result.counts().objects(What.EXTRA)).isEqualTo(destination.size() - both.size());
        assertThat(result.counts().objects(What.FAILED)).isZero();
        assertThat(asked.heads).as("one HEAD for each key of the source").hasValue(source.size());
    }

    @Provide
    Arbitrary<Set<String>> keys() {
        return Arbitraries.integers()
                .between(0, 300)
                .map(number -> "k" + number)
                .set()
                .ofMaxSize(150);
    }

    @Test
    void everyKeyOfAChainIsGivenOnce() {
        Set<String> keys = new HashSet<>(RunsInMemory.keys(2_500));
        UnorderedKeys bucket = new UnorderedKeys(keys);
        RunsInMemory.Counted work = new RunsInMemory.Counted();
        RunRequests counted = new RunRequests();
        AtomicLong read = new AtomicLong();
        RunListener listener = new RunListener() {
            @Override
            public void read(long number) {
                read.addAndGet(number);
            }
        };
        BulkResult result = new BulkRun(
                        RunsInMemory.check(
                                new ChainWork(
                                        listing(new CountedListing(bucket, counted), DIRECTORY, 1000),
                                        work,
                                        RunsInMemory.POOL),
                                new RunsInMemory.Report(),
                                RunsInMemory.settings(16, 10),
                                listener),
                        counted)
                .start()
                .join();
        assertThat(result.counts().objects(What.COPIED)).isEqualTo(keys.size());
        assertThat(work.done)
                .hasSize(keys.size())
                .allSatisfy((key, times) -> assertThat(times).hasValue(1));
        assertThat(read).as("as meters count it").hasValue(keys.size());
        assertThat(bucket.lists).hasValue(3);
        assertThat(result.requests().byCall()).containsEntry("ListObjectsV2", 3L);
    }
}
