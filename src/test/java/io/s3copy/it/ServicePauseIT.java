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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Runs that rest, what failed and is tried again, and copies of what a list names. */
class ServicePauseIT {

    private static final int OBJECTS = 200;
    /** So many have an outcome when the run is paused. */
    private static final int MIDDLE = 40;

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
        CompletableFuture<?>[] puts = IntStream.range(0, OBJECTS)
                .mapToObj(i -> put("a/" + i + ".jpg"))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(puts).join();
        Path named = Files.writeString(folder.resolve("named.csv"), "photos,a/7.jpg\nphotos,a/late.jpg\n");
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.jobs.copy.kind=copy",
                        "s3copy.jobs.copy.source=s3://photos/",
                        "s3copy.jobs.copy.destination=s3://archive/all/",
                        "s3copy.jobs.copy.options.requests-per-second=40",
                        "s3copy.jobs.copy.options.max-pending=8",
                        "s3copy.jobs.copy.options.checkpoint-period=100",
                        "s3copy.jobs.named.kind=copy",
                        "s3copy.jobs.named.source=s3://photos/a/",
                        "s3copy.jobs.named.destination=s3://archive/named/",
                        "s3copy.jobs.named.options.manifest=file:" + named,
                        "s3copy.jobs.named.options.on-missing=fail"));
    }

    private CompletableFuture<?> put(String key) {
        return client.putObject(put -> put.bucket("photos").key(key), AsyncRequestBody.fromString("photo " + key));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private JobService service() throws InterruptedException {
        return JobService.start(folder, line -> {});
    }

    private int copies(String prefix) {
        return client.listObjectsV2(list -> list.bucket("archive").prefix(prefix))
                .join()
                .keyCount();
    }

    private static String state(JobService service, long run) throws Exception {
        return service.get("/api/runs/" + run).path("state").asText();
    }

    private static long begunAndInTheMiddle(JobService service) throws Exception {
        long run = service.post("/api/jobs/copy/runs").path("id").asLong();
        await().until(() -> service.get("/api/runs/" + run).path("objects").asLong() >= MIDDLE);
        return run;
    }

    @Test
    void pausedRunStaysPausedWhenItsProcessIsKilledAndIsResumed() throws Exception {
        long run;
        long done;
        try (JobService service = service()) {
            run = begunAndInTheMiddle(service);
            service.post("/api/runs/" + run + "/pause");
            await().until(() -> state(service, run).equals("paused"));
            done = service.get("/api/runs/" + run).path("objects").asLong();
            service.app().kill();
        }

        try (JobService service = service()) {
            JsonNode paused = service.get("/api/runs/" + run);
            assertThat(paused.path("state").asText()).isEqualTo("paused");
            assertThat(paused.path("objects").asLong()).isEqualTo(done).isBetween((long) MIDDLE, OBJECTS - 1L);
            assertThat(paused.path("resumable").asBoolean()).isTrue();
            HttpResponse<String> second = service.send("POST", "/api/jobs/copy/runs");
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("is paused. Resume it, or cancel it");

            service.post("/api/runs/" + run + "/resume");

            JsonNode end = service.awaitEnd(run);
            assertThat(end.path("state").asText()).as("%s", end).isEqualTo("done");
            assertThat(end.path("objects").asLong()).isEqualTo(OBJECTS);
            assertThat(end.path("attempts").asInt()).isEqualTo(2);
        }
        assertThat(copies("all/")).isEqualTo(OBJECTS);
    }

    @Test
    void runIsPausedUntilATimeThoughItsProcessIsKilled() throws Exception {
        long run;
        Instant until;
        try (JobService service = service()) {
            run = begunAndInTheMiddle(service);
            assertThat(service.send("POST", "/api/runs/" + run + "/pause?until=tomorrow")
                            .body())
                    .contains("until=tomorrow must be a time to come");
            // the start of a service may take longer than that
            until = Instant.now().plusSeconds(20);
            JsonNode told = service.post("/api/runs/" + run + "/pause?until=" + until);
            assertThat(Instant.parse(told.path("until").asText())).isEqualTo(until);
            // whether it has come to rest or not: what was asked for stands
            service.app().kill();
        }

        try (JobService service = service()) {
            JsonNode end = service.awaitEnd(run);

            assertThat(end.path("state").asText()).as("%s", end).isEqualTo("done");
            assertThat(Instant.parse(end.path("ended").asText())).isAfter(until);
            assertThat(end.path("objects").asLong()).isEqualTo(OBJECTS);
        }
        assertThat(copies("all/")).isEqualTo(OBJECTS);
    }

    @Test
    void pausedRunCanBeCancelled() throws Exception {
        try (JobService service = service()) {
            long run = begunAndInTheMiddle(service);
            service.post("/api/runs/" + run + "/pause");
            await().until(() -> state(service, run).equals("paused"));
            assertThat(service.send("POST", "/api/runs/" + run + "/pause").statusCode())
                    .isEqualTo(409);

            service.post("/api/runs/" + run + "/cancel");

            assertThat(state(service, run)).isEqualTo("cancelled");
        }
    }

    @Test
    void whatAListNamesIsCopiedAndWhatFailedIsTriedAgainAlone() throws Exception {
        try (JobService service = service()) {
            JsonNode first = service.run("named");
            assertThat(first.path("state").asText()).as("%s", first).isEqualTo("warnings");
            JsonNode failed = first.path("progress").path("outcomes").path("failed");
            assertThat(failed.path("objects").asLong()).isEqualTo(1);
            String code = failed.path("codes").fieldNames().next();
            String retry = "/api/runs/" + first.path("id").asLong() + "/retry";
            assertThat(service.send("POST", retry + "?code=Nope").statusCode()).isEqualTo(409);

            put("a/late.jpg").join();
            JsonNode begun = service.post(retry + "?code=" + code);
            JsonNode second = service.awaitEnd(begun.path("id").asLong());

            assertThat(second.path("state").asText()).as("%s", second).isEqualTo("done");
            assertThat(second.path("cause").asText()).isEqualTo("retry");
            assertThat(second.path("retryOf").asLong())
                    .isEqualTo(first.path("id").asLong());
            assertThat(second.path("objects").asLong()).as("only what failed").isEqualTo(1);
            assertThat(service.send("POST", "/api/runs/" + second.path("id").asLong() + "/retry")
                            .body())
                    .contains("left nothing to copy");
        }
        assertThat(copies("named/")).isEqualTo(2);
    }
}
