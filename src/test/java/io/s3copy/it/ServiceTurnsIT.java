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
import io.s3copy.demo.JobService;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** One run works at a time, and others wait for their turn. */
class ServiceTurnsIT {

    private static final int OBJECTS = 30;

    @TempDir
    private Path folder;

    private S3Server server;
    private S3AsyncClient client;

    @BeforeEach
    void start() throws Exception {
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("photos", "archive")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        for (int i = 0; i < OBJECTS; i++) {
            String key = i + ".jpg";
            client.putObject(put -> put.bucket("photos").key(key), AsyncRequestBody.fromString("photo " + key))
                    .join();
        }
        List<String> lines = new ArrayList<>(List.of(
                "s3copy.max-runs=1",
                // it works until its limit is lifted
                "s3copy.jobs.slow.options.requests-per-second=1",
                "s3copy.jobs.slow.options.checkpoint-period=100",
                "s3copy.jobs.urgent.priority=9"));
        for (String job : List.of("slow", "usual", "other", "urgent")) {
            lines.add("s3copy.jobs." + job + ".kind=copy");
            lines.add("s3copy.jobs." + job + ".source=s3://photos/");
            lines.add("s3copy.jobs." + job + ".destination=s3://archive/" + job + "/");
        }
        JobService.configure(folder, server, lines);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private JobService service() throws InterruptedException {
        return JobService.start(folder, line -> {});
    }

    private static long begin(JobService service, String job) throws Exception {
        return service.post("/api/jobs/" + job + "/runs").path("id").asLong();
    }

    private static JsonNode run(JobService service, long run) throws Exception {
        return service.get("/api/runs/" + run);
    }

    private static void expectScheduled(JsonNode run, int ahead) {
        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("scheduled");
        assertThat(run.path("ahead").asInt(-1)).as("%s", run).isEqualTo(ahead);
        assertThat(run.path("attempts").asInt()).as("%s", run).isEqualTo(1);
        assertThat(run.path("objects").asLong()).isZero();
    }

    @Test
    void highestPriorityGoesFirstThoughTheProcessIsKilled() throws Exception {
        long slow;
        long usual;
        long other;
        long urgent;
        try (JobService service = service()) {
            slow = begin(service, "slow");
            usual = begin(service, "usual");
            other = begin(service, "other");
            urgent = begin(service, "urgent");
            await().until(() -> run(service, slow).path("objects").asLong() > 0);
            assertThat(run(service, slow).path("state").asText()).isEqualTo("running");
            assertThat(run(service, slow).path("ahead").isNull()).isTrue();
            expectScheduled(run(service, urgent), 0);
            expectScheduled(run(service, usual), 1);
            expectScheduled(run(service, other), 2);
            assertThat(service.get("/api/jobs/urgent").path("priority").asInt()).isEqualTo(9);
            assertThat(Metrics.of(service)
                            .value("s3copy_job_state{job_name=\"usual\",kind=\"copy\",state=\"scheduled\"}"))
                    .isEqualTo(1);
            service.app().kill();
        }

        try (JobService service = service()) {
            await().until(() -> run(service, slow).path("state").asText().equals("running"));
            assertThat(run(service, slow).path("attempts").asInt()).isEqualTo(2);
            expectScheduled(run(service, urgent), 0);
            expectScheduled(run(service, usual), 1);
            expectScheduled(run(service, other), 2);

            HttpResponse<String> tooHigh = service.send("POST", "/api/runs/" + other + "/priority?value=10");
            assertThat(tooHigh.statusCode()).isEqualTo(400);
            assertThat(tooHigh.body()).contains("value=10 must be a priority from 0 to 9");
            HttpResponse<String> begun = service.send("POST", "/api/runs/" + slow + "/priority?value=1");
            assertThat(begun.statusCode()).isEqualTo(409);
            assertThat(begun.body()).contains("Run " + slow + " is running: it does not wait for its turn");
            CliRun moved = CliRun.of(
                    folder,
                    Map.of(),
                    "jobs",
                    "priority",
                    String.valueOf(usual),
                    "9",
                    "--url",
                    service.page().toString());
            assertThat(moved.exitCode()).as(moved.output()).isZero();
            expectScheduled(run(service, usual), 0);
            expectScheduled(run(service, urgent), 1);

            assertThat(service.post("/api/runs/" + urgent + "/pause")
                            .path("state")
                            .asText())
                    .isEqualTo("paused");
            expectScheduled(run(service, other), 1);
            service.post("/api/runs/" + urgent + "/resume");
            expectScheduled(run(service, other), 2);
            assertThat(service.post("/api/runs/" + other + "/cancel")
                            .path("state")
                            .asText())
                    .isEqualTo("cancelled");

            service.post("/api/runs/" + slow + "/limits?requests-per-second=0");

            for (long run : List.of(slow, usual, urgent)) {
                JsonNode end = service.awaitEnd(run);
                assertThat(end.path("state").asText()).as("%s", end).isEqualTo("done");
                assertThat(end.path("objects").asLong()).isEqualTo(OBJECTS);
            }
            assertThat(ended(service, slow)).isBefore(ended(service, usual));
            assertThat(ended(service, usual)).isBefore(ended(service, urgent));
            assertThat(run(service, other).path("state").asText()).isEqualTo("cancelled");
            // nobody waits any more
            JsonNode again = service.run("other");
            assertThat(again.path("state").asText()).as("%s", again).isEqualTo("done");
        }
    }

    private static Instant ended(JobService service, long run) throws Exception {
        return Instant.parse(run(service, run).path("ended").asText());
    }
}
