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
import io.s3copy.app.job.RunEnd;
import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunProgress.Outcome;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.job.RunThreads;
import io.s3copy.app.job.Teller;
import io.s3copy.app.job.Work;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.StoreException;
import io.s3copy.camel.route.RouteTotals;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
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
    private static final String TELLING = "telling";

    private final Execution execution;
    private final Teller teller;
    private final Parts parts;
    private final RunThreads threads;
    private final InstantSource clock;
    private final JobSpec job;
    private final ReplicationSpec spec;
    private final LiveRoute route;
    private final @Nullable Callable<String> setUp;
    private final @Nullable Hook hook;
    private final CutOver cutOver;

    private Backlog backlog = Backlog.UNKNOWN;
    private String phase = FOLLOWING;
    private String trouble = "";
    private @Nullable Long waiting;
    private long periods;
    private long deadLettered;
    private @Nullable String notification;
    private @Nullable String told;
    /** Whether an earlier process has proven both sides equal, and was about to tell of that. */
    private boolean proven;

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
            LiveRoute route,
            @Nullable Callable<String> setUp,
            @Nullable Hook hook) {
        this.execution = execution;
        this.teller = teller;
        this.parts = new Parts(jobs, execution, spec);
        this.threads = threads;
        this.clock = clock;
        this.job = execution.job();
        this.spec = spec;
        this.route = route;
        this.setUp = setUp;
        this.hook = hook;
        RunProgress last = execution.progress();
        this.before = last.outcomes();
        LiveProgress live = last.live();
        if (live != null) {
            deadLettered = live.deadLettered();
            notification = live.notification();
            told = live.hook();
            proven = live.phase().equals(TELLING);
        }
        this.cutOver = new CutOver(clock, spec, live == null ? null : live.until());
    }

    @Override
    public void begin() throws Exception {
        if (proven && execution.row().state() == RunState.DRAINING) {
            // only who is to hear of it may not have heard
            cutOver.begun(ReplicationPart.CHECK, parts.newest(ReplicationPart.CHECK));
            phase = CHECKING;
        } else {
            setUpNotification();
            startRoute();
        }
        threads.execute(this::follow);
    }

    /** Once it is set up, the run goes on without: the right to change it may be gone again. */
    private void setUpNotification() throws Exception {
        if (setUp == null) {
            return;
        }
        try {
            notification = setUp.call();
            LOG.infof("Job %s: %s", job.name(), notification);
        } catch (Exception e) {
            if (notification == null) {
                throw e;
            }
            LOG.warnf(
                    "Job %s: it is not known whether its bucket still tells of its objects: %s",
                    job.name(), e.getMessage());
        }
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
                parts.cancel();
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
        String obstacle = parts.backfill();
        trouble = obstacle == null ? trouble : obstacle;
        parts.lookAtComparisons();
        if (!draining) {
            cutOver.forget();
            if (!phase.equals(FOLLOWING)) {
                followAgain();
            }
            return null;
        }
        return phase.equals(DRAINING) || phase.equals(FOLLOWING) ? drain() : proof();
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

    // --- the cut-over ---

    private @Nullable RunEnd drain() throws Exception {
        phase = DRAINING;
        if (cutOver.isLate()) {
            giveUp(parts.isBackfilled() ? "messages still wait" : "what was there before is not copied yet");
        } else if (cutOver.isDrained(
                parts.isBackfilled() ? waiting : null, route.totals().objects())) {
            stopRoute();
            phase = CHECKING;
            return proof();
        }
        return null;
    }

    private @Nullable RunEnd proof() throws Exception {
        CutOver.Next next = cutOver.next(parts::newest);
        if (next.end() != null) {
            return ended(next.end());
        } else if (next.start() != null) {
            if (parts.start(next.start())) {
                cutOver.begun(next.start(), parts.newest(next.start()));
            }
        } else if (next.obstacle() != null) {
            giveUp(next.obstacle());
        }
        return null;
    }

    /** It is over. Whoever is to hear of that hears of it before it is written down: a kill between the two repeats it. */
    private @Nullable RunEnd ended(RunEnd proven) throws Exception {
        RunEnd end = setUp == null ? proven : with(proven, NotificationSetUp.reminder(job));
        if (hook != null) {
            phase = TELLING;
            tell();
            awaitWritten();
        }
        Hook.Outcome outcome = tellHook(end.state().text(), end.message(), parts.newest(ReplicationPart.CHECK));
        if (outcome.told() == null) {
            return null;
        }
        return outcome.told() ? end : with(new RunEnd(RunState.WARNINGS, end.message(), end.result()), outcome.what());
    }

    /** So that the next process does not follow events again after somebody was told that this is over. */
    private void awaitWritten() {
        while (!execution.isStopping()) {
            try {
                teller.written();
                return;
            } catch (StoreException e) {
                if (!e.isPassing()) {
                    throw e;
                }
            }
        }
    }

    private static RunEnd with(RunEnd end, String more) {
        return new RunEnd(end.state(), end.message() + ". " + more, end.result());
    }

    private Hook.Outcome tellHook(String state, String message, @Nullable RunStatus check) throws InterruptedException {
        if (hook == null) {
            return new Hook.Outcome(true, "");
        }
        String id = CutOverNews.id(execution, state, cutOver.until());
        String news = CutOverNews.json(id, execution, state, message, check, clock.instant());
        Hook.Outcome outcome = hook.tell(id, news, this::rest);
        told = outcome.told() == null ? told : outcome.what();
        if (Boolean.TRUE.equals(outcome.told())) {
            LOG.infof("Job %s: %s", job.name(), outcome.what());
        } else if (outcome.told() != null) {
            LOG.warnf("Job %s: %s", job.name(), outcome.what());
        }
        return outcome;
    }

    /** Waits, unless it is asked to end, or to follow events again. */
    private boolean rest(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!execution.isStopping() && execution.row().state() == RunState.DRAINING) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            reasons.poll(left, TimeUnit.NANOSECONDS);
        }
        return false;
    }

    /** Events are followed first; the state is written down last, so that a kill before the hook is told repeats this. */
    private void giveUp(String why) throws Exception {
        String message = "The cut-over was given up: " + why + ". Events are followed again";
        LOG.warnf("Job %s: %s", job.name(), message);
        RunStatus check = phase.equals(CHECKING) ? parts.newest(ReplicationPart.CHECK) : null;
        followAgain();
        Hook.Outcome outcome = tellHook("given-up", message, check);
        if (outcome.told() == null) {
            return;
        }
        if (execution.row().state() == RunState.DRAINING) {
            teller.state(RunState.RUNNING, outcome.told() ? message : message + ". " + outcome.what());
        }
        cutOver.forget();
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
        backlog = Backlogs.of(route, spec);
    }

    private void stopRoute() throws Exception {
        if (route.isLoaded()) {
            route.stop();
            backlog.close();
            backlog = Backlog.UNKNOWN;
            RouteTotals last = route.totals();
            before = LiveCounts.sum(before, last);
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
                        parts.isBackfilled(),
                        parts.reconciled(),
                        parts.missed(),
                        cutOver.until(),
                        notification,
                        told),
                LiveCounts.sum(before, now),
                System.nanoTime());
        teller.progress();
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
