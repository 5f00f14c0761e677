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

import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.broker.SqsServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What the route of a queue does with more messages than it can copy, and with a copy that outlasts its visibility. */
class SqsCopyLoadTest {

    /** Far more than may be in flight: who takes without a bound takes most of them. */
    private static final int QUEUED = 5_000;

    private static final int PENDING = 128;
    private static final int RECEIVED_AT_ONCE = 10;

    private final CompletableFuture<Void> release = new CompletableFuture<>();
    private RecordingS3 s3;
    private SqsServer sqs;

    @BeforeEach
    void start() {
        s3 = RecordingS3.start();
        sqs = SqsServer.start();
        sqs.createQueue("events", 30);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        release.complete(null);
        sqs.close();
        s3.close();
    }

    private RouteRun route(Map<String, String> options) {
        return RouteRun.start(
                "sqs-copy",
                s3,
                sqs.camelProperties(),
                Map.of(
                        "sqs-copy.queue", "events",
                        "sqs-copy.dead-letter-queue", "dead",
                        "sqs-copy.destination", "archive",
                        "sqs-copy.sources", "inbox",
                        "sqs-copy.wait", "1"),
                options);
    }

    private void holdCopies() {
        s3.answer(
                S3Operation.COPY_OBJECT,
                request -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(release));
    }

    @Test
    void messagesInFlightAreBoundedHoweverManyAreQueued() {
        holdCopies();
        sqs.sendAll(
                "events",
                IntStream.range(0, QUEUED)
                        .mapToObj(i -> Notifications.put("inbox", "key-" + i))
                        .toList());
        RouteRun run = route(Map.of("sqs-copy.consumers", "2"));
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> run.camel().getInflightRepository().size() >= PENDING);
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> {
                        assertThat(run.camel().getInflightRepository().size()).isLessThanOrEqualTo(PENDING + 2);
                        assertThat(sqs.received("events")).isLessThanOrEqualTo(PENDING + 2 * RECEIVED_AT_ONCE);
                    });
            assertThat(sqs.size("events")).isEqualTo(QUEUED);
        } finally {
            release.complete(null);
            run.close();
        }
    }

    @Test
    void messageIsNotSeenAgainWhileItsCopyRuns() {
        holdCopies();
        sqs.send("events", Notifications.put("inbox", "large"));
        RouteRun run = route(Map.of("sqs-copy.visibility", "2"));
        try {
            Awaitility.await().until(() -> s3.inFlight() == 1);
            Awaitility.await()
                    .during(Duration.ofSeconds(6))
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(run.camel().getInflightRepository().size())
                                    .isEqualTo(1));
            release.complete(null);
            Awaitility.await().until(() -> sqs.size("events") == 0);
        } finally {
            run.close();
        }
        assertThat(s3.requests(S3Operation.COPY_OBJECT)).hasSize(1);
    }

    @Test
    void messageThatFailsInPassingStaysAndTheOthersOfItsBatchAreDeleted() {
        s3.answer(
                S3Operation.COPY_OBJECT,
                request -> request.key().equals("unlucky")
                        ? Response.error(503, "SlowDown", "Please reduce your request rate.")
                        : Response.copyObjectResult(RecordingS3.ETAG));
        String unlucky = Notifications.put("inbox", "unlucky", "lucky");
        sqs.sendAll(
                "events",
                List.of(
                        Notifications.put("inbox", "a"),
                        unlucky,
                        "no notification",
                        Notifications.put("inbox", "b", "c")));
        RouteRun run =
                route(Map.of("sqs-copy.visibility", "5", "camel.component.s3copy.configuration.retry-for", "500"));
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> sqs.size("events") == 1 && sqs.size("dead") == 1);
        } finally {
            run.close();
        }
        assertThat(sqs.drain("dead")).extracting(Message::body).containsExactly("no notification");
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(sqs.drain("events"))
                        .extracting(Message::body)
                        .containsExactly(unlucky));
    }
}
