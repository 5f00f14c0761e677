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
package io.s3copy.camel;

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class ManagedCopyRouteTest {

    private static final Map<String, Object> SOURCE =
            Map.of("CamelS3CopyCopySourceBucket", "in", "CamelS3CopyCopySourceKey", "key");

    private static Exchange send(DefaultCamelContext camel, String uri, Map<String, Object> headers) {
        return camel.createProducerTemplate()
                .request(uri, exchange -> exchange.getMessage().setHeaders(new HashMap<>(headers)));
    }

    private static DefaultCamelContext camel(S3AsyncClient client) {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("s3", client);
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
        return camel;
    }

    @Test
    void largeObjectsAreCopiedInPartsByTheSameRoute() throws Exception {
        S3Server server = S3Servers.s3proxy();
        byte[] content = new byte[11 << 20];
        try (S3AsyncClient client = server.newClient();
                DefaultCamelContext camel = camel(client)) {
            String bucket = server.newBucket(client);
            client.putObject(put -> put.bucket(bucket).key("large"), AsyncRequestBody.fromBytes(content))
                    .join();
            Exchange exchange = send(
                    camel,
                    "s3copy:" + bucket + "?operation=copy&key=copy&multipartThreshold=5MiB&partSize=5MiB",
                    Map.of("CamelS3CopyCopySourceBucket", bucket, "CamelS3CopyCopySourceKey", "large"));
            assertThat(exchange.getException()).isNull();
            CopyResult result = exchange.getMessage().getBody(CopyResult.class);
            assertThat(result.way()).isEqualTo(Way.MULTIPART);
            assertThat(result.parts()).isEqualTo(3);
            assertThat(exchange.getMessage().getHeader("CamelS3CopyResultETag", String.class))
                    .endsWith("-3\"");
            assertThat(client.getObject(get -> get.bucket(bucket).key("copy"), AsyncResponseTransformer.toBytes())
                            .join()
                            .asByteArray())
                    .isEqualTo(content);
        }
    }

    @Test
    void aMissingSourceIsSkippedWhereTheEndpointSaysSo() throws Exception {
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient client = server.newClient();
                DefaultCamelContext camel = camel(client)) {
            String bucket = server.newBucket(client);
            Exchange exchange = send(
                    camel,
                    "s3copy:" + bucket + "?operation=copy&key=copy&onMissing=skip",
                    Map.of("CamelS3CopyCopySourceBucket", bucket, "CamelS3CopyCopySourceKey", "none"));
            assertThat(exchange.getException()).isNull();
            CopyResult result = exchange.getMessage().getBody(CopyResult.class);
            assertThat(result.way()).isEqualTo(Way.SKIPPED);
            assertThat(result.skipped()).isEqualTo("the source does not exist");
        }
    }

    @Test
    void anExistingDestinationIsSkippedWhereTheEndpointSaysSo() throws Exception {
        try (RecordingS3 s3 = RecordingS3.start();
                S3AsyncClient client = s3.newClient();
                DefaultCamelContext camel = camel(client)) {
            Exchange exchange = send(camel, "s3copy:out?operation=copy&ifExists=skip", SOURCE);
            assertThat(exchange.getMessage().getBody(CopyResult.class).way()).isEqualTo(Way.SKIPPED);
            assertThat(s3.operations()).containsExactly(HEAD_OBJECT);
        }
    }

    @Test
    void aSizeFromAws2S3SavesTheHead() throws Exception {
        try (RecordingS3 s3 = RecordingS3.start();
                S3AsyncClient client = s3.newClient();
                DefaultCamelContext camel = camel(client)) {
            Map<String, Object> headers = Map.of(
                    "CamelAwsS3BucketName",
                    "in",
                    "CamelAwsS3Key",
                    "key",
                    "CamelAwsS3ContentLength",
                    1024L,
                    "CamelAwsS3ETag",
                    RecordingS3.ETAG.replace("\"", ""));
            Exchange exchange = send(camel, "s3copy:out?operation=copy&multipartThreshold=5MiB", headers);
            // the start of the endpoint looks at the bucket's lifecycle rules in the background
            assertThat(s3.operations())
                    .filteredOn(one -> one != S3Operation.GET_BUCKET_LIFECYCLE_CONFIGURATION)
                    .containsExactly(COPY_OBJECT);
            assertThat(exchange.getMessage().getBody(CopyResult.class).verified())
                    .isEqualTo(CopyResult.Verified.ETAG);
        }
    }

    @Test
    void aStopAbortsTheUploadsThatStillRun() throws Exception {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        try (RecordingS3 s3 = RecordingS3.start();
                S3AsyncClient client = s3.newClient();
                DefaultCamelContext camel = camel(client);
                ProducerTemplate template = camel.createProducerTemplate()) {
            s3.answer(HEAD_OBJECT, head -> Response.headObject(100L << 20, "\"planned\""));
            s3.answer(
                    UPLOAD_PART_COPY,
                    part -> Response.copyPartResult("\"part\"").heldUntil(slow));
            CompletableFuture<Exchange> copy = template.asyncSend(
                    "s3copy:out?operation=copy&multipartThreshold=5MiB&partSize=5MiB&maxPending=4&serviceTraits=aws",
                    exchange -> exchange.getMessage().setHeaders(new HashMap<>(SOURCE)));
            Awaitility.await().until(() -> s3.requests(UPLOAD_PART_COPY).size() == 4);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(camel::stop);
            slow.complete(null);
            stopped.join();
            assertThat(copy.join().getException()).isInstanceOf(CopyStoppedException.class);
            assertThat(s3.operations()).contains(ABORT_MULTIPART_UPLOAD);
            assertThat(s3.requests(UPLOAD_PART_COPY)).hasSizeLessThan(20);
        }
    }
}
