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
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointFormatException;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The runs that the last process left without an end: some get it here, the others go on. */
@ApplicationScoped
class LastProcess {

    private static final Logger LOG = Logger.getLogger(LastProcess.class);

    private final Configuration configuration;
    private final Runs runs;
    private final ProgressJson json;

    LastProcess(Configuration configuration, Runs runs, ProgressJson json) {
        this.configuration = configuration;
        this.runs = runs;
        this.json = json;
    }

    /** Writes down the ends of those that do not go on, and returns the others: at most one of each job. */
    List<RunRow> left() {
        List<RunRow> goOn = new ArrayList<>();
        for (RunRow row : runs.unfinished()) {
            JobSpec job = configuration.jobs().get(row.job());
            String why = obstacle(job, row);
            if (row.state() == RunState.CANCELLING) {
                runs.save(row.with(RunState.CANCELLED, Instant.now(), "Cancelled by an operator"));
            } else if (job == null || why != null) {
                runs.save(row.with(RunState.FAILED, Instant.now(), "The process ended before the run did. " + why));
            } else if (!isFinished(job, row)) {
                if (row.state() == RunState.PAUSING) {
                    runs.save(row.with(RunState.PAUSED, null, ""));
                } else {
                    goOn.add(row);
                }
            }
        }
        return goOn;
    }

    /** Why a run cannot go on; null if it can. */
    private @Nullable String obstacle(@Nullable JobSpec job, RunRow row) {
        if (job == null || !job.kind().text().equals(row.kind())) {
            return "The configuration no longer has this job";
        }
        boolean newest = runs.ofJob(row.job(), Long.MAX_VALUE, 1).stream().allMatch(one -> one.id() == row.id());
        if (!newest) {
            return "Only the newest run of a job goes on";
        }
        return job.where().equals(row.place()) ? null : changed(job, row);
    }

    /** What differs between a run and its job. */
    static String changed(JobSpec job, RunRow row) {
        return "The run was of " + row.place() + ", and the configuration now says " + job.where()
                + ": begin a new run";
    }

    /** A process may be killed when all is done, and only the end of the run is not written down. */
    private boolean isFinished(JobSpec job, RunRow row) {
        if ("true".equalsIgnoreCase(job.options().get("delete"))) {
            // the pass that copies ends with a finished checkpoint, too, before anything is deleted
            return false;
        }
        Optional<Checkpoint> last = runs.checkpoints(row.id()).stream()
                .flatMap(text -> read(row, text).stream())
                .max(Comparator.comparing(Checkpoint::updated));
        if (last.isEmpty() || !last.get().finished()) {
            return false;
        }
        Checkpoint all = last.get();
        BulkResult result = new BulkResult(
                all.counts(),
                all.requests(),
                all.started(),
                Duration.between(all.started(), all.updated()),
                null,
                null,
                true,
                false,
                job.dryRun(),
                null);
        RunEnd end = RunEnd.of(job, result);
        RunProgress progress = json.read(row.progress()).ended(result);
        runs.save(row.with(progress.objects(), progress.bytesCopied(), json.write(progress))
                .with(end.state(), all.updated(), end.message()));
        runs.forgetCheckpoints(row.job());
        LOG.infof("Job %s: run %d had come to its end when the last process ended", row.job(), row.id());
        return true;
    }

    /** What cannot be read is told when the run goes on. */
    private static Optional<Checkpoint> read(RunRow row, String text) {
        try {
            return Optional.of(CheckpointJson.read(text));
        } catch (CheckpointFormatException e) {
            LOG.debugf(e, "A checkpoint of run %d", row.id());
            return Optional.empty();
        }
    }
}
