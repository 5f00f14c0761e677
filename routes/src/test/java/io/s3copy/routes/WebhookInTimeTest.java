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

import io.s3copy.camel.CapturedLog;
import io.s3copy.testkit.ClosedPort;
import io.s3copy.testkit.FreePort;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender is answered in time, whatever S3 does. */
class WebhookInTimeTest {

    private static final String SECRET = "0123456789abcdef";

    private final RecordingS3 s3 = RecordingS3.start();
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private RouteRun run;
    private final int port = FreePort.next();

    @AfterEach
    void stop() {
        released.countDown();
        run.close();
        s3.close();
    }

    private void start(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.server.enabled", "true",
                "camel.server.host", "127.0.0.1",
                "camel.server.port", Integer.toString(port),
                "camel.main.shutdown-timeout", "1",
                "webhook-copy.secret", SECRET,
                "webhook-copy.dead-letter", "direct:nowhere",
                "webhook-copy.destination", "archive",
                "webhook-copy.sources", "inbox",
                "webhook-copy.answer-within", "500"));
        properties.putAll(more);
        run = RouteRun.start("webhook-copy", s3, properties);
    }

    private CompletableFuture<Integer> send(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/s3-events"))
                .header("Authorization", "Bearer " + SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private int copies() {
        return s3.requests(S3Operation.COPY_OBJECT).size();
    }

    /** Copies do not end before they are let. */
    private void holdCopies() {
        s3.answer(S3Operation.COPY_OBJECT, request -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Response.copyObjectResult(RecordingS3.ETAG);
        });
    }

    @Test
    void everySenderIsToldToSendAgainWhileS3IsAway() {
        try (ClosedPort away = new ClosedPort()) {
            // copies fail at once, and bodies have all the time that a busy machine takes: otherwise some answers are
            // 408
            start(Map.of(
                    "camel.component.s3copy.uri-endpoint-override",
                    away.uri().toString(),
                    "camel.component.s3copy.retry-for",
                    "1ms",
                    "webhook-copy.answer-within",
                    "1m"));
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 30)
                    .mapToObj(i -> send(Notifications.put("inbox", "key-" + i)))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer).succeedsWithin(Duration.ofSeconds(60)));
            assertThat(answers).extracting(CompletableFuture::join).containsOnly(503);
            assertThat(send("no notification").join()).isIn(400, 503);
        }
    }

    @Test
    void copyGoesOnBehindTheAnswerAndWhoSendsAgainGetsItsOutcome() {
        holdCopies();
        start(Map.of());
        String notification = Notifications.put("inbox", "a");
        assertThat(send(notification).join()).isEqualTo(503);
        assertThat(send(notification).join()).isEqualTo(503);
        released.countDown();
        Awaitility.await().until(() -> send(notification).join() == 200);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void outcomeIsToldOnce() {
        start(Map.of("webhook-copy.answer-within", "1m"));
        String notification = Notifications.put("inbox", "a");
        assertThat(send(notification).join()).isEqualTo(200);
        assertThat(send(notification).join()).isEqualTo(200);
        assertThat(copies()).isEqualTo(2);
    }

    @Test
    void failureBehindTheAnswerIsTriedAgain() {
        s3.answer(S3Operation.COPY_OBJECT, request -> {
            if (copies() > 1) {
                return Response.copyObjectResult(RecordingS3.ETAG);
            }
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Response.error(403, "AccessDenied", "Access Denied");
        });
        start(Map.of());
        String notification = Notifications.put("inbox", "a");
        assertThat(send(notification).join()).isEqualTo(503);
        released.countDown();
        Awaitility.await().until(() -> send(notification).join() == 200);
        assertThat(copies()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "encoded"})
    void keyThatReadsTwoWaysIsJoinedByWhoSendsAgain(String keys) {
        holdCopies();
        start(Map.of("webhook-copy.event-keys", keys, "webhook-copy.at-once", "2"));
        String notification = Notifications.ofUnknownServer("inbox", "a+b");
        for (int i = 0; i < 4; i++) {
            assertThat(send(notification).join()).isEqualTo(503);
        }
        assertThat(copies()).isEqualTo(1);
        released.countDown();
        Awaitility.await().until(() -> send(notification).join() == 200);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void whoSendsANotificationWithoutTimeAgainGetsTheOutcomeOfTheCopyThatGoesOn() {
        holdCopies();
        start(Map.of("webhook-copy.answer-within", "1000"));
        String timeless = Notifications.put("inbox", "a").replace("\"eventTime\"", "\"when\"");
        assertThat(send(timeless).join()).isEqualTo(503);
        assertThat(send(timeless).join()).isEqualTo(503);
        assertThat(copies()).isEqualTo(1);
    }

    @Test
    void notificationWithoutTimeThatComesWhileTheFirstStillWaitsIsAnotherOne() {
        holdCopies();
        start(Map.of("webhook-copy.answer-within", "1m"));
        String timeless = Notifications.put("inbox", "a").replace("\"eventTime\"", "\"when\"");
        CompletableFuture<Integer> first = send(timeless);
        Awaitility.await().until(() -> copies() == 1);
        CompletableFuture<Integer> second = send(timeless);
        released.countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
        assertThat(copies()).isEqualTo(2);
    }

    @Test
    void refusedRequestWithALargeBodyLeavesItsConnectionToTheNext() throws IOException {
        holdCopies();
        start(Map.of("webhook-copy.at-once", "1", "webhook-copy.answer-within", "1m"));
        CompletableFuture<Integer> waits = send(Notifications.put("inbox", "a"));
        Awaitility.await().until(() -> copies() == 1);
        try (Wire wire = new Wire(port, "Authorization: Bearer " + SECRET, "Content-Length: 1000000")) {
            assertThat(wire.status()).isEqualTo(503);
            released.countDown();
            assertThat(waits.join()).isEqualTo(200);
            String next = Notifications.TEST_EVENT;
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> {
                try {
                    wire.send("x".repeat(1000000));
                    wire.send("POST /s3-events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + SECRET
                            + "\r\nContent-Length: " + next.length() + "\r\n\r\n" + next);
                    return wire.nextStatus();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(status).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(200);
        }
    }

    @Test
    void senderThatExpectsToBeToldToContinueIsTold() throws IOException {
        start(Map.of("webhook-copy.answer-within", "20s"));
        String body = Notifications.TEST_EVENT;
        try (Wire wire = new Wire(
                port, "Authorization: Bearer " + SECRET, "Expect: 100-continue", "Content-Length: " + body.length())) {
            assertThat(wire.status()).isEqualTo(100);
            wire.send(body);
            assertThat(wire.nextStatus()).isEqualTo(200);
        }
    }

    @Test
    void deadLetterEndpointThatTakesNothingIsToldInTheLogAndTheAnswerIs503() {
        try (CapturedLog log = CapturedLog.ofAll(Level.WARN)) {
            s3.answer(S3Operation.COPY_OBJECT, request -> Response.error(404, "NoSuchKey", "No such key"));
            s3.answer(S3Operation.HEAD_OBJECT, request -> Response.error(404, "NoSuchKey", "No such key"));
            start(Map.of("webhook-copy.answer-within", "30s", "camel.component.direct.block", "false"));
            assertThat(send(Notifications.put("elsewhere", "a")).join()).isEqualTo(503);
            assertThat(log.warnings())
                    .filteredOn(line -> line.contains("webhook-copy: the dead letter endpoint does not take message "))
                    .singleElement()
                    .asString()
                    .contains("elsewhere/a: ");
        }
    }

    @Test
    void requestsBeyondThePlacesAreRefusedAtOnce() {
        holdCopies();
        start(Map.of("webhook-copy.at-once", "1", "webhook-copy.answer-within", "1h"));
        CompletableFuture<Integer> waits = send(Notifications.put("inbox", "a"));
        Awaitility.await().until(() -> copies() == 1);
        assertThat(send(Notifications.put("inbox", "b")).join()).isEqualTo(503);
        assertThat(waits).isNotDone();
        released.countDown();
        assertThat(waits.join()).isEqualTo(200);
    }

    @Test
    void bodyThatDoesNotComeIsNotWaitedFor() throws IOException {
        start(Map.of());
        try (Wire wire = new Wire(port, "Authorization: Bearer " + SECRET, "Content-Length: 10")) {
            assertThat(wire.status()).isEqualTo(408);
        }
    }
}
