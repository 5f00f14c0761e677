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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.run.HeadLook;
import io.s3copy.bulk.run.Looks;
import io.s3copy.bulk.run.Outcomes;
import io.s3copy.bulk.run.RunRequests;
import io.s3copy.camel.S3Place;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.Origin;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an object at the destination of a sync, or moves it elsewhere, as long as it is the one that was listed. In a bucket
 * with versions it can be recovered.
 */
final class BulkDeletion {

    private final Looks.Side source;
    private final UnaryOperator<ListedObject> asSource;
    private final S3Calls destination;
    private final Requests requests;
    private final RunRequests counted;
    private final CopyRequest options;
    private final Outcomes outcomes;
    private final ServiceTraits traits;
    private final ObjectCopier copier;
    private final String prefix;
    private final @Nullable S3Place to;

    /**
     * Deletes.
     *
     * @param source looks at the source
     * @param asSource gives an object of the destination the key that it would have at the source
     * @param options what requests to the destination say
     * @param copier moves within the service of the destination; none of its policies leaves anything out
     * @param prefix of the keys of the destination
     * @param to where objects are moved instead, or null
     */
    BulkDeletion(
            Looks.Side source,
            UnaryOperator<ListedObject> asSource,
            S3Calls destination,
            Requests requests,
            RunRequests counted,
            CopyRequest options,
            Outcomes outcomes,
            ServiceTraits traits,
            ObjectCopier copier,
            String prefix,
            @Nullable S3Place to) {
        this.source = source;
        this.asSource = asSource;
        this.destination = destination;
        this.requests = requests;
        this.counted = counted;
        this.options = options;
        this.outcomes = outcomes;
        this.traits = traits;
        this.copier = copier;
        this.prefix = prefix;
        this.to = to;
    }

    /** Deletes an object that was listed, where it is still that one, and still has no source. */
    CompletableFuture<BulkOutcome> delete(ListedObject there) {
        if (ETags.bare(there.eTag()).isEmpty()) {
            return CompletableFuture.completedFuture(outcomes.ofDestination(
                    there,
                    What.SKIPPED,
                    "no-etag",
                    "the service tells no ETag, on condition of which it could be deleted"));
        }
        return isSourceThere(there)
                .thenCompose(back -> back
                        ? CompletableFuture.completedFuture(outcomes.ofDestination(
                                there, What.SKIPPED, "source-is-back", "its source has come since it was listed"))
                        : moved(there).thenCompose(copied -> removed(there)).thenApply(gone -> outcome(there, gone)));
    }

    /** Whether its source has come since the listing. Only S3's own word that it is missing counts. */
    private CompletableFuture<Boolean> isSourceThere(ListedObject there) {
        return source.headIfThere(asSource.apply(there)).thenApply(Objects::nonNull);
    }

    private BulkOutcome outcome(ListedObject there, boolean gone) {
        return gone
                ? outcomes.ofDestination(
                        there,
                        What.DELETED,
                        null,
                        to == null ? "" : "moved to s3://" + to.bucket() + "/" + movedKey(there, to))
                : outcomes.ofDestination(there, What.SKIPPED, "changed", "it is another object than was listed");
    }

    private CompletableFuture<Void> moved(ListedObject there) {
        if (to == null) {
            return CompletableFuture.completedFuture(null);
        }
        CopyRequest move = CopyRequest.builder(Origin.OPTION)
                .source(options.required(CopyParameter.BUCKET), there.key())
                .destination(to.bucket(), movedKey(there, to))
                .set(CopyParameter.COPY_SOURCE_IF_MATCH, there.eTag())
                .set(CopyParameter.REQUEST_PAYER, options.get(CopyParameter.REQUEST_PAYER))
                .build();
        return copier.copy(move, new KnownSource(there.size() < 0 ? null : there.size(), there.eTag()))
                .thenAccept(done -> {
                    // what was not copied must not be deleted
                    if (!done.isCopied()) {
                        throw new CopyFailedException("it was not moved: " + done.skipped());
                    }
                });
    }

    private String movedKey(ListedObject there, S3Place place) {
        return place.folder().key() + there.key().substring(prefix.length());
    }

    /** Whether it is gone: not where another object has taken its place. */
    private CompletableFuture<Boolean> removed(ListedObject there) {
        ObjectQuery query = ObjectQuery.ofDestination(
                        options.toBuilder().set(CopyParameter.KEY, there.key()).build())
                .unconditional(null);
        if (traits.heeds(ServiceTraits.Trait.deleteCondition)) {
            return deleted(query.onCondition(there.eTag()));
        }
        // the service may delete whatever stands there: a look just before leaves the least time for that
        return new HeadLook(destination, requests, counted)
                .of(query)
                .thenCompose(head -> ETags.equal(head.eTag(), there.eTag())
                        ? deleted(query.onCondition(there.eTag()))
                        : CompletableFuture.completedFuture(false));
    }

    private CompletableFuture<Boolean> deleted(ObjectQuery query) {
        counted.made("DeleteObject", 1);
        return requests.send(() -> destination.deleteObject(query))
                .thenApply(gone -> true)
                .exceptionallyCompose(failure -> {
                    // gone by now: by an attempt whose answer was lost, or by somebody else
                    boolean gone = S3CallException.isMissing(failure);
                    return gone || S3CallException.isUnmet(failure)
                            ? CompletableFuture.completedFuture(gone)
                            : CompletableFuture.failedFuture(failure);
                });
    }
}
