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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.camel.CapturedLog;
import io.s3copy.camel.event.EventCopy.Outcome;
import io.s3copy.event.DecoderOptions;
import io.s3copy.event.EventDecoder;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** What bodies are read for notifications, and what becomes of those that are none. */
class EventBodiesTest extends EventsOnStub {
    private List<String> written() {
        return stub.s3().requests(S3Operation.COPY_OBJECT).stream()
                .map(request -> request.bucket() + "/" + request.key())
                .toList();
    }

    @Test
    void bytesAndStreamsAreReadLikeText() throws Exception {
        stub.route(EVENTS);
        byte[] bytes = Notices.put("a").getBytes(StandardCharsets.UTF_8);
        assertThat(copies(bytes).with(Outcome.COPIED)).hasSize(1);
        assertThat(copies(new ByteArrayInputStream(bytes)).with(Outcome.COPIED)).hasSize(1);
    }

    @Test
    void partOfABatchSpeaksByItsOwnBody() throws Exception {
        stub.route(EVENTS);
        Exchange part = new DefaultExchange(stub.camel());
        part.getMessage().setBody(Notices.put("a"));
        part.getMessage().setHeader("CamelS3CopyStorageClass", "GLACIER");
        for (Object body : List.of(part, part.getMessage())) {
            Exchange exchange = stub.send(body, Map.of());
            assertThat(exchange.getException()).isNull();
        }
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT))
                .hasSize(2)
                .allSatisfy(
                        copy -> assertThat(copy.header("x-amz-storage-class")).isEmpty());
    }

    @Test
    void poisonInABatchIsPutAsideAsItsOwnBody() throws Exception {
        stub.route(EVENTS);
        Exchange part = new DefaultExchange(stub.camel());
        part.getMessage().setBody("poison");
        Exchange exchange = stub.send(part, Map.of());
        assertThat(exchange.getException()).isInstanceOf(PoisonEventException.class);
        assertThat(exchange.getMessage().getBody()).isEqualTo("poison");
    }

    @Test
    void theLineOfAFailedExchangeTellsTheFailureOfEachObject() throws Exception {
        stub.route(EVENTS);
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> Response.error(412, "PreconditionFailed", "not for " + request.key()));
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            stub.send(Notices.put("a", "b", "c"), Map.of());
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("3 of 3 events failed (OBJECT): ", "not for a", "not for b", "not for c");
        }
    }

    @Test
    void failedExchangeKeepsItsNotificationAndSaysWhyInAHeader() throws Exception {
        stub.route(EVENTS);
        stub.s3().next(Response.error(412, "PreconditionFailed", "no"));
        String body = Notices.put("a");
        Exchange exchange = stub.send(body, Map.of());
        assertThat(exchange.getMessage().getBody()).isEqualTo(body);
        assertThat(exchange.getMessage().getHeader("CamelS3CopyEventError", String.class))
                .startsWith("1 of 1 events failed (OBJECT): ");
    }

    @Test
    void poisonFailsAtOnceWithItsPayloadIntact() throws Exception {
        stub.route(EVENTS);
        Exchange exchange = stub.send("{\"Records\": [{}]}", Map.of());
        assertThat(exchange.getException())
                .isInstanceOfSatisfying(
                        PoisonEventException.class, e -> assertThat(e.where()).startsWith("/Records/0"));
        assertThat(exchange.getMessage().getBody()).isEqualTo("{\"Records\": [{}]}");
        assertThat(exchange.getMessage().getHeader("CamelS3CopyEventError", String.class))
                .startsWith("Not a notification about objects");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void deadLetterQueueGetsThePayloadAndTheReasonAtOnce() throws Exception {
        List<Exchange> dead = new CopyOnWriteArrayList<>();
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(
                        deadLetterChannel("direct:dead").maximumRedeliveries(3).redeliveryDelay(0));
                onException(PoisonEventException.class)
                        .maximumRedeliveries(0)
                        .handled(true)
                        .to("direct:dead");
                from("direct:copy").to(EVENTS);
                from("direct:dead").process(exchange -> dead.add(exchange.copy()));
            }
        });
        stub.send("{\"Records\": 1}", Map.of());
        assertThat(dead).singleElement().satisfies(exchange -> {
            assertThat(exchange.getMessage().getBody()).isEqualTo("{\"Records\": 1}");
            assertThat(exchange.getMessage().getHeader("CamelS3CopyEventError", String.class))
                    .contains("/Records");
            assertThat(exchange.getMessage().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class))
                    .isZero();
        });
    }

    @Test
    void poisonInAStreamCanBeReadAgain() throws Exception {
        stub.route(EVENTS);
        Exchange exchange = stub.send(new ByteArrayInputStream(new byte[] {'n', 'o'}), Map.of());
        assertThat(exchange.getException()).isInstanceOf(PoisonEventException.class);
        assertThat(exchange.getMessage().getBody(String.class)).isEqualTo("no");
    }

    @Test
    void streamThatIsTooLongForANotificationIsLeftWhole() throws Exception {
        stub.route(EVENTS);
        byte[] whole = new byte[3 << 20];
        Exchange exchange = stub.send(new ByteArrayInputStream(whole), Map.of());
        assertThat(exchange.getException())
                .isInstanceOf(PoisonEventException.class)
                .hasMessageContaining("at most 1048576 bytes");
        assertThat(exchange.getMessage().getBody(byte[].class)).hasSameSizeAs(whole);
    }

    @Test
    void mapsThatAnotherStepReadFromJsonAreReadToo() throws Exception {
        stub.route(EVENTS);
        Map<?, ?> map = new ObjectMapper().readValue(Notices.put("a b"), Map.class);
        assertThat(copies(map).with(Outcome.COPIED)).hasSize(1);
        assertThat(written()).containsExactly("archive/a b");
    }

    @Test
    void testEventSucceedsWithNothingDone() throws Exception {
        stub.route(EVENTS);
        EventCopies copies = copies("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"inbox\"}");
        assertThat(copies).isEqualTo(new EventCopies(List.of(), 1));
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void eventAsABodyNamesTheSourceOfAPlainCopy() throws Exception {
        stub.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:copy").to("s3copy:archive?keyPrefix=done/");
            }
        });
        String notice = Notices.put("a b");
        Exchange exchange = stub.send(
                new EventDecoder(DecoderOptions.DEFAULT).decode(notice).events().get(0),
                Map.of("CamelS3CopyCopySource", "payroll/secret"));
        assertThat(exchange.getException()).isNull();
        assertThat(stub.onlyCopy().key()).isEqualTo("done/a b");
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a%20b");
    }

    @Test
    void deletionAsABodyIsNotCopied() throws Exception {
        stub.route("s3copy:archive");
        Exchange exchange = stub.send(
                new EventDecoder(DecoderOptions.DEFAULT)
                        .decode(Notices.deleted("a"))
                        .events()
                        .get(0),
                Map.of());
        assertThat(exchange.getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("is about a deletion");
    }

    @Test
    void reasonIsNeverCutInsideACharacter() throws Exception {
        stub.route(EVENTS);
        stub.s3().answer(S3Operation.COPY_OBJECT, any -> Response.error(400, "InvalidRequest", "no"));
        for (int length = 0; length < 2; length++) {
            Exchange exchange = stub.send(Notices.put("x".repeat(length) + "\uD83D\uDE80".repeat(250)), Map.of());
            String reason = exchange.getMessage().getHeader("CamelS3CopyEventError", String.class);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(reason)).isTrue();
        }
    }
}
