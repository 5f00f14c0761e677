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
import io.s3copy.engine.http.BesideCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectAttributes;
import io.s3copy.engine.s3.ObjectGrants;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectPage;
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
import io.s3copy.text.Unicode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;
import software.amazon.awssdk.services.s3.model.RestoreObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@link S3Calls} on an asynchronous client, which it does not close. */
public final class SdkS3Calls implements BesideCalls {

    private static final int NOT_FOUND = 404;

    private final S3AsyncClient client;
    private final Sending sending;
    private final SdkLooks looks;
    private final SdkCopyCalls copies;
    private final SdkListings listings;
    private final SdkDocuments documents;

    public SdkS3Calls(S3AsyncClient client) {
        this(client, new Sending(client), () -> {});
    }

    private SdkS3Calls(S3AsyncClient client, Sending sending, Runnable oneMore) {
        this.client = client;
        this.sending = sending;
        this.looks = new SdkLooks(client, sending, oneMore);
        this.copies = new SdkCopyCalls(client, sending, looks, oneMore);
        this.listings = new SdkListings(client, sending);
        this.documents = new SdkDocuments(client, sending);
    }

    @Override
    public BesideCalls counted(Runnable ofOneMore) {
        return new SdkS3Calls(client, sending, ofOneMore);
    }

    /** Prepares a client that is built for this; one that was not costs a little more for each request. */
    public static void prepare(ClientOverrideConfiguration.Builder overrides) {
        overrides.addExecutionInterceptor(LenientAnswers.INSTANCE);
    }

    @Override
    public CompletableFuture<S3Result> call(S3Call call, CopyRequest request) {
        return copies.call(call, request);
    }

    @Override
    public CompletableFuture<ObjectHead> headObject(ObjectQuery query) {
        return looks.headObject(query);
    }

    @Override
    public CompletableFuture<ObjectHead> lookBehind(ObjectQuery query, Throwable first) {
        return looks.lookBehind(query, first);
    }

    @Override
    public CompletableFuture<ObjectAttributes> objectAttributes(ObjectQuery query, int after) {
        return sending.<GetObjectAttributesRequest, GetObjectAttributesResponse>send(
                        "GetObjectAttributes",
                        () -> about(query),
                        () -> SdkHeads.attributes(query, after),
                        client::getObjectAttributes)
                .thenApply(SdkHeads::readAttributes);
    }

    @Override
    public CompletableFuture<Map<String, String>> getObjectTagging(ObjectQuery query) {
        return sending.<GetObjectTaggingRequest, GetObjectTaggingResponse>send(
                        "GetObjectTagging",
                        () -> about(query),
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
                        () -> about(query),
                        () -> PutObjectTaggingRequest.builder()
                                .bucket(query.bucket())
                                .key(query.key())
                                .versionId(query.versionId())
                                .tagging(tagging -> tagging.tagSet(tagSet))
                                .requestPayer(query.requestPayer())
                                .expectedBucketOwner(query.expectedBucketOwner())
                                .build(),
                        client::putObjectTagging)
                .thenApply(response -> SdkProof.requireOfS3("PutObjectTagging", () -> about(query), response));
    }

    @Override
    public CompletableFuture<ObjectGrants> getObjectAcl(ObjectQuery query) {
        return sending.<GetObjectAclRequest, GetObjectAclResponse>send(
                        "GetObjectAcl",
                        () -> about(query),
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
                        () -> about(query),
                        () -> SdkHeads.restoreObject(query, restore),
                        client::restoreObject)
                .thenApply(response -> SdkProof.requireOfS3("RestoreObject", () -> about(query), response));
    }

    @Override
    public CompletableFuture<Deleted> deleteObject(ObjectQuery query) {
        return sending.<DeleteObjectRequest, DeleteObjectResponse>send(
                        "DeleteObject",
                        () -> about(query),
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
                    SdkProof.requireOfS3("DeleteObject", () -> about(query), response);
                    return new Deleted(Boolean.TRUE.equals(response.deleteMarker()), response.versionId());
                });
    }

    @Override
    public CompletableFuture<UploadPage> listMultipartUploads(UploadQuery query) {
        return sending.<ListMultipartUploadsRequest, ListMultipartUploadsResponse>send(
                        "ListMultipartUploads",
                        () -> about(query.bucket(), query.prefix()),
                        () -> SdkUploads.request(query),
                        client::listMultipartUploads)
                .thenApply(SdkUploads::read);
    }

    @Override
    public CompletableFuture<UploadedParts> uploadedParts(CopyRequest upload, int after) {
        CopyRequest list = UploadedParts.request(upload, after);
        return sending.<ListPartsRequest, ListPartsResponse>send(
                        S3Call.LIST_PARTS.api(),
                        () -> list,
                        () -> (ListPartsRequest) SdkRequests.toSdk(S3Call.LIST_PARTS, list),
                        client::listParts)
                .thenApply(response -> SdkUploads.readParts(list, response));
    }

    @Override
    public CompletableFuture<Boolean> abortsIncompleteUploads(String bucket, @Nullable String expectedBucketOwner) {
        return sending.<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>send(
                        "GetBucketLifecycleConfiguration",
                        () -> about(bucket, ""),
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
    public CompletableFuture<Void> headBucket(String bucket, @Nullable String expectedBucketOwner) {
        return looks.headBucket(bucket, expectedBucketOwner);
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        return listings.listObjects(query);
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        return listings.listVersions(query);
    }

    @Override
    public CompletableFuture<Document> getObject(ObjectQuery query) {
        return documents.getObject(query);
    }

    @Override
    public CompletableFuture<String> putObject(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
        return documents.putObject(where, content, contentType, condition);
    }

    static CopyRequest about(ObjectQuery query) {
        return about(query.bucket(), query.key());
    }

    /** For what errors say of the call. A prefix that is no key at all is not said: what is wrong with it is. */
    static CopyRequest about(String bucket, String key) {
        CopyRequest.Builder builder = CopyRequest.builder().set(CopyParameter.BUCKET, bucket);
        return (key.isEmpty() || Unicode.hasHalfPair(key) ? builder : builder.set(CopyParameter.KEY, key)).build();
    }
}
