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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Each example Pipe as shipped, and with it each Kamelet, by Camel Main, on real servers. */
class PipesRunTest {

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

    private Map<String, String> names() {
        return Map.of("source", source, "destination", destination, "region", server.region());
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
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(holds);
    }

    @Test
    void replicatePipeCopiesDeletesAndPutsPoisonAside() {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("events", 30);
            sqs.createQueue("dead", 30);
            put("a+b c.txt", "kept");
            s3.putObject(object -> object.bucket(destination).key("gone"), AsyncRequestBody.fromString("x"))
                    .join();
            sqs.send(
                    "events",
                    Notifications.put(source, "a+b c.txt", "kept"),
                    Map.of("CamelS3CopyKey", "elsewhere", "CamelAwsS3Key", "gone", "CamelAwsSqsReceiptHandle", "none"));
            sqs.send("events", Notifications.records("ObjectRemoved:Delete", source, "gone"));
            sqs.send("events", "no notification");
            sqs.send("events", Notifications.put("someone-elses", "x"));
            Map<String, String> more = Map.of("queue", "events", "deadLetter", "aws2-sqs:dead");
            try (KameletRun run =
                    KameletRun.pipe("s3copy-sqs-replicate", server, names(), more, sqs.camelProperties())) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a+b c.txt", "kept"));
                eventually(() -> assertThat(sqs.size("events")).isZero());
            }
            assertThat(sqs.drain("dead"))
                    .extracting(message -> message.body())
                    .containsExactlyInAnyOrder("no notification", Notifications.put("someone-elses", "x"));
        }
    }

    @Test
    void archivePipeKeepsAPoisonMessageInTheQueueWhereThereIsNoDeadLetterEndpoint() {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("events", 30);
            put("a");
            sqs.send("events", "no notification");
            sqs.send("events", Notifications.put(source, "a"));
            try (KameletRun run = KameletRun.pipe(
                    "s3copy-sqs-archive", server, names(), Map.of("queue", "events"), sqs.camelProperties())) {
                assertThat(run.camel().getRoutes()).isNotEmpty();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("archive/a"));
                eventually(() -> assertThat(sqs.size("events")).isEqualTo(1));
            }
            assertThat(head("archive/a").storageClassAsString()).isEqualTo("STANDARD_IA");
        }
    }

    @Test
    void fanOutPipeCopiesTheRecordsOfATopicToBothBuckets() throws Exception {
        String backup = server.newBucket(s3);
        try (KafkaBroker kafka = KafkaBroker.start();
                KafkaProducer<String, String> producer = kafka.producer()) {
            kafka.createTopic("events", 2);
            put("a", "b", "c");
            for (String key : List.of("a", "b", "c")) {
                producer.send(new ProducerRecord<>("events", key, Notifications.put(source, key)))
                        .get();
            }
            Map<String, String> more =
                    Map.of("topic", "events", "brokers", kafka.bootstrapServers(), "backup", backup);
            try (KameletRun run = KameletRun.pipe("s3copy-kafka-fan-out", server, names(), more)) {
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
        Map<String, String> more =
                Map.of("camel.server.enabled", "true", "camel.server.port", Integer.toString(port));
        try (KameletRun run = KameletRun.pipe("s3copy-webhook-events", server, names(), more)) {
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
        try (KameletRun run = KameletRun.pipe("s3copy-poll-copy", server, names(), KameletRun.aws2S3(server))) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("incoming/a"));
        }
        assertThat(head("incoming/a").metadata()).containsEntry("copied-by", "s3copy");
    }

    @Test
    void integrationCopies() {
        put("a");
        try (KameletRun run = KameletRun.integration("s3copy-poll-integration", server, names(), KameletRun.aws2S3(server))) {
            assertThat(run.camel().getRoutes()).isNotEmpty();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("done/a"));
        }
    }
}
