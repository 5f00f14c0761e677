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
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.bulk.checkpoint.Ticket;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.request.Futures;
import io.s3copy.flow.HoldLimit;
import io.s3copy.flow.KeyGate;
import io.s3copy.flow.SystemicPause;
import java.time.Duration;
import java.time.Instant;
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
    private final RunListener listener;
    private final Admission admission;
    private final SystemicPause<BulkOutcome> pause;
    private final Instant started;
    /** Numbers works: two of them may have one key. */
    private final AtomicLong begun = new AtomicLong();

    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong objects = new AtomicLong();
    private final CompletableFuture<BulkResult> end = new CompletableFuture<>();

    private volatile boolean stopping;
    private volatile @Nullable Attempt<?> attempt;
    private volatile @Nullable Future<?> ticking;

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
        this.listener = new GuardedListener(setup.listener());
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
        Futures.whenDone(Attempt.of(setup, requests, source, started, stored, found), (now, why) -> {
            if (now == null) {
                end.completeExceptionally(why == null ? new IllegalStateException("no attempt") : why);
                return;
            }
            try {
                begin(source, now);
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
    }

    private <P> void begin(WorkSource<P> source, Attempt<P> now) {
        attempt = now;
        ticking = setup.timer().scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        Futures.whenDone(now.begin(this, this::fail), (all, why) -> {
            if (why != null && !isOfStop(why)) {
                fail(why);
            }
            synchronized (this) {
                fed = true;
                complete = Boolean.TRUE.equals(all);
            }
            pause.lastAreIn();
            endIfDone();
        });
        if (stopping) {
            // it was stopped while the checkpoint was read
            source.stop();
        }
    }

    /** The how manieth attempt it is; 0 where none has begun. */
    int attempt() {
        Attempt<?> now = attempt;
        return now == null ? 0 : now.number();
    }

    /** What it leaves to a pass behind it, once it has ended. */
    RunSetup.Begun left() {
        Attempt<?> now = attempt;
        return now == null ? RunSetup.Begun.NOTHING : now.left();
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
            now.source().stop();
        }
        admission.close();
        pause.end();
    }

    /** A stop ends the waiting for what fails in passing: that is a failure of no object, and not of the run. */
    private boolean isOfStop(Throwable why) {
        return why instanceof CopyStoppedException || (stopping && ErrorClass.of(why) != ErrorClass.OBJECT);
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
        return now != null && now.reports(what);
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
        CompletableFuture<BulkOutcome> done =
                pause.guard(new KeyGate.Place(Long.toString(begun.incrementAndGet()), key), ROUTE, work.begin());
        Futures.whenDone(done, (outcome, why) -> {
            admission.leave();
            try {
                ended(outcome, why, ticket, told);
            } catch (RuntimeException | Error e) {
                // nobody else hears of it: the run would wait for this work for ever
                ticket.abandoned();
                fail(e);
            }
            synchronized (this) {
                atWork--;
            }
            endIfDone();
        });
    }

    private void ended(
            @Nullable BulkOutcome outcome,
            @Nullable Throwable why,
            Ticket ticket,
            Function<Throwable, BulkOutcome> told) {
        if (why != null && isOfStop(why)) {
            ticket.abandoned();
        } else if (Decision.UNTOLD.equals(outcome)) {
            ticket.done();
        } else {
            BulkOutcome what = outcome == null
                    ? told.apply(why == null ? new IllegalStateException("work without an outcome") : why)
                    : outcome;
            ticket.done(what, reports(what.what()));
            count(what);
        }
    }

    /** Too few objects for a pause, and all that are left wait. */
    private synchronized boolean isHeld() {
        return fed && atWork > 0 && pause.size() >= atWork && pause.isStuck();
    }

    @Override
    public void read(long keys) {
        listener.read(keys);
    }

    @Override
    public RunHeat heat() {
        return requests.heat();
    }

    private void count(BulkOutcome outcome) {
        listener.ended(outcome);
        long sofar = objects.incrementAndGet();
        if (outcome.what() == What.FAILED) {
            long failures = failed.incrementAndGet();
            FailureLimit limit = setup.settings().maxFailures();
            if (limit.isExceeded(failures, sofar)) {
                fail(new TooManyFailuresException(failures, sofar, limit, outcome));
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
        Future<?> ticks = ticking;
        if (now == null || ticks == null) {
            throw new IllegalStateException("a run ends that has not begun");
        }
        ticks.cancel(false);
        Futures.whenDone(now.end(finished), (ended, unexpected) -> {
            if (ended == null) {
                end.completeExceptionally(unexpected == null ? new IllegalStateException("no end") : unexpected);
            } else if (ended.result().finished()) {
                end.complete(ended.result());
            } else {
                end.completeExceptionally(exception(ended.result(), why == null ? ended.unwritten() : why));
            }
        });
    }

    @Override
    public BulkProgress progress() {
        Attempt<?> now = attempt;
        return new BulkProgress(
                setup.phase(),
                now == null ? BulkCounts.NONE : now.counts(),
                now == null ? BulkRequests.NONE : now.requests(),
                now == null ? 0 : now.source().read(),
                now == null ? null : now.source().left(),
                now == null ? 0 : now.source().ranges(),
                objects.get(),
                admission.taken(),
                pause.isPaused() || isHeld(),
                Duration.between(started, setup.clock().instant()),
                requests.load());
    }
}
