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
import static org.awaitility.Awaitility.await;

import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readiness: the client reaches the destination bucket, and the source bucket that the endpoint names. */
class HealthCheckTest {

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private void start(boolean producersChecked, String uri) throws Exception {
        start(stub, producersChecked, uri);
    }

    private static void start(CamelOnStub stub, boolean producersChecked, String uri) throws Exception {
        HealthCheckRegistry registry = new DefaultHealthCheckRegistry(stub.camel());
        ProducersHealthCheckRepository producers = new ProducersHealthCheckRepository();
        producers.setEnabled(producersChecked);
        registry.register(producers);
        stub.camel().getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
        stub.route(uri);
    }

    private HealthCheck.Result only() {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invokeReadiness(stub.camel());
        assertThat(results).hasSize(1);
        return results.iterator().next();
    }

    @Test
    void bucketThatAnswersIsUp() throws Exception {
        start(true, "s3copy:archive");
        assertThat(only().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(stub.s3().only(S3Operation.HEAD_BUCKET).bucket()).isEqualTo("archive");
    }

    @Test
    void bucketThatRefusesIsDownWithStatusAndBucket() throws Exception {
        stub.s3().answer(S3Operation.HEAD_BUCKET, request -> Response.error(403, "AccessDenied", "no"));
        start(true, "s3copy:archive");
        HealthCheck.Result result = only();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).startsWith("bucket archive cannot be reached");
        assertThat(result.getDetails()).containsEntry("bucket", "archive").containsValue(403);
    }

    @Test
    void sourceBucketOfTheEndpointIsReachedToo() throws Exception {
        stub.s3()
                .answer(
                        S3Operation.HEAD_BUCKET,
                        request -> request.bucket().equals("inbox")
                                ? Response.error(404, "NoSuchBucket", "no")
                                : Response.empty(200));
        start(true, "s3copy:archive?copySourceBucket=inbox");
        HealthCheck.Result result = only();
        assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(result.getMessage().orElseThrow()).startsWith("bucket inbox cannot be reached");
        assertThat(result.getDetails()).containsAllEntriesOf(Map.of("bucket", "archive", "sourceBucket", "inbox"));
    }

    @Test
    void producersAreNotCheckedUnasked() throws Exception {
        start(false, "s3copy:archive");
        assertThat(HealthCheckHelper.invokeReadiness(stub.camel())).isEmpty();
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void componentCanLeaveItsProducersOut() throws Exception {
        stub.component().setHealthCheckProducerEnabled(false);
        start(true, "s3copy:archive");
        HealthCheckHelper.invokeReadiness(stub.camel());
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void producerThatStopsTakesNoOthersCheckWithIt() throws Exception {
        start(true, "s3copy:archive");
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:other").routeId("other").to("s3copy:archive?storageClass=GLACIER");
            }
        });
        stub.camel().getRouteController().stopRoute("other");
        assertThat(HealthCheckHelper.invokeReadiness(stub.camel())).hasSize(1);
    }

    @Test
    void checkIsNotALivenessCheck() throws Exception {
        start(true, "s3copy:archive");
        assertThat(HealthCheckHelper.invokeLiveness(stub.camel())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty", "crt"})
    void endpointThatIsMerelyBusyIsUp(String engine) throws Exception {
        CompletableFuture<Void> answers = new CompletableFuture<>();
        try (CamelOnStub busy = CamelOnStub.withCredentials()) {
            busy.s3()
                    .answer(
                            S3Operation.COPY_OBJECT,
                            request -> Response.copyObjectResult("\"e\"").heldUntil(answers));
            start(busy, true, "s3copy:archive?maxPending=2&httpEngine=" + engine);
            busy.sendAsync("direct:copy", 2, exchange -> {});
            await().until(() -> busy.s3().inFlight() == 2);
            assertThat(HealthCheckHelper.invokeReadiness(busy.camel()))
                    .singleElement()
                    .extracting(HealthCheck.Result::getState)
                    .isEqualTo(HealthCheck.State.UP);
            answers.complete(null);
        }
    }
}
