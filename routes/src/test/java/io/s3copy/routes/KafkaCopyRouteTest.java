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
import static org.assertj.core.groups.Tuple.tuple;

import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

class KafkaCopyRouteTest {

    private static KafkaBroker kafka;

    private final S3Server server = S3Servers.s3proxy();
    private KafkaProducer<String, String> producer;
    private Buckets buckets;
    private String topic;

    @BeforeAll
    static void startKafka() {
        kafka = KafkaBroker.start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @BeforeEach
    void start() {
        buckets = new Buckets(server);
        topic = buckets.source();
        kafka.createTopic(topic, 3);
        kafka.createTopic(topic + "-dead", 1);
        producer = kafka.producer();
    }

    @AfterEach
    void stop() {
        producer.close();
        buckets.close();
    }

    private RouteRun route(Map<String, String> options) {
        return RouteRun.start(
                "kafka-copy",
                server,
                kafka.camelProperties(),
                Map.of(
                        "kafka-copy.topic",
                        topic,
                        "kafka-copy.dead-letter-topic",
                        topic + "-dead",
                        "kafka-copy.group",
                        topic,
                        "kafka-copy.destination",
                        buckets.destination(),
                        "kafka-copy.sources",
                        buckets.source()),
                options);
    }

    private void run(Map<String, String> options, Callable<Boolean> until) {
        RouteRun run = route(options);
        run.until(until);
    }

    private void send(String key, String value, Map<String, String> headers) {
        ProducerRecord<String, String> one = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> one.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(one).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<String, String>> dead(int number) {
        List<ConsumerRecord<String, String>> all = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = kafka.consumer("test-" + topic)) {
            consumer.subscribe(List.of(topic + "-dead"));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                return all.size() >= number;
            });
        }
        return all;
    }

    @Test
    void recordsOfAllPartitionsAreCopiedOnceAndTheirOffsetsCommitted() {
        List<String> keys =
                IntStream.range(0, 60).mapToObj(i -> "a+b c%41 " + i).toList();
        keys.forEach(buckets::put);
        keys.forEach(key -> send(key, Notifications.put(buckets.source(), key), Map.of()));
        run(Map.of("kafka-copy.batch", "7"), () -> buckets.copies().size() == 60);

        // whoever comes next finds nothing to do
        buckets.deleteCopies();
        buckets.put("later");
        send("later", Notifications.put(buckets.source(), "later"), Map.of());
        run(Map.of(), () -> !buckets.copies().isEmpty());
        assertThat(buckets.copies()).containsExactly("later");
    }

    @Test
    void poisonAndWhatMayNotBeCopiedGoToTheDeadLetterTopicAndHoldNothingUp() {
        buckets.put("a");
        send("k1", "no notification", Map.of());
        send("k2", Notifications.put("someone-elses", "a"), Map.of());
        send("k3", Notifications.TEST_EVENT, Map.of());
        send("k4", Notifications.put(buckets.source(), "a"), Map.of());
        run(Map.of(), () -> !buckets.copies().isEmpty());
        assertThat(dead(2))
                .extracting(ConsumerRecord::key, ConsumerRecord::value)
                .containsExactlyInAnyOrder(
                        tuple("k1", "no notification"), tuple("k2", Notifications.put("someone-elses", "a")));
    }

    @Test
    void deadLettersSayWhy() {
        send("k", "no notification", Map.of());
        RouteRun run = route(Map.of());
        try {
            assertThat(dead(1))
                    .singleElement()
                    .satisfies(one -> assertThat(new String(
                                    one.headers().lastHeader("S3CopyError").value(), StandardCharsets.UTF_8))
                            .contains("Not a notification"));
        } finally {
            run.close();
        }
    }

    @Test
    void poisonThatFillsARecordIsPutAsideWithoutItsReason() {
        // a producer of Kafka's takes a mebibyte by default, with what is around the value
        String poison = "x".repeat((1 << 20) - 100);
        send("k", poison, Map.of());
        RouteRun run = route(Map.of());
        try {
            assertThat(dead(1)).singleElement().satisfies(one -> {
                assertThat(one.value()).isEqualTo(poison);
                assertThat(one.headers().lastHeader("S3CopyError")).isNull();
            });
        } finally {
            run.close();
        }
    }

    @Test
    void headersOfARecordSayNothing() {
        buckets.put("a");
        Map<String, String> hostile = Map.of(
                "CamelS3CopyKey", "elsewhere",
                "CamelS3CopyCopySourceKey", "secret",
                "CamelAwsS3Key", "secret",
                "kafka.TOPIC", "elsewhere");
        send("a", Notifications.put(buckets.source(), "a"), hostile);
        run(Map.of(), () -> !buckets.copies().isEmpty());
        assertThat(buckets.copies()).containsExactly("a");
    }

    private void versions(String bucket) {
        buckets.s3()
                .putBucketVersioning(put ->
                        put.bucket(bucket).versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)))
                .join();
    }

    /** A change of an object, and its event twice. */
    private void change(String key, int order, boolean deletes) {
        S3AsyncClient s3 = buckets.s3();
        String source = buckets.source();
        String version = deletes
                ? s3.deleteObject(delete -> delete.bucket(source).key(key))
                        .join()
                        .versionId()
                : s3.putObject(put -> put.bucket(source).key(key), AsyncRequestBody.fromString("change " + order))
                        .join()
                        .versionId();
        String type = deletes ? "ObjectRemoved:DeleteMarkerCreated" : "ObjectCreated:Put";
        String event = Notifications.version(type, source, key, version, order);
        send(key, event, Map.of());
        send(key, event, Map.of());
    }

    /** The versions of each key, the newest first, by their ETags, and its delete markers. */
    private List<String> history(String bucket) {
        ListObjectVersionsResponse all =
                buckets.s3().listObjectVersions(list -> list.bucket(bucket)).join();
        return Stream.concat(
                        all.versions().stream().map(one -> one.key() + " " + one.isLatest() + " " + one.eTag()),
                        all.deleteMarkers().stream().map(one -> one.key() + " " + one.isLatest() + " deleted"))
                .toList();
    }

    @Test
    void modeHistoryCopiesEachVersionOnceAndInItsTurn() {
        versions(buckets.source());
        versions(buckets.destination());
        for (int i = 0; i < 40; i++) {
            change(List.of("a", "b c", "d+e", "f/g").get(i % 4), i, i % 9 == 7);
        }
        Map<String, String> options = Map.of(
                "kafka-copy.event-mode", "history",
                "kafka-copy.parallel", "false",
                "kafka-copy.propagate-deletes", "current");
        run(options, () -> history(buckets.destination()).size() >= 40);
        assertThat(history(buckets.destination())).hasSize(40).isEqualTo(history(buckets.source()));
    }

    @Test
    void batchThatFailsIsReadAgain() {
        buckets.put("a");
        send("a", Notifications.put(buckets.source(), "a"), Map.of());
        Map<String, String> wrong = Map.of(
                "kafka-copy.destination", "no-such-bucket", "camel.component.s3copy.configuration.pause-timeout", "1");
        RouteRun run = route(wrong);
        try {
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .until(() -> buckets.copies().isEmpty());
        } finally {
            run.close();
        }
        run(Map.of(), () -> !buckets.copies().isEmpty());
    }
}
