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
package io.s3copy.app.live;

import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.ReplicationPart;
import io.s3copy.app.config.ReplicationSpec;
import io.s3copy.app.job.Execution;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.LiveProgress;
import io.s3copy.app.job.RefusedException;
import io.s3copy.app.job.RunEnd;
import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.job.RunThreads;
import io.s3copy.app.job.Teller;
import io.s3copy.app.job.Work;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.StoreException;
import io.s3copy.camel.route.RouteTotals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One replication, from its start to its cut-over. Events come first: the route takes them before anything is listed, so that
 * no object falls between. Then what was there before is copied. From then on a schedule compares both sides, and copies what
 * events missed. A cut-over waits until nothing waits, stops the route, and proves by a check that both sides are equal.
 */
final class Replication implements Work {

    private static final Logger LOG = Logger.getLogger(Replication.class);

    private static final long PERIOD_MILLIS = 1_000;
    /** The source of events is asked each so many periods how much it has. */
    private static final int PERIODS_A_QUESTION = 5;

    private static final String FOLLOWING = "following";
    private static final String DRAINING = "draining";
    private static final String CHECKING = "checking";

    private final Execution execution;
    private final Teller teller;
    private final Jobs jobs;
    private final RunThreads threads;
    private final JobSpec job;
    private final ReplicationSpec spec;
    private final LiveRoute route;
    private final CutOver cutOver;

    private Backlog backlog = Backlog.UNKNOWN;
    private String phase = FOLLOWING;
    private String trouble = "";
    private @Nullable Long waiting;
    private long periods;
    private boolean backfilled;
    private @Nullable Instant reconciled;
    private long missed;
    private long deadLettered;
    private Map<String, Outcome> before;

    /** Has one where there is a reason to look before the period is over. */
    private final BlockingQueue<Boolean> reasons = new ArrayBlockingQueue<>(1);

    Replication(
            Execution execution,
            Teller teller,
            Jobs jobs,
            RunThreads threads,
            InstantSource clock,
            ReplicationSpec spec,
            LiveRoute route) {
        this.execution = execution;
        this.teller = teller;
        this.jobs = jobs;
        this.threads = threads;
        this.job = execution.job();
        this.spec = spec;
        this.route = route;
        RunProgress last = execution.progress();
        this.before = last.outcomes();
        LiveProgress live = last.live();
        if (live != null) {
            backfilled = live.backfilled();
            reconciled = live.reconciled();
            missed = live.missed();
            deadLettered = live.deadLettered();
        }
        this.cutOver = new CutOver(clock, spec, live == null ? null : live.until());
    }

    @Override
    public void begin() throws Exception {
        startRoute();
        threads.execute(this::follow);
    }

    @Override
    public void stop() {
        changed();
    }

    @Override
    public void changed() {
        reasons.offer(true);
    }

    private void follow() {
        try {
            RunEnd end = null;
            while (end == null && !execution.isStopping()) {
                end = step();
                tell();
                if (end == null) {
                    reasons.poll(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
            stopRoute();
            if (execution.isCancelled()) {
                cancelParts();
            }
            teller.ended(end == null ? stopped() : end);
        } catch (Throwable e) {
            // an Error, too, ends the run: nobody else would
            teller.ended(RunEnd.of(e, execution.isCancelled(), execution.isStopping()));
        }
    }

    /** The process may be told to end while a cut-over is under way: the next one goes on with it. */
    private RunEnd stopped() {
        if (execution.isCancelled()) {
            return new RunEnd(RunState.CANCELLED, "Cancelled by an operator. What waits is at its source", null);
        }
        boolean draining = execution.row().state() == RunState.DRAINING;
        return new RunEnd(draining ? RunState.DRAINING : RunState.INTERRUPTED, "The process was told to end", null);
    }

    private @Nullable RunEnd step() throws Exception {
        boolean draining = execution.row().state() == RunState.DRAINING;
        if (route.isLoaded() && (draining || periods++ % PERIODS_A_QUESTION == 0)) {
            ask();
        }
        backfill();
        lookAtComparisons();
        if (!draining) {
            cutOver.forget();
            if (!phase.equals(FOLLOWING)) {
                followAgain();
            }
            return null;
        }
        return phase.equals(CHECKING) ? proof() : drain();
    }

    private void ask() {
        try {
            waiting = backlog.ask();
            trouble = "";
        } catch (Exception e) {
            if (trouble.isEmpty()) {
                LOG.warnf("Job %s: its source does not tell how many messages wait: %s", job.name(), e);
            }
            waiting = null;
            trouble = "The source does not tell how many messages wait: " + e.getMessage();
        }
    }

    // --- what was there before, and what events missed ---

    private void backfill() {
        if (backfilled) {
            return;
        }
        RunStatus run = spec.backfill() ? ofThisRun(ReplicationPart.BACKFILL) : null;
        if (!spec.backfill()) {
            backfilled = true;
        } else if (run == null) {
            start(ReplicationPart.BACKFILL);
        } else {
            RunState state = run.row().state();
            backfilled = state == RunState.DONE || state == RunState.WARNINGS;
            if (state == RunState.FAILED || state == RunState.CANCELLED) {
                trouble = "The copy of what was there before is " + state.text() + ": resume run "
                        + run.row().id();
            }
        }
    }

    /** The newest run of a part, if it began since this one did. */
    private @Nullable RunStatus ofThisRun(ReplicationPart part) {
        RunStatus run = jobs.one(part.of(job.name())).run();
        return run == null || run.row().started().isBefore(execution.row().started()) ? null : run;
    }

    /** Starts a part, unless another works: then later. */
    private boolean start(ReplicationPart part) {
        try {
            jobs.start(part.of(job.name()), RunCause.REPLICATION, null);
            return true;
        } catch (RefusedException e) {
            LOG.debugf("Job %s: %s", job.name(), e.getMessage());
            return false;
        } catch (StoreException e) {
            LOG.warnf("Job %s: %s is begun later: %s", job.name(), part.of(job.name()), e.getMessage());
            return false;
        }
    }

    private void lookAtComparisons() {
        RunStatus run = ofThisRun(ReplicationPart.RECONCILE);
        Instant ended = run == null ? null : run.row().ended();
        Instant last = reconciled;
        if (run != null
                && ended != null
                && (run.row().state() == RunState.DONE || run.row().state() == RunState.WARNINGS)
                && (last == null || last.isBefore(ended))) {
            reconciled = ended;
            long found = run.progress().objects("copied");
            missed += found;
            if (found > 0) {
                LOG.warnf(
                        "Job %s: %d objects had not come by their events; run %d has copied them",
                        job.name(), found, run.row().id());
            }
        }
    }

    private void cancelParts() {
        for (ReplicationPart part : ReplicationPart.values()) {
            RunStatus run = jobs.one(part.of(job.name())).run();
            if (run != null && !run.row().state().isEnded()) {
                try {
                    jobs.cancel(run.row().id());
                } catch (RefusedException | StoreException e) {
                    LOG.debugf("Job %s: %s", job.name(), e.getMessage());
                }
            }
        }
    }

    // --- the cut-over ---

    private @Nullable RunEnd drain() throws Exception {
        phase = DRAINING;
        if (cutOver.isLate()) {
            giveUp(backfilled ? "messages still wait" : "what was there before is not copied yet");
        } else if (cutOver.isDrained(backfilled ? waiting : null, route.totals().objects())) {
            stopRoute();
            phase = CHECKING;
            return proof();
        }
        return null;
    }

    private @Nullable RunEnd proof() throws Exception {
        CutOver.Next next = cutOver.next(part -> jobs.one(part.of(job.name())).run());
        if (next.end() != null) {
            return next.end();
        } else if (next.start() != null) {
            if (start(next.start())) {
                cutOver.begun(
                        next.start(), jobs.one(next.start().of(job.name())).run());
            }
        } else if (next.obstacle() != null) {
            giveUp(next.obstacle());
        }
        return null;
    }

    private void giveUp(String why) throws Exception {
        String message = "The cut-over was given up: " + why + ". Events are followed again";
        LOG.warnf("Job %s: %s", job.name(), message);
        teller.state(RunState.RUNNING, message);
        cutOver.forget();
        followAgain();
    }

    private void followAgain() throws Exception {
        if (!route.isLoaded()) {
            startRoute();
        }
        phase = FOLLOWING;
    }

    // --- how it stands ---

    private void startRoute() throws Exception {
        route.start();
        // it asks by the client of the route's endpoint, which goes with the route
        backlog = Backlogs.of(route.from(), spec);
    }

    private void stopRoute() throws Exception {
        if (route.isLoaded()) {
            route.stop();
            backlog.close();
            backlog = Backlog.UNKNOWN;
            RouteTotals last = route.totals();
            before = sum(before, last);
            deadLettered += last.deadLettered();
            route.forgetTotals();
        }
    }

    private void tell() {
        RouteTotals now = route.totals();
        execution.heard(
                new LiveProgress(
                        phase,
                        waiting,
                        trouble,
                        now.lag() == null ? null : now.lag().toMillis(),
                        now.pickUp() == null ? null : now.pickUp().toMillis(),
                        now.lastEvent(),
                        route.isHeld(),
                        deadLettered + now.deadLettered(),
                        backfilled,
                        reconciled,
                        missed,
                        cutOver.until()),
                sum(before, now),
                System.nanoTime());
        teller.progress();
    }

    private static Map<String, Outcome> sum(Map<String, Outcome> before, RouteTotals now) {
        Map<String, Outcome> sum = new LinkedHashMap<>();
        add(sum, "copied", before, now.copied(), now.bytes());
        add(sum, "skipped", before, now.skipped(), 0);
        add(sum, "deleted", before, now.deleted(), 0);
        add(sum, "failed", before, now.failed(), 0);
        return sum;
    }

    private static void add(
            Map<String, Outcome> sum, String what, Map<String, Outcome> before, long objects, long bytes) {
        Outcome until = before.getOrDefault(what, new Outcome(0, 0, Map.of()));
        if (until.objects() + objects > 0) {
            sum.put(what, new Outcome(until.objects() + objects, until.bytes() + bytes, Map.of()));
        }
    }

    @Override
    public void close() {
        try {
            if (route.isLoaded()) {
                route.stop();
            }
        } catch (Exception e) {
            LOG.warn("The route of a replication did not close", e);
        }
        backlog.close();
    }
}
