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
package io.s3copy.app.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.http.HttpServer;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.job.JobTotals;
import io.s3copy.app.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.CamelContext;
import org.eclipse.microprofile.config.Config;

/** Shows machines how the service stands: its meters, those of Camel's components, and what its health is. */
@ApplicationScoped
public class Operations {

    /** No name of a job has such characters. */
    private static final String PULSE = "(database)";

    /** The name by which Camel's components look for it. */
    private static final String METERS_OF_CAMEL = "metricsRegistry";

    private final CamelContext camel;
    private final MeterRegistry registry;
    private final Configuration configuration;
    private final Jobs jobs;
    private final JobTotals totals;
    private final DatabasePulse database;
    private final Scheduler scheduler;
    private final HttpServer http;
    private final Config config;

    Operations(
            CamelContext camel,
            MeterRegistry registry,
            Configuration configuration,
            Jobs jobs,
            JobTotals totals,
            DatabasePulse database,
            Scheduler scheduler,
            HttpServer http,
            Config config) {
        this.camel = camel;
        this.registry = registry;
        this.configuration = configuration;
        this.jobs = jobs;
        this.totals = totals;
        this.database = database;
        this.scheduler = scheduler;
        this.http = http;
        this.config = config;
    }

    /** Shows the meters of what Camel does: to be called before a job begins. */
    public void begin() {
        camel.getRegistry().bind(METERS_OF_CAMEL, MeterRegistry.class, registry);
    }

    /**
     * Shows how jobs and the database stand. To be called once jobs have begun: a counter that an earlier process counted would
     * otherwise begin at zero, and its return to what it was would look like an increase. Blocks until the database answers.
     */
    public void show() {
        configuration
                .jobs()
                .values()
                .forEach(job ->
                        new JobMeters(registry, job, () -> jobs.one(job.name()).run(), totals).show());
        Gauge.builder("s3copy.database.up", () -> database.isUp() ? 1 : 0)
                .description("1 while the database of runs answers")
                .register(registry);
        database.beat();
        scheduler
                .newJob(PULSE)
                .setInterval(DatabasePulse.PERIOD_SECONDS + "s")
                .setConcurrentExecution(Scheduled.ConcurrentExecution.SKIP)
                .setTask(tick -> database.beat())
                .schedule();
    }

    /** Where it is told. */
    public String address() {
        return ManagementUrl.of(config, http.getManagementPort());
    }
}
