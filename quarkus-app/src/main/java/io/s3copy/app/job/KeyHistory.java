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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.RunRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** What the kept runs of a job did with one object, as their reports have it. Blocks while it reads them. */
@ApplicationScoped
public class KeyHistory {

    private static final Logger LOG = Logger.getLogger(KeyHistory.class);

    private final Configuration configuration;
    private final Jobs jobs;

    KeyHistory(Configuration configuration, Jobs jobs) {
        this.configuration = configuration;
        this.jobs = jobs;
    }

    /**
     * What one run did.
     *
     * @param row as its report has it
     */
    public record Entry(RunRow run, JsonNode row) {}

    /**
     * What is known, the newest run first.
     *
     * @param searched how many runs were looked at
     * @param whole whether the reports of all of these name each object; otherwise a run that is not here may have copied it
     */
    public record Found(List<Entry> entries, int searched, boolean whole) {}

    /**
     * Looks a key up, in the reports of a job and of its parts.
     *
     * @param key at the source or at the destination
     * @param limit so many entries at most
     * @throws RefusedException if there is no such job
     */
    public Found of(String job, String key, int limit) {
        List<RunRow> runs = new ArrayList<>();
        jobs.runs(job, Long.MAX_VALUE, configuration.keepRuns()).forEach(run -> runs.add(run.row()));
        for (JobSpec part : configuration.jobs().values()) {
            if (job.equals(part.partOf())) {
                jobs.runs(part.name(), Long.MAX_VALUE, configuration.keepRuns()).forEach(run -> runs.add(run.row()));
            }
        }
        runs.sort(Comparator.comparing(RunRow::id).reversed());
        List<Entry> entries = new ArrayList<>();
        int searched = 0;
        boolean whole = true;
        for (RunRow run : runs) {
            if (entries.size() >= limit) {
                break;
            }
            searched++;
            whole &= namesAll(run);
            List<Entry> ofRun = new ArrayList<>();
            try {
                jobs.report(run.id()).eachOf(key, row -> ofRun.add(new Entry(run, row)));
            } catch (UncheckedIOException e) {
                LOG.warnf("The report of run %d cannot be read: %s", run.id(), e.getMessage());
                whole = false;
            }
            entries.addAll(ofRun.subList(0, Math.min(ofRun.size(), limit - entries.size())));
        }
        return new Found(entries, searched, whole);
    }

    /**
     * Copies by events are in no report, and those of a run under way not yet. The job may have had another scope when the run began:
     * then this is wrong, and nothing depends on it but a hint.
     */
    private boolean namesAll(RunRow run) {
        JobSpec job = configuration.jobs().get(run.job());
        return job != null
                && job.kind() != JobKind.REPLICATE
                && run.state().isEnded()
                && "all".equals(job.options().get("reportScope"));
    }
}
