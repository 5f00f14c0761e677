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
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.OutageRelay;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.broker.SqsServer;
import io.s3copy.testkit.database.PostgreSqlServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * A replication while broker, S3 and database go away one after the other, and some events are lost: in the end nothing waits,
 * both sides are equal, and the process needs no more memory than it did.
 *
 * <p>Each round stands for a quarter of an hour of a bad day. {@code -Ds3copy.outage.rounds=32} is eight hours.
 */
class ServiceOutagesIT {

    private static final int ROUNDS = Integer.getInteger("s3copy.outage.rounds", 6);
    private static final int A_ROUND = 20;
    /** From then on it has loaded what it needs. */
    private static final int WARM = 3;

    private static final double GROWTH = 1.25;
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    @TempDir
    private Path folder;

    private S3Server server;
    private S3AsyncClient client;
    private SqsServer sqs;
    private PostgreSqlServer database;
    private OutageRelay s3Relay;
    private OutageRelay sqsRelay;
    private int sent;

    @BeforeEach
    void start() throws Exception {
        database = PostgreSqlServer.start();
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("photos", "archive")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        sqs = SqsServer.start();
        sqs.createQueue("events", 10);
        sqs.createQueue("dead", 30);
        s3Relay = OutageRelay.start(server.endpoint());
        sqsRelay = OutageRelay.start(sqs.endpoint());
        Path password = Files.writeString(folder.resolve("password"), PostgreSqlServer.PASSWORD);
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.database.url=" + database.newSchema(),
                        "s3copy.database.username=" + PostgreSqlServer.USER,
                        "s3copy.database.password-file=" + password,
                        "s3copy.stores.local.endpoint=" + s3Relay.endpoint(),
                        "s3copy.jobs.live.kind=replicate",
                        "s3copy.jobs.live.source=s3://photos/",
                        "s3copy.jobs.live.destination=s3://archive/",
                        "s3copy.jobs.live.replicate.lag-horizon=0s",
                        "s3copy.jobs.live.replicate.quiet=2s",
                        "s3copy.jobs.live.events.from=sqs",
                        "s3copy.jobs.live.events.queue=events",
                        "s3copy.jobs.live.events.dead-letter-queue=dead",
                        "s3copy.jobs.live.events.endpoint=" + sqsRelay.endpoint(),
                        "s3copy.jobs.live.events.region=" + sqs.region(),
                        "s3copy.jobs.live.events.wait=1",
                        "s3copy.jobs.live.events.visibility=10"));
    }

    @AfterEach
    void stop() {
        s3Relay.close();
        sqsRelay.close();
        sqs.close();
        client.close();
        server.close();
        database.close();
    }

    /** Puts the objects of a round, and sends the events of all but so many. */
    private void arrive(int round, int lost) {
        List<String> keys = IntStream.range(0, A_ROUND)
                .mapToObj(i -> "round-" + round + "/" + i + ".jpg")
                .toList();
        CompletableFuture.allOf(keys.stream()
                        .map(key -> client.putObject(
                                put -> put.bucket("photos").key(key), AsyncRequestBody.fromString("photo " + key)))
                        .toArray(CompletableFuture[]::new))
                .join();
        keys.subList(lost, A_ROUND).forEach(key -> sqs.send("events", Notifications.put("photos", key)));
        sent += A_ROUND - lost;
    }

    private long copies() {
        List<String> keys = new ArrayList<>();
        client.listObjectsV2Paginator(list -> list.bucket("archive"))
                .contents()
                .subscribe(object -> keys.add(object.key()))
                .join();
        return keys.size();
    }

    private static JsonNode live(JobService service, long run) throws Exception {
        return service.get("/api/runs/" + run).path("progress").path("live");
    }

    private static long told(JobService service, String what) {
        return service.app().lines().stream()
                .filter(line -> line.contains(what))
                .count();
    }

    /** What lives on the heap after a collection of all garbage. */
    private static long heap(JobService service) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.app().pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jcmd.waitFor()).as(output).isZero();
        Matcher total = TOTAL.matcher(output);
        assertThat(total.find()).as(output).isTrue();
        return Long.parseLong(total.group(1));
    }

    @Test
    void nothingIsLostAndNothingPilesUp() throws Exception {
        int lost = 0;
        try (JobService service = JobService.start(folder, line -> {})) {
            long run = service.post("/api/jobs/live/runs").path("id").asLong();
            await().until(() -> live(service, run).path("backfilled").asBoolean());
            long warm = 0;
            for (int round = 0; round < ROUNDS; round++) {
                int lostNow = round % 4 == 3 ? 1 : 0;
                lost += lostNow;
                switch (round % 3) {
                    case 0 -> outageOf(s3Relay, round, lostNow);
                    case 1 -> outageOf(sqsRelay, round, lostNow);
                    default -> outageOfTheDatabase(service, round, lostNow);
                }
                int expected = sent;
                await().atMost(Duration.ofMinutes(3)).until(() -> copies() == expected);
                if (round == WARM - 1) {
                    warm = heap(service);
                }
            }
            assertThat((double) heap(service)).as("bytes on the heap").isLessThan(warm * GROWTH);

            await().until(() -> live(service, run).path("backlog").asInt(-1) == 0);
            assertThat(sqs.size("events")).isZero();
            assertThat(sqs.size("dead")).as("dead letters").isZero();
            JsonNode comparison = service.run("live.reconcile");
            assertThat(comparison
                            .path("progress")
                            .path("outcomes")
                            .path("copied")
                            .path("objects")
                            .asInt())
                    .as("exactly those whose events were lost")
                    .isEqualTo(lost);
            service.post("/api/runs/" + run + "/cut-over");
            JsonNode end = service.awaitEnd(run);
            assertThat(end.path("state").asText()).as("%s", end).isEqualTo("done");
            assertThat(end.path("message").asText())
                    .isEqualTo("Cut over: " + ROUNDS * A_ROUND + " objects are the same on both sides");
            assertThat(database.ask("SELECT state FROM schema_1.job_run WHERE id = " + run))
                    .isEqualTo("DONE");
        }
    }

    private void outageOf(OutageRelay relay, int round, int lost) {
        long before = relay.turnedAway();
        relay.begin();
        arrive(round, lost);
        await().until(() -> relay.turnedAway() > before);
        relay.end();
    }

    private void outageOfTheDatabase(JobService service, int round, int lost) {
        String notice = "The connection to the database of runs is lost";
        long before = told(service, notice);
        database.stop();
        arrive(round, lost);
        // copies go on meanwhile
        int expected = sent;
        await().until(() -> copies() == expected);
        await().until(() -> told(service, notice) > before);
        database.startAgain();
    }
}
