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
import io.s3copy.app.config.JobKind;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.config.SettingsException;
import io.s3copy.app.config.StoreSpec;
import io.s3copy.app.store.Retry;
import io.s3copy.app.store.Runs;
import io.s3copy.bulk.report.ReportFormat;
import io.s3copy.bulk.report.ReportSelection;
import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.camel.operation.BulkOptions;
import io.s3copy.camel.operation.CleanupOptions;
import io.s3copy.camel.operation.CopyOptions;
import io.s3copy.camel.operation.IgnoredOptions;
import io.s3copy.parameter.S3CopyException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the endpoint of each run. Keys and prefixes never become a part of a URI. */
@ApplicationScoped
public class JobEndpoints {

    private static final Logger LOG = Logger.getLogger(JobEndpoints.class);

    /** What is done again after a kill: the database is at hand, so a checkpoint costs little. */
    private static final long CHECKPOINT_PERIOD = 5_000;

    /** What only an operation that lists reads. */
    private static final Set<String> NOT_OF_MANIFESTS =
            Set.of("lists", "asOf", "compare", "delete", "maxDelete", "deleteTo");

    private final CamelContext camel;
    private final StoreComponents components;
    private final Runs runs;

    JobEndpoints(CamelContext camel, Runs runs) {
        this.camel = camel;
        this.components = new StoreComponents(camel);
        this.runs = runs;
    }

    /** The report of a run. */
    static Path report(Configuration configuration, String job, long run) {
        return configuration.data().resolve("reports").resolve(job).resolve(Long.toString(run));
    }

    /**
     * Puts aside what lies where the report of a new run is to lie. After a loss of the database, ids begin at 1 again, and
     * the report is that of another run.
     */
    void putAside(JobSpec job, Configuration configuration, long run) throws IOException {
        Path report = report(configuration, job.name(), run);
        if (Files.exists(report)) {
            Path aside = report;
            for (int i = 1; Files.exists(aside); i++) {
                aside = report.resolveSibling(run + "-of-before-" + i);
            }
            Files.move(report, aside);
            LOG.warnf(
                    "Job %s: the folder of run %d held the report of an older run. It is now %s",
                    job.name(), run, aside);
        }
    }

    /**
     * Checks the options of all jobs.
     *
     * @throws SettingsException if the component refuses some
     */
    void check(Configuration configuration) {
        List<String> mistakes = new ArrayList<>();
        configuration.jobs().forEach((name, job) -> {
            try {
                if (job.kind().operation() == null) {
                    // its parts are jobs of their own
                    CopyOptions.read(liveComponent(job).getConfiguration());
                    return;
                }
                S3CopyEndpoint endpoint = endpoint(job, configuration, 0);
                S3CopyConfiguration options = endpoint.getConfiguration();
                IgnoredOptions.refuse(options, endpoint.getComponent().getConfiguration());
                if (job.kind() == JobKind.CLEANUP) {
                    CleanupOptions.read(options);
                    return;
                }
                BulkOptions.check(options);
                CopyOptions.read(options);
            } catch (Exception e) {
                mistakes.add("s3copy.jobs." + name + ".options: " + reason(e));
            }
        });
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
    }

    /** The component's own words, which name option, value, rule and fix, where there are some. */
    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof S3CopyException || cause instanceof SettingsException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /**
     * The endpoint of one run, which is not started.
     *
     * @throws Exception if an option is wrong, or a secret cannot be read
     */
    S3CopyEndpoint endpoint(JobSpec job, Configuration configuration, long run) throws Exception {
        return endpoint(job, configuration, run, null);
    }

    /** The endpoint of a dry run, which counts what a run would do. Its own report is in the folder plan of the run's. */
    S3CopyEndpoint plan(JobSpec job, Configuration configuration, long run, @Nullable Retry retry) throws Exception {
        S3CopyEndpoint endpoint = endpoint(job, configuration, run, retry);
        S3CopyConfiguration own = endpoint.getConfiguration();
        own.setDryRun(true);
        own.setReport("file:" + report(configuration, job.name(), run).resolve("plan"));
        return endpoint;
    }

    /** The same of a run that takes up what another left to do. */
    S3CopyEndpoint endpoint(JobSpec job, Configuration configuration, long run, @Nullable Retry retry)
            throws Exception {
        if (job.kind() == JobKind.CLEANUP) {
            return cleanup(job);
        }
        Path manifest = report(configuration, job.name(), run).resolve("retry.jsonl");
        Map<String, String> options = new HashMap<>(job.options());
        if (retry != null) {
            RetryRules.write(
                    new RunReport(report(configuration, job.name(), retry.of())),
                    retry,
                    options.containsKey("asOf"),
                    manifest);
            options.keySet().removeAll(NOT_OF_MANIFESTS);
            options.put("manifest", "file:" + manifest);
            options.put("manifestFormat", "json-lines");
            options.put("manifestStatuses", RetryRules.statuses());
        }
        S3CopyEndpoint endpoint =
                components.endpoint(job.store(), job.destination().bucket(), options);
        S3CopyConfiguration own = endpoint.getConfiguration();
        boolean listed = own.getManifest() == null;
        StoreComponents.place(
                own,
                listed
                        ? S3CopyOperation.valueOf(
                                Objects.requireNonNull(job.kind().operation()))
                        : S3CopyOperation.copyManifest,
                job.source(),
                job.destination(),
                job.sourceRegion());
        if (!listed) {
            // the list names the keys
            own.setPrefix(null);
        }
        own.setReport("file:" + report(configuration, job.name(), run));
        own.setReportFormat(ReportFormat.json);
        if (!job.options().containsKey("reportScope")) {
            own.setReportScope(ReportSelection.failed);
        }
        own.setCheckpointRepository(runs.checkpoint(run));
        if (!job.options().containsKey("checkpointPeriod")) {
            own.setCheckpointPeriod(CHECKPOINT_PERIOD);
        }
        return endpoint;
    }

    private S3CopyEndpoint cleanup(JobSpec job) throws Exception {
        S3CopyEndpoint endpoint =
                components.endpoint(job.store(), job.destination().bucket(), new HashMap<>(job.options()));
        S3CopyConfiguration own = endpoint.getConfiguration();
        own.setOperation(S3CopyOperation.cleanup);
        own.setPrefix(
                job.destination().key().isEmpty() ? null : job.destination().key());
        return endpoint;
    }

    /**
     * An endpoint whose client asks about the source's bucket, where that is. It is started; whoever takes it stops it.
     *
     * @throws Exception if a secret cannot be read
     */
    public S3CopyEndpoint source(JobSpec job) throws Exception {
        StoreSpec store = job.store();
        StoreSpec there = job.sourceRegion() == null
                ? store
                : new StoreSpec(
                        store.name() + "-source",
                        store.endpoint(),
                        job.sourceRegion(),
                        store.pathStyle(),
                        store.keys());
        S3CopyEndpoint endpoint = components.endpoint(there, job.source().bucket(), Map.of());
        endpoint.getConfiguration().setOperation(S3CopyOperation.copy);
        endpoint.start();
        return endpoint;
    }

    /**
     * A component for the copies of a replication, which is not in the context: the job's options are its defaults, so that
     * routes need not name them.
     */
    public S3CopyComponent liveComponent(JobSpec job) {
        S3CopyConfiguration own = components.defaults(job.store());
        own.setSourceRegion(job.sourceRegion());
        PropertyBindingSupport.build()
                .withCamelContext(camel)
                .withTarget(own)
                .withProperties(new HashMap<>(job.eventOptions()))
                .withMandatory(true)
                .bind();
        S3CopyComponent component = new S3CopyComponent();
        component.setCamelContext(camel);
        component.setConfiguration(own);
        component.setMetricsEnabled(components.isMeasured());
        return component;
    }
}
