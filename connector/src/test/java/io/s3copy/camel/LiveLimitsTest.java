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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.s3copy.bulk.BulkResult;
import io.s3copy.bulk.run.RunLimits;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Limits of a run that are changed while it works. Copies wait until the test lets them go, so that they can be counted. */
class LiveLimitsTest {

    private static final int OBJECTS = 60;

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();
    private final BlockingQueue<CompletableFuture<Void>> held = new LinkedBlockingQueue<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        s3.answer(S3Operation.LIST_OBJECTS_V2, LiveLimitsTest::listing);
        s3.answer(S3Operation.COPY_OBJECT, request -> {
            CompletableFuture<Void> gate = new CompletableFuture<>();
            held.add(gate);
            return Response.copyObjectResult(RecordingS3.ETAG).heldUntil(gate);
        });
        camel.getRegistry().bind("client", client);
        camel.start();
    }

    @AfterEach
    void close() throws Exception {
        held.forEach(gate -> gate.complete(null));
        camel.close();
        client.close();
        s3.close();
    }

    private static Response listing(RecordedRequest request) {
        String contents = IntStream.range(0, OBJECTS)
                .mapToObj(i -> "<Contents><Key>%03d</Key><Size>10</Size><ETag>\"x\"</ETag>".formatted(i)
                        + "<LastModified>2026-01-01T00:00:00Z</LastModified></Contents>")
                .collect(Collectors.joining());
        return Response.xml(
                200,
                "<ListBucketResult><Name>" + request.bucket()
                        + "</Name><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>" + contents
                        + "</ListBucketResult>");
    }

    private void letGo(int copies) throws InterruptedException {
        for (int i = 0; i < copies; i++) {
            CompletableFuture<Void> gate = held.poll(30, TimeUnit.SECONDS);
            assertThat(gate).isNotNull();
            gate.complete(null);
        }
    }

    @Test
    void limitThatIsTakenAwayWakesWhatSleepsByIt() throws Exception {
        S3CopyEndpoint endpoint = camel.getEndpoint(
                "s3copy:out?operation=copyPrefix&copySourceBucket=in&maxPending=8&bytesPerSecond=1&amazonS3AsyncClient=#client",
                S3CopyEndpoint.class);
        CompletableFuture<BulkResult> run =
                camel.createProducerTemplate().asyncRequestBody(endpoint, null, BulkResult.class);
        await().until(() -> !s3.requests(S3Operation.LIST_OBJECTS_V2).isEmpty());

        // at a byte a second, eight objects of ten bytes would take minutes
        endpoint.limit(new RunLimits(null, null, 0L));
        await().untilAsserted(() -> assertThat(held).hasSize(8));
        letGo(OBJECTS);
        assertThat(run.get(60, TimeUnit.SECONDS).objects()).isEqualTo(OBJECTS);
    }

    @Test
    void widthIsChangedWhileTheRunWorks() throws Exception {
        S3CopyEndpoint endpoint = camel.getEndpoint(
                "s3copy:out?operation=copyPrefix&copySourceBucket=in&maxPending=8&amazonS3AsyncClient=#client",
                S3CopyEndpoint.class);
        CompletableFuture<BulkResult> run =
                camel.createProducerTemplate().asyncRequestBody(endpoint, null, BulkResult.class);
        await().untilAsserted(() -> assertThat(held).hasSize(8));

        assertThatThrownBy(() -> endpoint.limit(new RunLimits(9, null, null)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("maxPending = '9': while a run works it can be 1 to 8");
        assertThatThrownBy(() -> endpoint.limit(new RunLimits(null, -1L, null)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("requestsPerSecond = '-1': must be 0 or more");

        endpoint.limit(new RunLimits(2, null, null));
        letGo(8);
        await().untilAsserted(() -> assertThat(held).hasSize(2));
        for (int i = 0; i < 6; i++) {
            letGo(1);
            await().untilAsserted(() -> assertThat(held).hasSize(2));
        }

        endpoint.limit(new RunLimits(8, 0L, 0L));
        await().untilAsserted(() -> assertThat(held).hasSize(8));
        letGo(OBJECTS - 8 - 6);
        assertThat(run.get(60, TimeUnit.SECONDS).objects()).isEqualTo(OBJECTS);
    }
}
