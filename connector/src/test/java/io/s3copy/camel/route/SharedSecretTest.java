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
package io.s3copy.camel.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {

    private static final String SECRET = "0123456789:abcdé";

    private final SharedSecret shared = new SharedSecret();

    private boolean matches(String authorization) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("Authorization", authorization);
        return shared.matches(exchange);
    }

    private static String basic(String text) {
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void secretMatchesAsTokenAndAsPassword() {
        shared.setSecret(SECRET);
        assertThat(matches("Bearer " + SECRET)).isTrue();
        assertThat(matches("bearer  " + SECRET)).isTrue();
        assertThat(matches(basic("user:" + SECRET))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer 0123456789:abcd",
                "0123456789:abcdé",
                "Digest 0123456789:abcdé",
                "Basic",
                "Basic ***",
                "Basic dXNlcg=="
            })
    void anythingElseDoesNot(String authorization) {
        shared.setSecret(SECRET);
        assertThat(matches(authorization)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Basic ", "Basic Og=="})
    void unsetSecretMatchesNothing(String authorization) {
        assertThat(matches(authorization)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "                    ", "short"})
    void secretThatCouldBeGuessedIsRefused(String secret) {
        assertThatThrownBy(() -> shared.setSecret(secret))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The secret must have 16 characters at least");
    }

    @Test
    void textOfTheBeanDoesNotShowIt() {
        shared.setSecret(SECRET);
        assertThat(shared).hasToString("SharedSecret");
    }
}
