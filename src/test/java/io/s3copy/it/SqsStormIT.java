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
import io.s3copy.testkit.broker.SqsServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** 20,000 events through a queue, with the process killed in the middle. */
class SqsStormIT {

    private static final long SEED = Long.getLong("s3copy.storm.seed", 20_261_121L);
    private static final int OBJECTS = Integer.getInteger("s3copy.storm.objects", 6_000);
    private static final int EVENTS = Integer.getInteger("s3copy.storm.events", 20_000);
    /** A request has more bytes: some of the objects are copied, and some are not. */
    private static final long SENT_FOR_HALF = 300;

    /** SQS takes no more attributes. */
    private static final int ATTRIBUTES = 10;

    /** It stays, for whoever looks for the cause of a failure. */
    private final Path folder = Path.of("target", "storm-sqs").toAbsolutePath();

    @Test
    void destinationEqualsTheSourceAndOnlyPoisonIsPutAside() throws Exception {
        System.out.println("Storm by seed: repeat with -Ds3copy.storm.seed=" + SEED);
        S3Server server = S3Servers.s3proxy();
        try (SqsServer sqs = SqsServer.start();
                Buckets buckets = new Buckets(server)) {
            EventStorm storm = new EventStorm(SEED, buckets.source(), OBJECTS, EVENTS, any -> true);
            sqs.createQueue("events", 15);
            sqs.createQueue("dead", 30);
            storm.putObjects(buckets.s3());
            sqs.sendAll("events", storm.messages());
            sendWithEveryNameOfTheMirror(sqs, storm);
            Map<String, String> properties = new HashMap<>(RouteRun.s3Properties(server));
            properties.putAll(sqs.camelProperties());
            properties.putAll(Map.of(
                    "sqs-copy.queue", "events",
                    "sqs-copy.dead-letter-queue", "dead",
                    "sqs-copy.destination", buckets.destination(),
                    "sqs-copy.sources", buckets.source(),
                    "sqs-copy.consumers", "2",
                    "sqs-copy.visibility", "15",
                    "sqs-copy.wait", "1"));

            RouteProcess.runKilledOnce(
                    folder, "sqs-copy", properties, server, OBJECTS * SENT_FOR_HALF, () -> sqs.size("events") == 0);

            storm.assertArrived(buckets);
            List<Message> dead = sqs.drain("dead");
            assertThat(dead.stream().map(Message::body).collect(Collectors.toSet()))
                    .isEqualTo(storm.poison());
        }
    }

    /** Each of the last messages has some: they change nothing. */
    private static void sendWithEveryNameOfTheMirror(SqsServer sqs, EventStorm storm) {
        List<String> names =
                Arrays.stream(CopyParameter.values()).map(CopyParameter::header).toList();
        for (int from = 0; from < names.size(); from += ATTRIBUTES) {
            Map<String, String> attributes = names.subList(from, Math.min(from + ATTRIBUTES, names.size())).stream()
                    .collect(Collectors.toMap(name -> name, name -> "elsewhere"));
            sqs.send("events", storm.messages().get(from), attributes);
        }
    }
}
