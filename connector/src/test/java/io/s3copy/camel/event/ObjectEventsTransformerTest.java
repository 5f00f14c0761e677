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
package io.s3copy.camel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.event.ObjectEvent;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class ObjectEventsTransformerTest {

    private static Exchange transformed(Object body) throws Exception {
        try (CamelOnStub stub = CamelOnStub.withClient()) {
            stub.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:copy").transformDataType("s3copy:object-events");
                }
            });
            return stub.send(body, Map.of());
        }
    }

    @Test
    void notificationBecomesAListOfEvents() throws Exception {
        List<?> events = transformed(Notices.put("a b", "c")).getMessage().getBody(List.class);
        assertThat(events)
                .map(ObjectEvent.class::cast)
                .extracting(ObjectEvent::key)
                .containsExactly("a b", "c");
    }

    private static Exchange told(String keys, String body) throws Exception {
        try (CamelOnStub stub = CamelOnStub.withClient()) {
            stub.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:copy")
                            .setProperty(ObjectEventsTransformer.EVENT_KEYS_PROPERTY, constant(keys))
                            .transformDataType("s3copy:object-events");
                }
            });
            return stub.send(body, Map.of());
        }
    }

    @Test
    void routeSaysHowKeysAreWritten() throws Exception {
        List<?> events = told("plain", Notices.put("a b")).getMessage().getBody(List.class);
        assertThat(events)
                .map(ObjectEvent.class::cast)
                .extracting(ObjectEvent::key)
                .containsExactly("a+b");
    }

    @Test
    void encodingThatDoesNotExistIsNamedWithThoseThatDo() throws Exception {
        assertThat(told("url", Notices.put("a")).getException())
                .hasStackTraceContaining("CamelS3CopyEventKeys")
                .hasStackTraceContaining("Use auto, encoded or plain");
    }

    @Test
    void testEventBecomesAnEmptyList() throws Exception {
        assertThat(transformed("{\"Event\":\"s3:TestEvent\"}").getMessage().getBody())
                .isEqualTo(List.of());
    }

    @Test
    void poisonFailsWithItsPayloadIntact() throws Exception {
        Exchange exchange = transformed("[1]");
        assertThat(exchange.getException()).isInstanceOf(PoisonEventException.class);
        assertThat(exchange.getMessage().getBody()).isEqualTo("[1]");
        assertThat(exchange.getMessage().getHeader(EventExchanges.ERROR_HEADER)).isNotNull();
    }

    @Test
    void eachEventOfTheListIsCopiedByAPlainEndpoint() throws Exception {
        try (CamelOnStub stub = CamelOnStub.withClient()) {
            stub.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:copy")
                            .transformDataType("s3copy:object-events")
                            .split(body())
                            .to("s3copy:archive?allowedSourceBuckets=inbox");
                }
            });
            assertThat(stub.send(Notices.put("a", "b"), Map.of()).getException())
                    .isNull();
            assertThat(stub.s3().requests(S3Operation.COPY_OBJECT))
                    .extracting(copy -> copy.key())
                    .containsExactly("a", "b");
        }
    }
}
