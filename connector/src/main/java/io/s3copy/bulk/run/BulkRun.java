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
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointConflictException;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.Ticket;
import io.s3copy.bulk.report.ReportWriter;
import io.s3copy.bulk.report.RunSummary;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Futures;
import io.s3copy.flow.HoldLimit;
import io.s3copy.flow.KeyGate;
import io.s3copy.flow.SystemicPause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at a run: goes on where an earlier one ended, gives each object one outcome, writes down what is done, and
 * can be stopped or killed at any moment. Thread-safe; never blocks.
 */
public final class BulkRun implements Run, Doing {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);

    /** A run is one route, for what is held in a pause. */
    private static final String ROUTE = "run";

    private static final long TICK_MILLIS = 250;

    private final RunSetup setup;
    private final RunRequests requests;
    private final Admission admission;
    private final SystemicPause<BulkOutcome> pause;
    private final Instant started;
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final CompletableFuture<BulkResult> end = new CompletableFuture<>();

    private volatile boolean stopping;
    private volatile @Nullable Attempt<?> attempt;

    @GuardedBy("this")
    private int atWork;

    /** Whether no more work comes. */
    @GuardedBy("this")
    private boolean fed;

    @GuardedBy("this")
    private boolean ending;

    @GuardedBy("this")
    private boolean complete;

    @GuardedBy("this")
    private boolean stopped;

    @GuardedBy("this")
    private @Nullable Throwable failure;

    /**
     * A run that has not begun.
     *
     * @param requests counts what it asks of S3; hears of its copies
     */
    public BulkRun(RunSetup setup, RunRequests requests) {
        this.setup = setup;
        this.requests = requests;
        RunSettings settings = setup.settings();
        this.admission = new Admission(settings.atOnce(), settings.hours(), setup.timer(), setup.clock());
        this.started = setup.clock().instant();
        this.pause = SystemicPause.ofRun(
                setup.name(),
                outcome -> outcome.what() != What.FAILED && outcome.what() != What.SKIPPED,
                new HoldLimit(settings.atOnce()),
                route -> stopping,
                System::nanoTime);
    }

    /** What an attempt works with. */
    private final class Attempt<P> {
        private final WorkSource<P> source;
        private final Ledger<P> ledger;
        private final Commits<P> commits;
        private final ReportWriter report;
        private final List<String> boundaries;
        private final int number;
        private final Instant firstStarted;
        private final BulkRequests before;
        private final String own = UUID.randomUUID().toString();
        private volatile boolean over;
        private @Nullable Future<?> ticking;
        private @Nullable Future<?> committing;

        private Attempt(WorkSource<P> source, @Nullable Stored stored, @Nullable Checkpoint found) {
            Checkpoint from = found == null || found.finished() ? null : found;
            RunSetup.Begun begun = setup.begun();
            this.source = source;
            this.boundaries = found == null ? List.of() : found.boundaries();
            this.number = from == null ? 1 : from.attempt() + 1;
            this.firstStarted = from == null ? started : from.started();
            this.before = from == null ? begun.requests() : from.requests();
            this.ledger = source.ledger(from, from == null ? begun.counts() : from.counts());
            this.report = from == null
                    ? begun.report(setup)
                    : ReportWriter.resumed(
                            setup.reports(), setup.format(), setup.selection(), from.parts(), from.reports());
            this.commits =
                    new Commits<>(setup.store(), setup.checkpoint(), stored, report, ledger::commit, this::checkpoint);
        }

        private void begin() {
            Duration period = setup.settings().checkpointPeriod();
            ticking = setup.timer()
                    .scheduleWithFixedDelay(BulkRun.this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            committing = setup.timer()
                    .scheduleWithFixedDelay(
                            this::commitInPassing, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
            // before the first part of a report: otherwise nobody knew of what a killed attempt left of it
            CompletableFuture<Boolean> fed =
                    commits.commit(false).thenCompose(begun -> source.feed(ledger, BulkRun.this, boundaries));
            Futures.whenDone(fed, (all, why) -> {
                if (why != null && !(stopping && why instanceof CopyStoppedException)) {
                    fail(why);
                }
                synchronized (BulkRun.this) {
                    BulkRun.this.fed = true;
                    complete = Boolean.TRUE.equals(all);
                }
                endIfDone();
            });
        }

        /** Another period will come, unless another process works on the job. */
        private void commitInPassing() {
            if (commits.underWay() == null) {
                Futures.whenDone(commits.commit(false), (written, why) -> {
                    if (why instanceof CheckpointConflictException) {
                        fail(why);
                    } else if (why != null) {
                        LOG.warn(
                                "{}: what is done could not be written down, and will be again: {}",
                                setup.name(),
                                why.getMessage());
                    }
                });
            }
        }

        private @Nullable CompletableFuture<Void> commitDue() {
            if (!ledger.isCommitDue()) {
                return null;
            }
            CompletableFuture<Void> underWay = commits.underWay();
            return underWay == null ? commits.commit(false) : underWay;
        }

        private Checkpoint checkpoint(Commit<P> commit, ReportWriter written, boolean finished) {
            List<String> found = source.boundaries();
            return new Checkpoint(
                    setup.job(),
                    own,
                    number,
                    written.parts(),
                    written.files(),
                    source.ranges(commit),
                    source.lines(commit),
                    commit.counts(),
                    counted(),
                    found.isEmpty() ? boundaries : found,
                    firstStarted,
                    setup.clock().instant(),
                    finished);
        }

        private BulkRequests counted() {
            RunRequests listing = new RunRequests();
            if (!over) {
                source.count(listing);
            }
            return before.plus(requests.counted()).plus(listing.counted());
        }

        /** Passes behind this one count on. */
        private void countListing() {
            over = true;
            source.count(requests);
        }

        private void end(boolean finished, @Nullable Throwable why) {
            if (ticking != null && committing != null) {
                ticking.cancel(false);
                committing.cancel(false);
            }
            countListing();
            CompletableFuture<Void> written = commits.commit(false)
                    .thenCompose(done -> report.finish(summary(finished)))
                    .thenCompose(done -> finished ? commits.commit(true) : CompletableFuture.completedFuture(null));
            Futures.whenDone(written, (done, unwritten) -> {
                BulkResult result = result(finished && unwritten == null);
                Throwable told = why == null ? unwritten : why;
                if (result.finished()) {
                    end.complete(result);
                } else {
                    end.completeExceptionally(exception(result, told));
                }
            });
        }

        private RunSummary summary(boolean finished) {
            return new RunSummary(
                    setup.job(),
                    number,
                    setup.settings().dryRun(),
                    finished,
                    ledger.counts(),
                    counted(),
                    firstStarted,
                    setup.clock().instant());
        }

        private BulkResult result(boolean finished) {
            return new BulkResult(
                    ledger.counts(),
                    counted(),
                    firstStarted,
                    Duration.between(firstStarted, setup.clock().instant()),
                    setup.reports().isKept() ? setup.reports().place("").toString() : null,
                    setup.store().place(setup.checkpoint()),
                    finished,
                    !finished,
                    setup.settings().dryRun());
        }
    }

    private BulkRunException exception(BulkResult result, @Nullable Throwable why) {
        boolean byHand;
        synchronized (this) {
            byHand = stopped && failure == null;
        }
        String what = byHand ? "was stopped" : "ended before its time" + (why == null ? "" : ": " + why.getMessage());
        return new BulkRunException(setup.name() + " " + what + ". " + result, result, byHand, byHand ? null : why);
    }

    @Override
    public CompletableFuture<BulkResult> start() {
        Futures.whenDone(setup.store().read(setup.checkpoint()), (stored, why) -> {
            try {
                if (why != null) {
                    end.completeExceptionally(why);
                    return;
                }
                Checkpoint found = stored == null ? null : CheckpointJson.read(stored.text());
                if (found != null && !found.finished()) {
                    setup.job().refuseOther(found.job());
                    LOG.info("{} goes on: {}", setup.name(), found.counts());
                }
                begin(setup.source(), stored, found);
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private <P> void begin(WorkSource<P> source, @Nullable Stored stored, @Nullable Checkpoint found) {
        Attempt<P> begun = new Attempt<>(source, stored, found);
        attempt = begun;
        begun.begin();
        if (stopping) {
            // it was stopped while the checkpoint was read
            source.stop();
        }
    }

    /** The how manieth attempt it is; 0 where none has begun. */
    int attempt() {
        Attempt<?> now = attempt;
        return now == null ? 0 : now.number;
    }

    /** What it leaves to a pass behind it, once it has ended. */
    RunSetup.Begun left() {
        Attempt<?> now = attempt;
        return now == null
                ? RunSetup.Begun.NOTHING
                : new RunSetup.Begun(now.ledger.counts(), now.before, now.report.parts(), now.report.files());
    }

    @Override
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        halt();
    }

    private void fail(Throwable why) {
        synchronized (this) {
            failure = failure == null ? Causes.of(why) : failure;
        }
        halt();
    }

    private void halt() {
        stopping = true;
        Attempt<?> now = attempt;
        if (now != null) {
            now.source.stop();
        }
        admission.close();
        pause.end();
    }

    private void tick() {
        try {
            pause.tick();
        } catch (RuntimeException e) {
            // otherwise the timer would not call again
            LOG.error("{}: what is held could not be tried again", setup.name(), e);
        }
    }

    @Override
    public Admission admission() {
        return admission;
    }

    @Override
    public Executor executor() {
        return setup.executor();
    }

    @Override
    public boolean reports(What what) {
        Attempt<?> now = attempt;
        return now != null && now.report.reports(what);
    }

    @Override
    public @Nullable CompletableFuture<Void> commitDue() {
        Attempt<?> now = attempt;
        return now == null ? null : now.commitDue();
    }

    @Override
    public boolean isStopping() {
        return stopping;
    }

    @Override
    public void known(BulkOutcome outcome) {
        count(outcome);
    }

    @Override
    public void begin(String key, Decision.Work work, Ticket ticket, Function<Throwable, BulkOutcome> told) {
        synchronized (this) {
            atWork++;
        }
        CompletableFuture<BulkOutcome> done = pause.guard(new KeyGate.Place("", key), ROUTE, work.begin());
        Futures.whenDone(done, (outcome, why) -> {
            admission.leave();
            if (why instanceof CopyStoppedException) {
                ticket.abandoned();
            } else {
                BulkOutcome what =
                        outcome == null ? told.apply(why == null ? new IllegalStateException() : why) : outcome;
                ticket.done(what, reports(what.what()));
                count(what);
            }
            synchronized (this) {
                atWork--;
            }
            endIfDone();
        });
    }

    private void count(BulkOutcome outcome) {
        long objects = ended.incrementAndGet();
        if (outcome.what() == What.FAILED) {
            long failures = failed.incrementAndGet();
            FailureLimit limit = setup.settings().maxFailures();
            if (limit.isExceeded(failures, objects)) {
                fail(new TooManyFailuresException(failures, objects, limit, outcome));
            }
        }
    }

    private void endIfDone() {
        Throwable why;
        boolean finished;
        synchronized (this) {
            if (!fed || atWork > 0 || ending) {
                return;
            }
            ending = true;
            why = failure;
            finished = complete && why == null;
        }
        Attempt<?> now = attempt;
        if (now != null) {
            now.end(finished, why);
        }
    }

    @Override
    public BulkProgress progress() {
        Attempt<?> now = attempt;
        return new BulkProgress(
                setup.phase(),
                now == null ? BulkCounts.NONE : now.ledger.counts(),
                now == null ? BulkRequests.NONE : now.counted(),
                now == null ? 0 : now.source.read(),
                now == null ? null : now.source.left(),
                admission.taken(),
                pause.isPaused(),
                Duration.between(started, setup.clock().instant()));
    }
}
