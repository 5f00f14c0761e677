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
import io.s3copy.bulk.checkpoint.Ticket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a source of work is given by its run. Thread-safe; no method blocks. */
public interface Doing {

    /** Lets work begin. */
    Admission admission();

    /** Runs what decides and merges. */
    Executor executor();

    /** Whether objects with an outcome are named in the report. */
    boolean reports(What what);

    /** Done when there is room for more to report; null where there is. */
    @Nullable
    CompletableFuture<Void> commitDue();

    /** Whether no work is to begin any more. */
    boolean isStopping();

    /** So many keys were listed, or entries of a manifest read. */
    void read(long keys);

    /** Counts how busy the run is by its keys. */
    RunHeat heat();

    /** It is known of an object what becomes of it, without work. */
    void known(BulkOutcome outcome);

    /**
     * Begins work that was let in.
     *
     * @param key for whatever is held of it
     * @param failed how a failure is reported
     */
    void begin(String key, Decision.Work work, Ticket ticket, Function<Throwable, BulkOutcome> failed);
}
