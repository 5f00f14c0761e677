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
import io.s3copy.app.store.Runs;
import io.s3copy.bulk.BulkResult;
import io.s3copy.camel.S3CopyEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
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
        private final Teller teller;
        private volatile @Nullable S3CopyEndpoint endpoint;
        private volatile @Nullable AsyncProducer producer;

        private BulkWork(Execution execution, Teller teller) {
            this.execution = execution;
            this.teller = teller;
        }

        @Override
        public void begin() throws Exception {
            long run = execution.row().id();
            // a checkpoint is written before anything of a report
            if (execution.row().attempts() == 1 || runs.checkpoints(run).isEmpty()) {
                endpoints.putAside(execution.job(), configuration, run);
            }
            S3CopyEndpoint own = endpoints.endpoint(
                    execution.job(), configuration, run, execution.row().retry());
            endpoint = own;
            listener.watch(own, execution, teller);
            own.start();
            AsyncProducer begun = own.createAsyncProducer();
            producer = begun;
            begun.start();
            Exchange exchange = own.createExchange();
            begun.process(exchange, sync -> threads.execute(() -> answered(exchange)));
        }

        private void answered(Exchange exchange) {
            RunEnd end;
            try {
                Exception failure = exchange.getException();
                end = failure == null
                        ? RunEnd.of(execution.job(), exchange.getMessage().getBody(BulkResult.class))
                        : RunEnd.of(failure, execution.isCancelled(), execution.isStopping());
            } catch (Throwable e) {
                end = RunEnd.of(e, execution.isCancelled(), execution.isStopping());
            }
            teller.ended(end);
        }

        /** Closing the endpoint stops its run, and waits until what is done is written down. */
        @Override
        public void stop() {
            S3CopyEndpoint own = endpoint;
            if (own != null) {
                threads.execute(own::stop);
            }
        }

        @Override
        public void close() {
            S3CopyEndpoint own = endpoint;
            if (own == null) {
                return;
            }
            listener.forget(own);
            try {
                AsyncProducer begun = producer;
                if (begun != null) {
                    begun.stop();
                }
                own.stop();
                own.shutdown();
                // the context would keep one for each run that there was
                camel.removeService(own.getConfiguration().getCheckpointRepository());
            } catch (Exception e) {
                LOG.warn("The endpoint of a run did not close", e);
            }
        }
    }
}
