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
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.routes.Buckets;
import io.s3copy.routes.RouteRun;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** 20,000 events through a topic, with the process killed in the middle. */
class KafkaStormIT {

    private static final long SEED = Long.getLong("s3copy.storm.seed", 20_261_121L);
    /** S3Mock reads the list of all keys of a bucket for each request. */
    private static final int OBJECTS = Integer.getInteger("s3copy.storm.objects", 500);

    private static final int EVENTS = Integer.getInteger("s3copy.storm.events", 20_000);
    private static final int PARTITIONS = 4;
    /** A request has more bytes: some of the objects are copied, and some are not. */
    private static final long SENT_FOR_HALF = 300;

    /** It stays, for whoever looks for the cause of a failure. */
    private final Path folder = Path.of("target", "storm-kafka").toAbsolutePath();

    @Test
    void destinationEqualsTheSourceAndOnlyPoisonIsPutAside() throws Exception {
        System.out.println("Storm by seed: repeat with -Ds3copy.storm.seed=" + SEED);
        S3Server server = S3Servers.s3mock();
        try (KafkaBroker kafka = KafkaBroker.start();
                Buckets buckets = new Buckets(server)) {
            // S3Mock takes such an end of a source's key for a version, though it is encoded
            EventStorm storm =
                    new EventStorm(SEED, buckets.source(), OBJECTS, EVENTS, key -> !key.contains("?versionId="));
            kafka.createTopic("events", PARTITIONS);
            kafka.createTopic("dead", 1);
            storm.putObjects(buckets.s3());
            send(kafka, storm);
            Map<String, String> properties = new HashMap<>(RouteRun.s3Properties(server));
            properties.putAll(kafka.camelProperties());
            properties.putAll(Map.of(
                    "kafka-copy.topic", "events",
                    "kafka-copy.dead-letter-topic", "dead",
                    "kafka-copy.destination", buckets.destination(),
                    "kafka-copy.sources", buckets.source(),
                    "kafka-copy.consumers", "2",
                    "kafka-copy.session-timeout", "6000"));

            RouteProcess.runKilledOnce(
                    folder, "kafka-copy", properties, server, OBJECTS * SENT_FOR_HALF, () -> behind(kafka) == 0);

            storm.assertArrived(buckets);
            assertThat(dead(kafka)).isEqualTo(storm.poison());
        }
    }

    /** Each record has a header of every name of the mirror: they change nothing. */
    private static void send(KafkaBroker kafka, EventStorm storm) throws Exception {
        byte[] value = "elsewhere".getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<String, String> producer = kafka.producer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String message : storm.messages()) {
                ProducerRecord<String, String> one = new ProducerRecord<>("events", message);
                Arrays.stream(CopyParameter.values())
                        .forEach(row -> one.headers().add(row.header(), value));
                sent.add(producer.send(one));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    /** Records whose offsets are not committed. */
    private static long behind(KafkaBroker kafka) {
        try (KafkaConsumer<String, String> group = kafka.consumer("s3copy")) {
            Set<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(number -> new TopicPartition("events", number))
                    .collect(Collectors.toSet());
            Map<TopicPartition, OffsetAndMetadata> committed = group.committed(partitions);
            return group.endOffsets(partitions).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - (committed.get(end.getKey()) == null
                                    ? 0
                                    : committed.get(end.getKey()).offset()))
                    .sum();
        }
    }

    private static Set<String> dead(KafkaBroker kafka) {
        Set<String> bodies = new HashSet<>();
        try (KafkaConsumer<String, String> consumer = kafka.consumer("test")) {
            TopicPartition only = new TopicPartition("dead", 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).get(only);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> bodies.add(one.value()));
            }
        }
        return bodies;
    }
}
