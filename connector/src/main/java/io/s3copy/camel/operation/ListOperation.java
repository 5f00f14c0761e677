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
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
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
            CompletableFuture<ListedObjects> first =
                    ListedObjects.begin(listing, listed -> selected(listed, filter, listing.all()));
            return first.thenApply(objects -> to -> {
                ResultBinding.clear(to);
                to.setBody(objects);
            });
        });
    }

    private CompletableFuture<List<ListedObject>> selected(
            List<ListedObject> listed, ObjectFilter filter, ListQuery query) {
        List<ListedObject> some = listed.stream()
                .filter(object -> filter.refusal(object).isEmpty())
                .toList();
        if (!filter.needsTags()) {
            return CompletableFuture.completedFuture(some);
        }
        // all at once: the window lets so many be under way as may be
        List<CompletableFuture<Boolean>> wanted =
                some.stream().map(object -> hasTags(object, filter, query)).toList();
        return CompletableFuture.allOf(wanted.toArray(CompletableFuture[]::new))
                .thenApply(all -> IntStream.range(0, some.size())
                        .filter(at -> wanted.get(at).join())
                        .mapToObj(some::get)
                        .toList());
    }

    /** An object that is gone by now has none. */
    private CompletableFuture<Boolean> hasTags(ListedObject object, ObjectFilter filter, ListQuery query) {
        ObjectQuery asked = ObjectQuery.ofSource(options.toBuilder()
                        .set(CopyParameter.COPY_SOURCE_BUCKET, query.bucket())
                        .set(CopyParameter.COPY_SOURCE_KEY, object.key())
                        .build())
                .unconditional(null);
        return requests.send(() -> setup.clients().source().getObjectTagging(asked))
                .thenApply(tags -> filter.refusal(tags).isEmpty())
                .exceptionallyCompose(failure -> S3CallException.isMissing(failure)
                        ? CompletableFuture.completedFuture(false)
                        : CompletableFuture.failedFuture(failure));
    }

    @Override
    public void close() {
        requests.end(() -> new CopyStoppedException("the endpoint was stopped"));
        executors.shutdown(timer);
    }
}
