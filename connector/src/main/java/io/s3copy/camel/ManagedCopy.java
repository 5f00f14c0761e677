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
package io.s3copy.camel;

import io.s3copy.camel.binding.EventSource;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.camel.progress.CopyEvents;
import io.s3copy.camel.progress.CopyMeters;
import io.s3copy.camel.progress.Measured;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.camel.Message;
import org.apache.camel.spi.ExecutorServiceManager;

/** A copy of any size, by the engine. */
final class ManagedCopy implements ProducerOperation {

    private final ObjectCopier copier;
    private final ScheduledExecutorService timer;
    private final ExecutorServiceManager executors;
    private final RequestWindows.Use window;
    private final CopyMeters.Use meters;
    private final StoppingContext stopping;
    private final Runnable hurry;

    private ManagedCopy(
            ObjectCopier copier,
            ScheduledExecutorService timer,
            ExecutorServiceManager executors,
            RequestWindows.Use window,
            CopyMeters.Use meters,
            StoppingContext stopping) {
        this.copier = copier;
        this.timer = timer;
        this.executors = executors;
        this.window = window;
        this.meters = meters;
        this.stopping = stopping;
        this.hurry = copier::hurry;
        stopping.add(hurry);
    }

    static ManagedCopy open(S3CopyEndpoint endpoint) throws Exception {
        Journaling journaling = endpoint.getComponent().journals().of(endpoint);
        ExecutorServiceManager executors = endpoint.getCamelContext().getExecutorServiceManager();
        ScheduledExecutorService timer = executors.newSingleThreadScheduledExecutor(endpoint, "S3CopyRetries");
        RequestWindows.Use window = endpoint.getComponent()
                .windows()
                .use(
                        endpoint.clients().destinationClient(),
                        endpoint.getBucketNameOrArn(),
                        endpoint.getConfiguration().getMaxPending());
        CopyMeters.Use meters = endpoint.getComponent()
                .measure(new Measured(endpoint.getBucketNameOrArn(), window.window(), endpoint.pending()::size));
        ObjectCopier copier = new ObjectCopier(
                endpoint.clients().destination(),
                endpoint.clients().source(),
                window.window(),
                timer,
                CopyOptions.read(endpoint.getConfiguration()),
                listener(endpoint, meters),
                journaling,
                endpoint.traits());
        return new ManagedCopy(
                copier,
                timer,
                executors,
                window,
                meters,
                endpoint.getComponent().stopping());
    }

    private static CopyListener listener(S3CopyEndpoint endpoint, CopyMeters.Use meters) {
        CopyListener own = endpoint.getConfiguration().getCopyListener();
        return CopyListener.of(List.of(
                meters.copies(), new CopyEvents(endpoint), endpoint.copyLog(), own == null ? CopyListener.NONE : own));
    }

    /** What makes the copies. */
    ObjectCopier copier() {
        return copier;
    }

    @Override
    public CompletableFuture<Consumer<Message>> begin(CopyRequest request, Message message) {
        return copier.copy(request, EventSource.known(message, request))
                .thenApply(result -> to -> ResultBinding.apply(result, to));
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
