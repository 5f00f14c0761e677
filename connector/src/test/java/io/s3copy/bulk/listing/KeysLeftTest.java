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
package io.s3copy.bulk.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.SyntheticCalls;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.testkit.synthetic.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a scan says of the keys that are left. */
class KeysLeftTest {

    private static final long KEYS = 200_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @AfterEach
    void end() {
        pool.shutdownNow();
        timer.shutdownNow();
    }

    /** What was said when so many keys had been given. */
    private record Said(long given, @Nullable Long left) {}

    /** Asks the scan with each page that it gives. */
    private static final class Asking implements RangeSink<KeyRange> {
        private final AtomicReference<RangeScan<KeyRange>> scan = new AtomicReference<>();
        private final List<Said> said = Collections.synchronizedList(new ArrayList<>());

        @Override
        public KeyRange open(KeyRange range) {
            return range;
        }

        @Override
        public KeyRange cut(KeyRange range, String at) {
            return range.behind(at);
        }

        @Override
        public CompletableFuture<Void> take(KeyRange range, List<KeyPair> pairs, @Nullable String through) {
            said.add(new Said(scan.get().keys(), scan.get().left()));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void ended(KeyRange range) {
            // the next page says so
        }
    }

    private List<Said> scan(Shape shape, int width, List<KeyRange> ranges) {
        Requests requests = new Requests(
                new RequestWindow(64, 64),
                new Retries(Duration.ZERO, timer),
                () -> "a listing",
                (why, throttled) -> {});
        PrefixListing listing = new PrefixListing(
                SyntheticCalls.atOnce().bucket("in", shape.of(KEYS)), requests, ListQuery.of("in", ""), false);
        Asking sink = new Asking();
        RangeScan<KeyRange> scan = new RangeScan<>(List.of(listing), sink, width, pool, new Boundaries(List.of()));
        sink.scan.set(scan);
        assertThat(scan.left()).as("before the first page").isNull();
        assertThat(scan.run(ranges).join()).isTrue();
        assertThat(scan.keys()).isEqualTo(KEYS);
        assertThat(scan.left()).isZero();
        assertThat(scan.ranges()).isZero();
        return sink.said;
    }

    /** From a fifth to four fifths of the keys: before, little is known; behind, little is left. */
    private static List<Said> inTheMiddle(List<Said> said) {
        return said.stream()
                .filter(one -> one.given() >= KEYS / 5 && one.given() <= KEYS * 4 / 5)
                .toList();
    }

    @Test
    void ofKeysThatAreSpreadEvenlyItIsNearTheTruth() {
        assertThat(inTheMiddle(scan(Shape.FLAT, 16, List.of(KeyRange.ALL))))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        one -> assertThat(one.left()).isBetween((KEYS - one.given()) / 2, (KEYS - one.given()) * 2));
    }

    @Test
    void rangesThatWaitAreTakenForOnesLikeTheOthers() {
        List<KeyRange> many = new ArrayList<>();
        KeyRange rest = KeyRange.ALL;
        for (String at : List.of("2", "4", "6", "8", "a", "c", "e")) {
            many.add(rest.until(at));
            rest = rest.behind(at);
        }
        many.add(rest);
        assertThat(inTheMiddle(scan(Shape.FLAT, 1, many)))
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        one -> assertThat(one.left()).isBetween((KEYS - one.given()) / 3, (KEYS - one.given()) * 3));
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void ofAnyKeysItIsANumberThatIsNotNegative(Shape shape) {
        assertThat(scan(shape, 8, List.of(KeyRange.ALL)))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.left())
                        .satisfiesAnyOf(
                                left -> assertThat(left).isNull(),
                                left -> assertThat(left).isBetween(0L, Long.MAX_VALUE / 2)));
    }
}
