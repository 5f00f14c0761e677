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

import io.s3copy.camel.operation.RequestWindows;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A window belongs to a client and a bucket, as long as an endpoint uses it. */
class RequestWindowsTest {

    private static final int MAX = 4;

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient one = s3.newClient();
    private final S3AsyncClient other = s3.newClient();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CompletableFuture<Void> held = new CompletableFuture<>();

    @BeforeEach
    void start() {
        camel.getShutdownStrategy().setTimeout(5);
        camel.getRegistry().bind("one", one);
        camel.getRegistry().bind("other", other);
        camel.start();
    }

    @AfterEach
    void close() {
        held.complete(null);
        camel.stop();
        one.close();
        other.close();
        s3.close();
    }

    private RequestWindows windows() {
        return camel.getComponent("s3copy", S3CopyComponent.class).shared().windows();
    }

    private static String uri(String bucket, String client, String more) {
        return "s3copy:" + bucket + "?operation=copy&maxPending=" + MAX + "&amazonS3AsyncClient=#" + client + more;
    }

    /** Sends twice as many copies to each endpoint as a window has places, and counts what arrives. */
    private int inFlight(String... uris) {
        s3.answer(
                S3Operation.COPY_OBJECT,
                any -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(held));
        ProducerTemplate template = camel.createProducerTemplate();
        for (String uri : uris) {
            CamelOnStub.endpoint(camel, uri);
        }
        int expected = MAX * windows().size();
        CompletableFuture<?>[] copies = IntStream.range(0, uris.length * MAX)
                .mapToObj(i -> template.asyncSend(
                        uris[i % uris.length],
                        exchange -> exchange.getMessage()
                                .setHeaders(CamelOnStub.with(Map.of("CamelS3CopyCopySource", "in/" + i)))))
                .toArray(CompletableFuture[]::new);
        Awaitility.await().until(() -> s3.inFlight() >= expected);
        held.complete(null);
        CompletableFuture.allOf(copies).join();
        for (CompletableFuture<?> copy : copies) {
            assertThat(((Exchange) copy.join()).getException()).isNull();
        }
        return s3.mostInFlight();
    }

    @Test
    void twoEndpointsToOneBucketWithOneClientShareAWindow() {
        assertThat(inFlight(uri("out", "one", "&keyPrefix=a/"), uri("out", "one", "&keyPrefix=b/")))
                .isEqualTo(MAX);
    }

    @Test
    void anotherBucketHasItsOwnWindow() {
        assertThat(inFlight(uri("out", "one", ""), uri("elsewhere", "one", ""))).isEqualTo(2 * MAX);
    }

    @Test
    void anotherClientHasItsOwnWindow() {
        assertThat(inFlight(uri("out", "one", ""), uri("out", "other", ""))).isEqualTo(2 * MAX);
    }

    @Test
    void theWindowGoesWithTheLastEndpointThatUsesIt() throws Exception {
        S3CopyEndpoint first = CamelOnStub.endpoint(camel, uri("out", "one", "&keyPrefix=a/"));
        S3CopyEndpoint second = CamelOnStub.endpoint(camel, uri("out", "one", "&keyPrefix=b/"));
        assertThat(windows().size()).isEqualTo(1);
        camel.removeEndpoint(first);
        assertThat(windows().size()).isEqualTo(1);
        camel.removeEndpoint(second);
        assertThat(windows().size()).isZero();
    }

    @Test
    void clientsThatAreEqualAreNotOne() {
        RequestWindows windows = new RequestWindows();
        RequestWindows.Use mine = windows.use(new EqualToAll(), "out", MAX);
        RequestWindows.Use another = windows.use(new EqualToAll(), "out", MAX);
        assertThat(mine.window()).isNotSameAs(another.window());
    }

    @Test
    void aUseThatIsClosedTwiceIsGivenBackOnce() {
        RequestWindows windows = new RequestWindows();
        RequestWindows.Use mine = windows.use(one, "out", MAX);
        RequestWindows.Use another = windows.use(one, "out", MAX);
        mine.close();
        mine.close();
        assertThat(windows.use(one, "out", MAX).window()).isSameAs(another.window());
    }

    /** As proxies of dependency injection may be. */
    private static final class EqualToAll implements S3AsyncClient {

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}

        @Override
        public boolean equals(Object any) {
            return any instanceof EqualToAll;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
