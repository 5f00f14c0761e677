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
package io.s3copy.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is put into the stub over HTTP is kept, and read back as it went through copies. */
class FaultyS3SentContentTest {

    private FaultyS3 s3;
    private S3AsyncClient client;

    @BeforeEach
    void start() {
        s3 = FaultyS3.start();
        client = s3.newClient();
        client.createBucket(create -> create.bucket("inbox")).join();
        put("key", "0123456789");
    }

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private void put(String key, String text) {
        client.putObject(put -> put.bucket("inbox").key(key), AsyncRequestBody.fromString(text))
                .join();
    }

    private String text(String key, String range) {
        return client.getObject(get -> get.bucket("inbox").key(key).range(range), AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String();
    }

    @Test
    void textIsReadBackWholeAndByRange() {
        assertThat(text("key", null)).isEqualTo("0123456789");
        assertThat(text("key", "bytes=3-5")).isEqualTo("345");
    }

    @Test
    void copiesHaveTheTextOfTheirSource() {
        client.copyObject(copy -> copy.sourceBucket("inbox")
                        .sourceKey("key")
                        .destinationBucket("inbox")
                        .destinationKey("copy"))
                .join();
        put("key", "another");
        assertThat(text("copy", null)).isEqualTo("0123456789");
    }

    @Test
    void equalTextHasOneETagAndOtherTextAnother() {
        put("same", "0123456789");
        put("other", "9876543210");
        assertThat(eTag("same")).isEqualTo(eTag("key"));
        assertThat(eTag("other")).isNotEqualTo(eTag("key"));
    }

    private String eTag(String key) {
        return client.headObject(head -> head.bucket("inbox").key(key)).join().eTag();
    }

    @Test
    void onlyAnEmptyBucketIsDeleted() {
        assertThatThrownBy(() ->
                        client.deleteBucket(delete -> delete.bucket("inbox")).join())
                .hasRootCauseInstanceOf(S3Exception.class)
                .hasMessageContaining("409");
        client.deleteObject(delete -> delete.bucket("inbox").key("key")).join();
        client.deleteBucket(delete -> delete.bucket("inbox")).join();
        assertThatThrownBy(() -> client.headBucket(head -> head.bucket("inbox")).join())
                .hasMessageContaining("404");
    }
}
