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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.engine.s3.ListedObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is at the destination only. It lists both sides once more, so that what has come to the source since is kept;
 * each object is deleted on condition of the ETag that was listed; and no more of them than the comparison before has found.
 */
public final class DeleteWork implements PairWork {

    private final Outcomes outcomes;
    private final ObjectFilter filter;
    private final UnaryOperator<ListedObject> asSource;
    private final Function<ListedObject, CompletableFuture<BulkOutcome>> delete;
    private final @Nullable RunCosts dryRun;
    private final long most;
    private final AtomicLong decided = new AtomicLong();

    /**
     * Deletes.
     *
     * @param filter of keys of the source; what it leaves alone there it leaves alone here
     * @param asSource gives an object of the destination the key that it would have at the source
     * @param delete deletes or moves an object of the destination, on condition of its ETag
     * @param most how many at most
     * @param dryRun counts what deletions would cost, and none is made; null where they are made
     */
    public DeleteWork(
            Outcomes outcomes,
            ObjectFilter filter,
            UnaryOperator<ListedObject> asSource,
            Function<ListedObject, CompletableFuture<BulkOutcome>> delete,
            long most,
            @Nullable RunCosts dryRun) {
        this.outcomes = outcomes;
        this.filter = filter;
        this.asSource = asSource;
        this.delete = delete;
        this.most = most;
        this.dryRun = dryRun;
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject there = pair.destination();
        if (pair.source() != null
                || there == null
                || filter.refusal(asSource.apply(there)).isPresent()) {
            return Decision.NOTHING;
        } else if (decided.incrementAndGet() > most) {
            return new Decision.Known(outcomes.ofDestination(
                    there,
                    What.EXTRA,
                    "max-delete",
                    "more objects are at the destination only than were a moment ago"));
        } else if (dryRun != null) {
            dryRun.deleted(there);
            return new Decision.Known(outcomes.ofDestination(there, What.DELETED, null, ""));
        }
        return new Decision.Work(0, 1, () -> delete.apply(there));
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        ListedObject there = pair.destination();
        if (there == null) {
            throw new IllegalArgumentException("work on a key that the destination does not have");
        }
        return outcomes.failed(there, false, there.key(), failure);
    }
}
