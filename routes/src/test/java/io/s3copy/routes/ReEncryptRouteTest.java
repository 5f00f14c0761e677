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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** On S3Mock, which keeps what it was told of encryption; S3Proxy does not. */
class ReEncryptRouteTest {

    private final S3Objects buckets = new S3Objects(S3Servers.s3mock());
    private final String bucket = buckets.create();

    @AfterEach
    void stop() {
        buckets.close();
    }

    private void run(Map<String, String> options) {
        run(S3Servers.s3mock(), options);
    }

    /** Runs the route until a run has ended. */
    private void run(S3Server server, Map<String, String> options) {
        RouteRun run = RouteRun.start(
                "re-encrypt",
                server,
                S3Objects.listing(server),
                Map.of(
                        "re-encrypt.bucket", bucket,
                        "re-encrypt.encryption", "AES256",
                        "re-encrypt.prefix", "in/",
                        "re-encrypt.runs", "100",
                        "re-encrypt.period", "300"),
                options);
        try {
            RunCounter counter = new RunCounter(run.camel(), "re-encrypt");
            await().until(() -> counter.runs() >= 1);
        } finally {
            run.close();
        }
    }

    private HeadObjectResponse head(String key) {
        return buckets.client()
                .headObject(object -> object.bucket(bucket).key(key))
                .join();
    }

    private void put(String key) {
        buckets.client()
                .putObject(
                        object -> object.bucket(bucket)
                                .key(key)
                                .storageClass("STANDARD_IA")
                                .metadata(Map.of("colour", "blue")),
                        AsyncRequestBody.fromString("content"))
                .join();
    }

    @Test
    void objectsUnderThePrefixAreEncryptedAnewAndKeepTheRest() {
        put("in/a b%41");
        put("out/a");
        run(Map.of());
        HeadObjectResponse after = head("in/a b%41");
        assertThat(after.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(after.storageClass()).isEqualTo(StorageClass.STANDARD_IA);
        assertThat(after.metadata()).containsEntry("colour", "blue");
        assertThat(buckets.content(bucket, "in/a b%41")).isEqualTo("content");
        assertThat(head("out/a").serverSideEncryption()).isNull();
    }

    @Test
    void objectThatIsEncryptedSoIsLeftAlone() {
        put("in/a");
        run(Map.of());
        Instant written = head("in/a").lastModified();
        put("in/b");
        await().until(() -> Instant.now().isAfter(written.plusSeconds(1)));
        run(Map.of());
        assertThat(head("in/a").lastModified()).isEqualTo(written);
        assertThat(head("in/b").serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
    }

    @Test
    void copyIsOfTheObjectThatWasLookedAtAndNamesTheKey() {
        String key = "arn:aws:kms:us-east-1:123456789012:key/new";
        try (RecordingS3 s3 = RecordingS3.start()) {
            s3.answer(S3Operation.LIST_OBJECTS_V2, Listed.keys(List.of("in/new", "in/old")))
                    .answer(
                            S3Operation.HEAD_OBJECT,
                            head -> Response.headObject(RecordingS3.CONTENT_LENGTH, RecordingS3.ETAG)
                                    .withHeader("x-amz-server-side-encryption", "aws:kms")
                                    .withHeader(
                                            "x-amz-server-side-encryption-aws-kms-key-id",
                                            head.key().endsWith("new") ? key : key + "-older"));
            run(
                    s3,
                    Map.of(
                            "re-encrypt.encryption", "aws:kms",
                            "re-encrypt.key", key,
                            "re-encrypt.bucket-key", "true"));
            assertThat(s3.requests(S3Operation.COPY_OBJECT)).isNotEmpty().allSatisfy(copy -> {
                assertThat(copy.key()).isEqualTo("in/old");
                assertThat(copy.header("x-amz-server-side-encryption")).contains("aws:kms");
                assertThat(copy.header("x-amz-server-side-encryption-aws-kms-key-id"))
                        .contains(key);
                assertThat(copy.header("x-amz-server-side-encryption-bucket-key-enabled"))
                        .contains("true");
                assertThat(copy.header("x-amz-copy-source-if-match")).contains(RecordingS3.ETAG);
                assertThat(copy.header("If-Match")).contains(RecordingS3.ETAG);
            });
        }
    }
}
