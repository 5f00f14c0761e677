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
import io.s3copy.testkit.FreePort;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.KafkaBroker;
import io.s3copy.testkit.broker.SqsServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What each example Pipe does as shipped, and with it each Kamelet, on real servers, whatever runs it. */
public abstract class PipesContract {

    protected static final String SECRET = "wMx5+k/9%of-a-webhook";

    @TempDir
    protected Path directory;

    protected final S3Server server = S3Servers.s3proxy();
    protected S3AsyncClient s3;
    protected String source;
    protected String destination;

    /** Runs a Pipe or routes, told of this test's servers by properties alone, until it is closed. */
    protected abstract AutoCloseable start(String flow, Map<String, String> properties);

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
    protected final String shipped(String name) {
        return Shipped.text("pipes/" + name + ".yaml")
                .replace(" inbox\n", " " + source + "\n")
                .replace(" archive\n", " " + destination + "\n");
    }

    /** The properties by which s3copy finds the server. */
    protected final Map<String, String> s3copy() {
        return Map.of(
                "camel.component.s3copy.override-endpoint", "true",
                "camel.component.s3copy.uri-endpoint-override",
                        server.endpoint().toString(),
                "camel.component.s3copy.force-path-style", "true");
    }

    protected static Map<String, String> sqsAt(SqsServer sqs) {
        return Map.of(
                "camel.kamelet.s3copy-notification-sqs-source.waitTimeSeconds",
                "1",
                "camel.component.aws2-sqs.override-endpoint",
                "true",
                "camel.component.aws2-sqs.uri-endpoint-override",
                sqs.endpoint().toString(),
                "camel.component.aws2-sqs.region",
                sqs.region());
    }

    protected final void put(String... keys) {
        for (String key : keys) {
            s3.putObject(object -> object.bucket(source).key(key), AsyncRequestBody.fromString(key))
                    .join();
        }
    }

    protected final Set<String> keysOf(String bucket) {
        Set<String> keys = new TreeSet<>();
        s3.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .map(S3Object::key)
                .subscribe(keys::add)
                .join();
        return keys;
    }

    protected final HeadObjectResponse head(String key) {
        return s3.headObject(object -> object.bucket(destination).key(key)).join();
    }

    protected static void eventually(ThrowingRunnable holds) {
        Awaitility.await().untilAsserted(holds);
    }

    @Test
    void replicatePipeCopiesDeletesAndPutsPoisonAside() throws Exception {
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
            Map<String, String> properties = new HashMap<>(sqsAt(sqs));
            properties.put(
                    "camel.kamelet.s3copy-replicate-sink.deadLetter",
                    "aws2-sqs:rejected?useDefaultCredentialsProvider=true");
            try (AutoCloseable run = start(shipped("s3copy-sqs-replicate"), properties)) {
                assertThat(run).isNotNull();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a+b c.txt", "kept"));
                eventually(() -> assertThat(sqs.size("object-events")).isZero());
            }
            assertThat(sqs.drain("rejected"))
                    .extracting(message -> message.body())
                    .containsExactlyInAnyOrder("no notification", Notifications.put("someone-elses", "x"));
        }
    }

    @Test
    void archivePipeKeepsAPoisonMessageInTheQueueWhereThereIsNoDeadLetterEndpoint() throws Exception {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("object-events", 30);
            put("a");
            sqs.send("object-events", "no notification");
            sqs.send("object-events", Notifications.put(source, "a"));
            try (AutoCloseable run = start(shipped("s3copy-sqs-archive"), sqsAt(sqs))) {
                assertThat(run).isNotNull();
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
            try (AutoCloseable run = start(pipe, Map.of())) {
                assertThat(run).isNotNull();
                eventually(() -> assertThat(keysOf(destination)).containsExactly("a", "b", "c"));
                eventually(() -> assertThat(keysOf(backup)).containsExactly("a", "b", "c"));
            }
        }
    }

    @Test
    void webhookPipeCopiesForWhoKnowsTheSecret() throws Exception {
        put("a");
        int port = FreePort.next();
        Map<String, String> more = Map.of(
                "camel.server.enabled",
                "true",
                "camel.server.port",
                Integer.toString(port),
                "camel.kamelet.s3copy-notification-webhook-source.secret",
                SECRET);
        try (AutoCloseable run = start(shipped("s3copy-webhook-events"), more)) {
            assertThat(run).isNotNull();
            URI address = URI.create("http://127.0.0.1:" + port + "/events");
            assertThat(answer(address, "somebody else's secret", Notifications.put(source, "a")))
                    .isEqualTo(401);
            assertThat(keysOf(destination)).isEmpty();
            assertThat(answer(address, SECRET, Notifications.put(source, "a"))).isEqualTo(200);
            assertThat(keysOf(destination)).containsExactly("a");
            // what can never be copied goes to the dead letter endpoint, and does not come again
            assertThat(answer(address, SECRET, "no notification")).isEqualTo(200);
            assertThat(answer(address, SECRET, Notifications.put("someone-elses", "a")))
                    .isEqualTo(200);
            assertThat(keysOf(destination)).containsExactly("a");
        }
    }

    protected static int answer(URI address, String secret, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + secret)
                .header("CamelS3CopyKey", "elsewhere")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().map()).doesNotContainKey("s3copyerror");
        return answer.statusCode();
    }

    @Test
    void pollPipeCopiesWhatIsUnderItsPrefix() throws Exception {
        put("incoming/a", "other/b");
        try (AutoCloseable run = start(shipped("s3copy-poll-copy"), Map.of())) {
            assertThat(run).isNotNull();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("incoming/a"));
        }
    }

    @Test
    void syncPipeCopiesWhatIsMissingOrDiffersAndDeletesNothing() throws Exception {
        put("incoming/a+b c.txt", "incoming/changed", "other/b");
        for (String key : List.of("incoming/changed", "incoming/only-here")) {
            s3.putObject(object -> object.bucket(destination).key(key), AsyncRequestBody.fromString("before"))
                    .join();
        }
        try (AutoCloseable run = start(shipped("s3copy-nightly-sync"), Map.of())) {
            assertThat(run).isNotNull();
            eventually(() -> {
                assertThat(keysOf(destination))
                        .containsExactly("incoming/a+b c.txt", "incoming/changed", "incoming/only-here");
                assertThat(head("incoming/changed").contentLength()).isEqualTo("incoming/changed".length());
            });
        }
    }

    @Test
    void routesOfTheIntegrationCopy() throws Exception {
        put("a");
        try (AutoCloseable run = start(Shipped.flows(shipped("s3copy-poll-integration")), Map.of())) {
            assertThat(run).isNotNull();
            eventually(() -> assertThat(keysOf(destination)).containsExactly("done/a"));
        }
    }
}
