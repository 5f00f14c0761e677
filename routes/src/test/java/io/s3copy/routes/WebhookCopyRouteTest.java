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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.FreePort;
import io.s3copy.testkit.S3Servers;
import io.s3copy.testkit.broker.SqsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.model.Message;

class WebhookCopyRouteTest {

    private static final String SECRET = "0123456789+%&#abcdef";
    private static final String BEARER = "Bearer " + SECRET;

    private final S3Objects buckets = new S3Objects(S3Servers.s3proxy());
    private final String source = buckets.create();
    private final String destination = buckets.create();
    private final HttpClient http = HttpClient.newHttpClient();
    private SqsServer sqs;
    private final int port = FreePort.next();

    @BeforeEach
    void start() throws IOException {
        sqs = SqsServer.start();
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        buckets.close();
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>(sqs.camelProperties());
        properties.putAll(Map.of(
                "camel.server.enabled",
                "true",
                "camel.server.host",
                "127.0.0.1",
                "camel.server.port",
                Integer.toString(port),
                "webhook-copy.secret",
                SECRET,
                "webhook-copy.dead-letter",
                "aws2-sqs:dead",
                "webhook-copy.destination",
                destination,
                "webhook-copy.sources",
                source));
        return properties;
    }

    private void during(Map<String, String> options, Runnable what) {
        RouteRun run = route(options);
        try {
            what.run();
        } finally {
            run.close();
        }
    }

    private RouteRun route(Map<String, String> more) {
        return RouteRun.start("webhook-copy", S3Servers.s3proxy(), properties(), more);
    }

    private HttpResponse<String> post(String body, String... headers) {
        return post(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private HttpResponse<String> post(byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/s3-events"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int status(String body) {
        return post(body, "Authorization", BEARER).statusCode();
    }

    @Test
    void whatANotificationTellsOfIsCopied() {
        buckets.put(source, "a+b c%41.txt", "one");
        during(Map.of(), () -> {
            assertThat(status(Notifications.put(source, "a+b c%41.txt"))).isEqualTo(200);
        });
        assertThat(buckets.content(destination, "a+b c%41.txt")).isEqualTo("one");
    }

    @Test
    void optionsAreProperties() {
        buckets.put(source, "in/a.csv", "one");
        buckets.put(source, "in/a.txt", "two");
        Map<String, String> options = Map.of(
                "webhook-copy.event-prefix", "in/",
                "webhook-copy.event-suffix", ".csv",
                "webhook-copy.event-keys", "plain",
                "webhook-copy.strip-prefix", "in/",
                "webhook-copy.key-prefix", "100%/a+b&c#d/",
                "webhook-copy.storage-class", "STANDARD_IA");
        during(options, () -> {
            status(Notifications.put(source, "in/a.csv", "in/a.txt").replace("%2F", "/"));
        });
        assertThat(buckets.list(destination)).containsOnlyKeys("100%/a+b&c#d/a.csv");
    }

    @Test
    void secretMayBeThePasswordOfBasicAuthentication() {
        String basic = Base64.getEncoder().encodeToString(("ceph:" + SECRET).getBytes(StandardCharsets.UTF_8));
        during(Map.of(), () -> {
            assertThat(post(Notifications.TEST_EVENT, "Authorization", "Basic " + basic)
                            .statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void senderWithoutTheSecretGetsNothingCopied() {
        buckets.put(source, "a", "one");
        String notification = Notifications.put(source, "a");
        during(Map.of(), () -> {
            assertThat(post(notification).statusCode()).isEqualTo(401);
            assertThat(post(notification, "Authorization", BEARER + "x").statusCode())
                    .isEqualTo(401);
            assertThat(post(notification, "Authorization", SECRET).statusCode()).isEqualTo(401);
            assertThat(post(notification, "Authorization", "Basic ***").statusCode())
                    .isEqualTo(401);
        });
        assertThat(buckets.list(destination)).isEmpty();
    }

    @Test
    void answerSaysNothingOfWhatCame() {
        during(Map.of(), () -> {
            HttpResponse<String> answer = post("poison", "Authorization", BEARER, "X-Came-With", "it");
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKeys("authorization", "x-came-with");
        });
    }

    @Test
    void whatIsNoNotificationIsABadRequest() {
        during(Map.of(), () -> {
            assertThat(status("{\"no\": \"notification\"}")).isEqualTo(400);
            assertThat(status("")).isEqualTo(400);
        });
    }

    @Test
    void bodyOfMoreThanAMebibyteIsTooLarge() {
        during(Map.of(), () -> {
            assertThat(status(" ".repeat(1 << 20) + Notifications.TEST_EVENT)).isEqualTo(413);
            assertThat(status(Notifications.TEST_EVENT)).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/json; charset=utf-16",
                "no such type"
            })
    void bodyIsReadWhateverItsTypeSays(String type) {
        buckets.put(source, "a+b", "one");
        String notification = Notifications.put(source, "a+b");
        Charset charset = type.contains("utf-16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        during(Map.of(), () -> {
            assertThat(post(notification.getBytes(charset), "Authorization", BEARER, "Content-Type", type)
                            .statusCode())
                    .isEqualTo(200);
        });
        assertThat(buckets.content(destination, "a+b")).isEqualTo("one");
    }

    @Test
    void bodyMayBeCompressed() throws IOException {
        buckets.put(source, "a", "one");
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(Notifications.put(source, "a").getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[64 << 20]);
        }
        during(Map.of(), () -> {
            assertThat(encoded(compressed.toByteArray(), "gzip")).isEqualTo(200);
            assertThat(encoded(bomb.toByteArray(), "gzip")).isEqualTo(413);
            assertThat(encoded("{}".getBytes(StandardCharsets.UTF_8), "gzip")).isEqualTo(400);
            assertThat(encoded(compressed.toByteArray(), "br")).isEqualTo(415);
        });
        assertThat(buckets.list(destination)).containsOnlyKeys("a");
    }

    private int encoded(byte[] body, String encoding) {
        return post(body, "Authorization", BEARER, "Content-Encoding", encoding).statusCode();
    }

    @Test
    void deletionsAreRepeatedWhereThatIsAskedFor() {
        buckets.put(destination, "a", "one");
        String gone = Notifications.records("ObjectRemoved:Delete", source, "a");
        during(Map.of(), () -> {
            assertThat(status(gone)).isEqualTo(200);
        });
        assertThat(buckets.list(destination)).containsOnlyKeys("a");
        during(Map.of("webhook-copy.propagate-deletes", "current"), () -> {
            assertThat(status(gone)).isEqualTo(200);
        });
        assertThat(buckets.list(destination)).isEmpty();
    }

    @Test
    void typesOfEventsMayBeChosen() {
        buckets.put(source, "a", "one");
        buckets.put(source, "b", "two");
        during(Map.of("webhook-copy.event-types", "ObjectCreated:Copy,ObjectRestore:*"), () -> {
            assertThat(status(Notifications.put(source, "a"))).isEqualTo(200);
            assertThat(status(Notifications.records("ObjectCreated:Copy", source, "b")))
                    .isEqualTo(200);
        });
        assertThat(buckets.list(destination)).containsOnlyKeys("b");
    }

    @Test
    void testEventIsTaken() {
        during(Map.of(), () -> {
            assertThat(status(Notifications.TEST_EVENT)).isEqualTo(200);
        });
    }

    @Test
    void notificationOfWhatMayNotBeCopiedIsPutAsideAsItCame() {
        String foreign = Notifications.put("someone-elses", "a");
        during(Map.of(), () -> {
            assertThat(status(foreign)).isEqualTo(200);
        });
        List<Message> dead = sqs.drain("dead");
        assertThat(dead).extracting(Message::body).containsExactly(foreign);
        assertThat(dead.get(0).messageAttributes()).containsOnlyKeys("S3CopyError");
    }

    @Test
    void senderKeepsWhatCannotBePutAside() {
        during(Map.of("webhook-copy.dead-letter", "aws2-sqs:no-such-queue?autoCreateQueue=true"), () -> {
            sqs.close();
            assertThat(status(Notifications.put("someone-elses", "a"))).isGreaterThanOrEqualTo(500);
        });
    }

    @Test
    void senderKeepsWhatFailsForAFaultOfTheSetUp() {
        buckets.put(source, "a", "one");
        during(Map.of("webhook-copy.destination", "no-such-bucket"), () -> {
            assertThat(status(Notifications.put(source, "a"))).isEqualTo(503);
        });
        assertThat(sqs.size("dead")).isZero();
    }

    @Test
    void headersOfARequestSayNothing() {
        buckets.put(source, "a", "one");
        during(Map.of(), () -> {
            post(
                    Notifications.put(source, "a"),
                    "Authorization",
                    BEARER,
                    "CamelS3CopyKey",
                    "elsewhere",
                    "CamelAwsS3Key",
                    "secret");
        });
        assertThat(buckets.list(destination)).containsOnlyKeys("a");
    }

    @Test
    void routeDoesNotStartWithoutASecretOrWithAShortOne() {
        Map<String, String> without = properties();
        without.remove("webhook-copy.secret");
        assertThatThrownBy(() -> RouteRun.start("webhook-copy", S3Servers.s3proxy(), without))
                .hasStackTraceContaining("webhook-copy.secret");
        assertThatThrownBy(() -> route(Map.of("webhook-copy.secret", "too-short")))
                .hasStackTraceContaining("16 characters")
                .satisfies(failure -> assertThat(failure).hasMessageNotContaining("too-short"));
    }
}
