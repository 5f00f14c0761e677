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
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.app.store.StoreException;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.BulkProgress;
import io.s3copy.bulk.run.DeletionRefusedException;
import io.s3copy.bulk.run.RunLimits;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.engine.cleanup.CleanupReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs that are one operation of the component: one exchange with an endpoint of their own. */
@ApplicationScoped
class BulkWorks implements WorkSource {

    private static final Logger LOG = Logger.getLogger(BulkWorks.class);

    private final CamelContext camel;
    private final Configuration configuration;
    private final JobEndpoints endpoints;
    private final Runs runs;
    private final RunThreads threads;
    private final ProgressListener listener = new ProgressListener();

    BulkWorks(CamelContext camel, Configuration configuration, JobEndpoints endpoints, Runs runs, RunThreads threads) {
        this.camel = camel;
        this.configuration = configuration;
        this.endpoints = endpoints;
        this.runs = runs;
        this.threads = threads;
    }

    /** Hears of progress from now on. */
    void open() {
        listener.start();
        camel.getManagementStrategy().addEventNotifier(listener);
    }

    @Override
    public boolean makes(JobKind kind) {
        return kind.operation() != null;
    }

    @Override
    public Work work(Execution execution, Teller teller) {
        return new BulkWork(execution, teller);
    }

    private final class BulkWork implements Work {

        private final Execution execution;
        private final JobSpec job;
        private final Teller teller;
        private volatile @Nullable Exchanging now;

        private BulkWork(Execution execution, Teller teller) {
            this.execution = execution;
            this.job = execution.job();
            this.teller = teller;
        }

        @Override
        public void begin() throws Exception {
            long run = execution.row().id();
            Plan plan = plan();
            // a checkpoint is written before anything of a report, and a plan before both
            if (execution.row().attempts() == 1
                    || (plan == null && runs.checkpoints(run).isEmpty())) {
                endpoints.putAside(job, configuration, run);
            }
            if (job.confirm() == null || (plan != null && plan.confirmed())) {
                beginRun();
            } else {
                S3CopyEndpoint dry =
                        endpoints.plan(job, configuration, run, execution.row().retry());
                begin(dry, execution::planning, this::planned);
            }
        }

        /** What was counted, if it was of the job as it is now; otherwise null. */
        private @Nullable Plan plan() {
            Plan counted = execution.progress().plan();
            return counted == null || !counted.isOf(job) ? null : counted;
        }

        private void beginRun() throws Exception {
            S3CopyEndpoint own = endpoints.endpoint(
                    job, configuration, execution.row().id(), execution.row().retry());
            Plan plan = plan();
            if (plan != null && own.getConfiguration().isDelete()) {
                // what came to be deleted since was not in what somebody confirmed, or nobody had to
                own.getConfiguration()
                        .setMaxDelete(Plan.limit(own.getConfiguration())
                                .atMost(plan.deletes())
                                .toString());
            }
            begin(own, progress -> execution.heard(progress, System.nanoTime()), this::answered);
        }

        private void begin(S3CopyEndpoint endpoint, Consumer<BulkProgress> hears, Consumer<Exchange> answered)
                throws Exception {
            Exchanging next = new Exchanging(endpoint);
            // whatever fails from here on, it is closed
            now = next;
            next.begin(hears, answered);
            synchronized (this) {
                if (!execution.limits().equals(RunLimits.NONE)) {
                    // they were changed while it was planned, or before it rested
                    endpoint.limit(execution.limits());
                }
            }
        }

        /** What the run would do is known: it waits for a yes, or does it. */
        private void planned(Exchange exchange) {
            try {
                Exception failure = exchange.getException();
                if (failure != null || execution.isStopping()) {
                    teller.ended(RunEnd.ofPlan(failure, execution.isCancelled(), execution.isStopping()));
                    return;
                }
                BulkResult counted = exchange.getMessage().getBody(BulkResult.class);
                Plan plan = Plan.of(Objects.requireNonNull(counted.estimate(), "a dry run estimates"), job);
                String question =
                        plan.question(Objects.requireNonNull(now).endpoint.getConfiguration());
                close();
                long unknown = counted.counts().objects(What.FAILED);
                if (unknown > 0 || execution.isStopping()) {
                    // closing takes its time, in which somebody may have asked for an end
                    teller.ended(RunEnd.ofPlan(
                            new IllegalStateException(unknown
                                    + " objects could not be looked at: the report in the folder" + " plan names them"),
                            execution.isCancelled(),
                            execution.isStopping()));
                    return;
                }
                if (Objects.requireNonNull(job.confirm()).asks(plan.objects(), plan.deletes())) {
                    execution.planned(plan);
                    teller.ended(new RunEnd(RunState.WAITING, question, null));
                    return;
                }
                execution.planned(plan.asConfirmed());
                awaitWritten();
                beginRun();
                if (execution.isStopping()) {
                    stop();
                }
            } catch (Throwable e) {
                teller.ended(RunEnd.of(e, execution.isCancelled(), execution.isStopping()));
            }
        }

        /** What allows a run to begin is in the database before it does, though that be away for a while. */
        private void awaitWritten() {
            while (true) {
                try {
                    teller.written();
                    return;
                } catch (StoreException e) {
                    if (!e.isPassing() || execution.isStopping()) {
                        throw e;
                    }
                }
            }
        }

        private void answered(Exchange exchange) {
            RunEnd end;
            try {
                Exception failure = exchange.getException();
                end = failure == null
                        ? ended(exchange.getMessage())
                        : RunEnd.of(failure, execution.isCancelled(), execution.isStopping());
            } catch (Throwable e) {
                end = RunEnd.of(e, execution.isCancelled(), execution.isStopping());
            }
            Plan plan = plan();
            boolean refused = exchange.getException() instanceof DeletionRefusedException;
            teller.ended(
                    plan == null || !refused
                            ? end
                            : end.andThat("Before it began, " + plan.deletes()
                                    + " were counted: more is not deleted. Begin a new run, which counts anew"));
        }

        @Override
        public synchronized void limit(RunLimits changed) {
            Exchanging under = now;
            if (under == null) {
                throw new IllegalStateException("it has not begun, or has just ended");
            }
            under.endpoint.limit(changed);
            execution.limit(changed);
        }

        private RunEnd ended(Message answer) throws IOException {
            if (job.kind() != JobKind.CLEANUP) {
                return RunEnd.of(job, answer.getBody(BulkResult.class));
            }
            Cleaned cleaned = new Cleaned(answer.getBody(CleanupReport.class));
            execution.progress(RunProgress.of(cleaned.outcomes()));
            cleaned.write(JobEndpoints.report(
                    configuration, job.name(), execution.row().id()));
            return cleaned.end();
        }

        /** Closing the endpoint stops its run, and waits until what is done is written down. */
        @Override
        public void stop() {
            Exchanging under = now;
            if (under != null) {
                threads.execute(under::stop);
            }
        }

        @Override
        public void close() {
            Exchanging under = now;
            now = null;
            if (under != null) {
                under.close();
            }
        }

        /** One exchange with an endpoint of its own. */
        private final class Exchanging {

            private final S3CopyEndpoint endpoint;
            private volatile @Nullable AsyncProducer producer;

            private Exchanging(S3CopyEndpoint endpoint) {
                this.endpoint = endpoint;
            }

            private void begin(Consumer<BulkProgress> hears, Consumer<Exchange> answered) throws Exception {
                listener.watch(endpoint, progress -> {
                    hears.accept(progress);
                    teller.progress();
                });
                endpoint.start();
                AsyncProducer begun = endpoint.createAsyncProducer();
                producer = begun;
                begun.start();
                Exchange exchange = endpoint.createExchange();
                begun.process(exchange, sync -> threads.execute(() -> answered.accept(exchange)));
            }

            private void stop() {
                endpoint.stop();
            }

            private void close() {
                listener.forget(endpoint);
                try {
                    AsyncProducer begun = producer;
                    if (begun != null) {
                        begun.stop();
                    }
                    endpoint.stop();
                    endpoint.shutdown();
                    // the context would keep one for each run that there was
                    camel.removeService(endpoint.getConfiguration().getCheckpointRepository());
                } catch (Exception e) {
                    LOG.warn("The endpoint of a run did not close", e);
                }
            }
        }
    }
}
