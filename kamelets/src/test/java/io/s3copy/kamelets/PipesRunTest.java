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

import io.s3copy.routes.Notifications;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.KafkaBroker;
import io.s3copy.testkit.broker.SqsServer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Each example Pipe as shipped, and with it each Kamelet, by Camel Main, on real servers. */
class PipesRunTest {

    @TempDir
    private Path directory;

    private final S3Server server = S3Servers.s3proxy();
    private S3AsyncClient s3;
    private String source;
    private String destination;

    @BeforeEach
    void buckets() {
        s3 = server.newClient();
        source = server.newBucket(s3);
        destination = server.newBucket(s3);
    }

    @AfterEach
    void close() {
        s3.close();
    }

    /** The shipped text, on this test's buckets. */
    private String shipped(String name) {
        return Shipped.text("pipes/" + name + ".yaml")
                .replace(" inbox\n", " " + source + "\n")
                .replace(" archive\n", " " + destination + "\n")
                .replace(" archive?", " " + destination + "?");
    }

    /** As Camel K runs a Pipe; Camel Main and Camel JBang read it otherwise: they encode the values. */
    private KameletRun camelK(String pipe, Map<String, String> properties) {
        return KameletRun.start(
                Shipped.withoutProperties(pipe), directory, server, Shipped.propertiesOf(pipe), properties);
    }

    private static Map<String, String> sqsAt(SqsServer sqs) {
        return Map.of(
                "camel.component.aws2-sqs.override-endpoint", "true",
                "camel.component.aws2-sqs.uri-endpoint-override", sqs.endpoint().toString(),
                "camel.component.aws2-sqs.region", sqs.region());
    }

    private void put(String... keys) {
        for (String key : keys) {
            s3.putObject(object -> object.bucket(source).key(key), AsyncRequestBody.fromString(key))
                    .join();
        }
    }

    private Set<String> keysOf(String bucket) {
        Set<String> keys = new TreeSet<>();
        s3.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .map(S3Object::key)
                .subscribe(keys::add)
                .join();
        return keys;
    }

    private HeadObjectResponse head(String key) {
        return s3.headObject(object -> object.bucket(destination).key(key)).join();
    }

    private static void eventually(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(holds);
    }

    @Test
    void replicatePipeCopiesDeletesAndPutsPoisonAside() {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("object-events", 30);
            sqs.createQueue("rejected", 30);
            put("a+b c.txt", "kept");
            s3.putObject(object -> object.bucket(destination).key("gone"), AsyncRequestBody.fromString("x"))
                    .join();
            sqs.send(
                    "object-events",
                    Notifications.put(source, "a+b c.txt", "kept"),
                    Map.of("CamelS3CopyKey", "elsewhere", "CamelAwsS3Key", "gone", "CamelAwsSqsReceiptHandle", "none"));
            sqs.send("object-events", Notifications.records("ObjectRemoved:Delete", source, "gone"));
            sqs.send("object-events", "no notification");
            sqs.send("object-events", Notifications.put("someone-elses", "x"));
            try (KameletRun run = camelK(shipped("s3copy-sqs-replicate"), sqsAt(sqs))) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a+b c.txt", "kept"));
                eventually(() -> assertThat(sqs.size("object-events")).isZero());
            }
            assertThat(sqs.drain("rejected"))
                    .extracting(message -> message.body())
                    .containsExactlyInAnyOrder("no notification", Notifications.put("someone-elses", "x"));
        }
    }

    @Test
    void archivePipeKeepsAPoisonMessageInTheQueueWhereThereIsNoDeadLetterEndpoint() {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("object-events", 30);
            put("a");
            sqs.send("object-events", "no notification");
            sqs.send("object-events", Notifications.put(source, "a"));
            try (KameletRun run = camelK(shipped("s3copy-sqs-archive"), sqsAt(sqs))) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("archive/a"));
                eventually(() -> assertThat(sqs.size("object-events")).isEqualTo(1));
            }
        }
    }

    @Test
    void fanOutPipeCopiesTheRecordsOfATopicToBothBuckets() throws Exception {
        String backup = server.newBucket(s3);
        try (KafkaBroker kafka = KafkaBroker.start();
                KafkaProducer<String, String> producer = kafka.producer()) {
            kafka.createTopic("object-events", 2);
            put("a", "b", "c");
            for (String key : List.of("a", "b", "c")) {
                producer.send(new ProducerRecord<>("object-events", key, Notifications.put(source, key)))
                        .get();
            }
            String pipe = shipped("s3copy-kafka-fan-out")
                    .replace("kafka:9092", kafka.bootstrapServers())
                    .replace(" backup\n", " " + backup + "\n");
            try (KameletRun run = camelK(pipe, Map.of())) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a", "b", "c"));
                eventually(() -> assertThat(keysOf(backup)).containsExactly("a", "b", "c"));
            }
        }
    }

    @Test
    void webhookPipeAnswersWhenTheCopiesAreMade() throws Exception {
        put("a");
        int port = freePort();
        Map<String, String> more = Map.of("camel.server.enabled", "true", "camel.server.port", Integer.toString(port));
        try (KameletRun run = KameletRun.start(shipped("s3copy-webhook-events"), directory, server, more)) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            HttpClient http = HttpClient.newHttpClient();
            URI address = URI.create("http://127.0.0.1:" + port + "/events");
            assertThat(http.send(posted(address, Notifications.put(source, "a")), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isLessThan(300);
            assertThat(keysOf(destination)).containsExactly("a");
            assertThat(http.send(posted(address, "no notification"), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(500);
        }
    }

    private static HttpRequest posted(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("CamelS3CopyKey", "elsewhere")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void pollPipeCopiesWithTheParametersOfItsOptions() {
        put("incoming/a", "other/b");
        try (KameletRun run = camelK(shipped("s3copy-poll-copy"), KameletRun.aws2S3(server))) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("incoming/a"));
        }
        assertThat(head("incoming/a").metadata()).containsEntry("copied-by", "s3copy");
    }

    @Test
    void integrationCopies() {
        put("a");
        try (KameletRun run = KameletRun.start(
                Shipped.flows(shipped("s3copy-poll-integration")), directory, server, KameletRun.aws2S3(server))) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("done/a"));
        }
    }

    @Test
    void keysOfAKameletAreUsedInsteadOfTheDefaultOnes() {
        put("incoming/a");
        String pipe = shipped("s3copy-poll-copy")
                .replace(
                        "ifExists: skipIfSame",
                        "ifExists: skipIfSame\n      accessKey: nobody\n      secretKey: 's+e/c=r'");
        try (KameletRun run = camelK(pipe, KameletRun.aws2S3(server))) {
            NotifyBuilder failed = new NotifyBuilder(run.camel()).whenFailed(1).create();
            assertThat(failed.matches(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(keysOf(destination)).isEmpty();
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
            try (KameletRun run = camelK(pipe, Map.of())) {
                NotifyBuilder failed =
                        new NotifyBuilder(run.camel()).whenFailed(1).create();
                assertThat(failed.matches(30, TimeUnit.SECONDS)).isTrue();
                s3.createBucket(bucket -> bucket.bucket(backup)).join();
                eventually(() -> assertThat(keysOf(backup)).containsExactly("a", "b"));
            }
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
        try (KameletRun run = KameletRun.start(route, directory, server, aside)) {
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
