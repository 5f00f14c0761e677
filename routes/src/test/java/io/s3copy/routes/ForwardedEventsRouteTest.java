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

import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.SqsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** The routes for queues behind EventBridge and SNS, with messages as these send them. */
class ForwardedEventsRouteTest {

    private static final Path CORPUS = Path.of("..", "connector", "src", "test", "resources", "events");

    private final S3Server server = S3Servers.s3proxy();
    private SqsServer sqs;
    private Buckets buckets;

    @BeforeEach
    void start() {
        buckets = new Buckets(server);
        sqs = SqsServer.start();
        sqs.createQueue("events", 30);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        buckets.close();
    }

    /** Runs a route until its queue is empty. */
    private void run(String name, Map<String, String> options) {
        Map<String, String> route = Map.of(
                name + ".queue", "events",
                name + ".dead-letter-queue", "dead",
                name + ".destination", buckets.destination(),
                name + ".sources", buckets.source(),
                name + ".wait", "1");
        RouteRun run = RouteRun.start(name, server, sqs.camelProperties(), route, options);
        run.until(() -> sqs.size("events") == 0);
    }

    /** A message of the decoder's corpus, about another bucket and key. */
    private String message(String file, String bucket, String key, String newKey) {
        try {
            String text = Files.readString(CORPUS.resolve(file + ".json"));
            assertThat(text).contains(bucket, key);
            return text.replace(bucket, buckets.source()).replace(key, newKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String eventBridge(String key) {
        return message("eventbridge-created", "amzn-s3-demo-bucket1", "example-key", key);
    }

    private String sns(String encodedKey) {
        return message("sns-notification", "amzn-s3-demo-bucket", "in+sns/%C3%A9.txt", encodedKey);
    }

    @Test
    void keysOfEventBridgeAreTakenAsTheyAre() {
        buckets.put("a+b %41 \u2603");
        buckets.put("a b A \u2603");
        sqs.send("events", eventBridge("a+b %41 \u2603"));
        run("eventbridge-sqs-copy", Map.of());
        assertThat(buckets.copies()).containsExactly("a+b %41 \u2603");
    }

    @Test
    void whatDoesNotComeFromEventBridgeIsPutAside() {
        buckets.put("a");
        String notification = Notifications.put(buckets.source(), "a");
        sqs.send("events", notification);
        run("eventbridge-sqs-copy", Map.of());
        assertThat(buckets.copies()).isEmpty();
        assertThat(sqs.drain("dead")).extracting(Message::body).containsExactly(notification);
    }

    @Test
    void selectionAndKeysOfTheRouteForEventBridgeAreProperties() {
        buckets.put("in/a.csv");
        buckets.put("in/b.txt");
        sqs.send("events", eventBridge("in/a.csv"));
        sqs.send("events", eventBridge("in/b.txt"));
        run(
                "eventbridge-sqs-copy",
                Map.of(
                        "eventbridge-sqs-copy.event-suffix", ".csv",
                        "eventbridge-sqs-copy.strip-prefix", "in/",
                        "eventbridge-sqs-copy.key-prefix", "out/"));
        assertThat(buckets.copies()).containsExactly("out/a.csv");
    }

    @Test
    void attributesOfAForwardedEventSayNothing() {
        buckets.put("a");
        sqs.send("events", eventBridge("a"), Map.of("CamelS3CopyKey", "elsewhere", "CamelAwsS3Key", "secret"));
        run("eventbridge-sqs-copy", Map.of());
        assertThat(buckets.copies()).containsExactly("a");
    }

    @Test
    void notificationOfATopicIsCopiedWithAndWithoutItsEnvelope() {
        buckets.put("in sns/\u00e9.txt");
        buckets.put("raw");
        sqs.send("events", sns("in+sns/%C3%A9.txt"));
        sqs.send("events", Notifications.put(buckets.source(), "raw"));
        run("sns-sqs-copy", Map.of());
        assertThat(buckets.copies()).containsExactly("in sns/\u00e9.txt", "raw");
        assertThat(sqs.size("dead")).isZero();
    }

    @Test
    void testEventOfATopicIsTakenAndForgotten() {
        sqs.send("events", message("sns-test-event", "amzn-s3-demo-bucket", "s3:TestEvent", "s3:TestEvent"));
        run("sns-sqs-copy", Map.of());
        assertThat(sqs.size("dead")).isZero();
    }

    @Test
    void selectionAndKeysOfTheRouteForTopicsAreProperties() {
        buckets.put("in/a.csv");
        buckets.put("in/b.txt");
        sqs.send("events", sns("in/a.csv"));
        sqs.send("events", sns("in/b.txt"));
        run(
                "sns-sqs-copy",
                Map.of(
                        "sns-sqs-copy.event-include", "*.csv",
                        "sns-sqs-copy.strip-prefix", "in/",
                        "sns-sqs-copy.key-prefix", "out/"));
        assertThat(buckets.copies()).containsExactly("out/a.csv");
    }

    @Test
    void attributesThatCameThroughATopicSayNothing() {
        buckets.put("a");
        sqs.send("events", sns("a"), Map.of("CamelS3CopyKey", "elsewhere", "CamelAwsS3Key", "secret"));
        run("sns-sqs-copy", Map.of());
        assertThat(buckets.copies()).containsExactly("a");
    }
}
