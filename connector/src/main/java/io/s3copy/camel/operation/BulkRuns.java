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

import io.s3copy.bulk.check.ObjectCheck;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.MemoryCheckpoints;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.bulk.run.BulkRun;
import io.s3copy.bulk.run.CheckWork;
import io.s3copy.bulk.run.CopyAction;
import io.s3copy.bulk.run.CopyWork;
import io.s3copy.bulk.run.DeleteWork;
import io.s3copy.bulk.run.ListedWork;
import io.s3copy.bulk.run.ManifestWork;
import io.s3copy.bulk.run.Outcomes;
import io.s3copy.bulk.run.PairWork;
import io.s3copy.bulk.run.PatientListing;
import io.s3copy.bulk.run.Run;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.bulk.run.RunSettings;
import io.s3copy.bulk.run.RunSetup;
import io.s3copy.bulk.run.SyncRun;
import io.s3copy.bulk.run.SyncWork;
import io.s3copy.bulk.run.WorkSource;
import io.s3copy.bulk.sync.Comparison;
import io.s3copy.bulk.sync.DeleteGuard;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.client.ServiceName;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private static final int LOOKS = 64;

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
                            BulkOptions.filter(setup.configuration(), Instant.now())));
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

    private ListCalls patient(ListCalls calls) {
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
        Making making = new Making(exchange);
        Run run = making.run();
        asking.add(making.requests);
        if (hurried) {
            making.requests.hurry();
        }
        return new Begun(run, making.key(), () -> asking.remove(making.requests));
    }

    /**
     * A run.
     *
     * @param key the same for runs of one job, which must not run at once
     * @param ended to be called once it has ended
     */
    record Begun(Run run, String key, Runnable ended) {}

    /** One run in the making. */
    private final class Making {
        private final S3CopyConfiguration configuration = setup.configuration();
        private final S3CopyOperation operation = configuration.getOperation();
        private final CopyRequest options = setup.binding().options();
        private final Exchange exchange;
        private final RunRequests counted = new RunRequests(copied);
        private final RunSettings settings = BulkOptions.settings(configuration);
        private final ObjectFilter filter;
        private final JobIdentity job;
        private final CheckpointStore store;
        private final @Nullable BulkManifest manifest;
        private final S3Calls source = setup.clients().source();
        private final S3Calls destination = setup.clients().destination();
        private final Requests requests;

        private Making(Exchange exchange) {
            this.exchange = exchange;
            this.requests = BulkSides.requests(
                    new Retries(Duration.ofMillis(configuration.getRetryFor()), timer),
                    Math.max(LOOKS, 2 * settings.lists()),
                    "the " + operation + " to " + setup.bucket(),
                    counted);
            this.manifest = operation == S3CopyOperation.copyManifest
                    ? new BulkManifest(configuration, options, source, requests)
                    : null;
            this.job = BulkJob.of(
                    configuration,
                    options,
                    ServiceName.of(setup.clients().destinationClient()),
                    manifest == null ? null : manifest.state());
            this.store = manifest != null && manifest.isInBody()
                    ? new MemoryCheckpoints()
                    : BulkPlaces.checkpoints(
                            configuration, destination, requests, setup.shared().checkpoints(), blocking);
            this.filter = BulkOptions.filter(configuration, firstStarted());
        }

        /** When the job began: ages are counted from then, also in an attempt that goes on. */
        private Instant firstStarted() {
            CheckpointStore.Stored stored = store.read(BulkJob.name(job)).join();
            Checkpoint found = stored == null ? null : CheckpointJson.read(stored.text());
            return found == null || found.finished() ? Instant.now() : found.started();
        }

        private String key() {
            return manifest != null && manifest.isInBody() ? UUID.randomUUID().toString() : BulkJob.name(job);
        }

        private Run run() {
            if (manifest != null) {
                return limited(new BulkRun(
                        setup(
                                "copyManifest of " + manifest.named() + " to s3://" + setup.bucket(),
                                "copy",
                                new ManifestWork(manifest.opener(exchange), action(), blocking, manifest.buckets())),
                        counted));
            }
            BulkSides sides = BulkSides.of(configuration, options, filter);
            PrefixListing ofSource =
                    sides.source(patient(source), requests, options, BulkOptions.asOf(configuration) != null);
            List<PrefixListing> both = List.of(ofSource, sides.destination(patient(destination), requests, options));
            Outcomes outcomes = new Outcomes(sides.sourceBucket(), sides.destinationBucket());
            return limited(
                    switch (operation) {
                        case check ->
                            new BulkRun(
                                    setup(sides.named("check"), "check", listed(both, check(sides, outcomes))),
                                    counted);
                        case sync -> sync(sides, both, outcomes);
                        default ->
                            new BulkRun(
                                    setup(
                                            sides.named("copyPrefix"),
                                            "copy",
                                            listed(
                                                    List.of(ofSource),
                                                    new CopyWork(
                                                            action(),
                                                            sides.sourceBucket(),
                                                            BulkOptions.asOf(configuration)))),
                                    counted);
                    });
        }

        private Run limited(Run run) {
            run.admission().requestsPerSecond(configuration.getRequestsPerSecond());
            run.admission().bytesPerSecond(BulkOptions.bytesPerSecond(configuration));
            return run;
        }

        private ListedWork listed(List<PrefixListing> listings, PairWork work) {
            BulkSides sides = BulkSides.of(configuration, options, filter);
            return new ListedWork(listings, OwnPlaces.of(configuration, sides).leftAloneBy(work), settings.lists());
        }

        private CheckWork check(BulkSides sides, Outcomes outcomes) {
            return new CheckWork(
                    outcomes,
                    filter,
                    sides::asSource,
                    BulkSides.keys(configuration),
                    new ObjectCheck(BulkOptions.checkLevels(configuration), ETagMeaning.UNKNOWN),
                    sides.looks(source, destination, requests, counted, options));
        }

        private Run sync(BulkSides sides, List<PrefixListing> both, Outcomes outcomes) {
            SyncWork work = new SyncWork(
                    action(),
                    outcomes,
                    new Comparison(BulkOptions.compare(configuration), ETagMeaning.UNKNOWN),
                    sides.looks(source, destination, requests, counted, options));
            RunSetup copying = setup(sides.named("sync"), "sync", listed(both, work));
            if (!configuration.isDelete()) {
                return new BulkRun(copying, counted);
            }
            BulkDeletion deletion = new BulkDeletion(
                    sides.looks(source, destination, requests, counted, options).source(),
                    sides::asSource,
                    destination,
                    requests,
                    counted,
                    options,
                    outcomes,
                    setup.traits(),
                    moves,
                    sides.destinationPrefix(),
                    configuration.getDeleteTo() == null
                            ? null
                            : S3Place.parse("option deleteTo", configuration.getDeleteTo()));
            SyncRun.Passes passes = new SyncRun.Passes() {
                @Override
                public WorkSource<String> of(PairWork pass) {
                    return listed(both, pass);
                }

                @Override
                public PairWork deleting(long most) {
                    return new DeleteWork(outcomes, filter, sides::asSource, deletion::delete, most, settings.dryRun());
                }
            };
            return new SyncRun(
                    copying,
                    counted,
                    work.surplus(),
                    new DeleteGuard(true, BulkOptions.maxDelete(configuration)),
                    passes);
        }

        private CopyAction action() {
            CopySettings policies = CopyOptions.read(configuration);
            return new CopyAction(
                    copies.copier(),
                    policies,
                    options,
                    BulkSides.keys(configuration),
                    filter,
                    query -> {
                        counted.made("GetObjectTagging", 1);
                        return requests.send(() -> source.getObjectTagging(query));
                    },
                    settings.dryRun());
        }

        private RunSetup setup(String name, String phase, WorkSource<?> work) {
            ReportSink reports = BulkPlaces.reports(configuration, destination, requests, blocking);
            return new RunSetup(
                    name,
                    phase,
                    job,
                    BulkJob.name(job),
                    store,
                    reports,
                    configuration.getReportFormat(),
                    configuration.getReportScope(),
                    settings,
                    work,
                    RunSetup.Begun.NOTHING,
                    executor,
                    timer,
                    InstantSource.system());
        }
    }
}
