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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class FanOutCopyRouteTest {

    private final S3Objects buckets = new S3Objects(S3Servers.s3proxy());
    private final String source = buckets.create();
    private final String first = buckets.create();
    private final String second = buckets.create();
    private SqsServer sqs;

    @BeforeEach
    void start() {
        sqs = SqsServer.start();
        sqs.createQueue("events", 2);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        buckets.close();
    }

    private void run(Map<String, String> options, Callable<Boolean> until) {
        RouteRun run = RouteRun.start(
                "fan-out-copy",
                S3Servers.s3proxy(),
                sqs.camelProperties(),
                Map.of(
                        "fan-out-copy.queue", "events",
                        "fan-out-copy.dead-letter-queue", "dead",
                        "fan-out-copy.sources", source,
                        "fan-out-copy.destination-1", first,
                        "fan-out-copy.destination-2", second,
                        "fan-out-copy.storage-class-2", "STANDARD_IA",
                        "fan-out-copy.wait", "1",
                        "fan-out-copy.visibility", "2"),
                options);
        run.until(until);
    }

    @Test
    void keysThatNeedTheirRuleSaidAreReadByItForEachTarget() {
        buckets.put(source, "a+b.txt", "one");
        sqs.send("events", Notifications.ofUnknownServer(source, "a+b.txt"));
        run(Map.of("fan-out-copy.event-keys", "plain"), () -> sqs.size("events") == 0);
        assertThat(buckets.list(first)).containsOnlyKeys("a+b.txt");
        assertThat(buckets.list(second)).containsOnlyKeys("a+b.txt");
    }

    @Test
    void eachTargetGetsEachObject() {
        buckets.put(source, "a+b c%41", "one");
        String third = buckets.create();
        sqs.send("events", Notifications.put(source, "a+b c%41"));
        Map<String, String> options =
                Map.of("fan-out-copy.destination-3", third, "fan-out-copy.key-prefix-3", "100%/a+b&c#d/");
        run(options, () -> sqs.size("events") == 0);
        assertThat(buckets.list(first)).containsOnlyKeys("a+b c%41");
        assertThat(buckets.list(second)).containsOnlyKeys("a+b c%41");
        assertThat(buckets.list(third)).containsOnlyKeys("100%/a+b&c#d/a+b c%41");
    }

    @Test
    void messageStaysUntilEveryTargetHasItsObjects() {
        buckets.put(source, "a", "one");
        sqs.send("events", Notifications.put(source, "a"));
        Map<String, String> oneIsMissing = Map.of("fan-out-copy.destination-2", "no-such-bucket");
        run(oneIsMissing, () -> buckets.list(first).containsKey("a"));
        assertThat(sqs.size("events")).isEqualTo(1);
        var written = buckets.client()
                .headObject(head -> head.bucket(first).key("a"))
                .join()
                .lastModified();
        run(Map.of(), () -> sqs.size("events") == 0);
        assertThat(buckets.list(second)).containsOnlyKeys("a");
        assertThat(buckets.client()
                        .headObject(head -> head.bucket(first).key("a"))
                        .join()
                        .lastModified())
                .isEqualTo(written);
        assertThat(sqs.size("dead")).isZero();
    }

    @Test
    void whatIsNoNotificationIsPutAsideOnce() {
        sqs.send("events", "poison");
        run(Map.of(), () -> sqs.size("events") == 0 && sqs.size("dead") > 0);
        List<Message> dead = sqs.drain("dead");
        assertThat(dead).extracting(Message::body).containsExactly("poison");
        assertThat(dead.get(0).messageAttributes()).containsOnlyKeys("S3CopyError");
    }

    @Test
    void whatATargetCannotTakeIsPutAsideForThatTarget() {
        String foreign = Notifications.put("someone-elses", "a");
        sqs.send("events", foreign);
        run(Map.of(), () -> sqs.size("events") == 0 && sqs.size("dead") == 2);
        assertThat(sqs.drain("dead"))
                .allSatisfy(message -> assertThat(message.body()).isEqualTo(foreign))
                .extracting(message ->
                        message.messageAttributes().get("S3CopyTarget").stringValue())
                .containsExactlyInAnyOrder(first, second);
    }
}
