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
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.RangeLedger;
import io.s3copy.bulk.checkpoint.Span;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.ListedObjects;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.engine.s3.ListedObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Work on what a listing without an order shows, such as that of a directory bucket: one chain of pages, in which nobody can
 * begin but at its beginning. So a run over it never goes on where another ended.
 */
public final class ChainWork extends LineWork {

    private final PrefixListing listing;
    private final PairWork work;
    private volatile boolean ended;

    /**
     * Work.
     *
     * @param listing gives each object as the source of a pair
     * @param blocking reads the listing, which waits for the network and for places
     */
    public ChainWork(PrefixListing listing, PairWork work, Executor blocking) {
        super(blocking);
        this.listing = listing;
        this.work = work.forRange();
    }

    @Override
    public Ledger<Long> ledger(@Nullable Checkpoint from, BulkCounts counts) {
        return Ledger.ofLines(List.of(Span.all()), counts);
    }

    @Override
    boolean readAll(Ledger<Long> ledger, Doing doing, LineFeed feed) {
        RangeLedger<Long> range = ledger.ranges().get(0);
        ListedObjects objects =
                ListedObjects.begin(listing, CompletableFuture::completedFuture).join();
        long number = 0;
        while (objects.hasNext()) {
            if (isStopped()) {
                return false;
            }
            KeyPair pair = new KeyPair(objects.next(), null);
            number++;
            read(number, doing);
            feed.give(work.decide(pair), number, range, key(pair), failure -> work.failed(pair, failure));
        }
        range.ended();
        ended = true;
        return true;
    }

    private static String key(KeyPair pair) {
        ListedObject listed = pair.source();
        return listed == null ? "" : listed.key();
    }

    @Override
    public void stop() {
        super.stop();
        if (listing.calls() instanceof PatientListing patient) {
            patient.stop();
        }
    }

    @Override
    public @Nullable Long left() {
        return null;
    }

    @Override
    public int ranges() {
        return ended || isStopped() ? 0 : 1;
    }
}
