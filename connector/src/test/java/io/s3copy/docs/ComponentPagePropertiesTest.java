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
package io.s3copy.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingProxy;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Operation;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts Camel on every block of properties on the component page, and copies an object. */
class ComponentPagePropertiesTest {

    private static final String COMPONENT = "camel.component.s3copy.";

    private RecordingS3 stub;
    private RecordingProxy proxy;

    /** What a copy on the example's properties did. */
    private record Copied(CamelContext context, RecordedRequest request, RecordingProxy proxy, RecordingS3 stub) {
        String header(String name) {
            return request.header(name).orElseThrow();
        }
    }

    private static final Map<String, Consumer<Copied>> CHECKS = Map.of(
            "component-properties",
            copied -> assertThat(copied.header("Authorization"))
                    .contains("Credential=page-access/")
                    .contains("/eu-west-1/s3/"),
            "customer-key-properties",
            copied -> assertThat(copied.header("x-amz-server-side-encryption-customer-key"))
                    .isEqualTo("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
            "other-service-properties",
            copied -> assertThat(copied.request().rawPath()).isEqualTo("/archive/report.csv"),
            "session-credentials-properties",
            copied -> assertThat(copied.header("X-Amz-Security-Token")).isEqualTo("page-token"),
            "source-region-properties",
            copied -> {
                assertThat(copied.header("Authorization")).contains("/us-east-1/s3/");
                assertThat(copied.stub().only(S3Operation.DELETE_OBJECT).header("Authorization"))
                        .hasValueSatisfying(signature -> assertThat(signature).contains("/eu-west-1/s3/"));
            },
            "http-properties",
            copied -> assertThat(copied.proxy().requests()).isNotEmpty(),
            "health-properties",
            copied -> assertThat(HealthCheckHelper.invokeReadiness(copied.context(), "full"))
                    .filteredOn(result -> result.getCheck().getId().equals("producer:s3copy-archive-copy"))
                    .extracting(HealthCheck.Result::getState)
                    .containsExactly(HealthCheck.State.UP));

    static Stream<PageExample> examples() {
        return PageExample.all().stream().filter(example -> example.language().equals("properties"));
    }

    @BeforeEach
    void start() {
        stub = RecordingS3.start();
        proxy = RecordingProxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
        stub.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void propertiesDoWhatThePageSays(PageExample example) throws Exception {
        Main main = new Main();
        main.setInitialProperties(properties(example));
        main.configure().addRoutesBuilder(copyRoute());
        try {
            main.start();
            Exchange exchange = main.getCamelContext().createProducerTemplate().request("direct:copy", any -> {});
            assertThat(exchange.getException()).isNull();
            CHECKS.get(example.name())
                    .accept(new Copied(main.getCamelContext(), stub.only(S3Operation.COPY_OBJECT), proxy, stub));
        } finally {
            main.stop();
        }
    }

    @Test
    void everyExampleHasACheck() {
        Set<String> names = examples().map(PageExample::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isEqualTo(new TreeSet<>(CHECKS.keySet()));
    }

    /** The example's, what its placeholders stand for, and the stub as the service unless the example names one. */
    private Properties properties(PageExample example) throws Exception {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "s3.endpoint", stub.endpoint().toString(),
                "s3.accessKey", "page-access",
                "s3.secretKey", "page-secret",
                "aws.accessKey", "page-access",
                "aws.secretKey", "page-secret",
                "aws.sessionToken", "page-token",
                "archive.key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "proxy.host", proxy.host(),
                "proxy.port", String.valueOf(proxy.port())));
        // the stub answers as AWS does, at an address that is not AWS's
        properties.setProperty("camel.component.s3copy.service-traits", "aws");
        properties.putAll(Map.of(
                COMPONENT + "override-endpoint",
                "true",
                COMPONENT + "uri-endpoint-override",
                stub.endpoint().toString(),
                COMPONENT + "force-path-style",
                "true",
                COMPONENT + "region",
                "us-east-1",
                COMPONENT + "access-key",
                "page-access",
                COMPONENT + "secret-key",
                "page-secret"));
        properties.load(new StringReader(example.code()));
        return properties;
    }

    private static RouteBuilder copyRoute() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy")
                        .setHeader(CopyParameter.COPY_SOURCE.header(), constant("inbox/report.csv"))
                        .to("s3copy:archive");
            }
        };
    }
}
