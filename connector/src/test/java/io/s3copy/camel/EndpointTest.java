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

import static io.s3copy.camel.dsl.endpoint.StaticEndpointBuilders.s3copy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.dsl.component.ComponentsBuilderFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The endpoint as Camel's own machinery sees it. */
class EndpointTest {

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void locationOfAnEndpointOfAwsIsItsRegion() {
        EndpointServiceLocation location =
                stub.camel().getEndpoint("s3copy:archive?region=eu-west-1", S3CopyEndpoint.class);
        assertThat(location.getServiceUrl()).isEqualTo("eu-west-1");
        assertThat(location.getServiceProtocol()).isEqualTo("s3");
        assertThat(location.getServiceMetadata()).isEqualTo(Map.of("bucket", "archive", "region", "eu-west-1"));
    }

    @Test
    void locationOfAnotherServiceIsItsUrl() {
        EndpointServiceLocation location = stub.camel()
                .getEndpoint(
                        "s3copy:archive?overrideEndpoint=true&uriEndpointOverride=https://s3.test:9000",
                        S3CopyEndpoint.class);
        assertThat(location.getServiceUrl()).isEqualTo("https://s3.test:9000");
        assertThat(location.getServiceMetadata()).isEqualTo(Map.of("bucket", "archive"));
    }

    @Test
    void endpointDslMakesTheRoute() throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy")
                        .to(s3copy("archive")
                                .keyPrefix("in/")
                                .storageClass("GLACIER_IR")
                                .advanced()
                                .journalLease("40s"));
            }
        });
        stub.copy();
        assertThat(stub.onlyCopy().key()).isEqualTo("in/a.txt");
        assertThat(stub.onlyCopy().header("x-amz-storage-class")).contains("GLACIER_IR");
    }

    @Test
    void componentDslRegistersTheComponent() throws Exception {
        ComponentsBuilderFactory.s3copy().storageClass("GLACIER").register(stub.camel(), "s3copy");
        stub.route("s3copy:archive");
        stub.copy();
        assertThat(stub.onlyCopy().header("x-amz-storage-class")).contains("GLACIER");
    }

    @Test
    void arnIsTheBucketAsWritten() {
        String arn = "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap";
        assertThat(stub.camel()
                        .getEndpoint("s3copy:" + arn, S3CopyEndpoint.class)
                        .getBucketNameOrArn())
                .isEqualTo(arn);
    }

    @Test
    void endpointThatFailsToStartLeavesNoThreadPool() {
        stub.camel().start();
        List<ThreadPoolExecutor> pools = new CopyOnWriteArrayList<>();
        stub.camel().addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onThreadPoolAdd(
                    CamelContext camel,
                    ThreadPoolExecutor pool,
                    String id,
                    String sourceId,
                    String routeId,
                    String threadPoolProfileId) {
                if (id.contains("S3CopyEndpoint")) {
                    pools.add(pool);
                }
            }
        });
        stub.camel().getRegistry().bind("broken", new MemoryStateRepository() {
            @Override
            protected void doStart() {
                throw new IllegalStateException("disk full");
            }
        });
        assertThatThrownBy(() -> stub.camel().getEndpoint("s3copy:archive?journal=#broken"))
                .hasRootCauseMessage("disk full");
        assertThat(pools).isNotEmpty().allMatch(ThreadPoolExecutor::isShutdown);
    }
}
