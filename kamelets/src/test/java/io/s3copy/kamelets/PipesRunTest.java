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

import io.s3copy.camel.route.CopyReport;
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.FreePort;
import io.s3copy.testkit.broker.KafkaBroker;
import io.s3copy.testkit.broker.SqsServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/** The Pipes run by Camel Main, and what only the test's own Camel can tell of the Kamelets. */
class PipesRunTest extends PipesContract {

    @Override
    protected KameletRun start(String flow, Map<String, String> properties) {
        return KameletRun.start(flow, directory, server, s3copy(), properties);
    }

    @Test
    void parametersOfTheMirrorMayFollowTheNameOfTheBucket() throws Exception {
        put("incoming/a");
        String pipe = shipped("s3copy-poll-copy")
                .replace(
                        "bucketName: " + destination,
                        "bucketName: RAW(" + destination + "?metadataDirective=REPLACE&metadata.copied-by=s3copy)");
        try (KameletRun run = start(pipe, Map.of())) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("incoming/a"));
        }
        assertThat(head("incoming/a").metadata()).containsEntry("copied-by", "s3copy");
    }

    @Test
    void syncAndCheckSayInTheLogWhatTheyDid() {
        put("incoming/a", "incoming/b");
        try (CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO))) {
            try (KameletRun run = start(shipped("s3copy-nightly-sync"), Map.of())) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(log.text()).contains("s3copy-check-action: "));
            }
            assertThat(log.text().lines())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("s3copy-sync-action: finished: copied 2; "))
                    .anyMatch(line -> line.contains("s3copy-check-action: finished: same 2; "));
        }
    }

    @Test
    void syncDeletesWithinItsLimitAndMayMoveInstead() {
        String trash = server.newBucket(s3);
        put("incoming/a");
        for (String key : List.of("incoming/a", "incoming/only-here")) {
            s3.putObject(object -> object.bucket(destination).key(key), AsyncRequestBody.fromString("before"))
                    .join();
        }
        String deletes = """
                prefix: RAW(incoming/)
                        delete: true
                        maxDelete: RAW(50%%)
                        deleteTo: s3://%s/old/
                """.formatted(trash);
        String pipe = shipped("s3copy-nightly-sync").replaceFirst("prefix: RAW\\(incoming/\\)\n", deletes);
        try (KameletRun run = start(pipe, Map.of())) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("incoming/a"));
            eventually(() -> assertThat(keysOf(trash)).containsExactly("old/only-here"));
        }
    }

    @Test
    void keysOfAKameletAreUsedInsteadOfTheDefaultOnes() throws Exception {
        put("incoming/a");
        String pipe = shipped("s3copy-poll-copy")
                .replace(
                        "ifExists: skipIfSame",
                        "ifExists: skipIfSame\n      accessKey: nobody\n      secretKey: 'RAW(s+e/c=r,t)'");
        try (KameletRun run = start(pipe, Map.of())) {
            NotifyBuilder failed = new NotifyBuilder(run.camel()).whenFailed(1).create();
            assertThat(failed.matches(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(keysOf(destination)).isEmpty();
    }

    @Test
    void propertyOfAKameletSaysHowKeysAreWritten() throws Exception {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("object-events", 30);
            put("a+b.txt", "a b.txt");
            sqs.send("object-events", Notifications.ofUnknownServer(source, "a+b.txt"));
            Map<String, String> properties = new HashMap<>(sqsAt(sqs));
            properties.put("camel.kamelet.s3copy-replicate-sink.eventKeys", "plain");
            try (KameletRun run = start(shipped("s3copy-sqs-replicate"), properties)) {
                assertThat(run.camel()).isNotNull();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a+b.txt"));
                eventually(() -> assertThat(sqs.size("object-events")).isZero());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.kamelets.KameletDocsTest#kamelets")
    void eachReaderOfNotificationsCanBeToldHowTheirKeysAreWritten(Path file) {
        String kamelet = Shipped.text(file);
        assertThat(kamelet.split("eventKeys: '\\{\\{eventKeys}}'", -1))
                .hasSameSizeAs(kamelet.split("bodyAs: events", -1));
    }

    @Test
    void faultOfTheSetUpSuspendsTheSourceUntilItIsMended() throws Exception {
        String late = destination + "-late";
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("object-events", 30);
            sqs.createQueue("rejected", 30);
            put("a", "b", "c", "d");
            List.of("a", "b", "c").forEach(key -> sqs.send("object-events", Notifications.put(source, key)));
            Map<String, String> properties = new HashMap<>(sqsAt(sqs));
            properties.put(
                    "camel.kamelet.s3copy-replicate-sink.deadLetter",
                    "aws2-sqs:rejected?useDefaultCredentialsProvider=true");
            String pipe = shipped("s3copy-sqs-replicate").replace(destination, late);
            try (KameletRun run = start(pipe, properties)) {
                eventually(() -> assertThat(run.camel().getRoutes())
                        .anyMatch(route -> ServiceHelper.isSuspended(route.getConsumer())));
                sqs.send("object-events", Notifications.put(source, "d"));
                assertThat(sqs.size("object-events")).isEqualTo(4);

                s3.createBucket(bucket -> bucket.bucket(late)).join();
                eventually(() -> assertThat(keysOf(late)).containsExactly("a", "b", "c", "d"));
                eventually(() -> assertThat(sqs.size("object-events")).isZero());
            }
            assertThat(sqs.size("rejected")).isZero();
        }
    }

    @Test
    void recordThatFailsComesAgain() throws Exception {
        String backup = source + "-late";
        try (KafkaBroker kafka = KafkaBroker.start();
                KafkaProducer<String, String> producer = kafka.producer()) {
            kafka.createTopic("object-events", 1);
            put("a", "b");
            for (String key : List.of("a", "b")) {
                producer.send(new ProducerRecord<>("object-events", key, Notifications.put(source, key)))
                        .get();
            }
            String pipe = shipped("s3copy-kafka-fan-out")
                    .replace("kafka:9092", kafka.bootstrapServers())
                    .replace(" backup\n", " " + backup + "\n");
            try (KameletRun run = start(pipe, Map.of())) {
                NotifyBuilder failed =
                        new NotifyBuilder(run.camel()).whenFailed(1).create();
                assertThat(failed.matches(30, TimeUnit.SECONDS)).isTrue();
                s3.createBucket(bucket -> bucket.bucket(backup)).join();
                eventually(() -> assertThat(keysOf(backup)).containsExactly("a", "b"));
            }
        }
    }

    @Test
    void webhookReadsABodyOfAnyTypeAndNoMoreThanItMay() throws Exception {
        put("a");
        int port = FreePort.next();
        Map<String, String> properties = Map.of(
                "camel.server.enabled",
                "true",
                "camel.server.port",
                Integer.toString(port),
                "camel.kamelet.s3copy-notification-webhook-source.secret",
                SECRET,
                "camel.kamelet.s3copy-notification-webhook-source.maxBody",
                "2000");
        try (KameletRun run = start(shipped("s3copy-webhook-events"), properties)) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/events"))
                    .header("Content-Type", "application/x-www-form-urlencoded");
            String large = " ".repeat(2000) + Notifications.put(source, "a");
            assertThat(status(request, large)).isEqualTo(401);
            request.header("Authorization", "Bearer " + SECRET);
            assertThat(status(request, large)).isEqualTo(413);
            assertThat(status(request, Notifications.put(source, "a"))).isEqualTo(200);
            assertThat(keysOf(destination)).containsExactly("a");
        }
    }

    private static int status(HttpRequest.Builder request, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void queuesMayBeFifo() throws Exception {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createFifoQueue("object-events.fifo", 30);
            sqs.createFifoQueue("rejected.fifo", 30);
            put("a");
            sqs.sendToGroup("object-events.fifo", "one", "no notification");
            sqs.sendToGroup("object-events.fifo", "one", Notifications.put(source, "a"));
            Map<String, String> properties = new HashMap<>(sqsAt(sqs));
            properties.put(
                    "camel.kamelet.s3copy-replicate-sink.deadLetter",
                    "aws2-sqs:rejected.fifo?messageGroupIdStrategy=useExchangeId&useDefaultCredentialsProvider=true");
            String pipe = shipped("s3copy-sqs-replicate").replace(": object-events", ": object-events.fifo");
            try (KameletRun run = start(pipe, properties)) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a"));
                eventually(() -> assertThat(sqs.size("object-events.fifo")).isZero());
            }
            assertThat(sqs.size("rejected.fifo")).isEqualTo(1);
        }
    }

    @Test
    void kameletSaysInTheLogWhatItDid() {
        String route = """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:s3copy-replicate-sink
                            parameters:
                              bucketName: %s
                              sourceBuckets: %s
                              region: us-east-1
                """.formatted(destination, source);
        put("a");
        try (CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO))) {
            Map<String, String> aside = Map.of("camel.kamelet.s3copy-replicate-sink.deadLetter", "mock:dead");
            try (KameletRun run = start(route, aside)) {
                ProducerTemplate in = run.camel().createProducerTemplate();
                in.sendBody("direct:in", Notifications.put(source, "a"));
                in.sendBody("direct:in", "no notification");
            }
            assertThat(log.text().lines())
                    .anyMatch(line -> line.startsWith("WARN") && line.contains("s3copy-replicate-sink: dead-lettered"))
                    .anyMatch(line -> line.endsWith("s3copy-replicate-sink: 1 copied, 1 dead-lettered"));
        }
    }

    @Test
    void whatWasPutAsideDoesNotGoBackToWhoSentIt() throws Exception {
        int port = FreePort.next();
        Map<String, String> properties = Map.of(
                "camel.server.enabled",
                "true",
                "camel.server.port",
                Integer.toString(port),
                "camel.kamelet.s3copy-notification-webhook-source.secret",
                SECRET);
        String pipe = shipped("s3copy-webhook-events")
                .replace("deadLetter: log:rejected?level=ERROR&showHeaders=true", "deadLetter: mock:dead");
        assertThat(pipe).contains("mock:dead");
        try (KameletRun run = start(pipe, properties)) {
            URI address = URI.create("http://127.0.0.1:" + port + "/events");
            assertThat(answer(address, SECRET, "no notification")).isEqualTo(200);
            assertThat(answer(address, SECRET, Notifications.put("someone-elses", "a")))
                    .isEqualTo(200);
            assertThat(run.camel().getEndpoint("mock:dead", MockEndpoint.class).getExchanges())
                    .hasSize(2);
        }
    }

    @Test
    void whatWasPutAsideDoesNotGoOn() {
        String route = """
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - kamelet:
                            name: s3copy-event-action
                            parameters:
                              bucketName: %s
                              sourceBuckets: %s
                              region: us-east-1
                        - to:
                            uri: mock:after
                """.formatted(destination, source);
        Map<String, String> aside = Map.of("camel.kamelet.s3copy-event-action.deadLetter", "mock:dead");
        put("a");
        try (KameletRun run = start(route, aside)) {
            ProducerTemplate in = run.camel().createProducerTemplate();
            in.sendBody("direct:in", "no notification");
            in.sendBody("direct:in", Notifications.put(source, "a"));
            assertThat(run.camel().getEndpoint("mock:dead", MockEndpoint.class).getExchanges())
                    .singleElement()
                    .satisfies(exchange -> {
                        assertThat(exchange.getMessage().getBody()).isEqualTo("no notification");
                        assertThat(exchange.getMessage().getHeader("S3CopyError", String.class))
                                .isNotEmpty();
                    });
            assertThat(run.camel().getEndpoint("mock:after", MockEndpoint.class).getExchanges())
                    .hasSize(1);
        }
    }
}
