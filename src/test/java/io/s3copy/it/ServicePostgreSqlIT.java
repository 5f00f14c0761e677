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
import io.s3copy.testkit.database.PostgreSqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The service with its runs in a real PostgreSQL: killed, met by a second process, and without its database for a while. */
class ServicePostgreSqlIT {

    private static final int OBJECTS = 300;
    private static final int MIDDLE = 80;

    @TempDir
    private Path folder;

    private PostgreSqlServer database;
    private S3Server server;
    private S3AsyncClient client;

    @BeforeEach
    void start() throws Exception {
        database = PostgreSqlServer.start();
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("photos", "archive")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        CompletableFuture<?>[] puts = IntStream.range(0, OBJECTS)
                .mapToObj(i -> client.putObject(
                        put -> put.bucket("photos").key("a/" + i + ".jpg"), AsyncRequestBody.fromString("photo " + i)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(puts).join();
        Path password = Files.writeString(folder.resolve("password"), PostgreSqlServer.PASSWORD);
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.database.url=" + database.newSchema(),
                        "s3copy.database.username=" + PostgreSqlServer.USER,
                        "s3copy.database.password-file=" + password,
                        "s3copy.jobs.copy.kind=copy",
                        "s3copy.jobs.copy.source=s3://photos/",
                        "s3copy.jobs.copy.destination=s3://archive/",
                        "s3copy.jobs.copy.options.requests-per-second=40",
                        "s3copy.jobs.copy.options.max-pending=8",
                        "s3copy.jobs.copy.options.checkpoint-period=100"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        database.close();
    }

    private JobService service() throws InterruptedException {
        return JobService.start(folder, line -> {});
    }

    private static long begunAndInTheMiddle(JobService service) throws Exception {
        long run = service.post("/api/jobs/copy/runs").path("id").asLong();
        await().until(() -> service.get("/api/runs/" + run).path("objects").asLong() >= MIDDLE);
        return run;
    }

    private void expectExactEnd(JsonNode run, int attempts) {
        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("done");
        assertThat(run.path("attempts").asInt()).isEqualTo(attempts);
        assertThat(run.path("objects").asLong()).isEqualTo(OBJECTS);
        assertThat(client.listObjectsV2(list -> list.bucket("archive")).join().keyCount())
                .isEqualTo(OBJECTS);
        assertThat(database.ask("SELECT state || ' ' || objects FROM schema_1.job_run"))
                .isEqualTo("DONE " + OBJECTS);
        assertThat(folder.resolve("data/s3copy.mv.db")).as("the file of H2").doesNotExist();
    }

    @Test
    void runOfAKilledProcessGoesOnToItsExactEndAndASecondProcessIsRefused() throws Exception {
        long run;
        try (JobService service = service()) {
            run = begunAndInTheMiddle(service);
            service.app().kill();
        }

        try (JobService service = service()) {
            Map<String, String> elsewhere = new HashMap<>(JobService.settings(folder));
            elsewhere.put("s3copy.data", folder.resolve("elsewhere").toString());
            AppRun second = AppRun.of(elsewhere, "serve");
            assertThat(second.exitCode()).as(second.output()).isEqualTo(2);
            assertThat(second.output())
                    .contains("s3copy cannot start: s3copy.database.url=" + database.url("runs")
                            + ": another process works with this database (session ")
                    .doesNotContain("\tat ", PostgreSqlServer.PASSWORD);

            expectExactEnd(service.awaitEnd(run), 2);
            assertThat(service.app().lines()).noneMatch(line -> line.contains(PostgreSqlServer.PASSWORD));
        }
    }

    @Test
    void runGoesOnWhileTheDatabaseIsAwayAndItsEndIsExact() throws Exception {
        try (JobService service = service()) {
            long run = begunAndInTheMiddle(service);
            database.stop();
            await().until(() -> service.app().lines().stream()
                    .anyMatch(line -> line.contains("The connection to the database of runs is lost")));
            assertThat(service.send("POST", "/api/runs/" + run + "/cancel").statusCode())
                    .isEqualTo(503);
            assertThat(service.get("/api/runs/" + run).path("state").asText()).isEqualTo("running");
            database.startAgain();

            expectExactEnd(service.awaitEnd(run), 1);
            assertThat(service.app().lines()).anyMatch(line -> line.contains("The database of runs is there again"));
        }
    }
}
