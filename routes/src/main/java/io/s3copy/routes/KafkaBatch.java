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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Takes a batch of Kafka records apart, whose body is the list of their exchanges, and commits its offsets. Camel 4.18
 * gives a batch the commit of its last record alone, which leaves the other partitions out; and its own commits cover
 * records that are polled, but still wait for their batch to fill. So the consumer needs {@code allowManualCommit=true}
 * and {@code autoCommitEnable=false}.
 */
public final class KafkaBatch {

    /**
     * The records as messages, each with its own headers, as a splitter takes them. Copies: what a route does to headers
     * must not take away the commit.
     */
    public List<Message> messages(Exchange batch) {
        return records(batch).stream().map(one -> one.getMessage().copy()).toList();
    }

    /**
     * Commits the last offset of each partition.
     *
     * @throws IllegalStateException when the consumer does not allow manual commits
     */
    public void commit(Exchange batch) {
        Map<String, KafkaManualCommit> last = new LinkedHashMap<>();
        for (Exchange one : records(batch)) {
            Message message = one.getMessage();
            KafkaManualCommit commit = message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
            if (commit == null) {
                throw new IllegalStateException(
                        "a record cannot be committed: the route's consumer needs allowManualCommit=true");
            }
            last.put(
                    message.getHeader(KafkaConstants.TOPIC) + "/" + message.getHeader(KafkaConstants.PARTITION),
                    commit);
        }
        last.values().forEach(KafkaManualCommit::commit);
    }

    private static List<Exchange> records(Exchange batch) {
        List<?> parts = batch.getMessage().getBody(List.class);
        return parts.stream().map(Exchange.class::cast).toList();
    }
}
