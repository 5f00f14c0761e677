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

import io.s3copy.camel.EventMode;
import io.s3copy.camel.OnSystemic;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.binding.EventSource;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.event.AppliedEvents;
import io.s3copy.camel.event.EventActions;
import io.s3copy.camel.event.EventCopier;
import io.s3copy.camel.event.EventExchanges;
import io.s3copy.camel.event.EventHistory;
import io.s3copy.camel.event.EventOptions;
import io.s3copy.camel.event.EventPauses;
import io.s3copy.camel.event.LastSequencers;
import io.s3copy.camel.event.SystemicPauses;
import io.s3copy.camel.progress.EventMeters;
import io.s3copy.camel.progress.Meters;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.rule.PreparedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Service;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;

/** Copies the objects that the events in a message's body name: {@code bodyAs=events}. */
final class EventOperation implements ProducerOperation {

    private final OperationSetup setup;
    private final CopyOperation copy;
    private final EventCopier copier;
    private final EventExchanges exchanges;
    private final EventMeters.Use meters;
    private final Runnable end;

    private EventOperation(
            OperationSetup setup,
            CopyOperation copy,
            EventCopier copier,
            EventExchanges exchanges,
            EventMeters.Use meters,
            Runnable end) {
        this.setup = setup;
        this.copy = copy;
        this.copier = copier;
        this.exchanges = exchanges;
        this.meters = meters;
        this.end = end;
    }

    /**
     * Opens the events of an endpoint.
     *
     * @param copy closed with them, even if they do not open
     */
    static EventOperation open(OperationSetup setup, CopyOperation copy) throws Exception {
        List<ExecutorService> pools = new ArrayList<>();
        Runnable end = () -> pools.forEach(setup.executors()::shutdownGraceful);
        try {
            return open(setup, copy, pools, end);
        } catch (Exception e) {
            try {
                copy.close();
            } finally {
                end.run();
            }
            throw e;
        }
    }

    private static EventOperation open(
            OperationSetup setup, CopyOperation copy, List<ExecutorService> pools, Runnable end) throws Exception {
        S3CopyConfiguration configuration = setup.configuration();
        EventOptions options = EventOptions.read(configuration, setup.binding().options());
        ExecutorServiceManager executors = setup.executors();
        EventPauses pauses = EventPauses.none();
        if (configuration.getOnSystemic() == OnSystemic.pause) {
            ScheduledExecutorService timer =
                    executors.newSingleThreadScheduledExecutor(setup.endpoint(), "S3CopyPause");
            pools.add(timer);
            Duration limit = Duration.ofMillis(configuration.getPauseTimeout());
            // some places stay free for objects that are tried, to prove that others are copied
            int most = Math.max(1, configuration.getMaxPending() * 7 / 8);
            pauses = SystemicPauses.open(limit, most, setup.camel(), timer);
        }
        EventActions actions = new EventActions(options, copy.copier(), EventSource::known);
        EventCopier copier;
        if (configuration.getEventMode() == EventMode.history) {
            int size = executors.getDefaultThreadPoolProfile().getPoolSize();
            ExecutorService pool = executors.newFixedThreadPool(setup.endpoint(), "S3CopyEvents", size);
            pools.add(pool);
            copier = EventCopier.ofHistory(setup.shared().keyGate(), actions, history(setup, pool), pauses);
        } else {
            copier = EventCopier.ofStates(setup.shared().keyGate(), actions, pauses);
        }
        EventMeters.Use meters = setup.measured()
                ? Meters.of(setup.camel()).events().measure(setup.camel(), setup.bucket(), pauses::held)
                : EventMeters.UNMEASURED;
        EventExchanges exchanges = new EventExchanges(options, copier, meters::take);
        return new EventOperation(setup, copy, copier, exchanges, meters, end);
    }

    private static EventHistory history(OperationSetup setup, Executor pool) throws Exception {
        S3CopyConfiguration configuration = setup.configuration();
        IdempotentRepository seen = configuration.getIdempotentRepository();
        StateRepository<String, String> sequencers = configuration.getStateRepository();
        for (Service repository : new Service[] {seen, sequencers}) {
            if (repository != null) {
                // a bean may not have been started; Camel's own users of repositories start it, too
                setup.camel().addService(repository, true, true);
            }
        }
        Duration expiry = Duration.ofMillis(configuration.getEventExpiry());
        return new EventHistory(
                seen == null ? AppliedEvents.inMemory(expiry) : AppliedEvents.in(seen),
                sequencers == null ? LastSequencers.inMemory(expiry) : LastSequencers.in(sequencers),
                pool);
    }

    @Override
    public Asked read(Exchange exchange) {
        Function<ObjectEvent, PreparedRequest> binding = setup.binding().bindEvents(exchange);
        Supplier<CompletableFuture<Consumer<Message>>> begin = exchanges.read(exchange, event -> {
            PreparedRequest prepared = binding.apply(event);
            setup.clients().refuseUnsafe(prepared.request());
            return prepared;
        });
        return new Asked(
                setup.binding().options(),
                () -> begin.get().thenApply(finish -> message -> {
                    ResultBinding.clear(message);
                    finish.accept(message);
                }));
    }

    @Override
    public boolean isPaused() {
        return copier.isPaused();
    }

    @Override
    public void close() {
        copier.stop();
        copy.close();
        copier.close();
        meters.close();
        end.run();
    }
}
