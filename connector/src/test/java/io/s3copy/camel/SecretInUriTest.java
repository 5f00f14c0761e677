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

/**
 * A customer key that stands in an endpoint URI is refused however it is spelled, and nothing repeats it: Camel masks no
 * customer keys. (Of credentials it does, {@link CredentialsInUriTest}.)
 */
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
                "sseCustomerKey=%s",
                "copySourceSSECustomerKey=%s",
                "sseCustomerKey=RAW(%s)",
                "sseCustomerKey=RAW{%s}",
                "ssecustomerkey=%s",
                "sse-customer-key=%s",
                "configuration.sseCustomerKey=%s",
                "sseCustomerKey=#valueAs(java.lang.String):%s"
            })
    void literalSecretIsRefusedAndNotRepeated(String options) {
        Throwable refusal = refusal("s3copy:archive?storageClass=GLACIER&" + options.replace("%s", SECRET));
        assertThat(refusal).hasRootCauseInstanceOf(InvalidParameterException.class);
        assertThat(refusal).rootCause().message().contains("a customer key may not stand in an endpoint URI");
        assertThat(refusal).hasStackTraceContaining("storageClass=GLACIER");
        assertThat(Throwables.getStackTrace(refusal)).doesNotContain(SECRET);
    }
}
