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
import io.s3copy.engine.s3.DocumentCalls;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CustomerKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Documents: small objects that are read and written whole. */
final class SdkDocuments implements DocumentCalls {

    private static final String GET = "GetObject";
    private static final String PUT = "PutObject";
    private static final String NOTHING_THERE = "*";

    /**
     * Without the checksums that the SDK adds by itself: other servers than AWS refuse or garble the trailer of a write, and
     * some refuse the header of a read. A write has an MD5 instead, which all of them check.
     */
    private static final SdkPlugin PLAIN = client -> {
        if (client instanceof S3ServiceClientConfiguration.Builder s3) {
            s3.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED);
            s3.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        }
    };

    private final S3AsyncClient client;
    private final Sending sending;

    SdkDocuments(S3AsyncClient client, Sending sending) {
        this.client = client;
        this.sending = sending;
    }

    @Override
    public CompletableFuture<Document> getObject(ObjectQuery query) {
        return sending.<GetObjectRequest, ResponseInputStream<GetObjectResponse>>send(
                        GET,
                        () -> SdkS3Calls.about(query),
                        () -> request(query),
                        get -> client.getObject(get, AsyncResponseTransformer.toBlockingInputStream()))
                .thenApply(stream -> read(query, stream));
    }

    private static GetObjectRequest request(ObjectQuery query) {
        return SdkHeads.getObject(query)
                .checksumMode(query.checksums() ? ChecksumMode.ENABLED : null)
                .overrideConfiguration(plain())
                .build();
    }

    private static Document read(ObjectQuery query, ResponseInputStream<GetObjectResponse> stream) {
        GetObjectResponse response = stream.response();
        if (response.eTag() == null && !S3Answers.isOfObject(SdkProof.head(response.sdkHttpResponse()))) {
            stream.abort();
            throw SdkProof.missing(GET, SdkS3Calls.about(query), response, "ETag");
        }
        Long length = response.contentLength();
        return new Document(new WholeBody(stream, length), length == null ? -1 : length, response.eTag());
    }

    @Override
    public CompletableFuture<String> putObject(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
        return sending.<PutObjectRequest, PutObjectResponse>send(
                        PUT,
                        () -> SdkS3Calls.about(where),
                        () -> request(where, content, contentType, condition),
                        put -> client.putObject(put, AsyncRequestBody.fromBytes(content)))
                .thenApply(response -> {
                    if (response.eTag() == null || response.eTag().isEmpty()) {
                        throw SdkProof.missing(PUT, SdkS3Calls.about(where), response, "ETag");
                    }
                    return response.eTag();
                });
    }

    private static PutObjectRequest request(
            ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(where.bucket())
                .key(where.key())
                .contentType(contentType)
                .contentLength((long) content.length)
                .requestPayer(where.requestPayer())
                .expectedBucketOwner(where.expectedBucketOwner());
        if (condition != null) {
            put.ifMatch(condition.eTag()).ifNoneMatch(condition.eTag() == null ? NOTHING_THERE : null);
        }
        // directory buckets know no MD5
        if (BucketKind.of(where.bucket()) != BucketKind.DIRECTORY) {
            put.contentMD5(md5(content)).overrideConfiguration(plain());
        }
        CustomerKey key = where.customerKey();
        if (key != null) {
            put.sseCustomerAlgorithm("AES256").sseCustomerKey(key.base64()).sseCustomerKeyMD5(key.md5());
        }
        return put.build();
    }

    private static AwsRequestOverrideConfiguration plain() {
        return AwsRequestOverrideConfiguration.builder().addPlugin(PLAIN).build();
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
