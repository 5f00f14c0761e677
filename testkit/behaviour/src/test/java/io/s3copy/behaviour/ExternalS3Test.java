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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Server;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The service of the system properties, and the keys that they give it. */
@Isolated("sets the system properties that name the service")
class ExternalS3Test {

    private final Properties before = new Properties();
    private RecordingS3 s3;

    @BeforeEach
    void start() {
        before.putAll(System.getProperties());
        s3 = RecordingS3.start();
    }

    @AfterEach
    void close() {
        System.setProperties(before);
        s3.close();
    }

    @Test
    void temporaryKeysAreSentWithTheirToken() {
        Map.of(
                        "endpoint", s3.endpoint().toString(),
                        "accessKey", "temporary",
                        "secretKey", "secret",
                        "sessionToken", "token-of-an-hour")
                .forEach((name, value) -> System.setProperty("s3copy.test." + name, value));

        S3Server server = ExternalS3.fromProperties().orElseThrow();
        try (S3AsyncClient client = server.newClient()) {
            client.headObject(head -> head.bucket("bucket").key("key")).join();
        }

        assertThat(s3.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("x-amz-security-token")).contains("token-of-an-hour"));
    }
}
