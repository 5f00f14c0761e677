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
package io.s3copy.engine.journal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** How uploads are remembered: in which journal, by whose thread, and for how long one may hold an upload unheard of. */
public final class Journaling {

    private final UploadJournal journal;
    private final Executor executor;
    private final Duration lease;
    private final String holder;
    private final String service;

    /**
     * A way to remember uploads.
     *
     * @param executor of one thread, which the journal may keep waiting
     * @param lease how long an upload stays its holder's after the last sign of life; a third of it is the time between
     *     two signs
     * @param holder who copies: another text for each process, at each of its starts
     * @param service which service the destinations are of: another text for each
     */
    public Journaling(UploadJournal journal, Executor executor, Duration lease, String holder, String service) {
        this.journal = journal;
        this.executor = executor;
        this.lease = lease;
        this.holder = holder;
        this.service = service;
    }

    public String holder() {
        return holder;
    }

    public String service() {
        return service;
    }

    public Duration lease() {
        return lease;
    }

    /** Asks the journal on its thread. */
    public <T> CompletableFuture<T> ask(Function<UploadJournal, T> question) {
        Supplier<T> asked = () -> question.apply(journal);
        try {
            return CompletableFuture.supplyAsync(asked, executor);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
