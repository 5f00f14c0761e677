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
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.parameter.InvalidParameterException;
import org.apache.camel.impl.DefaultCamelContext;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret that stands in an endpoint URI is refused however it is spelled, and nothing repeats it. */
class SecretInUriTest {

    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @AfterEach
    void close() {
        camel.stop();
    }

    private Throwable refusal(String uri) {
        return catchThrowable(() -> camel.getEndpoint(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secretKey=%s",
                "sessionToken=%s",
                "sseCustomerKey=%s",
                "copySourceSSECustomerKey=%s",
                "secretKey=RAW(%s)",
                "sseCustomerKey=RAW{%s}",
                "secretkey=%s",
                "ssecustomerkey=%s",
                "secret-key=%s",
                "sse-customer-key=%s",
                "configuration.secretKey=%s",
                "configuration.sseCustomerKey=%s",
                "secretKey=#valueAs(java.lang.String):%s"
            })
    void literalSecretIsRefusedAndNotRepeated(String options) {
        Throwable refusal = refusal("s3copy:archive?storageClass=GLACIER&" + options.replace("%s", SECRET));
        assertThat(refusal).hasRootCauseInstanceOf(InvalidParameterException.class);
        assertThat(refusal).rootCause().message().contains("secret");
        assertThat(refusal).hasStackTraceContaining("storageClass=GLACIER");
        assertThat(Throwables.getStackTrace(refusal)).doesNotContain(SECRET);
    }
}
