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
package org.example.copies;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.s3copy.camel.S3CopyComponent;
import io.s3copy.engine.CopyResult;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The application of docs/spring-boot.md, as it stands there, on a server over HTTP. */
@SpringBootTest
class ApplicationTest {

    private static final S3Server SERVER = S3ProxyServer.start();
    private static final S3AsyncClient CLIENT = SERVER.newClient();

    @Autowired
    private CamelContext camel;

    @Autowired
    private ProducerTemplate template;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        List.of("inbox", "archive")
                .forEach(bucket ->
                        CLIENT.createBucket(create -> create.bucket(bucket)).join());
        properties.add("camel.component.s3copy.override-endpoint", () -> true);
        properties.add("camel.component.s3copy.uri-endpoint-override", SERVER::endpoint);
        properties.add("camel.component.s3copy.force-path-style", SERVER::pathStyle);
        properties.add("camel.component.s3copy.region", SERVER::region);
        properties.add("camel.component.s3copy.access-key", SERVER::accessKey);
        properties.add("camel.component.s3copy.secret-key", SERVER::secretKey);
    }

    @AfterAll
    static void stop() throws Exception {
        CLIENT.close();
        SERVER.close();
    }

    private static String newObject() {
        String key = "a b+c/" + UUID.randomUUID();
        CLIENT.putObject(put -> put.bucket("inbox").key(key), AsyncRequestBody.fromString("content"))
                .join();
        return key;
    }

    private CopyResult archive(String key) {
        return template.requestBody("direct:archive", key, CopyResult.class);
    }

    @Test
    void routeCopies() {
        String key = newObject();

        assertThat(archive(key).isCopied()).isTrue();

        assertThat(CLIENT.headObject(head -> head.bucket("archive").key(key))
                        .join()
                        .contentLength())
                .isEqualTo(7);
    }

    @Test
    void optionsOfApplicationPropertiesAreHeeded() {
        String key = newObject();
        archive(key);

        assertThat(archive(key).skipped()).isEqualTo("the destination is the same");
        assertThat(camel.getComponent("s3copy", S3CopyComponent.class)
                        .getConfiguration()
                        .getRetryFor())
                .isEqualTo(600_000);
    }

    @Test
    void readinessTellsOfTheBucket() {
        assertThat(HealthCheckHelper.invokeReadiness(camel, "full"))
                .filteredOn(result -> result.getCheck().getId().startsWith("producer:s3copy-archive"))
                .singleElement()
                .extracting(HealthCheck.Result::getState)
                .isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void copiesAreMeasuredInTheRegistryOfTheActuator() {
        archive(newObject());

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains("s3copy.bytes");
    }
}
