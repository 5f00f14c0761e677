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
package io.s3copy.app.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.component.kafka.KafkaEndpoint;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The backlog of topics of Kafka: from what the group has committed to the ends. */
final class KafkaBacklog implements Backlog {

    private static final long SECONDS = 30;

    private final KafkaConfiguration configuration;
    private final Admin admin;

    KafkaBacklog(KafkaEndpoint endpoint) {
        configuration = endpoint.getConfiguration();
        Properties properties = configuration.createConsumerProperties();
        if (configuration.getBrokers() != null) {
            properties.put("bootstrap.servers", configuration.getBrokers());
        }
        admin = Admin.create(properties);
    }

    @Override
    public long ask() throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        Map<TopicPartition, OffsetSpec> begins = new HashMap<>();
        admin.describeTopics(List.of(configuration.getTopic().split(",")))
                .allTopicNames()
                .get(SECONDS, TimeUnit.SECONDS)
                .forEach((topic, about) -> about.partitions().forEach(partition -> {
                    ends.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest());
                    begins.put(new TopicPartition(topic, partition.partition()), OffsetSpec.earliest());
                }));
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(configuration.getGroupId())
                .partitionsToOffsetAndMetadata()
                .get(SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, ListOffsetsResultInfo> last =
                admin.listOffsets(ends).all().get(SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, ListOffsetsResultInfo> first =
                admin.listOffsets(begins).all().get(SECONDS, TimeUnit.SECONDS);
        long all = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : last.entrySet()) {
            OffsetAndMetadata committed = done.get(end.getKey());
            ListOffsetsResultInfo begin = first.get(end.getKey());
            if (begin == null) {
                throw new IllegalStateException("the topic does not tell where " + end.getKey() + " begins");
            }
            // a group that has committed nothing begins with what is there
            long from = committed == null ? begin.offset() : committed.offset();
            all += Math.max(0, end.getValue().offset() - from);
        }
        return all;
    }

    @Override
    public void close() {
        admin.close();
    }
}
