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
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.demo.JobService;
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.fault.FaultyS3;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replication that hears of new objects by webhook: packaged application, requests over HTTP, and a simulated S3. */
class ServiceWebhookIT {

    private static final String SECRET = "what-only-minio-knows";
    private static final String PASSWORD = "correct horse: battery staple";
    private static final int BAD = 400;
    private static final int UNKNOWN = 401;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private FaultyS3 s3;

    @BeforeEach
    void start() {
        s3 = FaultyS3.start().bucket("photos").bucket("archive");
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    private void configure(String... more) throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "s3copy.jobs.live.kind=replicate",
                "s3copy.jobs.live.source=s3://photos/in/",
                "s3copy.jobs.live.destination=s3://archive/out/",
                "s3copy.jobs.live.replicate.lag-horizon=0s",
                "s3copy.jobs.live.replicate.quiet=1s",
                "s3copy.jobs.live.events.from=webhook",
                "s3copy.jobs.live.events.secret-file=" + Files.writeString(folder.resolve("webhook"), SECRET + "\n"),
                "s3copy.jobs.live.events.max-body=20000"));
        lines.addAll(List.of(more));
        JobService.configure(folder, s3, lines);
    }

    private JobService service(Map<String, String> more) throws InterruptedException {
        return JobService.start(folder, more, line -> {});
    }

    private HttpResponse<String> send(JobService service, String method, String path, String authorization, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.page().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(JobService service, String body) throws Exception {
        return send(service, "POST", "/events/live", "Bearer " + SECRET, body);
    }

    private static JsonNode live(JobService service, long run) throws Exception {
        return service.get("/api/runs/" + run).path("progress").path("live");
    }

    @Test
    void answerComesAfterTheCopies() throws Exception {
        configure();
        try (JobService service = service(Map.of())) {
            s3.put("photos", "in/a b.jpg", 1000);
            HttpResponse<String> early = post(service, Notifications.put("photos", "in/a b.jpg"));
            assertThat(early.statusCode()).as("nobody follows yet").isEqualTo(503);
            assertThat(early.headers().firstValue("Retry-After")).isPresent();

            long run = service.post("/api/jobs/live/runs").path("id").asLong();
            await().until(() -> live(service, run).path("backfilled").asBoolean());
            for (int i = 0; i < 20; i++) {
                s3.put("photos", "in/new " + i, 1000);
                assertThat(post(service, Notifications.put("photos", "in/new " + i))
                                .statusCode())
                        .isEqualTo(200);
                assertThat(s3.object("archive", "out/new " + i))
                        .as("it is there when the sender hears that")
                        .isPresent();
            }

            assertThat(post(service, "this is no notification").statusCode()).isEqualTo(BAD);
            assertThat(post(service, "x".repeat(20_001)).statusCode()).isEqualTo(413);
            assertThat(post(service, Notifications.put("others", "in/secret")).statusCode())
                    .as("it is no use to send it again")
                    .isEqualTo(200);
            await().until(() -> live(service, run).path("deadLettered").asInt() == 1);
            Path letters = folder.resolve("data/dead-letters/live.jsonl");
            JsonNode letter = new ObjectMapper().readTree(Files.readString(letters));
            assertThat(letter.path("payload").asText()).isEqualTo(Notifications.put("others", "in/secret"));
            assertThat(letter.path("cause").asText()).contains("others");
            assertThat(live(service, run).path("backlog").asInt()).isZero();

            service.post("/api/runs/" + run + "/cut-over");
            assertThat(service.awaitEnd(run).path("message").asText())
                    .isEqualTo("Cut over: 21 objects are the same on both sides");
            assertThat(post(service, Notifications.put("photos", "in/new 1")).statusCode())
                    .as("nobody follows any more")
                    .isEqualTo(503);
            assertThat(service.app().lines()).noneMatch(line -> line.contains(SECRET));
        }
    }

    @Test
    void secretOpensThisPathAndNothingElse() throws Exception {
        CliRun hashed = CliRun.ofLine(
                folder,
                Map.of(),
                "s3copy hash-password < " + Files.writeString(folder.resolve("password"), PASSWORD + "\n"));
        Path hash = Files.writeString(folder.resolve("hash"), hashed.out().get(0) + "\n");
        configure(
                "s3copy.jobs.live.at-start=true",
                "s3copy.users.anna.role=operator",
                "s3copy.users.anna.password-hash-file=" + hash);
        String anna =
                "Basic " + Base64.getEncoder().encodeToString(("anna:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String body = Notifications.put("photos", "in/a");
        s3.put("photos", "in/a", 1000);
        try (JobService service = service(Map.of())) {
            await().until(() -> post(service, body).statusCode() == 200);

            for (String wrong : List.of("", "Bearer ", "Bearer " + SECRET + "x", anna, SECRET, "Digest " + SECRET)) {
                assertThat(send(service, "POST", "/events/live", wrong, body).statusCode())
                        .as(wrong)
                        .isEqualTo(UNKNOWN);
            }
            String minio = "Bearer " + SECRET;
            for (String path : List.of(
                    "/api/jobs/live/runs",
                    "/api/runs/1/cancel",
                    "/events",
                    "/events/",
                    "/events/other",
                    "/events/live.check",
                    "/events/live/",
                    "/events/live/x",
                    "/events/live/%2e%2e/%2e%2e/api/jobs/live/runs",
                    "/events/live/../../api/jobs/live/runs",
                    "/events/..;/api/jobs/live/runs",
                    "/q/openapi")) {
                assertThat(send(service, "POST", path, minio, body).statusCode())
                        .as(path)
                        .isEqualTo(UNKNOWN);
            }
            for (String method : List.of("GET", "PUT", "DELETE", "PATCH")) {
                assertThat(send(service, method, "/events/live", minio, body).statusCode())
                        .as(method)
                        .isEqualTo(UNKNOWN);
            }
            assertThat(send(service, "GET", "/api/runs/1", minio, "").statusCode())
                    .isEqualTo(UNKNOWN);
            JsonNode run = new ObjectMapper()
                    .readTree(send(service, "GET", "/api/runs/1", anna, "").body());
            assertThat(run.path("state").asText()).as("nothing was done to it").isEqualTo("running");
        }
    }
}
