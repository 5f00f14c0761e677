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

import io.s3copy.testkit.CapturedLog;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/**
 * Secrets among the component's properties stay out of Camel's summary of its configuration, once the names that Camel
 * does not know are added to its own. (At DEBUG, Camel Main also logs each property as it is set, any secret in clear.)
 */
class SecretPropertiesTest {

    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    private static final List<String> SECRETS = List.of(KEY, "sEcReTkEy", "sEsSiOn");

    @Test
    void secretPropertiesOfTheComponentAreNotLogged() throws Exception {
        Main main = new Main();
        try (CapturedLog log =
                new CapturedLog(Map.of("io.s3copy", Level.TRACE, "org.apache.camel.main", Level.DEBUG))) {
            main.addInitialProperty("camel.component.s3copy.secret-key", "sEcReTkEy");
            main.addInitialProperty("camel.component.s3copy.session-token", "sEsSiOn");
            main.addInitialProperty("camel.component.s3copy.sse-customer-key", KEY);
            main.addInitialProperty("camel.component.s3copy.copy-source-s-s-e-customer-key", KEY);
            main.addInitialProperty("camel.main.auto-configuration-log-summary", "true");
            main.addInitialProperty(
                    "camel.main.additional-sensitive-keywords", "sseCustomerKey,copySourceSSECustomerKey");
            main.start();
            main.stop();
            List<String> summary = log.text()
                    .lines()
                    .filter(line -> line.contains("[camel-main]"))
                    .toList();
            assertThat(summary).anyMatch(line -> line.contains("camel.component.s3copy.secretKey = xxxxxx"));
            assertThat(summary).noneMatch(line -> SECRETS.stream().anyMatch(line::contains));
        }
    }
}
