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

import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.RefusedException.Reason;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.bulk.run.RunLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The newest run of each job, which may be under way, and how older ones stand. */
@ApplicationScoped
class LatestRuns {

    private final Configuration configuration;
    private final Runs runs;
    private final ProgressJson json;
    private final JobTotals totals;
    private final Turns turns;
    private final Map<String, Execution> newest = new ConcurrentHashMap<>();

    LatestRuns(Configuration configuration, Runs runs, ProgressJson json, JobTotals totals, Turns turns) {
        this.configuration = configuration;
        this.runs = runs;
        this.json = json;
        this.totals = totals;
        this.turns = turns;
    }

    /** Takes a run that begins or goes on. */
    void put(Execution execution) {
        newest.put(execution.job().name(), execution);
    }

    /** Takes the newest run of a job from the database, if none is known, and when one was last done. */
    void remember(JobSpec job) {
        runs.lastDone(job.name()).ifPresent(when -> totals.succeeded(job.name(), when));
        if (!newest.containsKey(job.name())) {
            runs.ofJob(job.name(), Long.MAX_VALUE, 1).stream()
                    .findFirst()
                    .ifPresent(row -> put(
                            new Execution(job, row, json.read(row.progress()).atRest())));
        }
    }

    /** That of a job; null if it never ran. */
    @Nullable
    Execution of(String job) {
        return newest.get(job);
    }

    List<Execution> all() {
        return List.copyOf(newest.values());
    }

    /** A run, if it is the newest of its job. */
    Optional<Execution> find(long id) {
        return newest.values().stream()
                .filter(execution -> execution.row().id() == id)
                .findFirst();
    }

    /**
     * How a run of any time stands.
     *
     * @throws RefusedException if there is none
     */
    RunStatus status(long id) {
        return find(id).map(this::status)
                .or(() -> runs.find(id).map(this::remembered))
                .orElseThrow(() -> new RefusedException(Reason.UNKNOWN, "There is no run " + id));
    }

    /** How a run stands that the database has. */
    RunStatus status(RunRow row) {
        return find(row.id()).map(this::status).orElseGet(() -> remembered(row));
    }

    /** How the newest run of its job stands. */
    RunStatus status(Execution execution) {
        RunRow row = execution.row();
        JobSpec job = configuration.jobs().get(row.job());
        return new RunStatus(
                row,
                execution.progress(),
                SpeedLimits.of(execution.limits()),
                turns.ahead(execution),
                row.state().isResumable() && job != null && job.where().equals(row.place()),
                row.state() == RunState.RUNNING ? execution.load() : null);
    }

    /** Of an older one, which cannot go on. */
    private RunStatus remembered(RunRow row) {
        return new RunStatus(
                row,
                json.read(row.progress()).atRest(),
                SpeedLimits.of(RunLimits.NONE),
                OptionalInt.empty(),
                false,
                null);
    }

    /** Whether a run of a job has not ended; it may be paused. */
    boolean isRunning(String job) {
        Execution last = newest.get(job);
        return last != null && !last.row().state().isEnded();
    }

    /**
     * Sees to it that a job can have a new run.
     *
     * @throws RefusedException if one of it, or of another part of its replication, has not ended: they work at the same places
     */
    void refuseRunning(JobSpec job) {
        refuseRunning(job.name());
        refuseSiblings(job);
    }

    /** The parts of a replication work at the same places. */
    void refuseSiblings(JobSpec job) {
        if (job.partOf() != null) {
            configuration.jobs().values().stream()
                    .filter(one ->
                            job.partOf().equals(one.partOf()) && !one.name().equals(job.name()))
                    .map(JobSpec::name)
                    .forEach(this::refuseRunning);
        }
    }

    private void refuseRunning(String job) {
        Execution last = newest.get(job);
        if (last != null && isRunning(job)) {
            RunState state = last.row().state();
            throw new RefusedException(
                    Reason.CONFLICT,
                    "Run " + last.row().id() + " of job " + job + " is " + state.text() + ". "
                            + switch (state) {
                                case PAUSED -> "Resume it, or cancel it";
                                case WAITING -> "Confirm it, or cancel it";
                                default -> "Wait until it has ended, or cancel it";
                            });
        }
    }
}
