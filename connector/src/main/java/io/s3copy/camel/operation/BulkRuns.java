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
package io.s3copy.camel.operation;

import io.s3copy.bulk.run.PatientListing;
import io.s3copy.bulk.run.Run;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ListCalls;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the runs of an endpoint, and owns what they share. */
final class BulkRuns implements AutoCloseable {

    /** Lists and looks that are under way at once, beside the copies. */
    static final int LOOKS = 64;

    /** Camel waits 45 s. */
    private static final long STOP_AFTER_SECONDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(BulkRuns.class);

    private final OperationSetup setup;
    private final CopyOperation copies;
    private final ExecutorService executor;
    private final ExecutorService blocking;
    private final ScheduledExecutorService timer;
    private final RunRequests copied;
    private final ObjectCopier moves;
    private final Set<Requests> asking = ConcurrentHashMap.newKeySet();
    private volatile boolean hurried;
    private volatile @Nullable Future<?> stoppingCopies;

    private BulkRuns(
            OperationSetup setup,
            CopyOperation copies,
            ExecutorService executor,
            ExecutorService blocking,
            ScheduledExecutorService timer,
            RunRequests copied) {
        this.setup = setup;
        this.copies = copies;
        this.executor = executor;
        this.blocking = blocking;
        this.timer = timer;
        this.copied = copied;
        this.moves = ObjectCopier.builder(
                        setup.clients().destination(),
                        new RequestWindow(LOOKS, LOOKS),
                        timer,
                        CopySettings.builder().build())
                .listener(copied)
                .traits(setup.traits())
                .build();
    }

    static BulkRuns open(OperationSetup setup) throws Exception {
        BulkPlaces.start(setup.camel(), setup.configuration());
        // sides that cannot be are refused at the start
        if (setup.configuration().getOperation() != S3CopyOperation.copyManifest) {
            OwnPlaces.of(
                    setup.configuration(),
                    BulkSides.of(
                            setup.configuration(),
                            setup.binding().options(),
                            ListingFilter.of(setup.configuration(), Instant.now())));
        }
        ExecutorServiceManager executors = setup.executors();
        RunRequests copied = new RunRequests();
        CopyOperation copies = CopyOperation.open(setup, copied);
        return new BulkRuns(
                setup,
                copies,
                executors.newFixedThreadPool(
                        setup.endpoint(),
                        "S3CopyBulk",
                        Math.max(2, Runtime.getRuntime().availableProcessors())),
                executors.newCachedThreadPool(setup.endpoint(), "S3CopyBulkDocuments"),
                executors.newSingleThreadScheduledExecutor(setup.endpoint(), "S3CopyBulkTimer"),
                copied);
    }

    /** Calls what waits for its time. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Lists, and waits where a listing is refused in the middle. */
    ListCalls patient(ListCalls calls) {
        return new PatientListing(calls, timer, () -> hurried);
    }

    /** From here on nothing is repeated. */
    void hurry() {
        hurried = true;
        asking.forEach(Requests::hurry);
        copies.copier().hurry();
        moves.hurry();
        try {
            // before Camel gives up: what is under way then is resumed later, or done again
            stoppingCopies =
                    timer.schedule(() -> blocking.execute(this::stopCopies), STOP_AFTER_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The endpoint is closed already", e);
        }
    }

    private void stopCopies() {
        copies.copier().close();
        moves.close();
    }

    /** Ends the copies that are under way. */
    void closeCopier() {
        moves.close();
        copies.close();
    }

    /** Makes the copies. */
    ObjectCopier copier() {
        return copies.copier();
    }

    /** Moves what a sync would delete: none of its policies leaves anything out. */
    ObjectCopier moves() {
        return moves;
    }

    /** Counts what copies ask of S3. */
    RunRequests copied() {
        return copied;
    }

    /** Runs what decides and merges. */
    Executor executor() {
        return executor;
    }

    /** Makes runs, which may wait for S3. */
    Executor blocking() {
        return blocking;
    }

    @Override
    public void close() {
        Future<?> notBegun = stoppingCopies;
        if (notBegun != null) {
            notBegun.cancel(false);
        }
        ExecutorServiceManager executors = setup.executors();
        executors.shutdown(executor);
        executors.shutdown(blocking);
        executors.shutdown(timer);
    }

    /** The run that an exchange asks for, which has not begun. Blocks while its checkpoint is read. */
    Begun of(Exchange exchange) {
        RunMaking making = new RunMaking(this, setup, exchange);
        Run run = making.run();
        asking.add(making.requests());
        if (hurried) {
            making.requests().hurry();
        }
        return new Begun(run, making.key(), () -> asking.remove(making.requests()));
    }

    /**
     * A run.
     *
     * @param key the same for runs of one job, which must not run at once
     * @param ended to be called once it has ended
     */
    record Begun(Run run, String key, Runnable ended) {}
}
