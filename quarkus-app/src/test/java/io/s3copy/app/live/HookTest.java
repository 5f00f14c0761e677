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
package io.s3copy.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.app.config.HookSpec;
import io.s3copy.app.live.Hook.Outcome;
import io.s3copy.testkit.ClosedPort;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.StubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is to be told hears it, over HTTP. */
class HookTest {

    private static final Instant NOW = Instant.parse("2026-11-28T06:40:00Z");

    private final List<RecordedRequest> heard = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Response> answers = new LinkedBlockingQueue<>();
    private final StubServer receiver = StubServer.start("hook", request -> {
        heard.add(request);
        Response next = answers.poll();
        return next == null ? Response.empty(204) : next;
    });

    private final List<Long> pauses = new ArrayList<>();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Outcome tell(Path secret) throws InterruptedException {
        return tell(receiver.endpoint().resolve("/cut-over?token=hidden"), secret, true);
    }

    private Outcome tell(URI url, Path secret, boolean goesOn) throws InterruptedException {
        return new Hook(new HookSpec(url, secret), () -> NOW).tell("photos-17-done", "{\"state\":\"done\"}", millis -> {
            pauses.add(millis);
            return goesOn;
        });
    }

    @Test
    void isSignedAsWebhooksAre(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "It's a Secret to Everybody\n");

        Outcome outcome = tell(secret);

        assertThat(outcome.told()).isTrue();
        assertThat(outcome.what())
                .isEqualTo("The hook at " + receiver.endpoint() + " was told (204)")
                .doesNotContain("hidden");
        RecordedRequest request = heard.get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.rawQuery()).isEqualTo("token=hidden");
        assertThat(request.bodyText()).isEqualTo("{\"state\":\"done\"}");
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.header("X-S3copy-Delivery")).contains("photos-17-done");
        assertThat(request.header("X-S3copy-Timestamp")).contains("1795848000");
        // printf '1795848000.{"state":"done"}' | openssl dgst -sha256 -hmac "It's a Secret to Everybody"
        assertThat(request.header("X-S3copy-Signature"))
                .contains("sha256=34e42d00ede3c62ed69918e286217fc5d7bb9dd0160c49fbe34deeced1e4611e");
    }

    @Test
    void withoutASecretNothingIsSigned() throws Exception {
        assertThat(tell(null).told()).isTrue();
        assertThat(heard.get(0).header("X-S3copy-Signature")).isEmpty();
    }

    @Test
    void isTriedAgainAndHasTheSameName() throws Exception {
        answers.addAll(List.of(Response.empty(503), Response.connectionCut(), Response.empty(429)));

        assertThat(tell(null).told()).isTrue();
        assertThat(heard)
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.header("X-S3copy-Delivery")).contains("photos-17-done"));
        assertThat(pauses).containsExactly(1_000L, 2_000L, 4_000L);
    }

    @Test
    void answerThatDoesNotEndIsNotWaitedFor() throws Exception {
        try (ServerSocket stalling = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> accepting = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 5; i++) {
                    try {
                        stalling.accept()
                                .getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
            URI url = URI.create("http://127.0.0.1:" + stalling.getLocalPort() + "/");

            Outcome outcome = new Hook(new HookSpec(url, null), () -> NOW, Duration.ofMillis(300))
                    .tell("photos-17-done", "{}", millis -> true);

            assertThat(outcome.told()).isFalse();
            assertThat(outcome.what()).contains("was not told: its answer does not end");
            accepting.join();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 410})
    void refusalAndRedirectAreNotTriedAgain(int status) throws Exception {
        answers.add(Response.empty(status).withHeader("Location", receiver.endpoint() + "/elsewhere"));

        Outcome outcome = tell(null);

        assertThat(outcome.told()).isFalse();
        assertThat(outcome.what())
                .isEqualTo("The hook at " + receiver.endpoint() + " was not told: it answers " + status);
        assertThat(heard).hasSize(1);
    }

    @Test
    void whoeverIsAwayIsGivenUp() throws Exception {
        try (ClosedPort away = new ClosedPort()) {
            Outcome outcome = tell(away.uri(), null, true);

            assertThat(outcome.told()).isFalse();
            assertThat(outcome.what()).startsWith("The hook at " + away.uri() + " was not told: ");
            assertThat(pauses).containsExactly(1_000L, 2_000L, 4_000L, 8_000L);
        }
    }

    @Test
    void whoeverEndsMeanwhileKnowsThatNothingIsKnown() throws Exception {
        answers.add(Response.empty(500));

        assertThat(tell(receiver.endpoint(), null, false).told()).isNull();
        assertThat(heard).hasSize(1);
    }

    @Test
    void fileThatIsGoneIsSaid(@TempDir Path folder) throws Exception {
        Outcome outcome = tell(folder.resolve("gone"));

        assertThat(outcome.told()).isFalse();
        assertThat(outcome.what()).endsWith("gone cannot be read, and must hold the hook's secret");
        assertThat(heard).as("unsigned, it would be no news").isEmpty();
    }
}
