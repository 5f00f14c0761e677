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

import io.s3copy.engine.s3.ObjectQuery;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** Requests that ask what a HEAD has asked, and whose refusals have a body. */
final class LookBehindHead {

    private LookBehindHead() {}

    /** The same object, of which no byte is read, though one is asked for: S3 knows no range of none. */
    static GetObjectRequest atObject(ObjectQuery query) {
        GetObjectRequest.Builder get = SdkHeads.getObject(query);
        if (query.partNumber() == null) {
            get.range("bytes=0-0");
        }
        return get.build();
    }

    static ListObjectsV2Request atBucket(String bucket, @Nullable String expectedBucketOwner) {
        return ListObjectsV2Request.builder()
                .bucket(bucket)
                .maxKeys(1)
                .encodingType(EncodingType.URL)
                .expectedBucketOwner(expectedBucketOwner)
                .build();
    }

    static AsyncResponseTransformer<GetObjectResponse, GetObjectResponse> headersOnly() {
        return new HeadersOnly();
    }

    /** Hangs up before the body: a server that does not know ranges would send all of it. */
    private static final class HeadersOnly implements AsyncResponseTransformer<GetObjectResponse, GetObjectResponse> {

        private volatile CompletableFuture<GetObjectResponse> told = new CompletableFuture<>();
        private volatile @Nullable GetObjectResponse response;

        @Override
        public CompletableFuture<GetObjectResponse> prepare() {
            told = new CompletableFuture<>();
            return told;
        }

        @Override
        public void onResponse(GetObjectResponse headers) {
            response = headers;
        }

        @Override
        public void onStream(SdkPublisher<ByteBuffer> body) {
            CompletableFuture<GetObjectResponse> now = told;
            body.subscribe(new Subscriber<>() {
                @Override
                public void onSubscribe(Subscription subscription) {
                    subscription.cancel();
                    now.complete(response);
                }

                @Override
                public void onNext(ByteBuffer bytes) {}

                @Override
                public void onError(Throwable failure) {}

                @Override
                public void onComplete() {}
            });
        }

        @Override
        public void exceptionOccurred(Throwable failure) {
            told.completeExceptionally(failure);
        }
    }
}
