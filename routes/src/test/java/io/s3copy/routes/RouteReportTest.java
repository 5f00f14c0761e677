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

import io.s3copy.camel.route.CopyReport;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.SqsServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a route leaves in the log: a line for each dead letter, and counts; a line for each copy where that is wanted. */
class RouteReportTest {

    private static final String COUNTS = "INFO " + CopyReport.class.getName() + " ";

    private final S3Server server = S3Servers.s3proxy();
    private final Buckets buckets = new Buckets(server);
    private final CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO));
    private SqsServer sqs;

    static Path[] routesThatCopy() throws Exception {
        return RoutesDocumentationTest.routes().stream()
                .filter(route -> !route.toString().contains("replay"))
                .toArray(Path[]::new);
    }

    @BeforeEach
    void start() {
        sqs = SqsServer.start();
        sqs.createQueue("events", 30);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        log.close();
        sqs.close();
        buckets.close();
    }

    private List<String> runs(String route, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                route + ".queue", "events",
                route + ".dead-letter-queue", "dead",
                route + ".sources", buckets.source(),
                route + ".wait", "1"));
        properties.putAll(more);
        RouteRun.start(route, server, sqs.camelProperties(), properties).until(() -> sqs.size("events") == 0);
        return log.text().lines().toList();
    }

    @ParameterizedTest
    @MethodSource("routesThatCopy")
    void everyRouteReports(Path route) throws Exception {
        String name = route.getFileName().toString().replace(".camel.yaml", "");
        String text = Files.readString(route);
        assertThat(text)
                .contains("type: io.s3copy.camel.route.CopyReport\n      properties:\n        name: " + name + "\n")
                .contains("ref: " + name + "-report\n");
        // what a route consumes is no copy
        String copies = text.replaceAll("from:\\s+(id: \\S+\\s+)?uri: \"s3copy:", "from: ");
        assertThat(copies.split("uri: \"s3copy:", -1).length)
                .as("each copy is told")
                .isLessThanOrEqualTo(
                        text.split("method: copied\n", -1).length + (name.equals("archive-by-age") ? 1 : 0));
    }

    @Test
    void deadLettersAreWarningsAndAllIsCounted() {
        buckets.put("a");
        buckets.put("b");
        sqs.send("events", Notifications.put(buckets.source(), "a", "b"));
        sqs.send("events", "no notification");
        sqs.send("events", Notifications.put("someone-elses", "x\ny"));
        List<String> lines = runs("sqs-copy", Map.of("sqs-copy.destination", buckets.destination()));
        assertThat(lines.stream().filter(line -> line.startsWith("WARN")))
                .hasSize(2)
                .allMatch(line -> line.contains("sqs-copy: dead-lettered message "))
                .anyMatch(line -> line.contains("someone-elses/x?y: "))
                .anyMatch(line -> line.contains("no object: Not a notification"));
        assertThat(lines).contains(COUNTS + "sqs-copy: 2 copied, 2 dead-lettered");
    }

    @Test
    void eachCopyIsALineWhereThatIsWanted() {
        buckets.put("a");
        sqs.send("events", Notifications.put(buckets.source(), "a"));
        List<String> lines =
                runs("sqs-copy", Map.of("sqs-copy.destination", buckets.destination(), "sqs-copy.log-copies", "true"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith(
                        COUNTS + "sqs-copy: copied " + buckets.source() + "/a to " + buckets.destination() + "/a, "));
    }

    @Test
    void eachTargetOfAFanOutIsCounted() {
        buckets.put("a");
        String other = server.newBucket(buckets.s3());
        sqs.send("events", Notifications.put(buckets.source(), "a"));
        List<String> lines = runs(
                "fan-out-copy",
                Map.of("fan-out-copy.destination-1", buckets.destination(), "fan-out-copy.destination-2", other));
        assertThat(lines).containsExactly(COUNTS + "fan-out-copy: 2 copied");
    }
}
