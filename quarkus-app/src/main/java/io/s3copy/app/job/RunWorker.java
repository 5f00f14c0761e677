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
package io.s3copy.app.job;

import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.app.store.StoreException;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.RunLimits;
import io.s3copy.text.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries runs out, and writes down how they stand. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    /** The component itself gives up after 30 s. */
    private static final long STOP_SECONDS = 60;

    private final Instance<WorkSource> works;
    private final Runs runs;
    private final ProgressJson json;
    private final Retention retention;
    private final RunThreads threads;
    private final JobTotals totals;

    RunWorker(
            @Any Instance<WorkSource> works,
            Runs runs,
            ProgressJson json,
            Retention retention,
            RunThreads threads,
            JobTotals totals) {
        this.works = works;
        this.runs = runs;
        this.json = json;
        this.retention = retention;
        this.threads = threads;
        this.totals = totals;
    }

    void execute(Execution execution) {
        RunRow row = execution.row();
        LOG.infof("Job %s: run %d begins, attempt %d", row.job(), row.id(), row.attempts());
        totals.begins(execution);
        try {
            threads.execute(() -> begin(execution));
        } catch (Throwable e) {
            // without a thread, too, the run has an end
            ended(execution, RunEnd.of(e, execution.isCancelled(), execution.isStopping()), () -> {});
        }
    }

    private void begin(Execution execution) {
        Work work;
        try {
            Teller teller = new Told(execution);
            work = works.stream()
                    .filter(source -> source.makes(execution.job().kind()))
                    .findFirst()
                    .orElseThrow()
                    .work(execution, teller);
        } catch (Throwable e) {
            ended(execution, RunEnd.of(e, execution.isCancelled(), execution.isStopping()), () -> {});
            return;
        }
        try {
            execution.does(work);
            work.begin();
            // what asked for that meanwhile may have found nothing to stop
            if (execution.isStopping()) {
                work.stop();
            }
        } catch (Throwable e) {
            // an Error, too, ends the run: nobody else would
            ended(execution, RunEnd.of(e, execution.isCancelled(), execution.isStopping()), work::close);
        }
    }

    /** Hears of one run. */
    private final class Told implements Teller {

        private final Execution execution;

        private Told(Execution execution) {
            this.execution = execution;
        }

        @Override
        public void progress() {
            heard(execution);
        }

        @Override
        public void written() {
            synchronized (execution.writing()) {
                if (!execution.isOver()) {
                    save(execution, counted(execution));
                }
            }
        }

        @Override
        public void state(RunState state, String message) {
            synchronized (execution.writing()) {
                if (!execution.isOver()) {
                    RunRow row = counted(execution).with(state, null, message);
                    execution.row(row);
                    try {
                        runs.save(row);
                    } catch (StoreException e) {
                        LOG.warn("How a run stands could not be written down, and will be with its counts", e);
                    }
                }
            }
        }

        @Override
        public void ended(RunEnd end) {
            Work work = execution.work();
            RunWorker.this.ended(execution, end, work == null ? () -> {} : work::close);
        }
    }

    /**
     * Writes the end down before anything is closed: whatever kills the process meanwhile, the run is not done again. In the
     * memory it ends once all is closed, so that the next run of the job does not meet this one.
     */
    private void ended(Execution execution, RunEnd how, Runnable close) {
        RunEnd end = asked(execution, execution.isPausing() ? how.paused() : how);
        Instant when = end.state().isEnded() ? Instant.now() : null;
        // whatever fails below: nobody is told that it still runs
        RunRow row = execution.row().with(end.state(), when, end.message());
        try {
            synchronized (execution.writing()) {
                BulkResult result = end.result();
                execution.progress(
                        result == null
                                ? execution.progress().atRest()
                                : execution.progress().ended(result));
                totals.heard(execution);
                row = counted(execution).with(end.state(), when, end.message());
                execution.over();
            }
            // while the database is away, nobody who asks for something waits with this
            runs.saveUntilDone(row);
            if (end.state() == RunState.DONE || end.state() == RunState.WARNINGS) {
                runs.forgetCheckpoints(execution.job().name());
            }
            retention.tidy(execution.job().name());
        } catch (Throwable e) {
            LOG.error("What a run came to could not be written down", e);
        } finally {
            try {
                close.run();
            } finally {
                execution.row(row);
                if (when != null) {
                    totals.ended(row.job(), row.state(), when);
                }
                LOG.infof(
                        "Job %s: run %d is %s%s",
                        row.job(),
                        row.id(),
                        row.state().text(),
                        row.message().isEmpty() ? "" : ". " + Printable.of(row.message()));
                execution.end().complete(row);
            }
        }
    }

    /** A run that would wait for a yes, and was meanwhile told to end or to rest, does that. */
    private static RunEnd asked(Execution execution, RunEnd end) {
        if (end.state() != RunState.WAITING) {
            return end;
        }
        synchronized (execution.writing()) {
            return switch (execution.row().state()) {
                case CANCELLING -> new RunEnd(RunState.CANCELLED, "Cancelled by an operator", null);
                case PAUSING -> new RunEnd(RunState.PAUSED, "", null);
                default -> end;
            };
        }
    }

    /** Called for every progress of every run, on a thread of the component: the database is not its business. */
    private void heard(Execution execution) {
        totals.heard(execution);
        if (execution.beginsSaving()) {
            threads.execute(() -> {
                try {
                    synchronized (execution.writing()) {
                        if (!execution.isOver()) {
                            save(execution, counted(execution));
                        }
                    }
                } catch (RuntimeException e) {
                    LOG.warn("How far a run is could not be written down; the run goes on", e);
                } finally {
                    execution.saved();
                }
            });
        }
    }

    private RunRow counted(Execution execution) {
        RunProgress progress = execution.progress();
        return execution.row().with(progress.objects(), progress.bytesCopied(), json.write(progress));
    }

    /**
     * The memory first, which the page shows. Whoever calls it is the one that writes: no state is overtaken by counts. What
     * could not be written down was not done, and may be asked for again.
     */
    private void save(Execution execution, RunRow row) {
        RunRow before = execution.row();
        execution.row(row);
        try {
            runs.save(row);
        } catch (StoreException e) {
            execution.row(before);
            throw e;
        }
    }

    /** Asks a run to stop. False if it has ended meanwhile: its end stands. */
    boolean cancel(Execution execution) {
        synchronized (execution.writing()) {
            RunState state = execution.row().state();
            if (state == RunState.PAUSED || state == RunState.WAITING) {
                Instant now = Instant.now();
                String why = "Cancelled by an operator, while it was "
                        + (state == RunState.PAUSED ? "paused" : "waiting for a yes");
                save(execution, execution.row().with(RunState.CANCELLED, now, why));
                totals.ended(execution.job().name(), RunState.CANCELLED, now);
                return true;
            } else if (execution.isOver() || state.isEnded()) {
                return false;
            }
            save(execution, execution.row().with(RunState.CANCELLING, null, ""));
        }
        stop(execution, true);
        return true;
    }

    /** Changes the limits of a run that works; says why not if it cannot, and null if it did. */
    @Nullable
    String limit(Execution execution, RunLimits limits) {
        Work work = execution.work();
        if (work == null || execution.isOver() || !execution.row().state().isUnderWay()) {
            return "it has no limits that could be changed";
        }
        try {
            work.limit(limits);
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
        return null;
    }

    /** Asks a run to rest. False if it does not run. */
    boolean pause(Execution execution, @Nullable Instant until) {
        synchronized (execution.writing()) {
            if (execution.isOver() || execution.row().state() != RunState.RUNNING) {
                return false;
            }
            save(execution, execution.row().pausing(until));
        }
        Work work = execution.pause();
        if (work != null) {
            work.stop();
        }
        return true;
    }

    /** Lets a paused run rest until somebody resumes it. */
    void stayPaused(Execution execution, String why) {
        synchronized (execution.writing()) {
            save(execution, execution.row().pausing(null).with(RunState.PAUSED, null, why));
        }
    }

    /**
     * Lets a run go on in another state. False if it is not in the one that is expected.
     *
     * @param message that it has then
     */
    boolean change(Execution execution, RunState from, RunState to, String message) {
        synchronized (execution.writing()) {
            if (execution.isOver() || execution.row().state() != from) {
                return false;
            }
            save(execution, execution.row().with(to, null, message));
        }
        Work work = execution.work();
        if (work != null) {
            work.changed();
        }
        return true;
    }

    private static void stop(Execution execution, boolean byOperator) {
        Work work = execution.stop(byOperator);
        if (work != null) {
            work.stop();
        }
    }

    /** Stops them, and waits until what they did is written down. */
    void stopAll(List<Execution> executions) {
        List<Execution> underWay = executions.stream()
                .filter(execution -> execution.row().state().isUnderWay())
                .toList();
        underWay.forEach(execution -> stop(execution, false));
        CompletableFuture<?>[] ends = underWay.stream().map(Execution::end).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Some runs did not write down in %d s what is done: that is repeated", STOP_SECONDS);
        }
    }
}
