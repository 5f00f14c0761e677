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
package io.s3copy.app.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementUrlTest {

    private static String url(String host, String property, String value) {
        return ManagementUrl.of(
                new SmallRyeConfigBuilder()
                        .withDefaultValues(Map.of("quarkus.management.host", host, property, value))
                        .build(),
                9000);
    }

    @Test
    void isPlainUnlessItHasACertificate() {
        assertThat(url("127.0.0.1", "quarkus.http.ssl.certificate.files", "page.crt"))
                .as("the page's certificate is the page's")
                .isEqualTo("http://127.0.0.1:9000/q/");
        assertThat(url("127.0.0.1", "quarkus.tls.key-store.sni", "false"))
                .as("a default of Quarkus's")
                .startsWith("http://");
        assertThat(url("::1", "x", "y")).isEqualTo("http://[::1]:9000/q/");
        assertThat(url("0.0.0.0", "quarkus.management.tls-configuration-name", "own"))
                .isEqualTo("https://0.0.0.0:9000/q/");
        assertThat(url("0.0.0.0", "quarkus.tls.key-store.p12.path", "all.p12")).startsWith("https://");
        assertThat(url("0.0.0.0", "quarkus.tls.key-store.p12.path", "")).startsWith("http://");
    }
}
