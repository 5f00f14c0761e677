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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointConflictException;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.report.ReportWriter;
import io.s3copy.engine.request.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is done: first the part of the report, then the checkpoint that counts it; one after the other. So at most
 * one part stands there that no checkpoint counts, whatever fails. Thread-safe; never blocks.
 *
 * @param <P> positions of the ledger
 */
final class Commits<P> {

    private final CheckpointStore store;
    private final String name;
    private final ReportWriter report;
    private final Supplier<Commit<P>> ledger;
    private final Checkpoints<P> checkpoints;

    @GuardedBy("this")
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    @GuardedBy("this")
    private boolean ending;

    @GuardedBy("this")
    private @Nullable Stored stored;

    /** What the ledger has given out, and no part of the report has yet. */
    @GuardedBy("this")
    private final List<BulkOutcome> unreported = new ArrayList<>();

    @GuardedBy("this")
    private long unreportedBytes;

    /** The checkpoint that counts the last part, as long as it is not known to stand. */
    @GuardedBy("this")
    private @Nullable Checkpoint owed;

    /**
     * Writes.
     *
     * @param name of the checkpoint
     * @param stored what stands there
     * @param ledger says what is done
     */
    Commits(
            CheckpointStore store,
            String name,
            @Nullable Stored stored,
            ReportWriter report,
            Supplier<Commit<P>> ledger,
            Checkpoints<P> checkpoints) {
        this.store = store;
        this.name = name;
        this.stored = stored;
        this.report = report;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    /** Makes a checkpoint of what is done. */
    @FunctionalInterface
    interface Checkpoints<P> {
        Checkpoint of(Commit<P> commit, ReportWriter report, boolean finished);
    }

    /** Writes down what is done now, once what is being written is written. */
    synchronized CompletableFuture<Void> commit(boolean finished) {
        last = Futures.afterEnd(last, (before, failure) -> write(finished));
        return last;
    }

    /** The same, unless something is being written, or the run is ending: then null. */
    synchronized @Nullable CompletableFuture<Void> commitInPassing() {
        return ending || !last.isDone() ? null : commit(false);
    }

    /**
     * Nothing is written in passing any more: what came after the end would take the place of what the next attempt writes.
     */
    synchronized void end() {
        ending = true;
    }

    /** Whether so much could not be reported that no more should be done before it is: memory would grow with it. */
    synchronized boolean isDue() {
        return unreportedBytes >= Ledger.REPORT_BYTES;
    }

    /** The write that is under way, or null. */
    synchronized @Nullable CompletableFuture<Void> underWay() {
        return last.isDone() ? null : last;
    }

    private CompletableFuture<Void> write(boolean finished) {
        Checkpoint before;
        synchronized (this) {
            before = owed;
        }
        return before == null ? writeNext(finished) : write(before).thenCompose(stands -> writeNext(finished));
    }

    private CompletableFuture<Void> writeNext(boolean finished) {
        Commit<P> commit = ledger.get();
        List<BulkOutcome> outcomes;
        synchronized (this) {
            unreported.addAll(commit.outcomes());
            unreportedBytes +=
                    commit.outcomes().stream().mapToLong(Ledger::size).sum();
            outcomes = List.copyOf(unreported);
        }
        return report.write(outcomes).thenCompose(written -> {
            Checkpoint checkpoint = checkpoints.of(commit, report, finished);
            synchronized (this) {
                unreported.clear();
                unreportedBytes = 0;
                owed = checkpoint;
            }
            return write(checkpoint);
        });
    }

    private CompletableFuture<Void> write(Checkpoint checkpoint) {
        String text = CheckpointJson.write(checkpoint);
        Stored before;
        synchronized (this) {
            before = stored;
        }
        return Futures.afterEnd(store.write(name, text, before), (now, why) -> {
                    if (why instanceof CheckpointConflictException) {
                        return unlessOurs(checkpoint.run(), text, why);
                    }
                    return why == null ? CompletableFuture.completedFuture(now) : CompletableFuture.failedFuture(why);
                })
                .thenAccept(this::stands);
    }

    /** What stands there may be our own, of a write whose answer was lost: then nobody else works on the job. */
    private CompletableFuture<Stored> unlessOurs(String run, String text, Throwable conflict) {
        return store.read(name).thenCompose(there -> {
            boolean ours =
                    there != null && CheckpointJson.read(there.text()).run().equals(run);
            return ours ? store.write(name, text, there) : CompletableFuture.failedFuture(conflict);
        });
    }

    private synchronized void stands(Stored now) {
        stored = now;
        owed = null;
    }
}
