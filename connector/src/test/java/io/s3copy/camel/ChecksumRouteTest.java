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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.Quirk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Checksums compared, where ETags are of parts and tell nothing. */
@Tag("sdk")
class ChecksumRouteTest {

    private static final int PART = 5 << 20;
    private static final int KEYS = 8;

    /** The same content in two parts and in one, under several keys. */
    private static BulkResult check(S3Server server, S3AsyncClient client, int keys) throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            String source = server.newBucket(client);
            String destination = server.newBucket(client);
            camel.getRegistry().bind("s3", client);
            camel.start();
            byte[] content = new byte[PART + 1];
            IntStream.range(0, keys).forEach(key -> {
                inParts(client, source, "key " + key, content);
                client.putObject(put -> put.bucket(destination).key("key " + key), AsyncRequestBody.fromBytes(content))
                        .join();
            });
            return camel.createProducerTemplate()
                    .requestBody(
                            "s3copy:" + destination + "?copySourceBucket=" + source
                                    + "&operation=check&check=checksum&maxPending=1",
                            null,
                            BulkResult.class);
        }
    }

    private static void inParts(S3AsyncClient client, String bucket, String key, byte[] content) {
        String upload = client.createMultipartUpload(
                        create -> create.bucket(bucket).key(key))
                .join()
                .uploadId();
        List<CompletedPart> parts = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> {
                    int from = (number - 1) * PART;
                    int length = Math.min(PART, content.length - from);
                    String eTag = client.uploadPart(
                                    part -> part.bucket(bucket)
                                            .key(key)
                                            .uploadId(upload)
                                            .partNumber(number),
                                    AsyncRequestBody.fromBytes(Arrays.copyOfRange(content, from, from + length)))
                            .join()
                            .eTag();
                    return CompletedPart.builder().partNumber(number).eTag(eTag).build();
                })
                .toList();
        client.completeMultipartUpload(complete ->
                        complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(done -> done.parts(parts)))
                .join();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void whatNothingProvesIsUnprovableAndNoFailure(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            BulkResult result = check(server, client, 3);
            assertThat(result.finished()).isTrue();
            assertThat(result.counts().objects(What.UNPROVABLE)).isEqualTo(3);
            assertThat(result.counts().of(What.UNPROVABLE).codes()).isEqualTo(Map.of("checksum", 3L));
        }
    }

    /** Copies objects in parts, and checks them at a server of which HEAD tells no checksums. */
    private static BulkResult copiedAndChecked(Quirk... quirks) throws Exception {
        try (FaultyS3 server = FaultyS3.start()
                        .with(Quirk.REFUSES_CHECKSUM_MODE)
                        .with(quirks)
                        .bucket("in")
                        .bucket("out");
                S3AsyncClient client = server.newClient();
                DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("s3", client);
            camel.start();
            IntStream.range(0, KEYS).forEach(key -> server.put("in", "key " + key, 12L << 20));
            ProducerTemplate template = camel.createProducerTemplate();
            template.requestBody(
                    "s3copy:out?copySourceBucket=in&operation=copyPrefix&multipartThreshold=5MiB&partSize=5MiB",
                    (Object) null);
            server.put("out", "key 0", 12L << 20);
            return template.requestBody(
                    "s3copy:out?copySourceBucket=in&operation=check&check=checksum&maxPending=1",
                    null,
                    BulkResult.class);
        }
    }

    @Test
    void checksumsComeFromAttributesWhereHeadTellsNone() throws Exception {
        BulkResult result = copiedAndChecked();
        assertThat(result.counts().objects(What.SAME)).isEqualTo(KEYS - 1);
        assertThat(result.counts().objects(What.DIFFERS)).isEqualTo(1);
        assertThat(result.requests().byCall()).containsEntry("GetObjectAttributes", 2L * (KEYS - 1));
    }

    @Test
    void aServiceThatDoesNotKnowAttributesIsNotAskedForEach() throws Exception {
        BulkResult result = copiedAndChecked(Quirk.UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT);
        assertThat(result.counts().objects(What.UNPROVABLE)).isEqualTo(KEYS - 1);
        assertThat(result.requests().byCall().get("GetObjectAttributes")).isLessThanOrEqualTo(2);
    }
}
