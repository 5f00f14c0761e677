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
package io.s3copy.camel.consumer;

import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.Origin;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the object, or copies it elsewhere and then deletes it, on condition of its ETag: never a newer one. Where the
 * service is not known to heed that, the object is kept, as a move of the producer keeps it.
 */
public final class DeleteOrMove implements AfterReadStep {

    private final ObjectCopier copier;
    private final String bucket;
    private final CopyRequest common;
    private final @Nullable Destination to;

    /**
     * Where objects are moved.
     *
     * @param prefix before the whole key of the object
     */
    public record Destination(String bucket, String prefix) {}

    /**
     * Deletes or moves.
     *
     * @param copier that deletes the sources of its copies
     * @param common what requests say besides: the payer, and the owner of the bucket
     * @param to where to, or null to delete
     */
    public DeleteOrMove(ObjectCopier copier, String bucket, CopyRequest common, @Nullable Destination to) {
        this.copier = copier;
        this.bucket = bucket;
        this.common = common;
        this.to = to;
    }

    @Override
    public CompletableFuture<Void> take(ListedObject object) {
        CopyRequest.Builder request = CopyRequest.builder(Origin.OPTION).source(bucket, object.key());
        if (to == null) {
            CopyRequest named =
                    common.overlaidBy(request.destination(bucket, object.key()).build());
            return copier.deleter().deleteIfUnchanged(named, object).thenApply(done -> null);
        }
        String eTag = ETags.bare(object.eTag());
        CopyRequest move = common.overlaidBy(request.destination(to.bucket(), to.prefix() + object.key())
                .set(CopyParameter.COPY_SOURCE_IF_MATCH, eTag.isEmpty() ? null : "\"" + eTag + "\"")
                .build());
        KnownSource known = new KnownSource(
                object.size() == ListedObject.UNKNOWN_SIZE ? null : object.size(),
                eTag.isEmpty() ? null : "\"" + eTag + "\"");
        return copier.copy(move, known)
                .<Void>thenApply(done -> null)
                // it is another object by now, or gone: somebody else's turn
                .exceptionallyCompose(failure -> S3CallException.isUnmet(failure) || S3CallException.isMissing(failure)
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(failure));
    }
}
