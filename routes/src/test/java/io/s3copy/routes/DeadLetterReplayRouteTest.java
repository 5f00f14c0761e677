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
import java.util.stream.IntStream;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class DeadLetterReplayRouteTest {

    private SqsServer sqs;

    @BeforeEach
    void start() {
        sqs = SqsServer.start();
        sqs.createQueue("events", 30);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
    }

    /** Runs the route until it stops by itself. */
    private void run(Map<String, String> options) {
        RouteRun run = RouteRun.start(
                "dead-letter-replay",
                S3Servers.s3proxy(),
                sqs.camelProperties(),
                Map.of(
                        "dead-letter-replay.queue", "events",
                        "dead-letter-replay.dead-letter-queue", "dead",
                        "dead-letter-replay.wait", "1"),
                options);
        run.until(() -> run.camel().getRouteController().getRouteStatus("dead-letter-replay") == ServiceStatus.Stopped);
    }

    @Test
    void messagesGoBackWithoutTheirReason() {
        String notification = Notifications.put("inbox", "a+b%41");
        sqs.send("dead", notification, Map.of("S3CopyError", "AccessDenied", "CamelAwsSqsReceiptHandle", "none"));
        run(Map.of());
        assertThat(sqs.size("dead")).isZero();
        assertThat(sqs.drain("events")).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo(notification);
            assertThat(message.messageAttributes()).isEmpty();
        });
    }

    @Test
    void whatIsNoNotificationStays() {
        sqs.send("dead", "poison");
        sqs.send("dead", Notifications.put("inbox", "a"));
        run(Map.of());
        assertThat(sqs.size("dead")).isEqualTo(1);
        assertThat(sqs.drain("events"))
                .extracting(Message::body)
                .doesNotContain("poison")
                .hasSize(1);
    }

    @Test
    void keysThatNeedTheirRuleSaidAreReadByIt() {
        String notification = Notifications.ofUnknownServer("inbox", "a+b.txt");
        sqs.send("dead", notification);
        run(Map.of());
        assertThat(sqs.size("dead")).isEqualTo(1);
        sqs.send("dead", notification);
        run(Map.of("dead-letter-replay.event-keys", "plain"));
        assertThat(sqs.drain("events")).extracting(Message::body).contains(notification);
    }

    @Test
    void runTakesNoMoreThanItMay() {
        sqs.sendAll(
                "dead",
                IntStream.range(0, 7)
                        .mapToObj(i -> Notifications.put("inbox", "a" + i))
                        .toList());
        run(Map.of("dead-letter-replay.max", "3"));
        assertThat(sqs.size("events")).isEqualTo(3);
        assertThat(sqs.size("dead")).isEqualTo(4);
    }
}
