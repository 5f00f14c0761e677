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

import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.S3Server;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The first thing a user does: a route that copies an object. */
class CopyRouteTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void routeCopiesAnObjectOnTheServersSide(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient();
                DefaultCamelContext camel = new DefaultCamelContext()) {
            String bucket = server.newBucket(client);
            client.putObject(put -> put.bucket(bucket).key("in/a b+c.txt"), AsyncRequestBody.fromString("hello"))
                    .join();
            camel.getRegistry().bind("s3", client);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:copy").to("s3copy:" + bucket + "?keyPrefix=out/&stripPrefix=in/");
                }
            });
            camel.start();
            Exchange exchange = camel.createProducerTemplate()
                    .request(
                            "direct:copy",
                            in -> in.getMessage()
                                    .setHeaders(Map.of(
                                            "CamelS3CopyCopySourceBucket",
                                            bucket,
                                            "CamelS3CopyCopySourceKey",
                                            "in/a b+c.txt")));
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getHeader(CopyParameter.RESULT_ETAG.header()))
                    .isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
            assertThat(client.getObject(
                                    get -> get.bucket(bucket).key("out/a b+c.txt"), AsyncResponseTransformer.toBytes())
                            .join()
                            .asUtf8String())
                    .isEqualTo("hello");
        }
    }
}
