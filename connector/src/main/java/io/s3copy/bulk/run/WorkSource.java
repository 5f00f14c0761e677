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
import io.s3copy.bulk.listing.KeyRange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where the work of a run comes from. For one attempt. Thread-safe.
 *
 * @param <P> how work is ordered
 */
public interface WorkSource<P> {

    /**
     * The ledger of what is to be done.
     *
     * @param from where an earlier attempt ended; null for all
     */
    Ledger<P> ledger(@Nullable Checkpoint from, BulkCounts counts);

    /** The open keys of a commit; empty where work is lines. */
    List<KeyRange> ranges(Commit<P> commit);

    /** The open lines of a commit; empty where work is keys. */
    List<Span<Long>> lines(Commit<P> commit);

    /**
     * Gives all work to the run.
     *
     * @param boundaries what is known of the keys
     * @return whether all has begun: not when it was stopped
     */
    CompletableFuture<Boolean> feed(Ledger<P> ledger, Doing doing, List<String> boundaries);

    /** No more work is given. */
    void stop();

    /** How many keys or lines were read. */
    long read();

    /** About how many keys are left to read; null where nothing tells. */
    @Nullable
    Long left();

    /** How many ranges of keys are listed or wait for it. */
    int ranges();

    /** What was found of the keys. */
    List<String> boundaries();
}
