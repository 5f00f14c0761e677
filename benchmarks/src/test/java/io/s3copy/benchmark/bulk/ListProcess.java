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
import io.s3copy.bulk.SyntheticCalls;
import io.s3copy.bulk.listing.Boundaries;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.listing.RangeScan;
import io.s3copy.bulk.listing.RangeSink;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process that lists a computed bucket whose pages take a while. */
public final class ListProcess {

    private ListProcess() {}

    /** Arguments: shape, keys in the bucket, how many of them are listed, lists at once, ms a page, threads. */
    public static void main(String[] arguments) throws IOException {
        KeySpace space = Shape.valueOf(arguments[0].toUpperCase(Locale.ROOT)).of(Long.parseLong(arguments[1]));
        long listed = Long.parseLong(arguments[2]);
        int lists = Integer.parseInt(arguments[3]);
        Duration delay = Duration.ofMillis(Long.parseLong(arguments[4]));
        ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(arguments[5]));
        Requests requests = new Requests(
                new RequestWindow(lists, lists),
                new Retries(Duration.ZERO, pool),
                () -> "a listing",
                (why, throttled) -> {});
        PrefixListing listing = new PrefixListing(
                SyntheticCalls.after(delay, pool).bucket("in", space), requests, ListQuery.of("in", ""), false);
        RangeScan<KeyRange> scan = new RangeScan<>(List.of(listing), new Counted(), lists, pool, new Boundaries());
        KeyRange range = listed < space.size() ? KeyRange.ALL.until(space.key(listed - 1)) : KeyRange.ALL;
        long cpu = Meters.cpuNanos();
        long start = System.nanoTime();
        scan.run(List.of(range)).join();
        long nanos = System.nanoTime() - start;
        cpu = Meters.cpuNanos() - cpu;
        if (scan.keys() != listed) {
            throw new IllegalStateException("not " + listed + " keys, but " + scan.keys());
        }
        System.out.println(nanos + " " + cpu + " " + scan.lists() + " " + Meters.peakRss());
        System.exit(0);
    }

    /** What is given is counted by the scan. */
    private static final class Counted implements RangeSink<KeyRange> {

        @Override
        public KeyRange open(KeyRange range) {
            return range;
        }

        @Override
        public KeyRange cut(KeyRange range, String at) {
            return range;
        }

        @Override
        public CompletableFuture<Void> take(KeyRange range, List<KeyPair> pairs, String through) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void ended(KeyRange range) {
            // nothing was begun for it
        }
    }
}
