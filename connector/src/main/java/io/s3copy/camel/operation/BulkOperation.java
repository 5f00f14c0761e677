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
package io.s3copy.camel.operation;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.Run;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.progress.BulkNotifier;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Futures;
import io.s3copy.parameter.CopyRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on many objects. An exchange is one run, which may take hours; when the context stops, it writes down what is done,
 * and fails as one that can be resumed.
 */
final class BulkOperation implements ProducerOperation {

    private static final Logger LOG = LoggerFactory.getLogger(BulkOperation.class);

    /** Copies that are under way end by then, or are stopped; and what is done is written down. */
    private static final long STOP_SECONDS = 30;

    private final BulkRuns runs;
    private final CopyRequest options;
    private final StoppingContext stopping;
    private final Runnable stop;
    private final BulkNotifier notifier;
    private final Set<String> jobs;

    @GuardedBy("this")
    private final Map<Run, CompletableFuture<Void>> running = new HashMap<>();

    @GuardedBy("this")
    private boolean stopped;

    private BulkOperation(
            BulkRuns runs, CopyRequest options, StoppingContext stopping, BulkNotifier notifier, Set<String> jobs) {
        this.jobs = jobs;
        this.runs = runs;
        this.options = options;
        this.stopping = stopping;
        this.notifier = notifier;
        this.stop = this::stop;
        stopping.add(stop);
    }

    static BulkOperation open(OperationSetup setup) throws Exception {
        return new BulkOperation(
                BulkRuns.open(setup),
                setup.binding().options(),
                setup.shared().stopping(),
                new BulkNotifier(setup.endpoint()),
                setup.shared().runningJobs());
    }

    @Override
    public Asked read(Exchange exchange) {
        return new Asked(
                options,
                () -> CompletableFuture.supplyAsync(() -> runs.of(exchange), runs.blocking())
                        .thenCompose(this::begin)
                        .thenApply(result -> to -> ResultBinding.apply(result, to)));
    }

    private CompletableFuture<BulkResult> begin(BulkRuns.Begun begun) {
        Run run = begun.run();
        CompletableFuture<BulkResult> answer = new CompletableFuture<>();
        CompletableFuture<Void> told = new CompletableFuture<>();
        boolean late;
        synchronized (this) {
            running.put(run, told);
            late = stopped;
        }
        if (!jobs.add(begun.key())) {
            synchronized (this) {
                running.remove(run);
            }
            begun.ended().run();
            return CompletableFuture.failedFuture(new CopyStoppedException(
                    "the same job is running already; two at once would do its work twice. Wait until it has ended"));
        }
        notifier.begun(run, runs.timer());
        Futures.whenDone(started(run), (result, failure) -> {
            notifier.ended(run);
            jobs.remove(begun.key());
            begun.ended().run();
            synchronized (this) {
                running.remove(run);
            }
            // the exchange first: whoever closes this waits until it has its answer
            if (failure == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(failure);
            }
            told.complete(null);
        });
        if (late) {
            run.stop();
        }
        return answer;
    }

    /** Whatever keeps a run from its start ends it: otherwise its job could never run again. */
    private static CompletableFuture<BulkResult> started(Run run) {
        try {
            return run.start();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void stop() {
        List<Run> all;
        synchronized (this) {
            stopped = true;
            all = List.copyOf(running.keySet());
        }
        all.forEach(Run::stop);
        if (!all.isEmpty()) {
            runs.hurry();
        }
    }

    @Override
    public void close() {
        stopping.remove(stop);
        CompletableFuture<?>[] ends;
        synchronized (this) {
            ends = running.values().toArray(CompletableFuture[]::new);
        }
        stop();
        runs.closeCopier();
        await(ends);
        runs.close();
    }

    private static void await(CompletableFuture<?>[] ends) {
        try {
            CompletableFuture.allOf(ends).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("A run was stopped", e.getCause());
        } catch (TimeoutException e) {
            LOG.warn(
                    "{} runs did not write down in {} s what is done: what was done since the last checkpoint is repeated",
                    ends.length,
                    STOP_SECONDS);
        }
    }
}
