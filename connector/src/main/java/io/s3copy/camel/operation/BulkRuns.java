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

import io.s3copy.bulk.run.Run;
import io.s3copy.bulk.run.RunListener;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.progress.Meters;
import io.s3copy.camel.progress.OutcomeNotifier;
import io.s3copy.camel.progress.RunMeters;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;

/** Makes the runs of an endpoint, and owns what they share. */
final class BulkRuns implements AutoCloseable {

    /** Lists and looks that are under way at once, beside the copies. */
    static final int LOOKS = 64;

    private final OperationSetup setup;
    private final CopyOperation copies;
    private final ExecutorService executor;
    private final ExecutorService blocking;
    private final ScheduledExecutorService timer;
    private final RunMeters.Use meters;

    private BulkRuns(
            OperationSetup setup,
            CopyOperation copies,
            ExecutorService executor,
            ExecutorService blocking,
            ScheduledExecutorService timer) {
        this.setup = setup;
        this.copies = copies;
        this.executor = executor;
        this.blocking = blocking;
        this.timer = timer;
        this.meters = setup.measured()
                ? Meters.of(setup.camel())
                        .runs()
                        .measure(
                                setup.camel(),
                                setup.bucket(),
                                setup.configuration().getOperation().name(),
                                setup.configuration().isDryRun())
                : RunMeters.UNMEASURED;
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
        CopyOperation copies = CopyOperation.open(setup);
        return new BulkRuns(
                setup,
                copies,
                executors.newFixedThreadPool(
                        setup.endpoint(),
                        "S3CopyBulk",
                        Math.max(2, Runtime.getRuntime().availableProcessors())),
                executors.newCachedThreadPool(setup.endpoint(), "S3CopyBulkDocuments"),
                executors.newSingleThreadScheduledExecutor(setup.endpoint(), "S3CopyBulkTimer"));
    }

    /** Calls what waits for its time. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Measures the runs. */
    RunMeters.Use meters() {
        return meters;
    }

    /** Hears of what the runs do. */
    RunListener listener() {
        return new OutcomeNotifier(setup.endpoint(), meters.listener());
    }

    /** What a run asks with. */
    RunCalls calls() {
        RunRequests counted = new RunRequests(meters.listener(), copies.window());
        S3CopyConfiguration configuration = setup.configuration();
        ObjectCopier moves = ObjectCopier.builder(
                        setup.clients().destination(),
                        new RequestWindow(LOOKS, LOOKS),
                        timer,
                        CopySettings.builder().build())
                .listener(counted)
                .traits(setup.traits())
                .build();
        Requests requests = BulkSides.requests(
                new Retries(Duration.ofMillis(configuration.getRetryFor()), timer),
                Math.max(LOOKS, 2 * configuration.getLists()),
                "the " + configuration.getOperation() + " to " + setup.bucket(),
                counted);
        return new RunCalls(counted, requests, copies.copier(counted), moves, timer, blocking);
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
        copies.close();
        meters.close();
        ExecutorServiceManager executors = setup.executors();
        executors.shutdown(executor);
        executors.shutdown(blocking);
        executors.shutdown(timer);
    }

    /** The run that an exchange asks for, which has not begun. Blocks while its checkpoint is read. */
    Made of(Exchange exchange, RunCalls calls) {
        RunMaking making = new RunMaking(this, setup, exchange, calls);
        return new Made(making.run(), making.key());
    }

    /**
     * A run.
     *
     * @param key the same for runs of one job, which must not run at once
     */
    record Made(Run run, String key) {}
}
