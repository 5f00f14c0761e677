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

import io.s3copy.engine.HeadQuery;
import io.s3copy.engine.ObjectHead;
import io.s3copy.engine.S3CallException;
import io.s3copy.engine.S3Calls;
import io.s3copy.engine.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.S3Response;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** {@link S3Calls} on an asynchronous client, which it does not close. */
public final class SdkS3Calls implements S3Calls {

    private final S3AsyncClient client;

    public SdkS3Calls(S3AsyncClient client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<S3Result> call(S3Call call, CopyRequest request) {
        CompletableFuture<? extends S3Response> answer;
        try {
            answer = send(call, request);
        } catch (RuntimeException e) {
            // the SDK refuses some requests before it sends them, by throwing: a bad ARN, say
            answer = CompletableFuture.failedFuture(e);
        }
        return answer.handle((response, failure) -> {
            if (failure != null) {
                throw SdkFailures.exception(call.api(), request, failure);
            }
            return result(call, request, response);
        });
    }

    private CompletableFuture<? extends S3Response> send(S3Call call, CopyRequest request) {
        return switch (call) {
            case COPY_OBJECT -> client.copyObject((CopyObjectRequest) SdkRequests.toSdk(call, request));
            case UPLOAD_PART_COPY -> client.uploadPartCopy((UploadPartCopyRequest) SdkRequests.toSdk(call, request));
            case CREATE_MULTIPART_UPLOAD ->
                client.createMultipartUpload((CreateMultipartUploadRequest) SdkRequests.toSdk(call, request));
            case COMPLETE_MULTIPART_UPLOAD ->
                client.completeMultipartUpload((CompleteMultipartUploadRequest) SdkRequests.toSdk(call, request));
            case ABORT_MULTIPART_UPLOAD ->
                client.abortMultipartUpload((AbortMultipartUploadRequest) SdkRequests.toSdk(call, request));
            case LIST_PARTS -> client.listParts((ListPartsRequest) SdkRequests.toSdk(call, request));
        };
    }

    /**
     * The SDK turns an error body in a 200 into a failure. A body that is neither error nor result (empty, or of a
     * proxy's making) reads as a result with nothing in it: that is no success either.
     */
    private static S3Result result(S3Call call, CopyRequest request, S3Response response) {
        S3Result result = SdkResults.read(response);
        CopyParameter proof = proofOf(call);
        if (proof != null && result.members().get(proof) == null) {
            throw new S3CallException(
                    call.api(),
                    request,
                    new S3CallException.Failure(
                            null,
                            response.sdkHttpResponse().statusCode(),
                            "the answer holds no " + proof.member() + ", so nothing says that S3 did it",
                            result.requestId(),
                            null),
                    null);
        }
        return result;
    }

    /** The member without which a call cannot have succeeded; Ceph sends an empty ETag from Complete, but sends it. */
    private static CopyParameter proofOf(S3Call call) {
        return switch (call) {
            case COPY_OBJECT, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD -> CopyParameter.RESULT_ETAG;
            case CREATE_MULTIPART_UPLOAD -> CopyParameter.RESULT_UPLOAD_ID;
            case ABORT_MULTIPART_UPLOAD, LIST_PARTS -> null;
        };
    }

    @Override
    public CompletableFuture<ObjectHead> headObject(HeadQuery query) {
        return answered("HeadObject", query, () -> client.headObject(SdkHeads.headObject(query)))
                .thenApply(SdkHeads::read);
    }

    @Override
    public CompletableFuture<Map<String, String>> getObjectTagging(HeadQuery query) {
        return answered(
                        "GetObjectTagging",
                        query,
                        () -> client.getObjectTagging(get -> get.bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())))
                .thenApply(response -> {
                    Map<String, String> tags = new LinkedHashMap<>();
                    response.tagSet().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return tags;
                });
    }

    @Override
    public CompletableFuture<Void> putObjectTagging(HeadQuery query, Map<String, String> tags) {
        Tagging tagging = Tagging.builder()
                .tagSet(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
        return answered(
                        "PutObjectTagging",
                        query,
                        () -> client.putObjectTagging(put -> put.bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .tagging(tagging)
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())))
                .thenApply(response -> null);
    }

    private static <T> CompletableFuture<T> answered(String api, HeadQuery query, Supplier<CompletableFuture<T>> send) {
        CompletableFuture<T> answer;
        try {
            answer = send.get();
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        CopyRequest about =
                CopyRequest.builder().destination(query.bucket(), query.key()).build();
        return answer.handle((response, failure) -> {
            if (failure != null) {
                throw SdkFailures.exception(api, about, failure);
            }
            return response;
        });
    }

    @Override
    public CompletableFuture<Void> headBucket(String bucket, String expectedBucketOwner) {
        return client.headBucket(head -> head.bucket(bucket).expectedBucketOwner(expectedBucketOwner))
                .thenApply(response -> null);
    }
}
