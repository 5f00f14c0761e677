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
import io.s3copy.bulk.SyntheticCalls;
import io.s3copy.bulk.check.CheckLevel;
import io.s3copy.bulk.check.ObjectCheck;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.ListedVersions;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.bulk.sync.PointInTime;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.Shape;
import io.s3copy.testkit.synthetic.SyntheticBucket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
        return run(sides, work, report, new RunRequests());
    }

    private static BulkResult run(
            List<PrefixListing> sides, PairWork work, RunsInMemory.Report report, RunRequests counted) {
        RunSettings settings = RunsInMemory.settings(16, 10);
        return new BulkRun(RunsInMemory.check(new ListedWork(sides, work, settings.lists()), report, settings), counted)
                .start()
                .join();
    }

    static PrefixListing listing(ListCalls versions, String bucket, int pageSize) {
        return RunsInMemory.listing(versions, bucket, pageSize, true, new RunRequests());
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

    private static BulkResult check(
            ListedVersions one, ListedVersions other, int onePage, int otherPage, RunsInMemory.Report report) {
        CheckWork check = new CheckWork(
                new Outcomes("in", "out"),
                ObjectFilter.ALL,
                there -> there,
                KeyMapping.ofPrefixes("", ""),
                new ObjectCheck(CheckLevel.parse("versions"), ETagMeaning.CONTENT),
                new Looks(SyntheticCheckTest.NO_LOOKS, SyntheticCheckTest.NO_LOOKS));
        return run(List.of(listing(one, "in", onePage), listing(other, "out", otherPage)), check, report);
    }

    /** What a check should say of the versions of a key, from the newest on. */
    private static void expect(@Nullable String one, @Nullable String other, Map<String, Long> expected) {
        int most = Math.max(length(one), length(other));
        for (int at = 0; at < most; at++) {
            String what;
            if (at >= length(other)) {
                what = What.MISSING + mark(one, at);
            } else if (at >= length(one)) {
                what = What.EXTRA + mark(other, at);
            } else if (one.charAt(at) == other.charAt(at)) {
                what = What.SAME.toString();
            } else {
                boolean marker = one.charAt(at) == 'x' || other.charAt(at) == 'x';
                what = What.DIFFERS + (marker ? " delete-marker" : " size");
            }
            expected.merge(what, 1L, Long::sum);
        }
    }

    private static int length(@Nullable String versions) {
        return versions == null ? 0 : versions.length();
    }

    private static String mark(String versions, int at) {
        return versions.charAt(at) == 'x' ? " delete-marker" : "";
    }

    private static Map<String, Long> said(BulkResult result) {
        Map<String, Long> said = new TreeMap<>();
        for (What what : What.values()) {
            long objects = result.counts().objects(what);
            for (Map.Entry<String, Long> code : result.counts().of(what).codes().entrySet()) {
                said.put(what + " " + code.getKey(), code.getValue());
                objects -= code.getValue();
            }
            if (objects > 0) {
                said.put(what.toString(), objects);
            }
        }
        return said;
    }

    @Property(tries = 300)
    void versionsAreComparedOneByOneFromTheNewestOn(
            @ForAll("buckets") Map<String, String> one,
            @ForAll("buckets") Map<String, String> other,
            @ForAll @IntRange(min = 1, max = 12) int onePage,
            @ForAll @IntRange(min = 1, max = 12) int otherPage) {
        Map<String, Long> expected = new TreeMap<>();
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        keys.forEach(key -> expect(one.get(key), other.get(key), expected));
        RunsInMemory.Report report = new RunsInMemory.Report();

        BulkResult result =
                check(new ListedVersions("s", one), new ListedVersions("d", other), onePage, otherPage, report);

        assertThat(result.finished()).isTrue();
        assertThat(said(result)).isEqualTo(expected);
        List<String> named = report.files.entrySet().stream()
                .filter(file -> file.getKey().contains("/results/"))
                .flatMap(file -> file.getValue().lines())
                .map(row -> String.join(",", List.of(row.split(",", 4)).subList(0, 3)))
                .toList();
        assertThat(named).doesNotHaveDuplicates().hasSize((int)
                expected.values().stream().mapToLong(Long::longValue).sum());
    }

    @Provide
    Arbitrary<Map<String, String>> buckets() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 120).map(number -> "k" + number),
                        Arbitraries.strings().withChars("abx").ofMinLength(1).ofMaxLength(9))
                .ofMaxSize(80);
    }

    @Test
    void aKeyOfManyVersionsIsComparedPageByPage() {
        KeySpace space = Shape.FLAT.of(3);
        int versions = 60_000;
        SyntheticCalls calls = SyntheticCalls.atOnce()
                .bucket("in", SyntheticBucket.versioned(space, versions))
                .bucket("out", SyntheticBucket.versioned(space, versions));
        CheckWork check = new CheckWork(
                new Outcomes("in", "out"),
                ObjectFilter.ALL,
                there -> there,
                KeyMapping.ofPrefixes("", ""),
                new ObjectCheck(CheckLevel.parse("versions"), ETagMeaning.CONTENT),
                new Looks(SyntheticCheckTest.NO_LOOKS, SyntheticCheckTest.NO_LOOKS));

        RunRequests counted = new RunRequests();
        ListCalls told = new CountedListing(calls, counted);
        BulkResult result = run(
                List.of(listing(told, "in", 1000), listing(told, "out", 1000)),
                check,
                new RunsInMemory.Report(),
                counted);

        assertThat(result.finished()).isTrue();
        assertThat(result.counts().objects(What.SAME)).isEqualTo(3L * versions);
        assertThat(result.requests().byCall().get("ListObjectVersions")).isLessThanOrEqualTo(2 * 3 * 60 * 11 / 10);
    }
}
