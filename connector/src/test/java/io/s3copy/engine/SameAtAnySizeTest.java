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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.S3Server;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** One object, copied both ways on real servers: all that S3 says of the two copies is the same. */
@Tag("sdk")
class SameAtAnySizeTest {

    private static final int SIZE = 12 * 1024 * 1024 + 7;

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void aCopyInPartsCarriesWhatACopyInOneCallCarries(S3Server server) {
        byte[] content = new byte[SIZE];
        new Random(42).nextBytes(content);
        try (S3AsyncClient client = server.newClient()) {
            String bucket = server.newBucket(client);
            client.putObject(
                            put -> put.bucket(bucket)
                                    .key("source")
                                    .contentType("text/csv")
                                    .cacheControl("no-cache")
                                    .contentDisposition("attachment")
                                    .contentLanguage("de")
                                    .metadata(Map.of("owner", "me", "empty", "x")),
                            AsyncRequestBody.fromBytes(content))
                    .join();
            CopyResult whole = copy(client, bucket, "whole", Limits.MAX_SINGLE_COPY);
            CopyResult parts = copy(client, bucket, "parts", Limits.MIN_PART);
            assertThat(whole.way()).isEqualTo(Way.SINGLE);
            assertThat(parts.way()).isEqualTo(Way.MULTIPART);
            assertThat(parts.parts()).isEqualTo(3);
            assertThat(parts.notCarried())
                    .containsExactly("Annotations (if the source has any, which HEAD does not tell)");

            ResponseBytes<GetObjectResponse> one = get(client, bucket, "whole");
            ResponseBytes<GetObjectResponse> other = get(client, bucket, "parts");
            assertThat(other.asByteArray()).isEqualTo(content);
            assertThat(one.asByteArray()).isEqualTo(content);
            GetObjectResponse expected = shown(one.response());
            assertThat(shown(other.response()).equalsBySdkFields(expected))
                    .as("%s, expected %s", shown(other.response()), expected)
                    .isTrue();
            assertThat(client.listMultipartUploads(list -> list.bucket(bucket))
                            .join()
                            .uploads())
                    .isEmpty();
        }
    }

    private static GetObjectResponse shown(GetObjectResponse response) {
        return response.toBuilder()
                .eTag(null)
                .lastModified(null)
                .versionId(null)
                .checksumCRC64NVME(null)
                .checksumType((String) null)
                .build();
    }

    private static CopyResult copy(S3AsyncClient client, String bucket, String key, long threshold) {
        S3Calls calls = CallsUnderTest.on(client);
        CopySettings settings = CopySettings.builder()
                .multipartThreshold(threshold)
                .partSize(new PartSize.Fixed(Limits.MIN_PART))
                .strict(true)
                .build();
        return ObjectCopier.builder(calls, new RequestWindow(4, 4), ForkJoinPool.commonPool(), settings)
                .build()
                .copy(
                        CopyRequest.builder()
                                .source(bucket, "source")
                                .destination(bucket, key)
                                .build(),
                        KnownSource.NOTHING)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private static ResponseBytes<GetObjectResponse> get(S3AsyncClient client, String bucket, String key) {
        return client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes())
                .join();
    }
}
