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

import io.s3copy.engine.CopyResult;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** An S3AsyncClient among the beans of the application is the component's client. */
@SpringBootTest(
        properties = {
            "spring.config.location=optional:classpath:/none/",
            "camel.component.s3copy.if-exists=skipIfSame"
        })
class OwnClientTest {

    private static final S3Server SERVER = S3ProxyServer.start();

    @TestConfiguration
    static class Clients {

        @Bean
        S3AsyncClient s3() {
            return SERVER.newClient();
        }
    }

    @Autowired
    private S3AsyncClient client;

    @Autowired
    private ProducerTemplate template;

    @AfterAll
    static void stop() throws Exception {
        SERVER.close();
    }

    @Test
    void beanIsUsed() {
        List.of("inbox", "archive")
                .forEach(bucket ->
                        client.createBucket(create -> create.bucket(bucket)).join());
        client.putObject(put -> put.bucket("inbox").key("a"), AsyncRequestBody.fromString("content"))
                .join();

        assertThat(template.requestBody("direct:archive", "a", CopyResult.class).isCopied())
                .isTrue();
    }
}
