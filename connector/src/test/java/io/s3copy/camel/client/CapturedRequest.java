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
package io.s3copy.camel.client;

import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Keeps the request that a client is about to send, signed, and sends nothing. */
final class CapturedRequest implements ExecutionInterceptor {

    private volatile @Nullable SdkHttpRequest request;

    /** What the client would send for a copy into the bucket. */
    static SdkHttpRequest of(S3AsyncClient client, String bucket) {
        CapturedRequest captured = new CapturedRequest();
        try {
            client.copyObject(copy -> copy.sourceBucket("inbox")
                            .sourceKey("a.txt")
                            .destinationBucket(bucket)
                            .destinationKey("a.txt")
                            .overrideConfiguration(override -> override.addPlugin(
                                    plugged -> plugged.overrideConfiguration(plugged.overrideConfiguration().toBuilder()
                                            .addExecutionInterceptor(captured)
                                            .build()))))
                    .join();
        } catch (CompletionException e) {
            if (captured.request == null) {
                throw e;
            }
        }
        return captured.request();
    }

    SdkHttpRequest request() {
        SdkHttpRequest sent = request;
        if (sent == null) {
            throw new IllegalStateException("the client sent no request");
        }
        return sent;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        request = context.httpRequest();
        throw new IllegalStateException("captured");
    }
}
