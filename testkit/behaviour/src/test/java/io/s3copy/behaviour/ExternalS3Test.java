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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Server;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

        S3Server server = ExternalS3.named(Map.of()).orElseThrow();
        try (S3AsyncClient client = server.newClient()) {
            client.headObject(head -> head.bucket("bucket").key("key")).join();
        }

        assertThat(s3.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.header("x-amz-security-token")).contains("token-of-an-hour"));
    }

    private static void set(String option, String value) {
        System.setProperty("s3copy.test." + option, value);
    }

    @Test
    void keysComeFromTheEnvironmentUnlessPropertiesGiveThem() {
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "token");
        set("endpoint", s3.endpoint().toString());
        S3Server server = ExternalS3.named(environment).orElseThrow();
        assertThat(List.of(server.accessKey(), server.secretKey())).containsExactly("id", "secret");
        assertThat(server.sessionToken()).contains("token");

        set("accessKey", "other");
        set("secretKey", "other-secret");
        S3Server other = ExternalS3.named(environment).orElseThrow();
        assertThat(List.of(other.accessKey(), other.secretKey())).containsExactly("other", "other-secret");
        assertThat(other.sessionToken()).isEmpty();
    }

    @Test
    void halfAPairOfKeysIsRefused() {
        set("endpoint", s3.endpoint().toString());
        assertThatThrownBy(() -> ExternalS3.named(Map.of("AWS_ACCESS_KEY_ID", "id")))
                .hasMessage("The service needs keys: set the environment variable AWS_SECRET_ACCESS_KEY");
        set("accessKey", "id");
        assertThatThrownBy(() -> ExternalS3.named(Map.of("AWS_SECRET_ACCESS_KEY", "secret")))
                .hasMessage("The service needs keys: set -Ds3copy.test.secretKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ceph.example:8080", "s3://bucket", "http://", "http://h/path", "http://a b"})
    void anEndpointThatIsNoUrlOfAServiceIsRefused(String endpoint) {
        set("endpoint", endpoint);
        assertThatThrownBy(() -> ExternalS3.named(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(endpoint)
                .hasMessageContaining("http://ceph.example:8080");
    }

    @Test
    void aPathStyleThatIsNeitherTrueNorFalseIsRefused() {
        set("endpoint", s3.endpoint().toString());
        set("pathStyle", "no");
        assertThatThrownBy(() -> ExternalS3.named(Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "s")))
                .hasMessage("The option pathStyle is no. Write true or false");
    }
}
