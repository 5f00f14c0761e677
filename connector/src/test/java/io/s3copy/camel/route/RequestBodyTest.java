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
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.s3copy.camel.CapturedLog;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bodies of servers other than Vert.x. Those of Vert.x are read by the tests of the routes. */
class RequestBodyTest {

    private final RequestBody body = new RequestBody();

    private static Exchange exchange(@Nullable Object body) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(body);
        return exchange;
    }

    private byte[] read(Exchange exchange) {
        body.read(exchange);
        return exchange.getMessage().getBody(byte[].class);
    }

    private int refused(Exchange exchange) {
        try {
            body.read(exchange);
            return 200;
        } catch (RefusedRequestException e) {
            return e.status();
        }
    }

    @Test
    void bodyThatWasWaitedForIsLateAndOneThatWasNotIsToBeSentAgain() {
        assertThat(RequestBody.late(Duration.ofMillis(1)).status()).isEqualTo(408);
        assertThat(RequestBody.late(Duration.ZERO).status()).isEqualTo(503);
    }

    @Test
    void streamIsReadToItsEnd() {
        assertThat(read(exchange(new ByteArrayInputStream(new byte[] {1, 2, 3}))))
                .containsExactly(1, 2, 3);
        assertThat(read(exchange(null))).isEmpty();
        assertThat(read(exchange("é"))).isEqualTo("é".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void endlessStreamIsReadToItsBound() {
        body.setMaxBytes(100);
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(refused(exchange(endless))).isEqualTo(413);
        assertThat(refused(exchange("x".repeat(101)))).isEqualTo(413);
        assertThat(refused(exchange("x".repeat(100)))).isEqualTo(200);
    }

    @Test
    void formThatTheServerTookApartIsRefused() {
        assertThat(refused(exchange(Map.of("{\"Records\":[]}", "")))).isEqualTo(415);
    }

    @Test
    void charsetThatIsNotKnownIsRefused() {
        Exchange exchange = exchange("x");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json; charset=klingon");
        assertThat(refused(exchange)).isEqualTo(415);
    }

    @Test
    void boundsAreMoreThanNothing() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> body.setMaxBytes(0));
    }

    @Test
    void boundIsWhatMemoryMayHold() {
        body.setMaxBytes(1 << 30);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> body.setMaxBytes(5_000_000_000L))
                .withMessageContaining("5000000000")
                .withMessageContaining("max-body")
                .withMessageContaining("from 1 to 1073741824");
    }

    /** A request of Vert.x that has ended. */
    private static HttpServerRequest ended(Map<String, String> headers) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                RequestBodyTest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getHeader" -> headers.get(String.valueOf(args[0]));
                    case "exceptionHandler" -> proxy;
                    default -> throw new IllegalStateException("Request has already been read");
                });
    }

    @Test
    void bodyThatSomethingElseTookIsNotTakenForAnEmptyOne() {
        try (CapturedLog log = new CapturedLog(Map.of(RequestBody.class.getName(), Level.INFO))) {
            assertThat(refused(exchange(ended(Map.of("Content-Length", "12"))))).isEqualTo(503);
            assertThat(refused(exchange(ended(Map.of("Transfer-Encoding", "chunked")))))
                    .isEqualTo(503);
            assertThat(log.text()).contains("ERROR").contains("a body handler of the server's");
        }
        assertThat(read(exchange(ended(Map.of("Content-Length", "0"))))).isEmpty();
        assertThat(read(exchange(ended(Map.of())))).isEmpty();
    }
}
