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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ObjectGrants;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.Restore;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.s3.UploadPage;
import io.s3copy.engine.s3.UploadQuery;
import io.s3copy.engine.s3.UploadedParts;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.S3Response;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;

/** {@link S3Calls} on an asynchronous client, which it does not close. */
public final class SdkS3Calls implements S3Calls {

    private static final int NOT_FOUND = 404;
    private static final String HEAD_OBJECT = "HeadObject";

    private final S3AsyncClient client;
    private final Sending sending;
    private final Runnable oneMore;

    public SdkS3Calls(S3AsyncClient client) {
        this(client, new Sending(client), () -> {});
    }

    private SdkS3Calls(S3AsyncClient client, Sending sending, Runnable oneMore) {
        this.client = client;
        this.sending = sending;
        this.oneMore = oneMore;
    }

    @Override
    public S3Calls counted(Runnable ofOneMore) {
        return new SdkS3Calls(client, sending, ofOneMore);
    }

    /** Prepares a client that is built for this; one that was not costs a little more for each request. */
    public static void prepare(ClientOverrideConfiguration.Builder overrides) {
        overrides.addExecutionInterceptor(LenientAnswers.INSTANCE);
    }

    @Override
    public CompletableFuture<S3Result> call(S3Call call, CopyRequest request) {
        return sending.<S3Request, S3Response>send(
                        call.api(), request, () -> SdkRequests.toSdk(call, request), this::send)
                .thenApply(response -> result(call, request, response))
                .exceptionallyCompose(failure -> whichBucket(request, failure));
    }

    /** S3 says which bucket is missing; where another server does not, the destination's is looked at. */
    private <T> CompletableFuture<T> whichBucket(CopyRequest request, Throwable failure) {
        Throwable cause = Causes.of(failure);
        String bucket = request.text(CopyParameter.BUCKET);
        boolean untold =
                S3CallException.isBucketMissing(cause) && RefusalDetails.isUntold(request, (S3CallException) cause);
        if (!untold) {
            return CompletableFuture.failedFuture(cause);
        }
        S3CallException missing = (S3CallException) cause;
        oneMore.run();
        return headBucket(bucket, request.text(CopyParameter.EXPECTED_BUCKET_OWNER))
                .handle((there, unseen) -> {
                    if (unseen == null || S3CallException.isBucketMissing(unseen)) {
                        throw missing.saying(request, RefusalDetails.bucket(request, unseen != null));
                    }
                    throw missing;
                });
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
        CopyParameter proof = proofOf(call);
        if (proof != null && result.members().get(proof) == null) {
            throw withoutProof(call.api(), request, response, proof.member());
        } else if (call == S3Call.ABORT_MULTIPART_UPLOAD) {
            // a list is known by its root, as a page is
            requireOfS3(call.api(), request, response);
        }
        return result;
    }

    /** An answer that proves nothing by what it holds must at least not be the page of something before S3. */
    private static Void requireOfS3(String api, CopyRequest request, S3Response response) {
        if (!S3Answers.mayBeOfS3(response.sdkHttpResponse())) {
            throw withoutProof(api, request, response, "x-amz-request-id and is a text");
        }
        return null;
    }

    private static S3CallException withoutProof(String api, CopyRequest request, S3Response response, String member) {
        return S3CallException.of(
                api,
                request,
                new S3CallException.Failure(
                        null,
                        response.sdkHttpResponse().statusCode(),
                        "the answer holds no " + member + ", so nothing says that S3 did it",
                        SdkResults.read(response).requestId(),
                        null,
                        S3CallException.Answer.UNREADABLE),
                null);
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
    public CompletableFuture<ObjectHead> headObject(ObjectQuery query) {
        return sending.<HeadObjectRequest, HeadObjectResponse>send(
                        HEAD_OBJECT, about(query), () -> SdkHeads.headObject(query), client::headObject)
                .thenApply(response -> {
                    // of an object that S3 tells of without an ETag, no repetition tells it
                    if (response.eTag() == null && !S3Answers.isOfObject(response.sdkHttpResponse())) {
                        throw withoutProof(HEAD_OBJECT, about(query), response, "ETag");
                    }
                    return SdkHeads.read(response);
                })
                .exceptionallyCompose(failure -> secondLook(
                        failure,
                        () -> sending.<GetObjectRequest, GetObjectResponse>send(
                                HEAD_OBJECT,
                                about(query),
                                () -> SecondLook.atObject(query),
                                get -> client.getObject(get, SecondLook.headersOnly()))));
    }

    @Override
    public CompletableFuture<List<Long>> partSizes(ObjectQuery query, int after) {
        return sending.<GetObjectAttributesRequest, GetObjectAttributesResponse>send(
                        "GetObjectAttributes",
                        about(query),
                        () -> SdkHeads.partSizes(query, after),
                        client::getObjectAttributes)
                .thenApply(SdkHeads::readPartSizes);
    }

    @Override
    public CompletableFuture<Map<String, String>> getObjectTagging(ObjectQuery query) {
        return sending.<GetObjectTaggingRequest, GetObjectTaggingResponse>send(
                        "GetObjectTagging",
                        about(query),
                        () -> GetObjectTaggingRequest.builder()
                                .bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())
                                .build(),
                        client::getObjectTagging)
                .thenApply(response -> {
                    Map<String, String> tags = new LinkedHashMap<>();
                    response.tagSet().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return tags;
                });
    }

    @Override
    public CompletableFuture<Void> putObjectTagging(ObjectQuery query, Map<String, String> tags) {
        List<Tag> tagSet = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return sending.<PutObjectTaggingRequest, PutObjectTaggingResponse>send(
                        "PutObjectTagging",
                        about(query),
                        () -> PutObjectTaggingRequest.builder()
                                .bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .tagging(tagging -> tagging.tagSet(tagSet))
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())
                                .build(),
                        client::putObjectTagging)
                .thenApply(response -> requireOfS3("PutObjectTagging", about(query), response));
    }

    @Override
    public CompletableFuture<ObjectGrants> getObjectAcl(ObjectQuery query) {
        return sending.<GetObjectAclRequest, GetObjectAclResponse>send(
                        "GetObjectAcl",
                        about(query),
                        () -> GetObjectAclRequest.builder()
                                .bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())
                                .build(),
                        client::getObjectAcl)
                .thenApply(SdkGrants::read);
    }

    @Override
    public CompletableFuture<Void> restoreObject(ObjectQuery query, Restore restore) {
        return sending.<RestoreObjectRequest, RestoreObjectResponse>send(
                        "RestoreObject",
                        about(query),
                        () -> SdkHeads.restoreObject(query, restore),
                        client::restoreObject)
                .thenApply(response -> requireOfS3("RestoreObject", about(query), response));
    }

    @Override
    public CompletableFuture<Deleted> deleteObject(ObjectQuery query) {
        return sending.<DeleteObjectRequest, DeleteObjectResponse>send(
                        "DeleteObject",
                        about(query),
                        () -> DeleteObjectRequest.builder()
                                .bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .ifMatch(query.ifMatch())
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())
                                .build(),
                        client::deleteObject)
                .thenApply(response -> {
                    requireOfS3("DeleteObject", about(query), response);
                    return new Deleted(Boolean.TRUE.equals(response.deleteMarker()), response.versionId());
                });
    }

    @Override
    public CompletableFuture<UploadPage> listMultipartUploads(UploadQuery query) {
        return sending.<ListMultipartUploadsRequest, ListMultipartUploadsResponse>send(
                        "ListMultipartUploads",
                        about(query.bucket(), query.prefix()),
                        () -> SdkUploads.request(query),
                        client::listMultipartUploads)
                .thenApply(SdkUploads::read);
    }

    @Override
    public CompletableFuture<UploadedParts> uploadedParts(CopyRequest upload, int after) {
        CopyRequest list = upload.carriedBy(S3Call.LIST_PARTS).toBuilder()
                .set(CopyParameter.PART_NUMBER_MARKER, after)
                .build();
        return sending.<ListPartsRequest, ListPartsResponse>send(
                        S3Call.LIST_PARTS.api(),
                        list,
                        () -> (ListPartsRequest) SdkRequests.toSdk(S3Call.LIST_PARTS, list),
                        client::listParts)
                .thenApply(SdkUploads::readParts);
    }

    @Override
    public CompletableFuture<Boolean> abortsIncompleteUploads(String bucket, String expectedBucketOwner) {
        return sending.<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>send(
                        "GetBucketLifecycleConfiguration",
                        about(bucket, ""),
                        () -> GetBucketLifecycleConfigurationRequest.builder()
                                .bucket(bucket)
                                .expectedBucketOwner(expectedBucketOwner)
                                .build(),
                        client::getBucketLifecycleConfiguration)
                .handle((response, failure) -> {
                    if (failure == null) {
                        return response.rules().stream().anyMatch(SdkUploads::abortsAll);
                    }
                    Throwable cause = Causes.of(failure);
                    if (cause instanceof S3CallException call
                            && call.status() == NOT_FOUND
                            && "NoSuchLifecycleConfiguration".equals(call.code())) {
                        return false;
                    }
                    throw new CompletionException(cause);
                });
    }

    @Override
    public CompletableFuture<Void> headBucket(String bucket, String expectedBucketOwner) {
        return sending.<HeadBucketRequest, HeadBucketResponse>send(
                        "HeadBucket",
                        about(bucket, ""),
                        () -> HeadBucketRequest.builder()
                                .bucket(bucket)
                                .expectedBucketOwner(expectedBucketOwner)
                                .build(),
                        client::headBucket)
                .thenApply(response -> requireOfS3("HeadBucket", about(bucket, ""), response))
                .exceptionallyCompose(failure -> secondLook(
                        failure,
                        () -> sending.<ListObjectsV2Request, ListObjectsV2Response>send(
                                "HeadBucket",
                                about(bucket, ""),
                                () -> SecondLook.atBucket(bucket, expectedBucketOwner),
                                client::listObjectsV2)));
    }

    /**
     * What S3 says of a HEAD whose answer may be another's. Only what it refuses in its own words counts: an object that is
     * there after all contradicts the first answer, which stands then, as something that passes.
     */
    private <T> CompletableFuture<T> secondLook(Throwable first, Supplier<CompletableFuture<?>> look) {
        Throwable cause = Causes.of(first);
        if (!(cause instanceof S3CallException call) || !SecondLook.isNeeded(call)) {
            return CompletableFuture.failedFuture(cause);
        }
        oneMore.run();
        return look.get().handle((there, failure) -> {
            Throwable second = Causes.of(failure);
            boolean said = second instanceof S3CallException refusal && SecondLook.isTelling(refusal);
            throw new CompletionException(said ? second : cause);
        });
    }

    private static CopyRequest about(ObjectQuery query) {
        return about(query.bucket(), query.key());
    }

    /** For what errors say of the call. */
    private static CopyRequest about(String bucket, String key) {
        CopyRequest.Builder builder = CopyRequest.builder().set(CopyParameter.BUCKET, bucket);
        return (key.isEmpty() ? builder : builder.set(CopyParameter.KEY, key)).build();
    }
}
