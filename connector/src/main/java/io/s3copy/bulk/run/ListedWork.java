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

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.Span;
import io.s3copy.bulk.listing.Boundaries;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.listing.RangeScan;
import io.s3copy.engine.s3.ListedObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Work on what one or two listings show. */
public final class ListedWork implements WorkSource<String> {

    private final List<PrefixListing> listings;
    private final PairWork work;
    private final int width;
    private volatile boolean stopped;
    private volatile @Nullable RangeScan<KeyWork.Part> scan;

    /**
     * Work.
     *
     * @param listings the source, or the source and the destination
     * @param width how many ranges are listed at once, at most
     */
    public ListedWork(List<PrefixListing> listings, PairWork work, int width) {
        this.listings = List.copyOf(listings);
        this.work = work;
        this.width = width;
    }

    @Override
    public Ledger<String> ledger(@Nullable Checkpoint from, BulkCounts counts) {
        return Ledger.ofKeys(from == null ? List.of(KeyRange.ALL) : from.ranges(), counts);
    }

    @Override
    public List<KeyRange> ranges(Commit<String> commit) {
        return commit.open().stream().map(Span::toRange).toList();
    }

    @Override
    public List<Span<Long>> lines(Commit<String> commit) {
        return List.of();
    }

    @Override
    public CompletableFuture<Boolean> feed(Ledger<String> ledger, Doing doing, List<String> boundaries) {
        List<KeyRange> open = ledger.ranges().stream()
                .map(range -> Span.toRange(range.span()))
                .toList();
        doing.heat().begins(listings.get(0).all().prefix());
        KeyWork sink = new KeyWork(ledger, work, this::key, doing);
        RangeScan<KeyWork.Part> begun =
                new RangeScan<>(listings, sink, width, doing.executor(), new Boundaries(boundaries));
        scan = begun;
        CompletableFuture<Boolean> all = begun.run(open);
        if (stopped) {
            begun.stop();
        }
        return all;
    }

    private String key(KeyPair pair) {
        ListedObject source = pair.source();
        if (source != null) {
            return source.key().substring(listings.get(0).all().prefix().length());
        }
        ListedObject destination = pair.destination();
        if (destination == null) {
            throw new IllegalArgumentException("a key that no side has");
        }
        return destination.key().substring(listings.get(1).all().prefix().length());
    }

    @Override
    public void stop() {
        stopped = true;
        listings.stream()
                .map(PrefixListing::calls)
                .filter(PatientListing.class::isInstance)
                .forEach(patient -> ((PatientListing) patient).stop());
        RangeScan<?> now = scan;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public long read() {
        RangeScan<?> now = scan;
        return now == null ? 0 : now.keys();
    }

    @Override
    public @Nullable Long left() {
        RangeScan<?> now = scan;
        return now == null ? null : now.left();
    }

    @Override
    public int ranges() {
        RangeScan<?> now = scan;
        return now == null ? 0 : now.ranges();
    }

    @Override
    public List<String> boundaries() {
        RangeScan<?> now = scan;
        return now == null ? List.of() : now.found().keys();
    }
}
