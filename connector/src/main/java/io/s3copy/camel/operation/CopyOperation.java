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

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.binding.EventSource;
import io.s3copy.camel.binding.ExchangeBinding;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.client.S3Clients;
import io.s3copy.camel.progress.CopyMeters;
import io.s3copy.camel.progress.Measured;
import io.s3copy.camel.progress.Meters;
import io.s3copy.camel.progress.ProgressNotifier;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopySettings;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.rule.PreparedRequest;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;

/** A copy of any size, by the engine. */
final class CopyOperation implements ProducerOperation {

    private final ExchangeBinding binding;
    private final S3Clients clients;
    private final Function<CopyListener, ObjectCopier> copiers;
    private final ObjectCopier copier;
    private final ScheduledExecutorService timer;
    private final ExecutorServiceManager executors;
    private final RequestWindows.Use window;
    private final CopyMeters.Use meters;
    private final StoppingContext stopping;
    private final Runnable hurry;

    private CopyOperation(
            ExchangeBinding binding,
            S3Clients clients,
            Function<CopyListener, ObjectCopier> copiers,
            ScheduledExecutorService timer,
            ExecutorServiceManager executors,
            RequestWindows.Use window,
            CopyMeters.Use meters,
            StoppingContext stopping) {
        this.binding = binding;
        this.clients = clients;
        this.copiers = copiers;
        this.copier = copiers.apply(CopyListener.NONE);
        this.timer = timer;
        this.executors = executors;
        this.window = window;
        this.meters = meters;
        this.stopping = stopping;
        this.hurry = copier::hurry;
        stopping.add(hurry);
    }

    static CopyOperation open(OperationSetup setup) throws Exception {
        S3CopyConfiguration configuration = setup.configuration();
        Journaling journaling = setup.shared().journals().of(setup);
        ExecutorServiceManager executors = setup.executors();
        ScheduledExecutorService timer = executors.newSingleThreadScheduledExecutor(setup.endpoint(), "S3CopyRetries");
        RequestWindows.Use window = setup.shared()
                .windows()
                .use(setup.clients().destinationClient(), setup.bucket(), configuration.getMaxPending());
        CopyMeters.Use meters = setup.measured()
                ? Meters.of(setup.camel())
                        .copies()
                        .measure(setup.camel(), new Measured(setup.bucket(), window.window(), setup.pending()))
                : CopyMeters.UNMEASURED;
        CopySettings settings = CopyOptions.read(configuration);
        return new CopyOperation(
                setup.binding(),
                setup.clients(),
                also -> ObjectCopier.builder(setup.clients().destination(), window.window(), timer, settings)
                        .source(setup.clients().source())
                        .listener(listener(setup, meters, also))
                        .journaling(journaling)
                        .traits(setup.traits())
                        .build(),
                timer,
                executors,
                window,
                meters,
                setup.shared().stopping());
    }

    private static CopyListener listener(OperationSetup setup, CopyMeters.Use meters, CopyListener also) {
        CopyListener own = setup.configuration().getCopyListener();
        return CopyListener.of(List.of(
                meters.copies(),
                new ProgressNotifier(setup.endpoint()),
                setup.log(),
                also,
                own == null ? CopyListener.NONE : own));
    }

    /** What makes the copies. */
    ObjectCopier copier() {
        return copier;
    }

    /** What limits their requests. */
    RequestWindow window() {
        return window.window();
    }

    /**
     * Another, which ends by itself. Whoever has it closes it before this.
     *
     * @param also hears of its copies, besides the endpoint's own listeners
     */
    ObjectCopier copier(CopyListener also) {
        return copiers.apply(also);
    }

    @Override
    public Asked read(Exchange exchange) {
        PreparedRequest prepared = binding.bind(exchange);
        CopyRequest request = prepared.request();
        clients.refuseUnsafe(request);
        KnownSource known = EventSource.known(exchange.getMessage(), request);
        return new Asked(
                request, () -> copier.copy(prepared, known).thenApply(result -> to -> ResultBinding.apply(result, to)));
    }

    @Override
    public void close() {
        stopping.remove(hurry);
        copier.close();
        executors.shutdownGraceful(timer);
        window.close();
        meters.close();
    }
}
