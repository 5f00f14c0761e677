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
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.RunLimits;
import io.s3copy.text.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Carries runs out, each when its turn comes. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    /** The component itself gives up after 30 s. */
    private static final long STOP_SECONDS = 60;

    private final Instance<WorkSource> works;
    private final Runs runs;
    private final RunWriter writer;
    private final Retention retention;
    private final RunThreads threads;
    private final JobTotals totals;
    private final Turns turns;

    RunWorker(
            @Any Instance<WorkSource> works,
            Runs runs,
            RunWriter writer,
            Retention retention,
            RunThreads threads,
            JobTotals totals,
            Turns turns) {
        this.works = works;
        this.runs = runs;
        this.writer = writer;
        this.retention = retention;
        this.threads = threads;
        this.totals = totals;
        this.turns = turns;
    }

    /** Begins a run, or lets it wait for its turn. */
    void execute(Execution execution) {
        synchronized (execution.writing()) {
            if (!turns.take(execution)) {
                writer.moves(execution, RunState.SCHEDULED, "");
                if (turns.isClosed()) {
                    // its turn comes in the next process
                    execution.end().complete(execution.row());
                }
                return;
            }
        }
        work(execution);
    }

    /** The turn of a run that waited has come, if nobody has told it otherwise meanwhile. */
    private void turn(Execution execution) {
        synchronized (execution.writing()) {
            if (turns.isClosed()) {
                return;
            }
            if (execution.row().state() == RunState.SCHEDULED) {
                writer.moves(execution, RunState.RUNNING, "");
            }
        }
        if (execution.row().state() == RunState.RUNNING) {
            work(execution);
        } else {
            endTurn(execution);
        }
    }

    private void endTurn(Execution execution) {
        turns.end(execution).ifPresent(next -> {
            try {
                threads.execute(() -> turn(next));
            } catch (Throwable e) {
                // without a thread, too, the run has an end
                ended(next, RunEnd.of(e, next.isCancelled(), next.isStopping()), () -> {});
            }
        });
    }

    private void work(Execution execution) {
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
            writer.heard(execution);
        }

        @Override
        public void written() {
            synchronized (execution.writing()) {
                if (!execution.isOver()) {
                    writer.save(execution, writer.counted(execution));
                }
            }
        }

        @Override
        public void state(RunState state, String message) {
            synchronized (execution.writing()) {
                if (!execution.isOver()) {
                    writer.moves(execution, state, message);
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
                row = writer.counted(execution).with(end.state(), when, end.message());
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
                endTurn(execution);
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

    /** Asks a run to stop. False if it has ended meanwhile: its end stands. */
    boolean cancel(Execution execution) {
        synchronized (execution.writing()) {
            RunState state = execution.row().state();
            if (state.isAtRest()) {
                Instant now = Instant.now();
                String why = "Cancelled by an operator, while it was "
                        + (state == RunState.WAITING ? "waiting for a yes" : state.text());
                writer.save(execution, execution.row().with(RunState.CANCELLED, now, why));
                turns.leave(execution);
                totals.ended(execution.job().name(), RunState.CANCELLED, now);
                return true;
            } else if (execution.isOver() || state.isEnded()) {
                return false;
            }
            writer.save(execution, execution.row().with(RunState.CANCELLING, null, ""));
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
            RunState state = execution.row().state();
            if (state == RunState.SCHEDULED) {
                writer.save(execution, execution.row().pausing(until).with(RunState.PAUSED, null, ""));
                turns.leave(execution);
                return true;
            } else if (execution.isOver() || state != RunState.RUNNING) {
                return false;
            }
            writer.save(execution, execution.row().pausing(until));
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
            writer.save(execution, execution.row().pausing(null).with(RunState.PAUSED, null, why));
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
            writer.save(execution, execution.row().with(to, null, message));
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

    /** Waits for one whose turn has just come. */
    private static boolean isUnderWay(Execution execution) {
        synchronized (execution.writing()) {
            return execution.row().state().isUnderWay();
        }
    }

    /** Stops them, and waits until what they did is written down. */
    void stopAll(List<Execution> executions) {
        turns.close();
        List<Execution> underWay = new ArrayList<>();
        for (Execution execution : executions) {
            // whoever writes down what one did may wait for the database: that holds up no other
            if (execution.row().state().isUnderWay()) {
                stop(execution, false);
                underWay.add(execution);
            }
        }
        for (Execution execution : executions) {
            if (!underWay.contains(execution) && isUnderWay(execution)) {
                stop(execution, false);
                underWay.add(execution);
            }
        }
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
