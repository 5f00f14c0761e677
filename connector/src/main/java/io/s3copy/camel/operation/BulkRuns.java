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
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;

/** Makes the runs of an endpoint, and owns what they share. */
final class BulkRuns implements AutoCloseable {

    /** Lists and looks that are under way at once, beside the copies. */
    private static final int LOOKS = 64;

    private final OperationSetup setup;
    private final CopyOperation copies;
    private final ExecutorService executor;
    private final ExecutorService blocking;
    private final ScheduledExecutorService timer;
    private final RunRequests copied;
    private volatile boolean hurried;

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
        copies.copier().hurry();
    }

    /** Ends the copies that are under way. */
    void closeCopier() {
        copies.close();
    }

    @Override
    public void close() {
        ExecutorServiceManager executors = setup.executors();
        executors.shutdown(executor);
        executors.shutdown(blocking);
        executors.shutdown(timer);
    }

    /** The run that an exchange asks for, which has not begun. */
    Run of(Exchange exchange) {
        return new Making(exchange).run();
    }

    /** One run in the making. */
    private final class Making {
        private final S3CopyConfiguration configuration = setup.configuration();
        private final S3CopyOperation operation = configuration.getOperation();
        private final CopyRequest options = setup.binding().options();
        private final Exchange exchange;
        private final RunRequests counted = new RunRequests(copied);
        private final RunSettings settings = BulkOptions.settings(configuration);
        private final ObjectFilter filter = BulkOptions.filter(configuration, Instant.now());
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
        }

        private Run run() {
            if (operation == S3CopyOperation.copyManifest) {
                BulkManifest manifest = new BulkManifest(configuration, options, source, requests);
                return limited(new BulkRun(
                        setup(
                                "copyManifest of " + manifest.named() + " to s3://" + setup.bucket(),
                                "copy",
                                new ManifestWork(manifest.opener(exchange), action(), blocking),
                                manifest.isInBody()),
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
                                    setup(sides.named("check"), "check", listed(both, check(sides, outcomes)), false),
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
                                                            BulkOptions.asOf(configuration))),
                                            false),
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
            RunSetup copying = setup(sides.named("sync"), "sync", listed(both, work), false);
            if (!configuration.isDelete()) {
                return new BulkRun(copying, counted);
            }
            BulkDeletion deletion = new BulkDeletion(
                    destination,
                    requests,
                    counted,
                    options,
                    outcomes,
                    setup.traits(),
                    copies.copier(),
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
                    options.without(List.of(
                            CopyParameter.COPY_SOURCE,
                            CopyParameter.COPY_SOURCE_BUCKET,
                            CopyParameter.COPY_SOURCE_KEY,
                            CopyParameter.COPY_SOURCE_VERSION_ID,
                            CopyParameter.KEY)),
                    BulkSides.keys(configuration),
                    filter,
                    query -> {
                        counted.made("GetObjectTagging", 1);
                        return requests.send(() -> source.getObjectTagging(query));
                    },
                    settings.dryRun());
        }

        private RunSetup setup(String name, String phase, WorkSource<?> work, boolean onceOnly) {
            JobIdentity job = BulkJob.of(configuration, options);
            CheckpointStore store = onceOnly
                    ? new MemoryCheckpoints()
                    : BulkPlaces.checkpoints(
                            configuration, destination, requests, setup.shared().checkpoints(), blocking);
            ReportSink reports = BulkPlaces.reports(configuration, destination, requests, blocking);
            return new RunSetup(
                    name,
                    phase,
                    job,
                    job.hash(),
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
