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

import io.s3copy.routes.Buckets;
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.SqsServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A route as shipped, run by Camel JBang. */
class CamelJBangRouteIT {

    @Test
    void sqsCopyCopiesAndPutsPoisonAside() throws Exception {
        S3Server server = S3Servers.s3proxy();
        try (SqsServer sqs = SqsServer.start();
                Buckets buckets = new Buckets(server)) {
            sqs.createQueue("events", 30);
            sqs.createQueue("dead", 30);
            String source = buckets.source();
            buckets.put("a+b c.txt");
            sqs.send("events", Notifications.put(source, "a+b c.txt"));
            sqs.send("events", "no notification");
            Map<String, String> properties = new HashMap<>(sqs.camelProperties());
            properties.putAll(Map.of(
                    "camel.component.s3copy.override-endpoint", "true",
                    "camel.component.s3copy.uri-endpoint-override",
                            server.endpoint().toString(),
                    "camel.component.s3copy.force-path-style", "true",
                    "camel.component.s3copy.region", "us-east-1",
                    "sqs-copy.queue", "events",
                    "sqs-copy.dead-letter-queue", "dead",
                    "sqs-copy.destination", buckets.destination(),
                    "sqs-copy.sources", source,
                    "sqs-copy.wait", "1"));
            try (CamelJBang run = CamelJBang.run("docs/routes.md", shipped("sqs-copy"), server, properties)) {
                assertThat(run).isNotNull();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(40))
                        .until(() -> sqs.size("events") == 0 && sqs.size("dead") == 1);
            }
            assertThat(buckets.copies()).containsExactly("a+b c.txt");
        }
    }

    private static String shipped(String route) throws IOException {
        try (InputStream in = CamelJBangRouteIT.class.getResourceAsStream("/s3copy/routes/" + route + ".camel.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
