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
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.StubServer;
import io.s3copy.testkit.broker.SqsServer;
import io.s3copy.testkit.fault.FaultyS3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/**
 * What a replication does around its events: packaged application, real queue, and a simulated S3 that keeps notifications as
 * they are put, which no real server of the test kit does.
 */
class ServiceEventsIT {

    private static final String OTHERS = "arn:aws:lambda:us-east-1:111122223333:function:resize";

    @TempDir
    private Path folder;

    private FaultyS3 s3;
    private S3AsyncClient client;
    private SqsServer sqs;

    @BeforeEach
    void start() {
        s3 = FaultyS3.start().bucket("photos").bucket("archive");
        client = s3.newClient();
        s3.put("photos", "in/before.jpg", 1000);
        sqs = SqsServer.start();
        sqs.createQueue("events", 15);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        client.close();
        s3.close();
    }

    private void configure(String... more) {
        configure(s3, more);
    }

    private void configure(S3Server server, String... more) {
        List<String> lines = new ArrayList<>(List.of(
                "s3copy.jobs.live.kind=replicate",
                "s3copy.jobs.live.source=s3://photos/in/",
                "s3copy.jobs.live.destination=s3://archive/out/",
                "s3copy.jobs.live.replicate.lag-horizon=0s",
                "s3copy.jobs.live.replicate.quiet=1s",
                "s3copy.jobs.live.events.from=sqs",
                "s3copy.jobs.live.events.queue=events",
                "s3copy.jobs.live.events.dead-letter-queue=dead",
                "s3copy.jobs.live.events.endpoint=" + sqs.endpoint(),
                "s3copy.jobs.live.events.region=" + sqs.region(),
                "s3copy.jobs.live.events.wait=1",
                "s3copy.jobs.live.events.visibility=15"));
        lines.addAll(List.of(more));
        JobService.configure(folder, server, lines);
    }

    private JobService service() throws InterruptedException {
        return JobService.start(folder, line -> {});
    }

    private static JsonNode awaitBackfill(JobService service, long run) {
        return await().until(
                        () -> {
                            JsonNode now = service.get("/api/runs/" + run);
                            assertThat(now.path("state").asText()).as("%s", now).isEqualTo("running");
                            return now.path("progress").path("live");
                        },
                        live -> live.path("backfilled").asBoolean());
    }

    private long puts() {
        return s3.operations().stream()
                .filter(S3Operation.PUT_BUCKET_NOTIFICATION_CONFIGURATION::equals)
                .count();
    }

    @Test
    void bucketTellsOfItsObjectsOnceTheJobHasSeenToThat() throws Exception {
        LambdaFunctionConfiguration resize = LambdaFunctionConfiguration.builder()
                .id("resize")
                .lambdaFunctionArn(OTHERS)
                .eventsWithStrings("s3:ObjectCreated:Put")
                .build();
        client.putBucketNotificationConfiguration(put ->
                        put.bucket("photos").notificationConfiguration(all -> all.lambdaFunctionConfigurations(resize)))
                .join();
        s3.forgetOperations();
        configure("s3copy.jobs.live.events.notify=true");
        long run;
        String told;
        try (JobService service = service()) {
            run = service.post("/api/jobs/live/runs").path("id").asLong();
            told = awaitBackfill(service, run).path("notification").asText();

            assertThat(told)
                    .matches("Bucket photos: the notification s3copy-live \\(s3:ObjectCreated:\\* of in/\\* to"
                            + " arn:aws:sqs:\\S+:events\\) was added; 1 of others stay as they are");
            assertThat(service.app().lines()).anyMatch(line -> line.contains("Job live: " + told));
            assertThat(s3.operations())
                    .as("before anything is followed or listed")
                    .startsWith(
                            S3Operation.GET_BUCKET_NOTIFICATION_CONFIGURATION,
                            S3Operation.PUT_BUCKET_NOTIFICATION_CONFIGURATION,
                            S3Operation.GET_BUCKET_NOTIFICATION_CONFIGURATION);
            service.app().kill();
        }
        var there = client.getBucketNotificationConfiguration(get -> get.bucket("photos"))
                .join();
        assertThat(there.lambdaFunctionConfigurations())
                .singleElement()
                .satisfies(one -> assertThat(one.lambdaFunctionArn()).isEqualTo(OTHERS));
        assertThat(there.queueConfigurations())
                .singleElement()
                .extracting(QueueConfiguration::id)
                .isEqualTo("s3copy-live");

        try (JobService service = service()) {
            s3.put("photos", "in/new.jpg", 1000);
            sqs.send("events", Notifications.put("photos", "in/new.jpg"));
            await().until(() -> s3.object("archive", "out/new.jpg").isPresent());
            await().until(() -> service.get("/api/runs/" + run)
                    .path("progress")
                    .path("live")
                    .path("notification")
                    .asText()
                    .endsWith(" was there already: nothing was changed"));
            assertThat(puts()).as("after a kill, too, it is put once").isOne();

            service.post("/api/runs/" + run + "/cut-over");
            assertThat(service.awaitEnd(run).path("message").asText())
                    .isEqualTo("Cut over: 2 objects are the same on both sides. Bucket photos keeps its notification"
                            + " s3copy-live: remove it once nobody reads it");
        }
    }

    @Test
    void whoeverIsToHearOfTheCutOverHearsOfItAfterAKillToo(@TempDir Path secrets) throws Exception {
        List<RecordedRequest> heard = new CopyOnWriteArrayList<>();
        CountDownLatch killed = new CountDownLatch(1);
        Path secret = Files.writeString(secrets.resolve("secret"), "nobody guesses this");
        try (StubServer receiver = StubServer.start("hook", request -> {
            heard.add(request);
            awaitUninterruptibly(killed);
            return Response.empty(204);
        })) {
            configure(
                    "s3copy.jobs.live.replicate.hook=" + receiver.endpoint() + "/done?token=hidden",
                    "s3copy.jobs.live.replicate.hook-secret-file=" + secret);
            long run;
            try (JobService service = service()) {
                run = service.post("/api/jobs/live/runs").path("id").asLong();
                awaitBackfill(service, run);
                service.post("/api/runs/" + run + "/cut-over");
                await().until(() -> heard.size() == 1);
                assertThat(service.get("/api/runs/" + run).path("state").asText())
                        .as("who is to hear of it hears of it first")
                        .isEqualTo("draining");
                service.app().kill();
                killed.countDown();
            }
            sqs.send("events", Notifications.put("photos", "in/late.jpg"));
            try (JobService service = service()) {
                JsonNode end = service.awaitEnd(run);

                assertThat(end.path("state").asText()).isEqualTo("done");
                assertThat(end.path("progress").path("live").path("hook").asText())
                        .isEqualTo("The hook at " + receiver.endpoint() + " was told (204)");
                assertThat(sqs.size("events"))
                        .as("what was proven is not begun again")
                        .isOne();
                assertThat(service.app().lines())
                        .noneMatch(line -> line.contains("hidden") || line.contains("nobody guesses this"));
            }
            assertThat(heard).hasSize(2);
            JsonNode first = new ObjectMapper().readTree(heard.get(0).bodyText());
            JsonNode second = new ObjectMapper().readTree(heard.get(1).bodyText());
            assertThat(second.path("id")).as("the same news").isEqualTo(first.path("id"));
            assertThat(first.path("state").asText()).isEqualTo("done");
            assertThat(first.path("run").asLong()).isEqualTo(run);
            assertThat(first.path("check").path("objects").path("same").asInt()).isOne();
            assertThat(first.path("links").path("report").asText()).matches("/api/runs/\\d+/report");
            assertThat(heard.get(1).header("X-S3copy-Signature"))
                    .hasValueSatisfying(one -> assertThat(one).matches("sha256=[0-9a-f]{64}"));
        }
    }

    @Test
    void cutOverThatIsGivenUpIsToldAndFollowsOn() throws Exception {
        List<RecordedRequest> heard = new CopyOnWriteArrayList<>();
        try (StubServer receiver = StubServer.start("hook", request -> {
            heard.add(request);
            return Response.empty(404);
        })) {
            configure(
                    "s3copy.jobs.live.replicate.cut-over-within=0s",
                    "s3copy.jobs.live.replicate.hook=" + receiver.endpoint());
            try (JobService service = service()) {
                long run = service.post("/api/jobs/live/runs").path("id").asLong();
                awaitBackfill(service, run);
                service.post("/api/runs/" + run + "/cut-over");
                await().until(() -> service.get("/api/runs/" + run)
                        .path("message")
                        .asText()
                        .endsWith("Events are followed again. The hook at " + receiver.endpoint()
                                + " was not told: it answers 404"));

                assertThat(service.get("/api/runs/" + run).path("state").asText())
                        .isEqualTo("running");
                assertThat(new ObjectMapper()
                                .readTree(heard.get(0).bodyText())
                                .path("state")
                                .asText())
                        .isEqualTo("given-up");
                s3.put("photos", "in/new.jpg", 1000);
                sqs.send("events", Notifications.put("photos", "in/new.jpg"));
                await().until(() -> s3.object("archive", "out/new.jpg").isPresent());
            }
        }
    }

    @Test
    void deadLettersAreShownAndSentAgain() throws Exception {
        String hostile = "<img src=x onerror=alert(1)>\u2028 no notification";
        configure();
        s3.put("photos", "in/mended.jpg", 1000);
        sqs.send("dead", Notifications.put("photos", "in/mended.jpg"), Map.of("S3CopyError", "AccessDenied: was"));
        try (JobService service = service()) {
            long run = service.post("/api/jobs/live/runs").path("id").asLong();
            awaitBackfill(service, run);
            client.deleteObject(delete -> delete.bucket("archive").key("out/mended.jpg"))
                    .join();
            sqs.send("events", hostile);
            await().until(() -> service.get("/api/runs/" + run)
                            .path("progress")
                            .path("live")
                            .path("deadLettered")
                            .asInt()
                    == 1);

            JsonNode letters = service.get("/api/jobs/live/dead-letters");
            assertThat(letters).hasSize(2);
            assertThat(service.get("/api/jobs/live/dead-letters?limit=1"))
                    .as("they are seen again at once, and none is lost")
                    .hasSize(1);
            assertThat(sqs.size("dead")).isEqualTo(2);
            Map<String, JsonNode> byPayload = new HashMap<>();
            letters.forEach(letter -> byPayload.put(letter.path("payload").asText(), letter));
            assertThat(byPayload).containsOnlyKeys(hostile, Notifications.put("photos", "in/mended.jpg"));
            JsonNode mended = byPayload.get(Notifications.put("photos", "in/mended.jpg"));
            assertThat(mended.path("cause").asText()).isEqualTo("AccessDenied: was");
            assertThat(mended.path("time").asText()).isNotEmpty();
            assertThat(byPayload.get(hostile).path("cause").asText()).isNotEmpty();

            JsonNode sent = service.post(
                    "/api/jobs/live/dead-letters/replay?id=" + mended.path("id").asText());
            assertThat(sent.path("sent").asInt()).isOne();
            await().until(() -> s3.object("archive", "out/mended.jpg").isPresent());
            assertThat(sqs.size("dead")).isOne();
            assertThat(service.send("POST", "/api/jobs/live/dead-letters/replay?id=none")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(service.send("GET", "/api/jobs/live.check/dead-letters").statusCode())
                    .isEqualTo(404);

            assertThat(service.post("/api/jobs/live/dead-letters/replay")
                            .path("sent")
                            .asInt())
                    .as("what comes back is not sent for ever")
                    .isOne();
            await().until(() -> sqs.size("dead") == 1 && sqs.size("events") == 0);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** No real server of the test kit has the call. A job does not take that for done. */
    @Test
    void serverWithoutNotificationsIsNamed() throws Exception {
        try (S3Server server = S3ProxyServer.start();
                S3AsyncClient real = server.newClient()) {
            real.createBucket(create -> create.bucket("photos")).join();
            configure(server, "s3copy.jobs.live.events.notify=true");
            try (JobService service = service()) {
                JsonNode end = service.run("live");

                assertThat(end.path("state").asText()).isEqualTo("failed");
                assertThat(end.path("message").asText())
                        .startsWith("the notifications of bucket photos could not be read: ")
                        .endsWith("The service sets up no notifications by S3's API: leave events.notify out");
            }
        }
    }
}
