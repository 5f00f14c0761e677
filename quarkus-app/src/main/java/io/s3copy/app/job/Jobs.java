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
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.CamelEvent.CamelContextStoppingEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The jobs of the configuration, and what operators do with them. Methods block while the database writes. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);

    private final Configuration configuration;
    private final JobEndpoints endpoints;
    private final Runs runs;
    private final BulkWorks works;
    private final RunWorker worker;
    private final LastProcess lastProcess;
    private final Readiness readiness;
    private final ProgressJson json;
    private final Scheduler scheduler;
    /** The newest run of each job that ever ran. */
    private final Map<String, Execution> newest = new ConcurrentHashMap<>();

    Jobs(
            Configuration configuration,
            JobEndpoints endpoints,
            Runs runs,
            BulkWorks works,
            RunWorker worker,
            LastProcess lastProcess,
            Readiness readiness,
            ProgressJson json,
            Scheduler scheduler) {
        this.configuration = configuration;
        this.endpoints = endpoints;
        this.runs = runs;
        this.works = works;
        this.worker = worker;
        this.lastProcess = lastProcess;
        this.readiness = readiness;
        this.json = json;
        this.scheduler = scheduler;
    }

    /** Checks all jobs, before anything is opened that others see. */
    public void check() {
        endpoints.check(configuration);
    }

    /** Goes on with what the last process left, starts what starts with the process, and schedules the rest. */
    public void begin() {
        works.open();
        lastProcess.left().forEach(row -> {
            LOG.infof("Job %s: run %d goes on where the last process left it", row.job(), row.id());
            goOn(spec(row.job()), row);
        });
        configuration.jobs().values().forEach(job -> {
            Execution last = newest.get(job.name());
            if (last == null) {
                runs.ofJob(job.name(), Long.MAX_VALUE, 1).stream()
                        .findFirst()
                        .ifPresent(row -> newest.put(job.name(), remembered(job, row)));
            }
            if (job.atStart() && !isRunning(job.name())) {
                start(job.name(), RunCause.START, null);
            }
            if (job.cron() != null) {
                scheduler
                        .newJob(job.name())
                        .setCron(job.cron())
                        .setTask(due -> startBySchedule(job.name()))
                        .schedule();
            }
        });
        readiness.begun();
    }

    private void startBySchedule(String job) {
        try {
            String whole = spec(job).partOf();
            if (whole != null && !isRunning(whole)) {
                // nothing is followed that could have been missed
                return;
            }
            start(job, RunCause.SCHEDULE, null);
        } catch (RefusedException e) {
            LOG.infof("Job %s was due, and is left out this time: %s", job, e.getMessage());
        }
    }

    /** Camel goes on with its own stop once this returns, and ends what runs need. The command has no jobs. */
    void onStop(@Observes(notifyObserver = Reception.IF_EXISTS) CamelContextStoppingEvent stopping) {
        stop();
    }

    /** Ends all runs that are under way, so that they can go on. Blocks until that is written down. */
    public void stop() {
        worker.stopAll(List.copyOf(newest.values()));
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
        Execution last = newest.get(job.name());
        Trigger trigger = job.cron() == null ? null : scheduler.getScheduledJob(job.name());
        return new JobStatus(
                job, last == null ? null : status(last), trigger == null ? null : trigger.getNextFireTime());
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
        refuseRunning(name);
        refuseSiblings(job);
        RunRow row =
                runs.begin(name, job.kind().text(), job.where(), cause, json.write(RunProgress.NONE), idempotencyKey);
        return execute(new Execution(job, row, RunProgress.NONE));
    }

    /**
     * Lets a run go on that failed or was cancelled: the newest of its job.
     *
     * @throws RefusedException if it is not that
     */
    public synchronized RunStatus resume(long id) {
        RunStatus run = run(id);
        String name = run.row().job();
        Execution last = newest.get(name);
        if (last == null || last.row().id() != id) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is not the newest of job " + name + ": only that can go on");
        }
        refuseRunning(name);
        if (!run.row().state().isResumable()) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Run " + id + " is " + run.row().state().text()
                            + ", and only a failed or cancelled run can go on. Begin a new one");
        }
        JobSpec job = spec(name);
        refuseSiblings(job);
        if (!job.where().equals(run.row().place())) {
            throw new RefusedException(Reason.CONFLICT, LastProcess.changed(job, run.row()));
        }
        return goOn(job, run.row());
    }

    private RunStatus goOn(JobSpec job, RunRow row) {
        RunRow next = row.goneOn();
        runs.save(next);
        return execute(new Execution(job, next, json.read(row.progress()).atRest()));
    }

    private RunStatus execute(Execution execution) {
        newest.put(execution.job().name(), execution);
        worker.execute(execution);
        return status(execution);
    }

    /**
     * Lets a run come to a stop. What is done is written down, and it can go on later.
     *
     * @throws RefusedException if it is not under way
     */
    public synchronized RunStatus cancel(long id) {
        RunStatus run = run(id);
        Execution last = newest.get(run.row().job());
        if (last == null || last.row().id() != id || last.row().state().isEnded()) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is " + run.row().state().text() + ": there is nothing to cancel");
        }
        if (!worker.cancel(last)) {
            throw new RefusedException(Reason.CONFLICT, "Run " + id + " has just ended: there is nothing to cancel");
        }
        return status(last);
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
        RunStatus run = run(id);
        Execution last = newest.get(run.row().job());
        if (last == null || last.row().id() != id || last.job().kind() != JobKind.REPLICATE) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is no replication that is under way: there is nothing " + what);
        } else if (!worker.change(last, from, to, "")) {
            throw new RefusedException(
                    Reason.CONFLICT, "Run " + id + " is " + last.row().state().text() + ": there is nothing " + what);
        }
        return status(last);
    }

    /**
     * One run, of any time.
     *
     * @throws RefusedException if there is none
     */
    public RunStatus run(long id) {
        for (Execution execution : newest.values()) {
            if (execution.row().id() == id) {
                return status(execution);
            }
        }
        return runs.find(id)
                .map(this::remembered)
                .orElseThrow(() -> new RefusedException(Reason.UNKNOWN, "There is no run " + id));
    }

    /** Runs of a job, the newest first: so many of those before one. */
    public List<RunStatus> runs(String job, long before, int limit) {
        spec(job);
        return runs.ofJob(job, before, limit).stream().map(row -> run(row.id())).toList();
    }

    /** The report of a run. */
    public RunReport report(long id) {
        RunRow row = run(id).row();
        return new RunReport(JobEndpoints.report(configuration, row.job(), row.id()));
    }

    /** Of the newest run of its job. */
    private RunStatus status(Execution execution) {
        RunRow row = execution.row();
        JobSpec job = configuration.jobs().get(row.job());
        return new RunStatus(
                row,
                execution.progress(),
                row.state().isResumable() && job != null && job.where().equals(row.place()));
    }

    /** Of an older one, which cannot go on. */
    private RunStatus remembered(RunRow row) {
        return new RunStatus(row, json.read(row.progress()).atRest(), false);
    }

    private Execution remembered(JobSpec job, RunRow row) {
        return new Execution(job, row, json.read(row.progress()).atRest());
    }

    private boolean isRunning(String job) {
        Execution last = newest.get(job);
        return last != null && !last.row().state().isEnded();
    }

    private void refuseRunning(String job) {
        Execution last = newest.get(job);
        if (last != null && isRunning(job)) {
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Run " + last.row().id() + " of job " + job + " is "
                            + last.row().state().text() + ". Wait until it has ended, or cancel it");
        }
    }

    /** The parts of a replication work at the same places. */
    private void refuseSiblings(JobSpec job) {
        if (job.partOf() != null) {
            configuration.jobs().values().stream()
                    .filter(one -> job.partOf().equals(one.partOf()))
                    .map(JobSpec::name)
                    .forEach(this::refuseRunning);
        }
    }

    private JobSpec spec(String job) {
        JobSpec spec = configuration.jobs().get(job);
        if (spec == null) {
            throw new RefusedException(Reason.UNKNOWN, "There is no job " + job);
        }
        return spec;
    }
}
