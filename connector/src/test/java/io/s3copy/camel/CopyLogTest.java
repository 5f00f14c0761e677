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

import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.progress.CopyLog;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a copy leaves in the log. */
class CopyLogTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Response DENIED = Response.error(403, "AccessDenied", "Access Denied");
    private static final String COPIER = CopyLog.class.getName();

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private String logOf(Level level, Map<String, Object> headers) throws Exception {
        stub.route("s3copy:archive?operation=copy");
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy", level))) {
            stub.copy(headers);
            return log.text();
        }
    }

    @Test
    void aCopyIsOneLineAtDebug() throws Exception {
        assertThat(logOf(Level.DEBUG, Map.of()).lines().filter(line -> line.contains(COPIER)))
                .singleElement()
                .asString()
                .startsWith("DEBUG " + COPIER + " inbox/a.txt to archive/a.txt: SINGLE, bytes ")
                .endsWith(" ms");
    }

    @Test
    void aCopySaysNothingAboveDebug() throws Exception {
        assertThat(logOf(Level.INFO, Map.of())).isEmpty();
    }

    @Test
    void eachCopyIsALineAtInfoWhereThatIsWanted() throws Exception {
        stub.route("s3copy:archive?copyLog=all");
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy", Level.INFO))) {
            stub.copy();
            assertThat(log.text().lines())
                    .singleElement()
                    .asString()
                    .startsWith("INFO " + COPIER + " inbox/a.txt to archive/a.txt: SINGLE, bytes ");
        }
    }

    @Test
    void theEndpointSaysNothingOfAFailureThatTheExchangeCarries() throws Exception {
        stub.s3().next(COPY_OBJECT, DENIED);
        assertThat(logOf(Level.INFO, Map.of())).isEmpty();
    }

    @Test
    void atDebugAFailureTellsItsRequestsAndTime() throws Exception {
        stub.s3().next(COPY_OBJECT, DENIED);
        assertThat(logOf(Level.DEBUG, Map.of()))
                .contains("DEBUG " + COPIER + " Not copied (SYSTEMIC) after 1 requests in ");
    }

    private List<String> warningsOf(RouteBuilder routes) throws Exception {
        stub.s3().next(COPY_OBJECT, DENIED);
        stub.routes(routes);
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            stub.copy();
            return log.warnings();
        }
    }

    private static RouteBuilder route(Consumer<RouteBuilder> configure) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                configure.accept(this);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?copyLog=none", "?copyLog=failed", "?copyLog=all", "?operation=copyObject"})
    void inAPlainRouteAFailureIsOneLineOfCamels(String options) throws Exception {
        assertThat(warningsOf(route(it -> it.from("direct:copy").to("s3copy:archive" + options))))
                .singleElement()
                .asString()
                .startsWith("ERROR org.apache.camel.")
                .contains("CopyObject of inbox/a.txt to archive/a.txt failed: 403 AccessDenied: Access Denied");
    }

    @Test
    void withADeadLetterChannelAFailureIsOneLineOfTheEndpoint() throws Exception {
        assertThat(warningsOf(route(it -> {
                    it.errorHandler(it.deadLetterChannel("mock:dead"));
                    it.from("direct:copy").to("s3copy:archive");
                })))
                .singleElement()
                .asString()
                .startsWith("WARN " + COPIER + " Not copied, and handled by the route: ")
                .contains("CopyObject of inbox/a.txt to archive/a.txt failed: 403 AccessDenied: Access Denied");
    }

    @Test
    void aFailureThatIsHandledIsOneLineWhateverTheNumberOfTries() throws Exception {
        stub.s3().answer(COPY_OBJECT, request -> DENIED);
        assertThat(warningsOf(route(it -> {
                    it.onException(Exception.class)
                            .maximumRedeliveries(3)
                            .redeliveryDelay(0)
                            .handled(true)
                            .to("mock:dead");
                    it.from("direct:copy").to("s3copy:archive");
                })))
                .singleElement()
                .asString()
                .startsWith("WARN " + COPIER);
        assertThat(stub.s3().requests(COPY_OBJECT)).hasSize(4);
    }

    @Test
    void aFailureThatAnotherTryMendsIsNone() throws Exception {
        assertThat(warningsOf(route(it -> {
                    it.errorHandler(
                            it.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0));
                    it.from("direct:copy").to("s3copy:archive");
                })))
                .isEmpty();
        assertThat(stub.s3().requests(COPY_OBJECT)).hasSize(2);
    }

    @Test
    void failuresOfOneExchangeThatAreHandledAreALineEach() throws Exception {
        stub.s3().answer(COPY_OBJECT, request -> DENIED);
        assertThat(warningsOf(route(it -> it.from("direct:copy")
                        .doTry()
                        .to("s3copy:first")
                        .doCatch(Exception.class)
                        .to("mock:dead")
                        .end()
                        .to("s3copy:second"))))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("WARN " + COPIER).contains("to first/a.txt failed"),
                        line -> assertThat(line).startsWith("ERROR ").contains("to second/a.txt failed"));
    }

    @Test
    void aRouteThatHandlesFailuresMayLeaveThemOutOfTheLog() throws Exception {
        assertThat(warningsOf(route(it -> it.from("direct:copy")
                        .doTry()
                        .to("s3copy:archive?copyLog=none")
                        .doCatch(Exception.class)
                        .to("mock:dead"))))
                .isEmpty();
    }

    @Test
    void keysCannotForgeALine() throws Exception {
        stub.s3().next(COPY_OBJECT, Response.error(404, "NoSuchKey", "gone\nWARN forged by the server"));
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelS3CopyCopySource", "inbox/a\r\nWARN forged by the source");
        headers.put("CamelS3CopyKey", "b\u2028WARN forged by the destination\u202e");
        String log = logOf(Level.DEBUG, headers);
        assertThat(log).contains("Not copied").doesNotContain("\r", "\u2028", "\u202e");
        assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN forged"));
    }

    @Test
    void customerKeysAreNotLogged() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.US_ASCII));
        stub.s3().next(COPY_OBJECT, Response.error(400, "InvalidRequest", "no such key"));
        String log = logOf(
                Level.TRACE, Map.of("CamelS3CopySSECustomerKey", KEY, "CamelS3CopyCopySourceSSECustomerKey", base64));
        assertThat(log).contains("Not copied").doesNotContain(KEY, base64);
    }
}
