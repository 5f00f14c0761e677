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
import io.s3copy.app.store.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.util.FileUtil;
import org.jboss.logging.Logger;

/** Forgets old runs, and their reports: a job that runs each minute would fill the disk. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final Configuration configuration;
    private final Runs runs;

    Retention(Configuration configuration, Runs runs) {
        this.configuration = configuration;
        this.runs = runs;
    }

    /** Forgets those of a job that are too old. The report goes first: a run without one is forgotten the next time. */
    void tidy(String job) {
        for (long run : runs.beyond(job, configuration.keepRuns())) {
            Path report = JobEndpoints.report(configuration, job, run);
            if (Files.exists(report)) {
                FileUtil.removeDir(report.toFile());
            }
            if (Files.exists(report)) {
                LOG.warnf("The report of run %d of job %s cannot be deleted: %s", run, job, report);
            } else {
                runs.delete(run);
            }
        }
    }
}
