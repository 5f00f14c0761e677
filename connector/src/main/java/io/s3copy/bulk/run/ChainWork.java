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
import io.s3copy.bulk.checkpoint.RangeLedger;
import io.s3copy.bulk.checkpoint.Span;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.bulk.listing.ListedObjects;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.s3.ListedObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Work on what a listing without an order shows, such as that of a directory bucket: one chain of pages, in which nobody can
 * begin but at its beginning. So a run over it never goes on where another ended.
 */
public final class ChainWork implements WorkSource<Long> {

    private final PrefixListing listing;
    private final PairWork work;
    private final Executor blocking;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile long read;

    /**
     * Work.
     *
     * @param listing gives each object as the source of a pair
     * @param blocking reads the listing, which waits for the network and for places
     */
    public ChainWork(PrefixListing listing, PairWork work, Executor blocking) {
        this.listing = listing;
        this.work = work.forRange();
        this.blocking = blocking;
    }

    @Override
    public Ledger<Long> ledger(@Nullable Checkpoint from, BulkCounts counts) {
        return Ledger.ofLines(List.of(Span.all()), counts);
    }

    @Override
    public List<KeyRange> ranges(Commit<Long> commit) {
        return List.of();
    }

    @Override
    public List<Span<Long>> lines(Commit<Long> commit) {
        return commit.open();
    }

    @Override
    public CompletableFuture<Boolean> feed(Ledger<Long> ledger, Doing doing, List<String> boundaries) {
        return CompletableFuture.supplyAsync(() -> read(ledger.ranges().get(0), doing), blocking);
    }

    private boolean read(RangeLedger<Long> range, Doing doing) {
        LineFeed feed = new LineFeed(doing);
        try {
            ListedObjects objects = ListedObjects.begin(listing, CompletableFuture::completedFuture)
                    .join();
            long number = 0;
            while (objects.hasNext()) {
                if (stopped) {
                    return false;
                }
                KeyPair pair = new KeyPair(objects.next(), null);
                number++;
                read = number;
                feed.give(work.decide(pair), number, range, key(pair), failure -> work.failed(pair, failure));
            }
            range.ended();
            ended = true;
            return true;
        } catch (CompletionException e) {
            if (Causes.of(e) instanceof CopyStoppedException) {
                return false;
            }
            throw e;
        }
    }

    private static String key(KeyPair pair) {
        ListedObject listed = pair.source();
        return listed == null ? "" : listed.key();
    }

    @Override
    public void stop() {
        stopped = true;
        if (listing.calls() instanceof PatientListing patient) {
            patient.stop();
        }
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public @Nullable Long left() {
        return null;
    }

    @Override
    public int ranges() {
        return ended || stopped ? 0 : 1;
    }

    @Override
    public List<String> boundaries() {
        return List.of();
    }
}
