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

import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.engine.cleanup.CleanupSettings;
import io.s3copy.engine.cleanup.UploadCleaner;
import io.s3copy.engine.journal.Journaling;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;

/** Aborts abandoned uploads of the endpoint's bucket. A message only starts it; the options say what is aborted. */
final class CleanupOperation implements ProducerOperation {

    private final UploadCleaner cleaner;
    private final CopyRequest bucket;
    private final ScheduledExecutorService timer;
    private final ExecutorServiceManager executors;

    private CleanupOperation(
            UploadCleaner cleaner,
            CopyRequest bucket,
            ScheduledExecutorService timer,
            ExecutorServiceManager executors) {
        this.cleaner = cleaner;
        this.bucket = bucket;
        this.timer = timer;
        this.executors = executors;
    }

    static CleanupOperation open(OperationSetup setup) throws Exception {
        ExecutorServiceManager executors = setup.executors();
        Journaling journaling = setup.shared().journals().of(setup);
        CleanupSettings settings = CleanupOptions.read(setup.configuration());
        // last, as nothing ends it if another step fails
        ScheduledExecutorService timer = executors.newSingleThreadScheduledExecutor(setup.endpoint(), "S3CopyRetries");
        CopyRequest bucket = CleanupOptions.bucket(setup.binding().options());
        UploadCleaner cleaner = new UploadCleaner(
                setup.clients().destination(),
                journaling,
                settings,
                timer,
                Duration.ofMillis(setup.configuration().getRetryFor()),
                bucket,
                setup.traits());
        return new CleanupOperation(cleaner, bucket, timer, executors);
    }

    @Override
    public Asked read(Exchange exchange) {
        return new Asked(bucket, () -> cleaner.clean().thenApply(report -> to -> ResultBinding.apply(report, to)));
    }

    @Override
    public void close() {
        cleaner.close();
        executors.shutdownGraceful(timer);
    }
}
