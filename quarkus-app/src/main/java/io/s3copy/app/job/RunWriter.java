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
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Writes down how runs stand. Whoever calls it holds {@link Execution#writing()}, but for {@link #heard}: no state is overtaken
 * by counts.
 */
@ApplicationScoped
class RunWriter {

    private static final Logger LOG = Logger.getLogger(RunWriter.class);

    private final Runs runs;
    private final ProgressJson json;
    private final RunThreads threads;
    private final JobTotals totals;

    RunWriter(Runs runs, ProgressJson json, RunThreads threads, JobTotals totals) {
        this.runs = runs;
        this.json = json;
        this.threads = threads;
        this.totals = totals;
    }

    /** Called for every progress of every run, on a thread of the component: the database is not its business. */
    void heard(Execution execution) {
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

    /** Its row with the counts that are known now. */
    RunRow counted(Execution execution) {
        RunProgress progress = execution.progress();
        return execution.row().with(progress.objects(), progress.bytesCopied(), json.write(progress));
    }

    /** The memory first, which the page shows. What could not be written down was not done, and may be asked for again. */
    void save(Execution execution, RunRow row) {
        RunRow before = execution.row();
        execution.row(row);
        try {
            runs.save(row);
        } catch (StoreException e) {
            execution.row(before);
            throw e;
        }
    }

    /** Lets it be in another state. What cannot be written down now is written down with its counts. */
    void moves(Execution execution, RunState state, String message) {
        RunRow row = counted(execution).with(state, null, message);
        execution.row(row);
        try {
            runs.save(row);
        } catch (StoreException e) {
            LOG.warn("How a run stands could not be written down, and will be with its counts", e);
        }
    }
}
