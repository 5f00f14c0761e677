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
import io.s3copy.bulk.run.RunLimits;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.progress.BulkNotifier;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Futures;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ShutdownStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on many objects. An exchange is one run, which may take hours; when its route or the context stops, it writes down
 * what is done, and fails as one that can be resumed.
 */
final class BulkOperation implements ProducerOperation {

    private static final Logger LOG = LoggerFactory.getLogger(BulkOperation.class);

    /** Copies that are under way end by then, or are stopped; and what is done is written down. */
    private static final long STOP_SECONDS = 30;

    /** Of the time that Camel waits at a stop, half is left to those who write down what is done. */
    private static final long SHARE = 2;

    private final BulkRuns runs;
    private final OperationSetup setup;
    private final CopyRequest options;
    private final StoppingContext stopping;
    private final Runnable stop;
    private final BulkNotifier notifier;
    private final Set<String> jobs;
    private final Set<Going> going = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** Those that somebody changed since the endpoint was started. */
    private volatile RunLimits limits = RunLimits.NONE;

    private BulkOperation(BulkRuns runs, OperationSetup setup) {
        this.runs = runs;
        this.setup = setup;
        this.options = setup.binding().options();
        this.jobs = setup.shared().runningJobs();
        this.stopping = setup.shared().stopping();
        this.notifier = new BulkNotifier(setup.endpoint());
        this.stop = this::stop;
        stopping.add(stop);
    }

    static BulkOperation open(OperationSetup setup) throws Exception {
        return new BulkOperation(BulkRuns.open(setup), setup);
    }

    /** What goes on for one exchange: a run in the making, or one that is under way. */
    private static final class Going {
        private final RunCalls calls;
        private final long patience;
        private final CompletableFuture<Void> told = new CompletableFuture<>();

        @GuardedBy("this")
        private @Nullable Run run;

        @GuardedBy("this")
        private boolean stopped;

        private Going(RunCalls calls, long patience) {
            this.calls = calls;
            this.patience = patience;
        }

        private synchronized void limit(RunLimits limits) {
            if (run != null) {
                limits.hold(run.admission());
            }
        }

        /** From here on it is a run, which was started. */
        private void begun(Run started) {
            boolean late;
            synchronized (this) {
                run = started;
                late = stopped;
            }
            if (late) {
                started.stop();
            }
        }

        private void stop() {
            Run begun;
            synchronized (this) {
                stopped = true;
                begun = run;
            }
            if (begun != null) {
                begun.stop();
            }
            calls.hurry(patience);
        }
    }

    /** After so long at a stop, copies that are under way are ended. */
    private long patience() {
        ShutdownStrategy camel = setup.camel().getShutdownStrategy();
        return camel.getTimeUnit().toMillis(camel.getTimeout()) / SHARE;
    }

    @Override
    public Asked read(Exchange exchange) {
        return new Asked(options, () -> run(exchange).thenApply(result -> to -> ResultBinding.apply(result, to)));
    }

    private CompletableFuture<BulkResult> run(Exchange exchange) {
        Going one = new Going(runs.calls(), patience());
        going.add(one);
        if (stopped) {
            // it came while the others were told
            one.stop();
        }
        Runnable forget = setup.shared().stoppingRoutes().tell(exchange, one::stop);
        CompletableFuture<BulkResult> end = CompletableFuture.supplyAsync(
                        () -> runs.of(exchange, one.calls), runs.blocking())
                .thenCompose(made -> begin(made, one));
        CompletableFuture<BulkResult> answer = new CompletableFuture<>();
        Futures.whenDone(end, (result, failure) -> {
            forget.run();
            one.calls.ended();
            going.remove(one);
            // the exchange first: whoever closes this waits until it has its answer
            if (failure == null) {
                answer.complete(result);
            } else {
                answer.completeExceptionally(failure);
            }
            one.told.complete(null);
        });
        return answer;
    }

    private CompletableFuture<BulkResult> begin(BulkRuns.Made made, Going one) {
        Run run = made.run();
        if (!jobs.add(made.key())) {
            return CompletableFuture.failedFuture(new CopyStoppedException(
                    "the same job is running already; two at once would do its work twice. Wait until it has ended"));
        }
        notifier.begun(run, runs.timer());
        runs.meters().begun(run);
        CompletableFuture<BulkResult> end = started(run);
        one.begun(run);
        // they may have been changed while it was made
        one.limit(limits);
        return Futures.afterEnd(end, (result, failure) -> {
            notifier.ended(run);
            runs.meters().ended(run, failure);
            jobs.remove(made.key());
            return end;
        });
    }

    /** Whatever keeps a run from its start ends it: otherwise its job could never run again. */
    private static CompletableFuture<BulkResult> started(Run run) {
        try {
            return run.start();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public synchronized void limit(RunLimits changed) {
        Integer atOnce = changed.atOnce();
        int most = setup.configuration().getMaxPending();
        if (atOnce != null && (atOnce < 1 || atOnce > most)) {
            // clients and windows are made for so many
            throw new InvalidParameterException(
                    "maxPending",
                    atOnce,
                    "while a run works it can be 1 to " + most + ", what the option maxPending of its endpoint says",
                    "Choose a number in between, or set the option and begin a new run");
        }
        refuseNegative("requestsPerSecond", changed.requestsPerSecond());
        refuseNegative("bytesPerSecond", changed.bytesPerSecond());
        limits = changed.over(limits);
        going.forEach(one -> one.limit(changed));
    }

    private static void refuseNegative(String what, @Nullable Long limit) {
        if (limit != null && limit < 0) {
            throw new InvalidParameterException(what, limit, "must be 0 or more", "Write 0 for no limit");
        }
    }

    private void stop() {
        stopped = true;
        going.forEach(Going::stop);
    }

    @Override
    public void close() {
        stopping.remove(stop);
        stop();
        List<Going> all = List.copyOf(going);
        await(all.stream()
                .map(one -> CompletableFuture.runAsync(one.calls::endCopies, runs.blocking()))
                .toArray(CompletableFuture[]::new));
        await(all.stream().map(one -> one.told).toArray(CompletableFuture[]::new));
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
