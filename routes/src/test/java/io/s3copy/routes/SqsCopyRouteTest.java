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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SqsException;

class SqsCopyRouteTest {

    private final S3Server server = S3Servers.s3proxy();
    private SqsServer sqs;
    private Buckets buckets;
    private String source;

    @BeforeEach
    void start() {
        buckets = new Buckets(server);
        source = buckets.source();
        sqs = SqsServer.start();
        sqs.createQueue("events", 30);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        buckets.close();
    }

    private RouteRun route(Map<String, String> more) {
        return RouteRun.start(
                "sqs-copy",
                server,
                sqs.camelProperties(),
                Map.of(
                        "sqs-copy.queue",
                        "events",
                        "sqs-copy.dead-letter-queue",
                        "dead",
                        "sqs-copy.destination",
                        buckets.destination(),
                        "sqs-copy.sources",
                        source,
                        "sqs-copy.wait",
                        "1"),
                more);
    }

    private void put(String... keys) {
        for (String key : keys) {
            buckets.put(key);
        }
    }

    private void run(Map<String, String> options, Callable<Boolean> until) {
        RouteRun run = route(options);
        run.until(until);
    }

    @Test
    void eachShapeThatComesThroughAQueueIsCopied() {
        put("a+b c%41.txt", "b", "через/sns", "sns-raw", "event+bridge%41");
        sqs.send("events", Notifications.put(source, "a+b c%41.txt", "b"));
        sqs.send("events", Notifications.sns(Notifications.put(source, "через/sns")));
        sqs.send("events", Notifications.put(source, "sns-raw"));
        sqs.send("events", Notifications.eventBridge(source, "event+bridge%41"));
        sqs.send("events", Notifications.TEST_EVENT);
        run(Map.of(), () -> sqs.size("events") == 0);
        assertThat(buckets.copies()).containsExactly("a+b c%41.txt", "b", "event+bridge%41", "sns-raw", "через/sns");
        assertThat(sqs.size("dead")).isZero();
    }

    @Test
    void keysOfServersThatDoNotEncodeThemAreCopiedAsTheyAre() {
        put("a+b.txt", "a b.txt", "c%41");
        sqs.send("events", Notifications.versitygw(source, "a+b.txt"));
        sqs.send("events", Notifications.versitygw(source, "c%41"));
        run(Map.of(), () -> sqs.size("events") == 0);
        assertThat(buckets.copies()).containsExactly("a+b.txt", "c%41");
    }

    @Test
    void keyOfAnUnknownServerThatReadsTwoWaysIsPutAsideAndSaysHowToTell() {
        put("a+b.txt", "a b.txt");
        sqs.send("events", Notifications.ofUnknownServer(source, "a+b.txt"));
        run(Map.of(), () -> sqs.size("events") == 0 && sqs.size("dead") == 1);
        assertThat(buckets.copies()).isEmpty();
        assertThat(sqs.drain("dead"))
                .singleElement()
                .satisfies(message -> assertThat(
                                message.messageAttributes().get("S3CopyError").stringValue())
                        .contains("eventKeys=encoded or eventKeys=plain"));
    }

    @Test
    void keyOfAnUnknownServerIsReadAsThePropertySays() {
        put("a+b.txt", "a b.txt");
        sqs.send("events", Notifications.ofUnknownServer(source, "a+b.txt"));
        run(Map.of("sqs-copy.event-keys", "plain"), () -> sqs.size("events") == 0);
        assertThat(buckets.copies()).containsExactly("a+b.txt");
        assertThat(sqs.size("dead")).isZero();
    }

    /** ElasticMQ does not count attributes, as SQS does. */
    @Test
    void poisonThatFillsAMessageIsPutAsideWithoutItsReason() throws Exception {
        RouteRun run = route(Map.of());
        AdviceWith.adviceWith(
                run.camel(),
                "sqs-copy-dead-letter",
                route -> route.interceptSendToEndpoint("aws2-sqs:dead")
                        .onWhen(route.header("S3CopyError").isNotNull())
                        .skipSendToOriginalEndpoint()
                        .throwException(SqsException.builder()
                                .message(
                                        "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.")
                                .statusCode(400)
                                .build()));
        sqs.send("events", "no notification");
        run.until(() -> sqs.size("dead") == 1 && sqs.size("events") == 0);
        assertThat(sqs.drain("dead")).extracting(Message::body).containsExactly("no notification");
    }

    @Test
    void optionsAreProperties() {
        put("in/a b+c.csv", "in/x.txt", "in/tmp/y.csv");
        sqs.send("events", Notifications.put(source, "in/a b+c.csv", "in/x.txt", "in/tmp/y.csv"));
        Map<String, String> options = Map.of(
                "sqs-copy.event-prefix", "in/",
                "sqs-copy.event-suffix", ".csv",
                "sqs-copy.event-exclude", "in/tmp/**",
                "sqs-copy.strip-prefix", "in/",
                "sqs-copy.key-prefix", "done 100%/a+b&c#d/",
                "sqs-copy.storage-class", "STANDARD_IA",
                "sqs-copy.consumers", "2");
        run(options, () -> sqs.size("events") == 0);
        assertThat(buckets.copies()).containsExactly("done 100%/a+b&c#d/a b+c.csv");
    }

    @Test
    void poisonAndWhatMayNotBeCopiedGoToTheDeadLetterQueueAsTheyCame() {
        String poison = "no notification: \u20ac";
        String foreign = Notifications.put("someone-elses", "a");
        sqs.send("events", poison, Map.of("colour", "blue"));
        sqs.send("events", foreign);
        run(Map.of(), () -> sqs.size("dead") == 2 && sqs.size("events") == 0);
        List<Message> dead = sqs.drain("dead");
        assertThat(dead).extracting(Message::body).containsExactlyInAnyOrder(poison, foreign);
        assertThat(dead)
                .allSatisfy(message -> assertThat(message.messageAttributes())
                        .containsOnlyKeys("S3CopyError")
                        .extractingByKey("S3CopyError")
                        .satisfies(reason -> assertThat(reason.stringValue()).isNotBlank()));
    }

    @Test
    void attributesOfAMessageSayNothing() {
        put("a");
        sqs.send(
                "events",
                Notifications.put(source, "a"),
                Map.of(
                        "CamelS3CopyKey", "elsewhere",
                        "CamelS3CopyBucket", "elsewhere",
                        "CamelS3CopyCopySourceKey", "secret",
                        "CamelAwsS3Key", "secret",
                        "CamelAwsS3BucketName", "elsewhere",
                        "CAMELAwsSqsReceiptHandle", "none"));
        run(Map.of(), () -> sqs.size("events") == 0);
        assertThat(buckets.copies()).containsExactly("a");
    }

    @Test
    void objectThatHasVanishedIsNoFailure() {
        sqs.send("events", Notifications.put(source, "gone"));
        run(Map.of(), () -> sqs.size("events") == 0);
        assertThat(sqs.size("dead")).isZero();
    }

    @Test
    void messageOfAMissingBucketStaysWhereItIs() {
        sqs.send("events", Notifications.put(source, "a"));
        put("a");
        run(Map.of("sqs-copy.destination", "no-such-bucket"), () -> sqs.received("events") == 1);
        assertThat(sqs.size("events")).isEqualTo(1);
        assertThat(sqs.size("dead")).isZero();
    }
}
