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

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.sync.DeleteGuard;
import io.s3copy.bulk.sync.DeleteGuard.Decision;
import io.s3copy.bulk.sync.DeleteGuard.Known;
import io.s3copy.bulk.sync.DeleteGuard.Listing;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sync that deletes: first all is copied that is missing or differs; only once both listings have come to their end, and
 * only where the guard agrees, what is at the destination only is deleted, in a second pass. Thread-safe.
 */
public final class SyncRun extends PassRun {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRun.class);

    private final RunSetup copying;
    private final RunRequests requests;
    private final Surplus surplus;
    private final DeleteGuard guard;
    private final Passes passes;

    /** Makes the sources of work of further passes. */
    public interface Passes {

        /** Lists both sides, and does this. */
        WorkSource<String> of(PairWork work);

        /** Deletes at the destination, so many at most. */
        PairWork deleting(long most);
    }

    /**
     * A sync.
     *
     * @param copying what the pass that copies works with
     * @param surplus what that pass counts
     */
    public SyncRun(RunSetup copying, RunRequests requests, Surplus surplus, DeleteGuard guard, Passes passes) {
        super(new BulkRun(copying, requests));
        this.copying = copying;
        this.requests = requests;
        this.surplus = surplus;
        this.guard = guard;
        this.passes = passes;
    }

    /** The name of the checkpoint of the pass that deletes, by that of the run. */
    public static String deletions(String checkpoint) {
        return checkpoint + "-delete";
    }

    private String deletions() {
        return deletions(copying.checkpoint());
    }

    @Override
    public CompletableFuture<BulkResult> start() {
        // a run that was ended while it deleted goes on there: all has been copied
        return copying.store().read(deletions()).thenCompose(stored -> {
            Checkpoint found = stored == null ? null : CheckpointJson.read(stored.text());
            if (found == null || found.finished()) {
                return copy();
            }
            copying.job().refuseOther(found.job());
            long deleted = found.counts().objects(What.DELETED);
            return count().thenCompose(counts -> decided(null, RunSetup.Begun.NOTHING, counts, deleted));
        });
    }

    private CompletableFuture<BulkResult> copy() {
        BulkRun first = current();
        return first.start().thenCompose(copied -> {
            // an attempt that went on has seen only what was left of the listings
            CompletableFuture<Surplus> counts =
                    first.attempt() == 1 ? CompletableFuture.completedFuture(surplus) : count();
            return counts.thenCompose(all -> decided(copied, first.left(), all, 0));
        });
    }

    /** What the whole listings show. */
    private CompletableFuture<Surplus> count() {
        Surplus all = surplus.anew();
        RunSetup setup =
                copying.pass("count", "count", passes.of(new SurplusWork(all))).unrecorded();
        return next(new BulkRun(setup, requests)).start().thenApply(done -> all);
    }

    private CompletableFuture<BulkResult> decided(
            @Nullable BulkResult copied, RunSetup.Begun begun, Surplus counts, long deleted) {
        if (counts.extras() == 0 && copied != null) {
            return CompletableFuture.completedFuture(copied);
        } else if (copied != null && copied.counts().objects(What.FAILED) > 0) {
            LOG.warn("{}: objects failed, so nothing is deleted at the destination", copying.name());
            return CompletableFuture.completedFuture(copied);
        }
        Known known = new Known(
                Listing.ENDED,
                Listing.ENDED,
                Listing.ENDED,
                counts.sources(),
                counts.destinations() + deleted,
                deleted);
        boolean asks = counts.extras() > 0 && !copying.settings().dryRun();
        Decision decision = asks ? guard.decideAll(known, counts.extras()) : Decision.DELETE;
        LOG.debug("{}: {} at the destination only, {}", copying.name(), counts.extras(), decision);
        return decision == Decision.DELETE
                ? delete(begun, counts.extras())
                : CompletableFuture.failedFuture(new DeletionRefusedException(copied, decision, counts));
    }

    private CompletableFuture<BulkResult> delete(RunSetup.Begun begun, long most) {
        RunSetup setup = copying.pass("delete", deletions(), passes.of(passes.deleting(most)))
                .after(begun);
        return next(new BulkRun(setup, requests)).start();
    }
}
