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

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer key does not stay readable in a message, whatever became of it. */
class CustomerKeyMaskTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String HEADER = "CamelS3CopySSECustomerKey";
    private static final String SOURCE = "CamelS3CopyCopySource";

    private static Exchange send(String options, @Nullable Object body, Map<String, Object> headers) throws Exception {
        try (CamelOnStub stub = CamelOnStub.withClient().route("s3copy:archive?" + options)) {
            return stub.template().request("direct:copy", exchange -> {
                exchange.getMessage().setHeaders(new HashMap<>(headers));
                exchange.getMessage().setBody(body);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"headerParameters=all", "headerParameters=source", "headerParameters=none"})
    void headerIsMaskedWhetherOrNotItIsRead(String options) throws Exception {
        Exchange exchange = send(options, null, Map.of(SOURCE, "inbox/k", HEADER, KEY));
        assertThat(exchange.getMessage().getHeader(HEADER)).hasToString("*****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"headerParameters=all", "headerParameters=none"})
    void headerThatCannotBeReadIsMaskedToo(String options) throws Exception {
        String hex = HexFormat.of().formatHex(KEY.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Exchange exchange = send(options, null, Map.of(SOURCE, "inbox/k", HEADER, hex));
        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getException().getMessage()).doesNotContain(hex);
        assertThat(exchange.getMessage().getHeader(HEADER)).hasToString("*****");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox/k", "elsewhere/k"})
    void bodyOfParametersIsMasked(String source) throws Exception {
        String json = "{\"CopySource\": \"" + source + "\", \"SSECustomerKey\": \"" + KEY + "\"}";
        Exchange exchange = send("bodyAs=parameters&allowedSourceBuckets=inbox&maxPending=1", json, Map.of());
        assertThat(String.valueOf(exchange.getMessage().getBody())).doesNotContain(KEY);
    }
}
