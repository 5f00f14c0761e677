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

import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.RefusedException.Reason;
import io.s3copy.app.store.Retry;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.app.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The jobs of the configuration, and what operators do with them. Methods block while the database writes. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final Configuration configuration;
    private final Runs runs;
    private final RunWorker worker;
    private final Readiness readiness;
    private final ProgressJson json;
    private final Scheduler scheduler;
    private final LatestRuns latest;

    Jobs(
            Configuration configuration,
            Runs runs,
            RunWorker worker,
            Readiness readiness,
            ProgressJson json,
            Scheduler scheduler,
            LatestRuns latest) {
        this.configuration = configuration;
        this.runs = runs;
        this.worker = worker;
        this.readiness = readiness;
        this.json = json;
        this.scheduler = scheduler;
        this.latest = latest;
    }

    /** Lets runs go on that were paused until now. */
    synchronized void resumeDue(Instant now) {
        for (Execution execution : latest.all()) {
            RunRow row = execution.row();
            if (row.state() == RunState.PAUSED
                    && row.until() != null
                    && !row.until().isAfter(now)) {
                try {
                    resume(row.id());
                } catch (RefusedException e) {
                    LOG.warnf("Job %s: run %d stays paused: %s", row.job(), row.id(), e.getMessage());
                    worker.stayPaused(execution, String.valueOf(e.getMessage()));
                } catch (StoreException e) {
                    LOG.debugf(e, "Job %s: run %d goes on once the database is there", row.job(), row.id());
                }
            }
        }
    }

    /** Camel goes on with its own stop once this returns, and ends what runs need. The command has no jobs. */
    void onStop(@Observes(notifyObserver = Reception.IF_EXISTS) CamelContextStoppingEvent stopping) {
        stop();
    }

    /** Ends all runs that are under way, so that they can go on. Blocks until that is written down. */
    public void stop() {
        readiness.ends();
        List<Execution> all;
        synchronized (this) {
            // what is just beginning is among them
            all = latest.all();
        }
        worker.stopAll(all);
    }

    /** How all jobs stand, by name. Does not block. */
    public List<JobStatus> all() {
        List<JobStatus> all = new ArrayList<>();
        new TreeMap<>(configuration.jobs()).values().forEach(job -> all.add(status(job)));
        return all;
    }

    /**
     * How a job stands.
     *
     * @throws RefusedException if there is none
     */
    public JobStatus one(String job) {
        return status(spec(job));
    }

    private JobStatus status(JobSpec job) {
        Execution last = latest.of(job.name());
        Trigger trigger = job.cron() == null ? null : scheduler.getScheduledJob(job.name());
        return new JobStatus(
                job, last == null ? null : latest.status(last), trigger == null ? null : trigger.getNextFireTime());
    }

    /**
     * Begins a run.
     *
     * @param idempotencyKey a second call with the same key begins nothing, and returns the same run; null for none
     * @throws RefusedException if there is no such job, or a run of it is under way
     */
    public synchronized RunStatus start(String name, RunCause cause, @Nullable String idempotencyKey) {
        JobSpec job = spec(name);
        if (idempotencyKey != null) {
            Optional<RunRow> same = runs.find(name, idempotencyKey);
            if (same.isPresent()) {
                return run(same.get().id());
            }
        }
        return begin(job, cause, idempotencyKey, null);
    }

    private RunStatus begin(JobSpec job, RunCause cause, @Nullable String idempotencyKey, @Nullable Retry retry) {
        refuseAtTheEnd();
        latest.refuseRunning(job);
        RunRow row = runs.begin(
                job.name(), job.kind().text(), job.where(), cause, json.write(RunProgress.NONE), idempotencyKey, retry);
        return execute(new Execution(job, row, RunProgress.NONE));
    }

    /**
     * Begins a run of the same job over what an ended one left to do.
     *
     * @param code only what has that code; null for all
     * @throws RefusedException if it has not ended, or left nothing to copy
     */
    public synchronized RunStatus retry(long id, @Nullable String code) {
        RunStatus run = run(id);
        JobSpec job = spec(run.row().job());
        RetryRules.check(run, job, code);
        return begin(job, RunCause.RETRY, null, new Retry(id, code));
    }

    /**
     * Lets a run go on that failed, was cancelled or is paused: the newest of its job.
     *
     * @throws RefusedException if it is not that
     */
    public synchronized RunStatus resume(long id) {
        RunStatus run = run(id);
        String name = run.row().job();
        Execution last = latest.of(name);
        if (last == null || last.row().id() != id) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is not the newest of job " + name + ": only that can go on");
        }
        if (!run.row().state().isResumable()) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Run " + id + " is " + run.row().state().text()
                            + ", and only a failed, cancelled or paused run can go on"
                            + (run.row().state().isEnded() ? ". Begin a new one" : ""));
        }
        JobSpec job = spec(name);
        latest.refuseSiblings(job);
        if (!job.where().equals(run.row().place())) {
            throw new RefusedException(Reason.CONFLICT, LastProcess.changed(job, run.row()));
        }
        return goOn(job, run.row());
    }

    /**
     * Says yes to what a run would do.
     *
     * @throws RefusedException if it waits for none
     */
    public synchronized RunStatus confirm(long id) {
        RunStatus run = run(id);
        RunRow row = run.row();
        if (row.state() != RunState.WAITING || latest.find(id).isEmpty()) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is " + row.state().text() + ": it does not wait for a yes");
        }
        JobSpec job = spec(row.job());
        latest.refuseSiblings(job);
        if (!job.where().equals(row.place())) {
            throw new RefusedException(Reason.CONFLICT, LastProcess.changed(job, row));
        }
        RunProgress counted = run.progress();
        Plan plan = counted.plan();
        String confirmed = json.write(counted.with(plan == null ? null : plan.asConfirmed()));
        return goOn(job, row.with(row.objects(), row.bytes(), confirmed));
    }

    RunStatus goOn(JobSpec job, RunRow row) {
        refuseAtTheEnd();
        RunRow next = row.goneOn();
        runs.save(next);
        Execution execution = new Execution(job, next, json.read(row.progress()).atRest());
        // limits that were changed hold until the run ends, or its process
        latest.find(row.id()).ifPresent(before -> {
            execution.limit(before.limits());
            execution.priority(before.priority());
        });
        return execute(execution);
    }

    /** Nobody would stop a run that begins now. */
    private void refuseAtTheEnd() {
        if (readiness.isEnding()) {
            throw new RefusedException(Reason.CONFLICT, "The service stops: begin it once it is up again");
        }
    }

    private RunStatus execute(Execution execution) {
        latest.put(execution);
        worker.execute(execution);
        return latest.status(execution);
    }

    /**
     * Lets a run rest. What is done is written down, and it goes on later.
     *
     * @param until when it goes on by itself; null if somebody is to resume it
     * @throws RefusedException if it does not run, or cannot rest
     */
    public synchronized RunStatus pause(long id, @Nullable Instant until) {
        RunStatus run = run(id);
        Execution last = latest.find(id).orElse(null);
        JobSpec job = spec(run.row().job());
        if (job.kind() == JobKind.REPLICATE || job.partOf() != null) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Run " + id
                            + " is of a replication, which does not pause. Cancel it: what waits is at its source, and it"
                            + " goes on once you resume it");
        } else if (last == null || !worker.pause(last, until)) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Run " + id + " is " + run(id).row().state().text() + ": only a run that is running can pause");
        }
        return latest.status(last);
    }

    /**
     * Changes which of the runs that wait for their turn goes first. It holds until the run begins, or the process ends.
     *
     * @param priority 0 to 9; the highest goes first
     * @throws RefusedException if it does not wait for its turn
     */
    public synchronized RunStatus prioritize(long id, int priority) {
        RunState state = run(id).row().state();
        Execution last = latest.find(id).orElse(null);
        if (last == null || state != RunState.SCHEDULED) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is " + state.text() + ": it does not wait for its turn");
        }
        last.priority(priority);
        return latest.status(last);
    }

    /**
     * Changes the limits of a run while it works. They hold until it ends, or its process does.
     *
     * @throws RefusedException if it does not work, or has no such limits
     * @throws io.s3copy.parameter.InvalidParameterException if one is out of its bounds
     */
    public synchronized RunStatus limit(long id, SpeedLimits limits) {
        RunState state = run(id).row().state();
        Execution last = latest.find(id).orElse(null);
        String refusal = last == null ? "it has ended" : worker.limit(last, limits.ofRun());
        if (last == null || refusal != null) {
            throw new RefusedException(Reason.CONFLICT, "Run " + id + " is " + state.text() + ": " + refusal);
        }
        return latest.status(last);
    }

    /**
     * Lets a run come to a stop. What is done is written down, and it can go on later.
     *
     * @throws RefusedException if it is not under way
     */
    public synchronized RunStatus cancel(long id) {
        RunStatus run = run(id);
        Execution last = latest.find(id).orElse(null);
        if (last == null || last.row().state().isEnded()) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is " + run.row().state().text() + ": there is nothing to cancel");
        }
        if (!worker.cancel(last)) {
            throw new RefusedException(Reason.CONFLICT, "Run " + id + " has just ended: there is nothing to cancel");
        }
        return latest.status(last);
    }

    /**
     * Lets a replication come to its end: once nothing waits, its route is stopped, and both sides are proven equal.
     *
     * @throws RefusedException if the run is no replication that follows events
     */
    public synchronized RunStatus cutOver(long id) {
        return change(id, RunState.RUNNING, RunState.DRAINING, "to cut over");
    }

    /**
     * Lets a replication follow events again that was to be cut over.
     *
     * @throws RefusedException if it is not on the way to that
     */
    public synchronized RunStatus follow(long id) {
        return change(id, RunState.DRAINING, RunState.RUNNING, "to call back from a cut-over");
    }

    private RunStatus change(long id, RunState from, RunState to, String what) {
        run(id);
        Execution last = latest.find(id).orElse(null);
        if (last == null || last.job().kind() != JobKind.REPLICATE) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is no replication that is under way: there is nothing " + what);
        } else if (!worker.change(last, from, to, "")) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is " + last.row().state().text() + ": there is nothing " + what);
        }
        return latest.status(last);
    }

    /**
     * One run, of any time.
     *
     * @throws RefusedException if there is none
     */
    public RunStatus run(long id) {
        return latest.status(id);
    }

    /** Runs of a job, the newest first: so many of those before one. */
    public List<RunStatus> runs(String job, long before, int limit) {
        spec(job);
        return runs.ofJob(job, before, limit).stream().map(latest::status).toList();
    }

    /** The report of a run. */
    public RunReport report(long id) {
        RunRow row = run(id).row();
        return new RunReport(JobEndpoints.report(configuration, row.job(), row.id()));
    }

    JobSpec spec(String job) {
        JobSpec spec = configuration.jobs().get(job);
        if (spec == null) {
            throw new RefusedException(Reason.UNKNOWN, "There is no job " + job);
        }
        return spec;
    }
}
