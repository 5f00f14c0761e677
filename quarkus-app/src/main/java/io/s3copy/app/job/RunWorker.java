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
import io.s3copy.app.store.RunRow;
import io.s3copy.app.store.RunState;
import io.s3copy.app.store.Runs;
import io.s3copy.bulk.BulkResult;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.text.Printable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Carries runs out, each by an endpoint of its own, and writes down how they stand. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    /** The component itself gives up after 30 s. */
    private static final long STOP_SECONDS = 60;

    private final CamelContext camel;
    private final Configuration configuration;
    private final JobEndpoints endpoints;
    private final Runs runs;
    private final ProgressJson json;
    private final Retention retention;
    private final ProgressListener listener;
    private final ExecutorService threads;

    RunWorker(
            CamelContext camel,
            Configuration configuration,
            JobEndpoints endpoints,
            Runs runs,
            ProgressJson json,
            Retention retention) {
        this.camel = camel;
        this.configuration = configuration;
        this.endpoints = endpoints;
        this.runs = runs;
        this.json = json;
        this.retention = retention;
        this.listener = new ProgressListener(this::heard);
        // threads come and go with runs: each waits for S3, the database or the disk. Not Camel's: it ends its own
        // first
        this.threads = Executors.newCachedThreadPool(RunWorker::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "s3copy-run");
        thread.setDaemon(true);
        return thread;
    }

    void open() {
        listener.start();
        camel.getManagementStrategy().addEventNotifier(listener);
    }

    void execute(Execution execution) {
        RunRow row = execution.row();
        LOG.infof("Job %s: run %d begins, attempt %d", row.job(), row.id(), row.attempts());
        try {
            threads.execute(() -> begin(execution));
        } catch (Throwable e) {
            // without a thread, too, the run has an end
            ended(execution, RunEnd.of(e, execution.isCancelled(), execution.isStopping()), () -> {});
        }
    }

    private void begin(Execution execution) {
        S3CopyEndpoint endpoint;
        try {
            if (execution.row().attempts() == 1) {
                endpoints.putAside(
                        execution.job(), configuration, execution.row().id());
            }
            endpoint = endpoints.endpoint(
                    execution.job(), configuration, execution.row().id());
        } catch (Throwable e) {
            ended(execution, RunEnd.of(e, execution.isCancelled(), execution.isStopping()), () -> {});
            return;
        }
        try {
            listener.watch(endpoint, execution);
            endpoint.start();
            AsyncProducer producer = endpoint.createAsyncProducer();
            producer.start();
            Exchange exchange = endpoint.createExchange();
            producer.process(
                    exchange, sync -> threads.execute(() -> answered(execution, endpoint, producer, exchange)));
            // closing the endpoint stops its run, and waits until what is done is written down
            if (execution.stoppedBy(() -> threads.execute(endpoint::stop))) {
                threads.execute(endpoint::stop);
            }
        } catch (Throwable e) {
            // an Error, too, ends the run: nobody else would
            listener.forget(endpoint);
            ended(execution, RunEnd.of(e, execution.isCancelled(), execution.isStopping()), () -> close(endpoint));
        }
    }

    private void answered(Execution execution, S3CopyEndpoint endpoint, AsyncProducer producer, Exchange exchange) {
        RunEnd end;
        try {
            Exception failure = exchange.getException();
            end = failure == null
                    ? RunEnd.of(execution.job(), exchange.getMessage().getBody(BulkResult.class))
                    : RunEnd.of(failure, execution.isCancelled(), execution.isStopping());
        } catch (Throwable e) {
            end = RunEnd.of(e, execution.isCancelled(), execution.isStopping());
        }
        listener.forget(endpoint);
        ended(execution, end, () -> {
            producer.stop();
            close(endpoint);
        });
    }

    private void close(S3CopyEndpoint endpoint) {
        try {
            endpoint.stop();
            endpoint.shutdown();
            // the context would keep one for each run that there was
            camel.removeService(endpoint.getConfiguration().getCheckpointRepository());
        } catch (Exception e) {
            LOG.warn("The endpoint of a run did not close", e);
        }
    }

    /**
     * Writes the end down before anything is closed: whatever kills the process meanwhile, the run is not done again. In the
     * memory it ends once all is closed, so that the next run of the job does not meet this one.
     */
    private void ended(Execution execution, RunEnd end, Runnable close) {
        RunRow row = execution.row();
        try {
            synchronized (execution.writing()) {
                BulkResult result = end.result();
                execution.progress(
                        result == null
                                ? execution.progress().atRest()
                                : execution.progress().ended(result));
                Instant when = end.state() == RunState.INTERRUPTED ? null : Instant.now();
                row = counted(execution).with(end.state(), when, end.message());
                execution.over();
                runs.save(row);
            }
            if (end.state() == RunState.DONE || end.state() == RunState.WARNINGS) {
                runs.forgetCheckpoints(execution.job().name());
            }
            retention.tidy(execution.job().name());
        } catch (RuntimeException e) {
            LOG.error("What a run came to could not be written down", e);
        } finally {
            try {
                close.run();
            } finally {
                execution.row(row);
                LOG.infof(
                        "Job %s: run %d is %s%s",
                        row.job(),
                        row.id(),
                        row.state().text(),
                        row.message().isEmpty() ? "" : ". " + Printable.of(row.message()));
                execution.end().complete(row);
            }
        }
    }

    /** Called for every progress of every run, on a thread of the component: the database is not its business. */
    private void heard(Execution execution) {
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

    private RunRow counted(Execution execution) {
        RunProgress progress = execution.progress();
        return execution.row().with(progress.objects(), progress.bytesCopied(), json.write(progress));
    }

    /** The memory first, which the page shows. Whoever calls it is the one that writes: no state is overtaken by counts. */
    private void save(Execution execution, RunRow row) {
        execution.row(row);
        runs.save(row);
    }

    /** Asks a run to stop. False if it has ended meanwhile: its end stands. */
    boolean cancel(Execution execution) {
        synchronized (execution.writing()) {
            if (execution.isOver() || execution.row().state().isEnded()) {
                return false;
            }
            save(execution, execution.row().with(RunState.CANCELLING, null, ""));
        }
        stop(execution, true);
        return true;
    }

    private static void stop(Execution execution, boolean byOperator) {
        Runnable how = execution.stop(byOperator);
        if (how != null) {
            how.run();
        }
    }

    /** Stops them, and waits until what they did is written down. */
    void stopAll(List<Execution> executions) {
        List<Execution> underWay = executions.stream()
                .filter(execution -> !execution.row().state().isEnded())
                .toList();
        underWay.forEach(execution -> stop(execution, false));
        CompletableFuture<?>[] ends = underWay.stream().map(Execution::end).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Some runs did not write down in %d s what is done: that is repeated", STOP_SECONDS);
        }
    }
}
