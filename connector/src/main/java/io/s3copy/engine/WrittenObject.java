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
package io.s3copy.engine;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;

/** A look at what a copy has written. */
final class WrittenObject {

    private final S3Calls destination;
    private final CopySession session;
    private final CopyRequest request;

    WrittenObject(S3Calls destination, CopySession session, CopyRequest request) {
        this.destination = destination;
        this.session = session;
        this.request = request;
    }

    /**
     * The object that was written. Another may stand there if somebody has replaced or deleted it. Only then it is
     * asked for by its version, which needs one more permission.
     */
    CompletableFuture<ObjectHead> head(S3Result result) {
        ObjectQuery query = ObjectQuery.ofDestination(request);
        String version = result.text(CopyParameter.RESULT_VERSION_ID);
        return Futures.afterEnd(session.send(() -> destination.headObject(query)), (there, failure) -> {
            boolean missing = S3CallException.isMissing(failure);
            boolean ours = failure == null
                    && isIt(there, result)
                    && (version == null || there.versionId() == null || version.equals(there.versionId()));
            if (ours || version == null || (failure != null && !missing)) {
                return failure == null
                        ? CompletableFuture.completedFuture(there)
                        : CompletableFuture.failedFuture(missing ? gone(failure) : failure);
            }
            return session.send(() -> destination.headObject(query.unconditional(version)))
                    .exceptionallyCompose(unseen -> CompletableFuture.failedFuture(
                            S3CallException.isMissing(unseen) ? gone(Causes.of(unseen)) : Causes.of(unseen)));
        });
    }

    private static CopyFailedException gone(Throwable why) {
        return new CopyFailedException("the copy was made, but is gone before it was verified", why);
    }

    /** Whether an object is the one that the copy made, as far as ETags tell. */
    static boolean isIt(ObjectHead there, S3Result result) {
        String written = result.text(CopyParameter.RESULT_ETAG);
        return ETags.bare(written).isEmpty() || !there.hasETag() || ETags.equal(there.eTag(), written);
    }
}
