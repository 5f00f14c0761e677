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

import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.engine.cleanup.UploadCleaner;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.ExecutorServiceManager;

/** Ends incomplete uploads of the endpoint's bucket. A message only starts it: what is aborted, the options say. */
final class UploadCleanup implements ProducerOperation {

    private final UploadCleaner cleaner;
    private final ScheduledExecutorService timer;
    private final ExecutorServiceManager executors;

    private UploadCleanup(UploadCleaner cleaner, ScheduledExecutorService timer, ExecutorServiceManager executors) {
        this.cleaner = cleaner;
        this.timer = timer;
        this.executors = executors;
    }

    static UploadCleanup open(S3CopyEndpoint endpoint) throws Exception {
        ExecutorServiceManager executors = endpoint.getCamelContext().getExecutorServiceManager();
        ScheduledExecutorService timer = executors.newSingleThreadScheduledExecutor(endpoint, "S3CopyRetries");
        UploadCleaner cleaner = new UploadCleaner(
                endpoint.clients().destination(),
                endpoint.getComponent().journals().of(endpoint),
                CleanupOptions.read(endpoint.getConfiguration()),
                timer,
                Duration.ofMillis(endpoint.getConfiguration().getRetryFor()),
                CleanupOptions.bucket(endpoint.binding().options()),
                endpoint.traits());
        return new UploadCleanup(cleaner, timer, executors);
    }

    @Override
    public Asked read(S3CopyEndpoint endpoint, Exchange exchange) {
        CopyRequest request = CleanupOptions.bucket(endpoint.binding().options());
        return new Asked(request, () -> begin(request, exchange.getMessage()));
    }

    @Override
    public CompletableFuture<Consumer<Message>> begin(CopyRequest request, Message message) {
        return cleaner.clean().thenApply(report -> to -> ResultBinding.apply(report, to));
    }

    @Override
    public void close() {
        cleaner.close();
        executors.shutdownGraceful(timer);
    }
}
