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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.broker.SqsServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a shipped route, a failed copy is one line of the log, whoever writes it. */
class OneLineAFailureTest {

    private final RecordingS3 s3 = RecordingS3.start();
    private SqsServer sqs;

    @BeforeEach
    void start() {
        sqs = SqsServer.start();
        sqs.createQueue("events", 30);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        s3.close();
    }

    private List<String> warnings(String route, String code, int status, Map<String, String> more) {
        s3.answer(S3Operation.COPY_OBJECT, request -> Response.error(status, code, code));
        Map<String, String> properties = new HashMap<>(Map.of(
                route + ".queue",
                "events",
                route + ".dead-letter-queue",
                "dead",
                route + ".sources",
                "inbox",
                route + ".wait",
                "1",
                "camel.component.s3copy.retry-for",
                "1ms"));
        properties.putAll(more);
        // no target has a copy yet
        s3.answer(
                S3Operation.HEAD_OBJECT,
                request -> request.bucket().equals("inbox")
                        ? Response.headObject(5, RecordingS3.ETAG)
                        : Response.empty(404));
        sqs.send(
                "events",
                route.startsWith("eventbridge")
                        ? Notifications.eventBridge("inbox", "a")
                        : Notifications.put("inbox", "a"));
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            RouteRun.start(route, s3, sqs.camelProperties(), properties)
                    .until(() -> log.warnings().stream().anyMatch(line -> line.contains(code)));
            return log.warnings().stream().filter(line -> line.contains(code)).toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"sqs-copy", "sns-sqs-copy", "eventbridge-sqs-copy"})
    void deadLetterIsALineOfTheReport(String route) {
        assertThat(warnings(route, "InvalidTag", 400, Map.of(route + ".destination", "archive")))
                .singleElement()
                .asString()
                .contains(route + ": dead-lettered message ");
    }

    @ParameterizedTest
    @CsvSource({"sqs-copy", "sns-sqs-copy", "eventbridge-sqs-copy"})
    void whatComesAgainIsALineOfCamels(String route) {
        assertThat(warnings(route, "ServiceUnavailable", 503, Map.of(route + ".destination", "archive")))
                .singleElement()
                .asString()
                .startsWith("ERROR org.apache.camel.");
    }

    @Test
    void eachTargetOfAFanOutIsOne() {
        assertThat(warnings(
                        "fan-out-copy",
                        "InvalidTag",
                        400,
                        Map.of("fan-out-copy.destination-1", "first", "fan-out-copy.destination-2", "second")))
                .hasSize(2)
                .allMatch(line -> line.contains("fan-out-copy: dead-lettered message "));
    }
}
