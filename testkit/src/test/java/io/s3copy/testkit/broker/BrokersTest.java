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
package io.s3copy.testkit.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class BrokersTest {

    @Test
    void queueGivesWhatWasSent() {
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("q", 30);
            sqs.send("q", "one", Map.of("colour", "blue"));
            sqs.sendAll("q", IntStream.range(0, 25).mapToObj(i -> "many-" + i).toList());
            assertThat(sqs.size("q")).isEqualTo(26);
            List<Message> all = sqs.drain("q");
            assertThat(all).extracting(Message::body).hasSize(26).contains("one", "many-0", "many-24");
            assertThat(sqs.size("q")).isZero();
        }
    }

    @Test
    void topicGivesWhatWasSent() {
        try (KafkaBroker kafka = KafkaBroker.start()) {
            kafka.createTopic("t", 2);
            try (KafkaProducer<String, String> producer = kafka.producer();
                    KafkaConsumer<String, String> consumer = kafka.consumer("g")) {
                producer.send(new ProducerRecord<>("t", "key", "value")).get();
                consumer.subscribe(List.of("t"));
                List<String> got = new ArrayList<>();
                Awaitility.await().until(() -> {
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> got.add(record.value()));
                    return !got.isEmpty();
                });
                assertThat(got).containsExactly("value");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
