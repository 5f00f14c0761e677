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

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.store.RunCause;
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.StoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;

/** What begins without an operator: what the last process left, what starts with the process, and what falls due. */
@ApplicationScoped
public class Schedules {

    private static final Logger LOG = Logger.getLogger(Schedules.class);

    /** No name of a job has such characters. */
    private static final String PAUSES = "(pauses)";

    private final Configuration configuration;
    private final JobEndpoints endpoints;
    private final Jobs jobs;
    private final BulkWorks works;
    private final LastProcess lastProcess;
    private final LatestRuns latest;
    private final Readiness readiness;
    private final Scheduler scheduler;

    Schedules(
            Configuration configuration,
            JobEndpoints endpoints,
            Jobs jobs,
            BulkWorks works,
            LastProcess lastProcess,
            LatestRuns latest,
            Readiness readiness,
            Scheduler scheduler) {
        this.configuration = configuration;
        this.endpoints = endpoints;
        this.jobs = jobs;
        this.works = works;
        this.lastProcess = lastProcess;
        this.latest = latest;
        this.readiness = readiness;
        this.scheduler = scheduler;
    }

    /** Checks all jobs, before anything is opened that others see. */
    public void check() {
        endpoints.check(configuration);
    }

    /** Goes on with what the last process left, starts what starts with the process, and schedules the rest. */
    public void begin() {
        works.open();
        // what worked goes on before what waited for its turn
        List<RunRow> left = new ArrayList<>(lastProcess.left());
        left.sort(Comparator.comparing(row -> row.state() == RunState.SCHEDULED));
        left.forEach(row -> {
            LOG.infof("Job %s: run %d goes on where the last process left it", row.job(), row.id());
            jobs.goOn(jobs.spec(row.job()), row);
        });
        configuration.jobs().values().forEach(this::begin);
        scheduler
                .newJob(PAUSES)
                .setInterval("1s")
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(tick -> jobs.resumeDue(Instant.now()))
                .schedule();
        readiness.begun();
    }

    private void begin(JobSpec job) {
        latest.remember(job);
        if (job.atStart() && !latest.isRunning(job.name())) {
            jobs.start(job.name(), RunCause.START, null);
        }
        if (job.cron() != null) {
            scheduler
                    .newJob(job.name())
                    .setCron(job.cron())
                    .setTask(due -> startDue(job))
                    .schedule();
        }
    }

    private void startDue(JobSpec job) {
        try {
            String whole = job.partOf();
            if (whole != null && !latest.isRunning(whole)) {
                // nothing is followed that could have been missed
                return;
            }
            jobs.start(job.name(), RunCause.SCHEDULE, null);
        } catch (RefusedException | StoreException e) {
            LOG.warnf("Job %s was due, and is left out this time: %s", job.name(), e.getMessage());
        }
    }
}
