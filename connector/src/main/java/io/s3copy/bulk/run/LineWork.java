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

import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.Span;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Work that one thread reads, one object after the other. They are numbered from 1 on, as lines are. */
abstract class LineWork implements WorkSource<Long> {

    private final Executor blocking;
    private volatile boolean stopped;
    private volatile long read;

    /**
     * Work.
     *
     * @param blocking reads, and waits for the network and for places
     */
    LineWork(Executor blocking) {
        this.blocking = blocking;
    }

    /**
     * Reads all, and gives it on. Blocks.
     *
     * @return whether all has begun: not when it was stopped
     */
    abstract boolean readAll(Ledger<Long> ledger, Doing doing, LineFeed feed);

    /** One more was read, of this number. */
    final void read(long number, Doing doing) {
        read = number;
        doing.read(1);
    }

    final boolean isStopped() {
        return stopped;
    }

    @Override
    public final CompletableFuture<Boolean> feed(Ledger<Long> ledger, Doing doing, List<String> boundaries) {
        return CompletableFuture.supplyAsync(() -> allUnlessStopped(ledger, doing), blocking);
    }

    private boolean allUnlessStopped(Ledger<Long> ledger, Doing doing) {
        try {
            return readAll(ledger, doing, new LineFeed(doing));
        } catch (CompletionException e) {
            if (Causes.of(e) instanceof CopyStoppedException) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public final List<KeyRange> ranges(Commit<Long> commit) {
        return List.of();
    }

    @Override
    public final List<Span<Long>> lines(Commit<Long> commit) {
        return commit.open();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public final long read() {
        return read;
    }

    @Override
    public final List<String> boundaries() {
        return List.of();
    }
}
