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

import io.s3copy.testkit.FreePort;
import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a stranger sends costs a process of 64 MB of heap nothing. */
class WebhookLimitsTest {

    private static final String SECRET = "0123456789abcdef";
    private static final String BEARER = "Authorization: Bearer " + SECRET;
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final long FLOOD = 450_000_000;

    private static Process process;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        port = FreePort.next();
        Map<String, String> properties = new HashMap<>(RouteRun.s3Properties(S3Servers.s3proxy()));
        properties.putAll(Map.of(
                "camel.server.enabled", "true",
                "camel.server.host", "127.0.0.1",
                "camel.server.port", Integer.toString(port),
                "webhook-copy.secret", SECRET,
                "webhook-copy.dead-letter", "direct:webhook-copy-answer",
                "webhook-copy.destination", "archive",
                "webhook-copy.sources", "inbox"));
        List<String> command = new ArrayList<>(JavaCommand.of(
                "-Xmx64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                WebhookProcess.class.getName()));
        properties.forEach((name, value) -> command.add(name + "=" + value));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.equals(WebhookProcess.STARTED)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(WebhookProcess.STARTED);
        Thread rest = new Thread(() -> lines.lines().forEach(more -> {}));
        rest.setDaemon(true);
        rest.start();
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    private static int testEvent() throws IOException {
        String body = Notifications.TEST_EVENT;
        try (Wire wire = new Wire(port, BEARER, "Content-Length: " + body.length())) {
            wire.send(body);
            return wire.status();
        }
    }

    @Test
    void floodWithoutTheSecretIsRefusedBeforeAnythingIsRead() throws IOException {
        try (Wire wire = new Wire(port, CHUNKED)) {
            assertThat(wire.status()).isEqualTo(401);
            assertThat(wire.sendChunks(FLOOD)).isLessThan(FLOOD);
        }
        assertThat(testEvent()).isEqualTo(200);
    }

    @Test
    void floodOfKnownLengthWithoutTheSecretIsRefusedBeforeAnythingIsRead() throws IOException {
        try (Wire wire = new Wire(port, "Content-Length: " + FLOOD)) {
            assertThat(wire.status()).isEqualTo(401);
        }
        assertThat(testEvent()).isEqualTo(200);
    }

    @Test
    void manyFloodsAtOnceWithoutTheSecretAreRefused() throws IOException {
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                wires.add(new Wire(port, CHUNKED));
            }
            wires.forEach(wire -> wire.sendChunks(8 << 20));
            assertThat(wires).extracting(Wire::status).containsOnly(401);
            assertThat(testEvent()).isEqualTo(200);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    @Test
    void floodWithTheSecretIsRefusedAtItsBound() throws IOException {
        try (Wire wire = new Wire(port, BEARER, CHUNKED)) {
            assertThat(wire.sendChunks(FLOOD)).isLessThan(FLOOD);
            assertThat(wire.status()).isEqualTo(413);
        }
        assertThat(testEvent()).isEqualTo(200);
    }

    @Test
    void bodyThatSaysItIsTooLongIsRefusedAtOnce() throws IOException {
        try (Wire wire = new Wire(port, BEARER, "Content-Length: " + FLOOD)) {
            assertThat(wire.status()).isEqualTo(413);
        }
        assertThat(testEvent()).isEqualTo(200);
    }

    @Test
    void connectionOfARefusedSenderServesTheNextRequest() throws IOException {
        try (Wire wire = new Wire(port, "Content-Length: 5", "Expect-Nothing: 1")) {
            assertThat(wire.status()).isEqualTo(401);
            wire.send("hello");
            wire.send("POST /s3-events HTTP/1.1\r\nHost: localhost\r\n" + BEARER + "\r\nContent-Length: "
                    + Notifications.TEST_EVENT.length() + "\r\n\r\n" + Notifications.TEST_EVENT);
            assertThat(wire.nextStatus()).isEqualTo(200);
        }
    }
}
