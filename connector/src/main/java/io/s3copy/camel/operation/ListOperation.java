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

import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.ListedObjects;
import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.camel.ListingFilter;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.binding.ResultBinding;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;

/** Lists a bucket, to split: the body is an iterator that asks for the next page while the one before is worked on. */
final class ListOperation implements ProducerOperation {

    private final OperationSetup setup;
    private final CopyRequest options;
    private final Requests requests;
    private final ScheduledExecutorService timer;
    private final ExecutorServiceManager executors;

    private ListOperation(OperationSetup setup, Requests requests, ScheduledExecutorService timer) {
        this.setup = setup;
        this.options = setup.binding().options();
        this.requests = requests;
        this.timer = timer;
        this.executors = setup.executors();
    }

    static ListOperation open(OperationSetup setup) {
        S3CopyConfiguration configuration = setup.configuration();
        BulkSides.source(configuration, setup.binding().options());
        ScheduledExecutorService timer =
                setup.executors().newSingleThreadScheduledExecutor(setup.endpoint(), "S3CopyRetries");
        return new ListOperation(
                setup,
                BulkSides.requests(
                        new Retries(Duration.ofMillis(configuration.getRetryFor()), timer),
                        configuration.getLists(),
                        "a listing",
                        new RunRequests()),
                timer);
    }

    @Override
    public Asked read(Exchange exchange) {
        S3CopyConfiguration configuration = setup.configuration();
        ObjectFilter filter = ListingFilter.of(configuration, Instant.now());
        PrefixListing listing =
                BulkSides.source(configuration, options).source(setup.clients().source(), requests, options, false);
        return new Asked(options, () -> {
            CompletableFuture<ListedObjects> first = ListedObjects.begin(
                    listing,
                    listed -> CompletableFuture.completedFuture(listed.stream()
                            .filter(object -> filter.refusal(object).isEmpty())
                            .toList()));
            return first.thenApply(objects -> to -> {
                ResultBinding.clear(to);
                to.setBody(objects);
            });
        });
    }

    @Override
    public void close() {
        requests.end(() -> new CopyStoppedException("the endpoint was stopped"));
        executors.shutdown(timer);
    }
}
