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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A process that is killed, stopped or told to cancel in the middle of a run: the run goes on, and its end is exact. */
class ServiceKilledIT {

    private static final int OBJECTS = 300;
    /** So many have an outcome when the process ends. */
    private static final int MIDDLE = 80;

    @TempDir
    private Path folder;

    private S3Server server;
    private S3AsyncClient client;

    @BeforeEach
    void start() {
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("photos", "archive", "same")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        fill("photos");
        fill("same");
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.jobs.copy.kind=copy",
                        "s3copy.jobs.copy.source=s3://photos/",
                        "s3copy.jobs.copy.destination=s3://archive/",
                        "s3copy.jobs.copy.options.requests-per-second=40",
                        "s3copy.jobs.copy.options.max-pending=8",
                        "s3copy.jobs.copy.options.checkpoint-period=100",
                        "s3copy.jobs.sync.kind=sync",
                        "s3copy.jobs.sync.source=s3://photos/",
                        "s3copy.jobs.sync.destination=s3://archive/",
                        "s3copy.jobs.sync.options.requests-per-second=40",
                        "s3copy.jobs.sync.options.max-pending=8",
                        "s3copy.jobs.sync.options.checkpoint-period=100",
                        "s3copy.jobs.check.kind=check",
                        "s3copy.jobs.check.source=s3://photos/",
                        "s3copy.jobs.check.destination=s3://same/",
                        "s3copy.jobs.check.options.check=checksum",
                        "s3copy.jobs.check.options.requests-per-second=80",
                        "s3copy.jobs.check.options.max-pending=8",
                        "s3copy.jobs.check.options.checkpoint-period=100"));
    }

    private void fill(String bucket) {
        CompletableFuture<?>[] puts = IntStream.range(0, OBJECTS)
                .mapToObj(i -> client.putObject(
                        put -> put.bucket(bucket).key("a/" + i + ".jpg"), AsyncRequestBody.fromString("photo " + i)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(puts).join();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private JobService service() throws InterruptedException {
        return JobService.start(folder, line -> {});
    }

    private static long begunAndInTheMiddle(JobService service, String job) throws Exception {
        long run = service.post("/api/jobs/" + job + "/runs").path("id").asLong();
        await().until(() -> service.get("/api/runs/" + run).path("objects").asLong() >= MIDDLE);
        return run;
    }

    private static long objects(JsonNode run, String outcome) {
        return run.path("progress")
                .path("outcomes")
                .path(outcome)
                .path("objects")
                .asLong();
    }

    private static void expectExactEnd(JsonNode run, String outcome) {
        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("done");
        assertThat(run.path("attempts").asInt()).isEqualTo(2);
        assertThat(run.path("objects").asLong()).isEqualTo(OBJECTS);
        // a sync finds that some are there which were copied, and not yet written down
        long again = run.path("kind").asText().equals("sync") ? objects(run, "same") : 0;
        assertThat(objects(run, outcome) + again).isEqualTo(OBJECTS);
        assertThat(run.path("progress").path("listed").asLong())
                .as("what was written down as done is not listed again")
                .isLessThan(OBJECTS * (run.path("kind").asText().equals("copy") ? 1L : 2L));
    }

    private void expectAllCopied() {
        assertThat(client.listObjectsV2(list -> list.bucket("archive")).join().keyCount())
                .isEqualTo(OBJECTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy", "check", "sync"})
    void runOfAKilledProcessGoesOnByItselfToItsExactEnd(String job) throws Exception {
        long run;
        try (JobService service = service()) {
            run = begunAndInTheMiddle(service, job);
            service.app().kill();
        }

        try (JobService service = service()) {
            expectExactEnd(service.awaitEnd(run), job.equals("check") ? "same" : "copied");
            assertThat(service.get("/api/jobs/" + job + "/runs").path("runs")).hasSize(1);
        }
        if (!job.equals("check")) {
            expectAllCopied();
        }
    }

    @Test
    void runOfAProcessThatWasToldToEndGoesOnAtTheNextStart() throws Exception {
        long run;
        try (JobService service = service()) {
            run = begunAndInTheMiddle(service, "copy");
            service.app().terminate();
            service.app().awaitExit();
            assertThat(service.app().lines()).anyMatch(line -> line.contains("run " + run + " is interrupted"));
        }

        try (JobService service = service()) {
            expectExactEnd(service.awaitEnd(run), "copied");
        }
        expectAllCopied();
    }

    @Test
    void cancelledRunStaysCancelledUntilItIsResumed() throws Exception {
        try (JobService service = service()) {
            long run = begunAndInTheMiddle(service, "copy");
            assertThat(service.send("POST", "/api/jobs/copy/runs").statusCode())
                    .as("one run of a job at a time")
                    .isEqualTo(409);

            service.post("/api/runs/" + run + "/cancel");

            JsonNode cancelled = service.awaitEnd(run);
            assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
            assertThat(cancelled.path("objects").asLong()).isBetween((long) MIDDLE, OBJECTS - 1L);
            service.app().kill();
        }

        try (JobService service = service()) {
            JsonNode found = service.get("/api/jobs/copy").path("run");
            assertThat(found.path("state").asText()).isEqualTo("cancelled");
            long run = found.path("id").asLong();

            service.post("/api/runs/" + run + "/resume");

            expectExactEnd(service.awaitEnd(run), "copied");
        }
        expectAllCopied();
    }

    @Test
    void runDoesNotGoOnWithOtherOptionsThanItBeganWith() throws Exception {
        long run;
        try (JobService service = service()) {
            run = begunAndInTheMiddle(service, "copy");
            service.app().kill();
        }
        Files.writeString(
                folder.resolve("application.properties"),
                "s3copy.jobs.copy.exclude=*.tmp\n",
                StandardOpenOption.APPEND);

        try (JobService service = service()) {
            JsonNode refused = service.awaitEnd(run);
            assertThat(refused.path("state").asText()).isEqualTo("failed");
            assertThat(refused.path("message").asText()).contains("exclude");

            JsonNode anew = service.run("copy");
            assertThat(anew.path("state").asText()).isEqualTo("done");
            assertThat(anew.path("id").asLong()).isNotEqualTo(run);
        }
        expectAllCopied();
    }
}
