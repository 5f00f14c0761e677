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
package io.s3copy.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.event.FailedEventsException;
import io.s3copy.camel.route.CopyReport;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kamelets do with copies that fail. */
class KameletFailuresTest {

    private static final String FAN_OUT = """
            - route:
                from:
                  uri: direct:in
                  steps:
                    - to:
                        uri: kamelet:s3copy-fan-out-sink
                        parameters:
                          bucketName: first
                          secondBucketName: second
                          sourceBuckets: inbox
                          deadLetter: mock:rejected
            """;

    private static final String ONE = """
            - route:
                from:
                  uri: direct:in
                  steps:
                    - to:
                        uri: kamelet:%s
                        parameters:
                          bucketName: archive
                          sourceBuckets: inbox
            """;

    private final RecordingS3 s3 = RecordingS3.start();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        s3.close();
    }

    private KameletRun start(String flow) {
        return KameletRun.start(
                flow,
                directory,
                s3,
                new HashMap<>(Map.of(
                        "camel.component.s3copy.region", s3.region(),
                        "camel.component.s3copy.override-endpoint", "true",
                        "camel.component.s3copy.uri-endpoint-override",
                                s3.endpoint().toString(),
                        "camel.component.s3copy.force-path-style", "true",
                        "camel.component.s3copy.retry-for", "1ms")));
    }

    private static Response refusal(String code) {
        return switch (code) {
            case "none" -> Response.copyObjectResult(RecordingS3.ETAG);
            case "SlowDown" -> Response.error(503, code, code);
            case "InternalError" -> Response.error(500, code, code);
            case "AccessDenied" -> Response.error(403, code, code);
            default -> Response.error(400, code, code);
        };
    }

    private void targetsAnswer(String first, String second) {
        s3.answer(S3Operation.COPY_OBJECT, request -> refusal(request.bucket().equals("first") ? first : second));
    }

    @ParameterizedTest
    @CsvSource({
        "SlowDown, InvalidTag, TRANSIENT",
        "InvalidTag, SlowDown, TRANSIENT",
        "InternalError, InvalidTag, UNKNOWN",
        "AccessDenied, InvalidTag, SYSTEMIC"
    })
    void messageThatOneTargetFailedInPassingStaysWhateverAnotherSays(String first, String second, ErrorClass worst) {
        targetsAnswer(first, second);
        try (KameletRun run = start(FAN_OUT)) {
            MockEndpoint rejected = run.camel().getEndpoint("mock:rejected", MockEndpoint.class);
            assertThatThrownBy(() ->
                            run.camel().createProducerTemplate().sendBody("direct:in", Notifications.put("inbox", "a")))
                    .cause()
                    .isInstanceOfSatisfying(
                            FailedEventsException.class,
                            failure -> assertThat(failure.errorClass()).isEqualTo(worst));
            assertThat(rejected.getReceivedCounter()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"InvalidTag, InvalidTag", "InvalidTag, none", "none, InvalidTag"})
    void messageThatATargetCannotTakeIsPutAsideWhereNoneFailedOtherwise(String first, String second) {
        targetsAnswer(first, second);
        try (KameletRun run = start(FAN_OUT)) {
            run.camel().createProducerTemplate().sendBody("direct:in", Notifications.put("inbox", "a"));
            MockEndpoint rejected = run.camel().getEndpoint("mock:rejected", MockEndpoint.class);
            assertThat(rejected.getReceivedExchanges()).singleElement().satisfies(message -> {
                assertThat(message.getMessage().getBody(String.class)).isEqualTo(Notifications.put("inbox", "a"));
                assertThat(message.getMessage().getHeader("S3CopyError", String.class))
                        .contains("InvalidTag");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3copy-sink", "s3copy-action"})
    void failureOfACopyIsCounted(String kamelet) {
        try (CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO))) {
            s3.answer(S3Operation.COPY_OBJECT, request -> refusal("InvalidTag"));
            try (KameletRun run = start(ONE.formatted(kamelet))) {
                assertThatThrownBy(() -> run.camel()
                                .createProducerTemplate()
                                .sendBodyAndHeaders(
                                        "direct:in", "", Map.of("CamelAwsS3BucketName", "inbox", "CamelAwsS3Key", "a")))
                        .hasStackTraceContaining("InvalidTag");
            }
            assertThat(log.text()).contains(kamelet + ": 1 failed");
        }
    }

    /** Whoever is sent a message with an object that cannot be copied, the log has one line of it. */
    @ParameterizedTest
    @CsvSource({
        "s3copy-sink, '', ERROR org.apache.camel.",
        "s3copy-action, '', ERROR org.apache.camel.",
        "s3copy-event-action, '', ERROR org.apache.camel.",
        "s3copy-event-action, mock:rejected, WARN io.s3copy.camel.route.CopyReport ",
        "s3copy-archive-sink, '', ERROR org.apache.camel.",
        "s3copy-archive-sink, mock:rejected, WARN io.s3copy.camel.route.CopyReport ",
        "s3copy-replicate-sink, '', ERROR org.apache.camel.",
        "s3copy-replicate-sink, mock:rejected, WARN io.s3copy.camel.route.CopyReport "
    })
    void failureIsOneLineOfTheLog(String kamelet, String deadLetter, String beginning) {
        s3.answer(S3Operation.COPY_OBJECT, request -> refusal("InvalidTag"));
        s3.answer(
                S3Operation.HEAD_OBJECT,
                request -> request.bucket().equals("inbox")
                        ? Response.headObject(5, RecordingS3.ETAG)
                        : Response.empty(404));
        String flow = ONE.formatted(kamelet) + (deadLetter.isEmpty() ? "" : "              deadLetter: " + deadLetter);
        try (KameletRun run = start(flow);
                CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            run.camel().createProducerTemplate().send("direct:in", exchange -> {
                exchange.getMessage().setBody(Notifications.put("inbox", "a"));
                exchange.getMessage().setHeader("CamelAwsS3BucketName", "inbox");
                exchange.getMessage().setHeader("CamelAwsS3Key", "a");
            });
            assertThat(log.warnings().stream().filter(line -> line.contains("InvalidTag")))
                    .singleElement()
                    .asString()
                    .startsWith(beginning);
        }
    }

    @Test
    void failureOfAPolledObjectIsOneLineOfTheLog() {
        s3.answer(S3Operation.LIST_OBJECTS_V2, request -> Response.xml(200, """
                        <ListBucketResult><Name>inbox</Name><IsTruncated>false</IsTruncated><Contents>
                        <Key>incoming/a</Key><Size>5</Size><ETag>%s</ETag><LastModified>2026-01-01T00:00:00Z</LastModified>
                        </Contents></ListBucketResult>""".formatted(RecordingS3.ETAG)));
        s3.answer(S3Operation.COPY_OBJECT, request -> refusal("InvalidTag"));
        String pipe = Shipped.text("pipes/s3copy-poll-copy.yaml")
                .replace("delay: 1000", "delay: 3600000")
                .replace("ifExists: skipIfSame", "ifExists: overwrite");
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            try (KameletRun run = start(pipe)) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                Awaitility.await().untilAsserted(() -> assertThat(log.text()).contains("InvalidTag"));
            }
            assertThat(log.warnings().stream().filter(line -> line.contains("InvalidTag")))
                    .singleElement()
                    .asString()
                    .startsWith("ERROR org.apache.camel.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3copy-event-action", "s3copy-archive-sink", "s3copy-replicate-sink"})
    void deadLetterEndpointThatTakesNothingIsOneLineOfTheLog(String kamelet) throws Exception {
        String flow = ONE.formatted(kamelet) + "              deadLetter: direct:refuses";
        try (KameletRun run = start(flow)) {
            run.camel().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:refuses").errorHandler(noErrorHandler()).process(exchange -> {
                        throw new IllegalStateException("the queue is full");
                    });
                }
            });
            try (CapturedLog log = new CapturedLog(Map.of("io.s3copy", Level.WARN))) {
                Exchange failed = run.camel()
                        .createProducerTemplate()
                        .send("direct:in", exchange -> exchange.getMessage().setBody("no notification"));
                assertThat(failed.getException()).hasMessage("the queue is full");
                assertThat(log.warnings())
                        .singleElement()
                        .asString()
                        .contains(kamelet + ": the dead letter endpoint does not take message ")
                        .contains(": the queue is full. It would be dead-lettered for: Not a notification");
            }
        }
    }
}
