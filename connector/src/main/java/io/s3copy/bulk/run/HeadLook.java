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
package io.s3copy.bulk.run;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at objects by HEAD, whose answer has no words. A 400 without words may be of one object, which was encrypted with a
 * customer key, or of all, as the token of the caller has expired. A run would pause for the latter until it is mended, and
 * for the former for ever. So a listing of the same bucket is asked for, whose answer has words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
 */
public final class HeadLook {

    private static final Logger LOG = LoggerFactory.getLogger(HeadLook.class);

    private static final int BAD_REQUEST = 400;
    private static final String ACCESS_DENIED = "AccessDenied";

    private final S3Calls calls;
    private final Requests requests;
    private final RunRequests counted;

    /** Looks by these calls. */
    public HeadLook(S3Calls calls, Requests requests, RunRequests counted) {
        this.calls = calls;
        this.requests = requests;
        this.counted = counted;
    }

    /** What HEAD tells of an object. */
    public CompletableFuture<ObjectHead> of(ObjectQuery query) {
        counted.made("HeadObject", 1);
        return requests.send(() -> calls.headObject(query)).exceptionallyCompose(failure -> {
            boolean wordless = Causes.of(failure) instanceof S3CallException call
                    && call.status() == BAD_REQUEST
                    && call.code() == null;
            return wordless
                    ? inWords(query, (S3CallException) Causes.of(failure))
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private CompletableFuture<ObjectHead> inWords(ObjectQuery query, S3CallException refusal) {
        // a directory bucket knows prefixes that end in a slash only
        String directory = query.key().substring(0, query.key().lastIndexOf('/') + 1);
        ListQuery list = ListQuery.of(query.bucket(), directory)
                .maxKeys(1)
                .paidBy(query.requestPayer(), query.expectedBucketOwner());
        counted.made(CountedListing.OBJECTS, 1);
        return Futures.afterEnd(requests.send(() -> calls.listObjects(list)), (page, failure) -> {
            // who may not list was known to S3 all the same: neither its credentials nor its clock are wrong
            boolean ofObject = failure == null || S3CallException.isSaid(failure, ACCESS_DENIED);
            LOG.debug(
                    "HEAD was refused with 400 and no words; a listing of the bucket {}: {}",
                    failure == null ? "succeeds" : "fails",
                    refusal.getMessage());
            return CompletableFuture.failedFuture(ofObject ? ofObject(query, refusal) : failure);
        });
    }

    private static S3CallException ofObject(ObjectQuery query, S3CallException refusal) {
        CopyRequest about =
                CopyRequest.builder().destination(query.bucket(), query.key()).build();
        Failure said = new Failure(
                "BadRequest",
                BAD_REQUEST,
                "S3 says no more, and accepts the caller: is the object encrypted with a customer key (SSE-C)?"
                        + " Then give that key",
                refusal.requestId(),
                refusal.extendedRequestId());
        return S3CallException.of(refusal.api(), about, said, refusal);
    }
}
