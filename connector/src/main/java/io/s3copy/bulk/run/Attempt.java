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
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointConflictException;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.report.ReportWriter;
import io.s3copy.bulk.report.RunSummary;
import io.s3copy.bulk.sync.CostEstimate;
import io.s3copy.engine.request.Futures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an attempt at a run works with, from where an earlier one ended: its ledger, its report and its checkpoints.
 * Thread-safe.
 *
 * @param <P> how its work is ordered
 */
final class Attempt<P> {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /** Of the folders of reports: two runs that begin in the same second differ by them. */
    private static final int OWN_DIGITS = 8;

    private final RunSetup setup;
    private final RunRequests requests;
    private final WorkSource<P> source;
    private final Ledger<P> ledger;
    private final Commits<P> commits;
    private final ReportWriter report;
    private final List<String> boundaries;
    private final int number;
    private final Instant started;
    private final BulkRequests before;
    private final String own = UUID.randomUUID().toString();
    private volatile @Nullable Future<?> committing;

    /**
     * An attempt.
     *
     * @param now when it begins
     * @param stored the checkpoint as it stands; null for none
     * @param found the same, read
     * @return fails where its report cannot go on
     */
    static <P> CompletableFuture<Attempt<P>> of(
            RunSetup setup,
            RunRequests requests,
            WorkSource<P> source,
            Instant now,
            @Nullable Stored stored,
            @Nullable Checkpoint found) {
        Checkpoint from = unfinished(found);
        CompletableFuture<@Nullable ReportWriter> report = from == null
                ? CompletableFuture.completedFuture(setup.begun().report())
                : ReportWriter.resumed(setup.reports(), setup.format(), setup.selection(), from.report())
                        .thenApply(resumed -> resumed);
        return report.thenApply(going -> new Attempt<>(setup, requests, source, now, stored, found, going));
    }

    private static @Nullable Checkpoint unfinished(@Nullable Checkpoint found) {
        return found == null || found.finished() ? null : found;
    }

    /** An attempt whose report goes on; null where that begins, too. */
    private Attempt(
            RunSetup setup,
            RunRequests requests,
            WorkSource<P> source,
            Instant now,
            @Nullable Stored stored,
            @Nullable Checkpoint found,
            @Nullable ReportWriter going) {
        Checkpoint from = unfinished(found);
        RunSetup.Begun begun = setup.begun();
        this.setup = setup;
        this.requests = requests;
        this.source = source;
        this.boundaries = found == null ? List.of() : found.boundaries();
        this.number = from == null ? 1 : from.attempt() + 1;
        this.started = from != null ? from.started() : begun.started() == null ? now : begun.started();
        this.before = from == null ? begun.requests() : from.requests();
        this.ledger = source.ledger(from, from == null ? begun.counts() : from.counts());
        String folder = ReportWriter.folder(started, own.substring(0, OWN_DIGITS));
        this.report =
                going == null ? new ReportWriter(setup.reports(), folder, setup.format(), setup.selection()) : going;
        this.commits =
                new Commits<>(setup.store(), setup.checkpoint(), stored, report, ledger::commit, this::checkpoint);
    }

    /**
     * Begins.
     *
     * @param failed hears of what ends the run
     * @return whether all work has begun
     */
    CompletableFuture<Boolean> begin(Doing doing, Consumer<Throwable> failed) {
        long period = setup.settings().checkpointPeriod().toMillis();
        // before the first part of a report: otherwise nobody knew of what a killed attempt left of it. A run ends if
        // this one
        // fails, and goes on if one in passing does: none of these comes first
        CompletableFuture<Void> first = commits.commit(false);
        committing =
                setup.timer().scheduleWithFixedDelay(() -> commitSoon(failed), period, period, TimeUnit.MILLISECONDS);
        return first.thenCompose(written -> source.feed(ledger, doing, boundaries));
    }

    /** Not on the timer, which others wait for: a part of a report may be megabytes. */
    private void commitSoon(Consumer<Throwable> failed) {
        try {
            setup.executor().execute(() -> commitInPassing(failed));
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: the pool is shut down, and the run ends", setup.name(), e);
        }
    }

    /** Another period will come, unless another process works on the job. */
    private void commitInPassing(Consumer<Throwable> failed) {
        CompletableFuture<Void> commit = commits.commitInPassing();
        if (commit == null) {
            return;
        }
        Futures.whenDone(commit, (written, why) -> {
            if (why instanceof CheckpointConflictException) {
                failed.accept(why);
            } else if (why != null) {
                LOG.warn(
                        "{}: what is done could not be written down, and will be again: {}",
                        setup.name(),
                        why.getMessage());
            }
        });
    }

    /** Done when there is room for more to report; null where there is. */
    @Nullable
    CompletableFuture<Void> commitDue() {
        if (!ledger.isCommitDue() && !commits.isDue()) {
            return null;
        }
        CompletableFuture<Void> underWay = commits.underWay();
        return underWay == null ? commits.commit(false) : underWay;
    }

    boolean reports(What what) {
        return report.reports(what);
    }

    private Checkpoint checkpoint(Commit<P> commit, ReportWriter written, boolean finished) {
        List<String> found = source.boundaries();
        return new Checkpoint(
                setup.job(),
                own,
                number,
                written.written(),
                source.ranges(commit),
                source.lines(commit),
                commit.counts(),
                requests(),
                found.isEmpty() ? boundaries : found,
                started,
                setup.clock().instant(),
                finished);
    }

    /** What was asked of S3, by earlier attempts as well. */
    BulkRequests requests() {
        return before.plus(requests.counted());
    }

    BulkCounts counts() {
        return ledger.counts();
    }

    WorkSource<P> source() {
        return source;
    }

    /** The how manieth it is; 1 for the first. */
    int number() {
        return number;
    }

    /** What it leaves to a pass behind it, once it has ended. */
    RunSetup.Begun left() {
        return new RunSetup.Begun(started, ledger.counts(), before, report);
    }

    /** Writes down how it ended. Never fails: what could not be written is told. */
    CompletableFuture<Ended> end(boolean finished) {
        Future<?> periodic = committing;
        if (periodic != null) {
            periodic.cancel(false);
        }
        commits.end();
        CompletableFuture<Boolean> written = commits.commit(false).thenCompose(done -> {
            // work that was stopped is not done, although all has begun
            boolean all = finished && ledger.ranges().isEmpty();
            return report.finish(summary(all))
                    .thenCompose(told -> all ? commits.commit(true) : CompletableFuture.completedFuture(null))
                    .thenApply(marked -> all);
        });
        return Futures.afterEnd(
                written,
                (all, unwritten) -> CompletableFuture.completedFuture(
                        new Ended(result(Boolean.TRUE.equals(all) && unwritten == null), unwritten)));
    }

    /**
     * How it ended.
     *
     * @param unwritten why that could not be written down, or null
     */
    record Ended(BulkResult result, @Nullable Throwable unwritten) {}

    private RunSummary summary(boolean finished) {
        return new RunSummary(
                setup.job(),
                number,
                setup.settings().dryRun(),
                finished,
                ledger.counts(),
                requests(),
                started,
                setup.clock().instant(),
                estimate());
    }

    private @Nullable CostEstimate estimate() {
        RunCosts costs = setup.costs();
        if (costs == null) {
            return null;
        }
        Map<String, Long> asked = requests().byCall();
        long lists = asked.getOrDefault(CountedListing.OBJECTS, 0L) + asked.getOrDefault(CountedListing.VERSIONS, 0L);
        return costs.estimate()
                .asked(lists, asked.getOrDefault("HeadObject", 0L), asked.getOrDefault("GetObjectTagging", 0L));
    }

    private BulkResult result(boolean finished) {
        return new BulkResult(
                ledger.counts(),
                requests(),
                started,
                Duration.between(started, setup.clock().instant()),
                report.places(finished),
                setup.store().place(setup.checkpoint()),
                finished,
                !finished,
                setup.settings().dryRun(),
                estimate());
    }
}
