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

import io.s3copy.engine.answer.S3Answers;
import io.s3copy.engine.answer.SecondLook;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** HEAD of objects and buckets, with a {@link SecondLook} if an answer may not be S3's own. */
final class SdkLooks {

    private static final String HEAD_OBJECT = "HeadObject";

    private final S3AsyncClient client;
    private final Sending sending;
    private final Runnable oneMore;

    /**
     * The looks of a client.
     *
     * @param oneMore hears of each second look
     */
    SdkLooks(S3AsyncClient client, Sending sending, Runnable oneMore) {
        this.client = client;
        this.sending = sending;
        this.oneMore = oneMore;
    }

    /** As {@link S3Calls#headObject}. */
    CompletableFuture<ObjectHead> headObject(ObjectQuery query) {
        return sending.<HeadObjectRequest, HeadObjectResponse>send(
                        HEAD_OBJECT,
                        () -> SdkS3Calls.about(query),
                        () -> SdkHeads.headObject(query),
                        client::headObject)
                .thenApply(response -> {
                    // of an object that S3 tells of without an ETag, no repetition tells it
                    if (response.eTag() == null && !S3Answers.isOfObject(SdkProof.head(response.sdkHttpResponse()))) {
                        throw SdkProof.missing(HEAD_OBJECT, SdkS3Calls.about(query), response, "ETag");
                    }
                    return SdkHeads.read(response);
                })
                .exceptionallyCompose(failure -> lookBehind(query, failure));
    }

    /** As {@link io.s3copy.engine.http.BesideCalls#lookBehind}. */
    CompletableFuture<ObjectHead> lookBehind(ObjectQuery query, Throwable first) {
        return secondLook(
                first,
                () -> sending.<GetObjectRequest, GetObjectResponse>send(
                        HEAD_OBJECT,
                        () -> SdkS3Calls.about(query),
                        () -> LookBehindHead.atObject(query),
                        get -> client.getObject(get, LookBehindHead.headersOnly())));
    }

    /** As {@link S3Calls#headBucket}. */
    CompletableFuture<Void> headBucket(String bucket, @Nullable String expectedBucketOwner) {
        return sending.<HeadBucketRequest, HeadBucketResponse>send(
                        "HeadBucket",
                        () -> SdkS3Calls.about(bucket, ""),
                        () -> HeadBucketRequest.builder()
                                .bucket(bucket)
                                .expectedBucketOwner(expectedBucketOwner)
                                .build(),
                        client::headBucket)
                .thenApply(response -> SdkProof.requireOfS3("HeadBucket", () -> SdkS3Calls.about(bucket, ""), response))
                .exceptionallyCompose(failure -> secondLook(
                        failure,
                        () -> sending.<ListObjectsV2Request, ListObjectsV2Response>send(
                                "HeadBucket",
                                () -> SdkS3Calls.about(bucket, ""),
                                () -> LookBehindHead.atBucket(bucket, expectedBucketOwner),
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
}
