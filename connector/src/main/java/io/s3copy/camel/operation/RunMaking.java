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
import io.s3copy.bulk.run.AskedWork;
import io.s3copy.bulk.run.BulkRun;
import io.s3copy.bulk.run.ChainWork;
import io.s3copy.bulk.run.CheckRun;
import io.s3copy.bulk.run.CheckWork;
import io.s3copy.bulk.run.CopyAction;
import io.s3copy.bulk.run.CopyWork;
import io.s3copy.bulk.run.DeleteWork;
import io.s3copy.bulk.run.ExtrasWork;
import io.s3copy.bulk.run.FlippedWork;
import io.s3copy.bulk.run.ListedWork;
import io.s3copy.bulk.run.Looks;
import io.s3copy.bulk.run.ManifestWork;
import io.s3copy.bulk.run.Outcomes;
import io.s3copy.bulk.run.PairWork;
import io.s3copy.bulk.run.RememberedHeads;
import io.s3copy.bulk.run.Run;
import io.s3copy.bulk.run.RunCosts;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.bulk.run.RunSettings;
import io.s3copy.bulk.run.RunSetup;
import io.s3copy.bulk.run.Surplus;
import io.s3copy.bulk.run.SyncRun;
import io.s3copy.bulk.run.SyncWork;
import io.s3copy.bulk.run.TaggedWork;
import io.s3copy.bulk.run.WorkSource;
import io.s3copy.bulk.sync.Comparison;
import io.s3copy.bulk.sync.DeleteGuard;
import io.s3copy.bulk.sync.ETagMeaning;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.S3Place;
import io.s3copy.camel.client.ServiceName;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.Likeness;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.Clients;
import io.s3copy.parameter.CopyRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One run in the making: what its endpoint says and its exchange brings becomes a run. */
final class RunMaking {
    private final BulkRuns runs;
    private final OperationSetup setup;
    private final S3CopyConfiguration configuration;
    private final S3CopyOperation operation;
    private final CopyRequest options;
    private final Exchange exchange;
    private final RunCalls calls;
    private final RunRequests counted;
    private final RunSettings settings;
    private final ObjectFilter filter;
    private final JobIdentity job;
    private final CheckpointStore store;
    private final @Nullable BulkManifest manifest;
    private final @Nullable RunCosts costs;
    private final S3Calls source;
    private final S3Calls destination;
    private final Requests requests;

    /**
     * Begins with what says which job it is. Blocks while its checkpoint is read.
     *
     * @param runs what all runs of the endpoint share
     * @param calls what this one asks with
     */
    RunMaking(BulkRuns runs, OperationSetup setup, Exchange exchange, RunCalls calls) {
        this.runs = runs;
        this.setup = setup;
        this.configuration = setup.configuration();
        this.operation = configuration.getOperation();
        this.options = setup.binding().options();
        this.calls = calls;
        this.counted = calls.counted();
        this.settings = BulkOptions.settings(configuration);
        Clients clients =
                Clients.of(setup.clients().destination(), setup.clients().source(), setup.traits());
        this.source = clients.source();
        this.destination = clients.destination();
        this.exchange = exchange;
        this.requests = calls.requests();
        this.manifest = operation == S3CopyOperation.copyManifest
                ? new BulkManifest(configuration, options, source, requests)
                : null;
        this.job = BulkJob.of(
                configuration,
                options,
                ServiceName.of(setup.clients().destinationClient()),
                manifest == null ? null : manifest.state());
        this.costs = settings.dryRun() && operation.copies() ? BulkOptions.costs(configuration, options) : null;
        // what a dry run finds is of one attempt: it begins anew
        this.store = settings.dryRun()
                        || (manifest != null && manifest.isInBody())
                        || !BulkSides.isResumable(configuration, options)
                ? new MemoryCheckpoints()
                : BulkPlaces.checkpoints(
                        configuration, destination, requests, setup.shared().checkpoints(), runs.blocking());
        this.filter = ListingFilter.of(configuration, firstStarted());
    }

    /** When the job began: ages are counted from then, also in an attempt that goes on. */
    private Instant firstStarted() {
        String name = BulkJob.name(job);
        // a sync that was ended while it deleted goes on there: by other ages it would delete other objects
        Instant deleting =
                operation == S3CopyOperation.sync && configuration.isDelete() ? started(SyncRun.deletions(name)) : null;
        Instant first = deleting == null ? started(name) : deleting;
        return first == null ? Instant.now() : first;
    }

    /** When a pass began that goes on; null where none does. */
    private @Nullable Instant started(String checkpoint) {
        CheckpointStore.Stored stored = store.read(checkpoint).join();
        Checkpoint found = stored == null ? null : CheckpointJson.read(stored.text());
        return found == null || found.finished() ? null : found.started();
    }

    /** The same for runs of one job, which must not run at once. */
    String key() {
        return manifest != null && manifest.isInBody() ? UUID.randomUUID().toString() : BulkJob.name(job);
    }

    /** The run. */
    Run run() {
        if (manifest != null) {
            return limited(new BulkRun(
                    setup(
                            "copyManifest of " + manifest.named() + " to s3://" + setup.bucket(),
                            "copy",
                            new ManifestWork(manifest.opener(exchange), action(), runs.blocking(), manifest.buckets())),
                    counted));
        }
        BulkSides sides = BulkSides.of(configuration, options, filter);
        boolean versions = BulkOptions.listsVersions(configuration);
        PrefixListing ofSource = sides.source(calls.patient(source), requests, options, versions);
        List<PrefixListing> both =
                List.of(ofSource, sides.destination(calls.patient(destination), requests, options, versions));
        Outcomes outcomes = new Outcomes(sides.sourceBucket(), sides.destinationBucket());
        return limited(
                switch (operation) {
                    case check ->
                        sides.isAnyUnordered() ? askedCheck(sides, both, outcomes) : check(sides, both, outcomes);
                    case sync -> sync(sides, both, outcomes);
                    default ->
                        new BulkRun(
                                setup(
                                        sides.named("copyPrefix"),
                                        "copy",
                                        one(
                                                ofSource,
                                                leftAlone(new CopyWork(
                                                        action(),
                                                        sides.sourceBucket(),
                                                        BulkOptions.asOf(configuration))))),
                                counted);
                });
    }

    private Run limited(Run run) {
        run.admission().requestsPerSecond(configuration.getRequestsPerSecond());
        run.admission().bytesPerSecond(BulkOptions.bytesPerSecond(configuration));
        return run;
    }

    private ListedWork listed(List<PrefixListing> listings, PairWork work) {
        return new ListedWork(listings, leftAlone(work), settings.lists());
    }

    /** Work on what one listing shows. */
    private WorkSource<?> one(PrefixListing listing, PairWork work) {
        return listing.isUnordered()
                ? new ChainWork(listing, work, runs.blocking())
                : new ListedWork(List.of(listing), work, settings.lists());
    }

    /** The same work, which leaves alone what is the run's own. */
    private PairWork leftAlone(PairWork work) {
        return OwnPlaces.of(configuration, BulkSides.of(configuration, options, filter))
                .leftAloneBy(work);
    }

    private Run check(BulkSides sides, List<PrefixListing> both, Outcomes outcomes) {
        Looks looks = looks(sides);
        CheckWork check = check(sides, outcomes, looks);
        PairWork work = filter.needsTags() ? new TaggedWork(check, filter, sides::asSource, outcomes, looks) : check;
        return new BulkRun(setup(sides.named("check"), "check", listed(both, work)), counted);
    }

    /** A check whose sides ask each other for each key, as their listings cannot be merged. */
    private Run askedCheck(BulkSides sides, List<PrefixListing> both, Outcomes outcomes) {
        Looks looks = looks(sides);
        RememberedHeads heads = new RememberedHeads(looks.destination());
        PairWork work = check(sides, outcomes, new Looks(looks.source(), heads));
        PairWork extras = new ExtrasWork(outcomes, filter, sides::asSource, looks.source());
        return new CheckRun(
                setup(sides.named("check"), "check", one(both.get(0), leftAlone(asked(work, heads)))),
                counted,
                one(both.get(1), new FlippedWork(leftAlone(extras))));
    }

    private AskedWork asked(PairWork work, RememberedHeads heads) {
        return new AskedWork(work, filter, BulkSides.keys(configuration), heads);
    }

    private CheckWork check(BulkSides sides, Outcomes outcomes, Looks looks) {
        return new CheckWork(
                outcomes,
                filter,
                sides::asSource,
                BulkSides.keys(configuration),
                new ObjectCheck(BulkOptions.checkLevels(configuration), meaning(sides)),
                looks);
    }

    private static ETagMeaning meaning(BulkSides sides) {
        return Likeness.eTagsTell(sides.sourceBucket(), sides.destinationBucket())
                ? ETagMeaning.UNKNOWN
                : ETagMeaning.NOTHING;
    }

    private Run sync(BulkSides sides, List<PrefixListing> both, Outcomes outcomes) {
        Looks looks = looks(sides);
        RememberedHeads heads = new RememberedHeads(looks.destination());
        Surplus surplus = new Surplus(filter, sides::asSource);
        SyncWork work = new SyncWork(
                action(),
                outcomes,
                new Comparison(BulkOptions.compare(configuration), meaning(sides)),
                new Looks(looks.source(), heads),
                configuration.isDelete() ? surplus::count : pair -> {});
        RunSetup copying = setup(
                sides.named("sync"),
                "sync",
                sides.isAnyUnordered() ? one(both.get(0), leftAlone(asked(work, heads))) : listed(both, work));
        if (!configuration.isDelete()) {
            return new BulkRun(copying, counted);
        }
        BulkDeletion deletion = new BulkDeletion(
                looks(sides).source(),
                sides::asSource,
                destination,
                requests,
                counted,
                options,
                outcomes,
                setup.traits(),
                calls.moves(),
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
                return new DeleteWork(outcomes, filter, sides::asSource, deletion::delete, most, costs);
            }
        };
        return new SyncRun(
                copying, counted, surplus, new DeleteGuard(true, BulkOptions.maxDelete(configuration)), passes);
    }

    private Looks looks(BulkSides sides) {
        return sides.looks(source, destination, requests, counted, setup.traits(), options);
    }

    private CopyAction action() {
        CopySettings policies = CopyOptions.read(configuration);
        return new CopyAction(
                calls.copier(),
                policies,
                options,
                BulkSides.keys(configuration),
                filter,
                query -> {
                    counted.made("GetObjectTagging", 1);
                    return requests.send(() -> source.getObjectTagging(query));
                },
                costs);
    }

    private RunSetup setup(String name, String phase, WorkSource<?> work) {
        ReportSink reports = BulkPlaces.reports(configuration, destination, requests, runs.blocking());
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
                runs.listener(),
                costs,
                runs.executor(),
                runs.timer(),
                InstantSource.system());
    }
}
