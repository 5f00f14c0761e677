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
package io.s3copy.engine.sdk;

import io.s3copy.engine.answer.MissingBucket;
import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.s3.CopyCalls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.S3Response;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** The six calls that a copy is made of. */
final class SdkCopyCalls implements CopyCalls {

    private final S3AsyncClient client;
    private final Sending sending;
    private final SdkLooks looks;
    private final Runnable oneMore;

    /**
     * The calls on a client.
     *
     * @param looks tells which bucket is missing
     * @param oneMore hears of each such look
     */
    SdkCopyCalls(S3AsyncClient client, Sending sending, SdkLooks looks, Runnable oneMore) {
        this.client = client;
        this.sending = sending;
        this.looks = looks;
        this.oneMore = oneMore;
    }

    @Override
    public CompletableFuture<S3Result> call(S3Call call, CopyRequest request) {
        return sending.<S3Request, S3Response>send(
                        call.api(), () -> request, () -> SdkRequests.toSdk(call, request), this::send)
                .thenApply(response -> result(call, request, response))
                .exceptionallyCompose(failure -> MissingBucket.told(request, failure, () -> {
                    oneMore.run();
                    return looks.headBucket(
                            request.required(CopyParameter.BUCKET), request.text(CopyParameter.EXPECTED_BUCKET_OWNER));
                }));
    }

    private CompletableFuture<? extends S3Response> send(S3Request request) {
        if (request instanceof CopyObjectRequest copy) {
            return client.copyObject(copy);
        } else if (request instanceof UploadPartCopyRequest part) {
            return client.uploadPartCopy(part);
        } else if (request instanceof CreateMultipartUploadRequest create) {
            return client.createMultipartUpload(create);
        } else if (request instanceof CompleteMultipartUploadRequest complete) {
            return client.completeMultipartUpload(complete);
        } else if (request instanceof AbortMultipartUploadRequest abort) {
            return client.abortMultipartUpload(abort);
        }
        return client.listParts((ListPartsRequest) request);
    }

    /**
     * The SDK turns an error body in a 200 into a failure. A body that is neither error nor result (empty, or of a
     * proxy's making) reads as a result with nothing in it: that is no success either.
     */
    private static S3Result result(S3Call call, CopyRequest request, S3Response response) {
        S3Result result = SdkResults.read(response);
        CopyParameter proof = Proof.of(call);
        if (proof != null && result.members().get(proof) == null) {
            throw SdkProof.missing(call.api(), request, response, proof.member());
        } else if (call == S3Call.ABORT_MULTIPART_UPLOAD) {
            // a list is known by its root, as a page is
            SdkProof.requireOfS3(call.api(), () -> request, response);
        }
        return result;
    }
}
