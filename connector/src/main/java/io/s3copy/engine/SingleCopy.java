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

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One copy in one call, which S3 makes whole or not at all. */
final class SingleCopy {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Calls destination;
    private final S3Calls source;
    private final CopySession session;
    private final CopyRequest request;

    SingleCopy(S3Calls destination, S3Calls source, CopySession session, CopyRequest request) {
        this.destination = destination;
        this.source = source;
        this.session = session;
        this.request = request;
    }

    CompletableFuture<S3Result> run() {
        return session.send(retry -> retry ? again() : destination.call(S3Call.COPY_OBJECT, request));
    }

    /**
     * Repeats a call whose answer was lost or refused. Where it finds its destination condition unmet, that may be its
     * own success: then the object there is the source.
     */
    private CompletableFuture<S3Result> again() {
        boolean conditional = request.has(CopyParameter.IF_NONE_MATCH) || request.has(CopyParameter.IF_MATCH);
        return destination
                .call(S3Call.COPY_OBJECT, request)
                .exceptionallyCompose(failure -> conditional && S3CallException.isStatus(failure, PRECONDITION_FAILED)
                        ? ownSuccess(Futures.cause(failure))
                        : CompletableFuture.failedFuture(Futures.cause(failure)));
    }

    private CompletableFuture<S3Result> ownSuccess(Throwable unmet) {
        return source.headObject(HeadQuery.ofSource(request))
                .thenCombine(destination.headObject(HeadQuery.ofDestination(request)), (from, there) -> {
                    boolean same = from.hasContentETag() && from.eTag().equals(there.eTag());
                    if (!same) {
                        throw new CompletionException(unmet);
                    }
                    return new S3Result(Map.of(CopyParameter.RESULT_ETAG, there.eTag()), null, there);
                })
                .exceptionallyCompose(unseen -> CompletableFuture.failedFuture(unmet));
    }
}
