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

import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.SqsServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

/** Queues that keep an order, on either side of the routes that read SQS. */
class SqsFifoRouteTest {

    private final S3Objects buckets = new S3Objects(S3Servers.s3proxy());
    private final String source = buckets.create();
    private final String destination = buckets.create();
    private SqsServer sqs;

    @BeforeEach
    void start() {
        sqs = SqsServer.start();
        sqs.createFifoQueue("events.fifo", 30);
        sqs.createFifoQueue("dead.fifo", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        buckets.close();
    }

    private Map<String, String> properties(String route) {
        return Map.of(
                route + ".queue", "events.fifo",
                route + ".dead-letter-queue", "dead.fifo",
                route + ".wait", "1");
    }

    private static String event(String route, String bucket, String key) {
        return route.startsWith("eventbridge")
                ? Notifications.eventBridge(bucket, key)
                : Notifications.put(bucket, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs-copy", "sns-sqs-copy", "eventbridge-sqs-copy"})
    void messagesOfAGroupAreCopiedAndPutAside(String route) {
        buckets.put(source, "a", "one");
        buckets.put(source, "b", "two");
        String foreign = event(route, "someone-elses", "x");
        sqs.sendToGroup("events.fifo", "one", event(route, source, "a"));
        sqs.sendToGroup("events.fifo", "one", foreign);
        sqs.sendToGroup("events.fifo", "one", "no notification");
        sqs.sendToGroup("events.fifo", "one", "no notification");
        sqs.sendToGroup("events.fifo", "one", event(route, source, "b"));
        Map<String, String> places = Map.of(route + ".destination", destination, route + ".sources", source);
        RouteRun.start(route, S3Servers.s3proxy(), sqs.camelProperties(), properties(route), places)
                .until(() -> sqs.size("events.fifo") == 0 && sqs.size("dead.fifo") == 3);
        assertThat(buckets.list(destination)).containsOnlyKeys("a", "b");
        assertThat(sqs.drain("dead.fifo"))
                .extracting(Message::body)
                .containsExactlyInAnyOrder(foreign, "no notification", "no notification");
    }

    @Test
    void fanOutPutsAsideInAFifoQueue() {
        sqs.sendToGroup("events.fifo", "one", "no notification");
        Map<String, String> places = Map.of(
                "fan-out-copy.destination-1", destination,
                "fan-out-copy.destination-2", buckets.create(),
                "fan-out-copy.sources", source);
        RouteRun.start("fan-out-copy", S3Servers.s3proxy(), sqs.camelProperties(), properties("fan-out-copy"), places)
                .until(() -> sqs.size("events.fifo") == 0 && sqs.size("dead.fifo") == 1);
    }

    @Test
    void replaySendsFromOneFifoQueueToAnother() {
        sqs.sendToGroup("dead.fifo", "one", Notifications.put(source, "a"));
        sqs.sendToGroup("dead.fifo", "two", Notifications.put(source, "b"));
        Map<String, String> properties = Map.of(
                "dead-letter-replay.dead-letter-queue", "dead.fifo",
                "dead-letter-replay.queue", "events.fifo",
                "dead-letter-replay.wait", "1");
        RouteRun.start("dead-letter-replay", S3Servers.s3proxy(), sqs.camelProperties(), properties)
                .until(() -> sqs.size("dead.fifo") == 0 && sqs.size("events.fifo") == 2);
    }
}
