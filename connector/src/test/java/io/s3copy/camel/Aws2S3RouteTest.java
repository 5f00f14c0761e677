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

import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.aws2.s3.AWS2S3Component;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What camel-aws2-s3 consumed, the next step copies: its headers name the source. */
class Aws2S3RouteTest {

    @Test
    void copiesWhatAws2S3ConsumedWithoutItsBody() throws Exception {
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient client = server.newClient();
                S3Client blocking = S3Client.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.of(server.region()))
                        .credentialsProvider(StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                        .forcePathStyle(true)
                        .build();
                DefaultCamelContext camel = new DefaultCamelContext()) {
            String inbox = server.newBucket(client);
            String archive = server.newBucket(client);
            client.putObject(put -> put.bucket(inbox).key("a b+c?.txt"), AsyncRequestBody.fromString("hello"))
                    .join();
            camel.getRegistry().bind("s3", client);
            camel.getComponent("aws2-s3", AWS2S3Component.class)
                    .getConfiguration()
                    .setAmazonS3Client(blocking);
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("aws2-s3:" + inbox + "?ignoreBody=true&deleteAfterRead=false&delay=200")
                            .to("s3copy:" + archive + "?keyPrefix=from/");
                }
            });
            camel.start();
            await().atMost(20, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(client.getObject(
                                            get -> get.bucket(archive).key("from/a b+c?.txt"),
                                            AsyncResponseTransformer.toBytes())
                                    .join()
                                    .asUtf8String())
                            .isEqualTo("hello"));
        }
    }
}
