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
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.broker.KafkaBroker;
import io.s3copy.testkit.broker.SqsServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A replication from its start to its cut-over: packaged application, real S3 server, real queue and broker. */
class ServiceReplicateIT {

    private static final int BEFORE = 25;
    private static final int NEW = 40;
    /** Of the new ones, the events of so many are lost. */
    private static final int LOST = 3;

    @TempDir
    private Path folder;

    private S3Server server;
    private S3AsyncClient client;
    private SqsServer sqs;

    @BeforeEach
    void start() {
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("photos", "archive")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        put("before/", BEFORE);
        sqs = SqsServer.start();
        sqs.createQueue("events", 15);
        sqs.createQueue("dead", 30);
    }

    @AfterEach
    void stop() {
        sqs.close();
        client.close();
        server.close();
    }

    private List<String> put(String prefix, int objects) {
        List<String> keys = IntStream.range(0, objects)
                .mapToObj(i -> "in/" + prefix + "a+b " + i + ".jpg")
                .toList();
        CompletableFuture.allOf(keys.stream()
                        .map(key -> client.putObject(
                                put -> put.bucket("photos").key(key), AsyncRequestBody.fromString("photo " + key)))
                        .toArray(CompletableFuture[]::new))
                .join();
        return keys;
    }

    private void configure(List<String> events) {
        List<String> lines = new ArrayList<>(List.of(
                "s3copy.jobs.live.kind=replicate",
                "s3copy.jobs.live.source=s3://photos/in/",
                "s3copy.jobs.live.destination=s3://archive/out/",
                "s3copy.jobs.live.replicate.lag-horizon=0s",
                "s3copy.jobs.live.replicate.quiet=2s",
                "s3copy.jobs.live.options.content-type=image/jpeg",
                "s3copy.jobs.live.options.metadata-directive=REPLACE"));
        lines.addAll(events);
        JobService.configure(folder, server, lines);
    }

    private void configureSqs() {
        configure(List.of(
                "s3copy.jobs.live.events.from=sqs",
                "s3copy.jobs.live.events.queue=events",
                "s3copy.jobs.live.events.dead-letter-queue=dead",
                "s3copy.jobs.live.events.endpoint=" + sqs.endpoint(),
                "s3copy.jobs.live.events.region=" + sqs.region(),
                "s3copy.jobs.live.events.wait=1",
                "s3copy.jobs.live.events.visibility=15"));
    }

    private JobService service() throws InterruptedException {
        return JobService.start(folder, line -> {});
    }

    private int copies() {
        return client.listObjectsV2(list -> list.bucket("archive").prefix("out/"))
                .join()
                .keyCount();
    }

    private static JsonNode live(JobService service, long run) throws Exception {
        return service.get("/api/runs/" + run).path("progress").path("live");
    }

    private static void awaitBackfill(JobService service, long run) {
        await().until(() -> {
            JsonNode now = service.get("/api/runs/" + run);
            assertThat(now.path("state").asText()).as("%s", now).isEqualTo("running");
            return now.path("progress").path("live").path("backfilled").asBoolean();
        });
    }

    @Test
    void lostEventsAreFoundAndTheCutOverProvesBothSidesEqual() throws Exception {
        configureSqs();
        try (JobService service = service()) {
            long run = service.post("/api/jobs/live/runs").path("id").asLong();
            awaitBackfill(service, run);
            assertThat(copies()).isEqualTo(BEFORE);

            List<String> keys = put("new/", NEW);
            sqs.send("events", "this is no notification");
            keys.subList(0, NEW - LOST).forEach(key -> sqs.send("events", Notifications.put("photos", key)));
            await().until(() -> copies() == BEFORE + NEW - LOST);
            await().until(() -> live(service, run).path("deadLettered").asInt() == 1);
            JsonNode following = service.get("/api/runs/" + run);
            assertThat(following.path("state").asText()).isEqualTo("running");
            assertThat(following.path("progress").path("phase").asText()).isEqualTo("following");
            await().until(() -> service.get("/api/runs/" + run).path("objects").asInt() == NEW - LOST);
            assertThat(live(service, run).path("lagMillis").isNumber()).isTrue();
            assertThat(sqs.size("dead")).isOne();

            // as the schedule does each night
            JsonNode comparison = service.run("live.reconcile");
            assertThat(comparison
                            .path("progress")
                            .path("outcomes")
                            .path("copied")
                            .path("objects")
                            .asInt())
                    .as("exactly those whose events were lost")
                    .isEqualTo(LOST);
            await().until(() -> live(service, run).path("missed").asInt() == LOST);
            assertThat(copies()).isEqualTo(BEFORE + NEW);

            expectMetrics(service);

            service.post("/api/runs/" + run + "/cut-over");
            JsonNode end = service.awaitEnd(run);
            assertThat(end.path("state").asText()).as("%s", end).isEqualTo("done");
            assertThat(end.path("message").asText())
                    .isEqualTo("Cut over: " + (BEFORE + NEW) + " objects are the same on both sides");

            sqs.send("events", Notifications.put("photos", keys.get(0)));
            assertThat(service.send("POST", "/api/runs/" + run + "/cut-over").statusCode())
                    .isEqualTo(409);
            assertThat(sqs.size("events")).as("nobody follows any more").isOne();
        }
        assertThat(client.headObject(head -> head.bucket("archive").key("out/new/a+b 0.jpg"))
                        .join()
                        .contentType())
                .as("options of the job are those of its copies by event")
                .isEqualTo("image/jpeg");
    }

    private static void expectMetrics(JobService service) throws Exception {
        Metrics metrics = Metrics.of(service);
        metrics.expectDocumented();
        Map<String, String> expected = Metrics.documented();
        expected.keySet().removeAll(Metrics.documented(Metrics.WHILE_A_RUN));
        assertThat(metrics.types()).as("what is documented is there").containsAllEntriesOf(expected);

        String job = "job_name=\"live\"";
        String copies = "{bucket=\"archive\"," + job;
        int applied = NEW - LOST;
        assertThat(metrics.value("s3copy_event_pickup_seconds_count" + copies + "}"))
                .as("RPO, of each event")
                .isEqualTo(applied);
        assertThat(metrics.value("s3copy_event_pickup_seconds_bucket" + copies + ",le=\"1209600.0\"}"))
                .isEqualTo(applied);
        assertThat(metrics.value("s3copy_event_lag_seconds_count" + copies + ",outcome=\"copied\"}"))
                .as("latency, of each copy")
                .isEqualTo(applied);
        assertThat(metrics.value("s3copy_event_lag_seconds_bucket" + copies + ",outcome=\"copied\",le=\"1209600.0\"}"))
                .isEqualTo(applied);
        assertThat(metrics.value("s3copy_job_objects_total{" + job + ",outcome=\"copied\"}"))
                .isEqualTo(applied);
        assertThat(metrics.value("s3copy_replication_lost_objects_total{" + job + "}"))
                .isEqualTo(LOST);
        assertThat(metrics.value("s3copy_replication_dead_letters_total{" + job + "}"))
                .isEqualTo(1);
        assertThat(metrics.value("s3copy_replication_source_up{" + job + "}")).isEqualTo(1);
        assertThat(metrics.value("s3copy_replication_backfilled{" + job + "}")).isEqualTo(1);
        assertThat(metrics.value("s3copy_replication_reconciled_timestamp_seconds{" + job + "}"))
                .isEqualTo(metrics.value("s3copy_job_last_success_timestamp_seconds{job_name=\"live.reconcile\"}"));
        assertThat(metrics.value("s3copy_job_state{job_name=\"live\",kind=\"replicate\",state=\"running\"}"))
                .isEqualTo(1);
    }

    @Test
    void cutOverRepairsWhatIsMissing() throws Exception {
        configureSqs();
        try (JobService service = service()) {
            long run = service.post("/api/jobs/live/runs").path("id").asLong();
            awaitBackfill(service, run);
            // nobody tells of these
            put("silent/", LOST);

            service.post("/api/runs/" + run + "/cut-over");
            assertThat(service.awaitEnd(run).path("message").asText())
                    .isEqualTo("Cut over: " + (BEFORE + LOST) + " objects are the same on both sides");
            assertThat(copies()).isEqualTo(BEFORE + LOST);
        }
    }

    @Test
    void processThatIsKilledGoesOnAndCutsOver() throws Exception {
        configureSqs();
        long run;
        List<String> keys;
        try (JobService service = service()) {
            run = service.post("/api/jobs/live/runs").path("id").asLong();
            awaitBackfill(service, run);
            keys = put("new/", NEW);
            keys.subList(0, NEW / 2).forEach(key -> sqs.send("events", Notifications.put("photos", key)));
            await().until(() -> copies() > BEFORE);
            service.app().kill();
        }
        keys.subList(NEW / 2, NEW).forEach(key -> sqs.send("events", Notifications.put("photos", key)));
        try (JobService service = service()) {
            await().until(() -> copies() == BEFORE + NEW);
            JsonNode goneOn = service.get("/api/runs/" + run);
            assertThat(goneOn.path("state").asText()).isEqualTo("running");
            assertThat(goneOn.path("attempts").asInt()).isEqualTo(2);
            assertThat(service.get("/api/jobs/live.backfill/runs").path("runs"))
                    .as("what was there before is copied once")
                    .hasSize(1);

            service.post("/api/runs/" + run + "/cut-over");
            service.app().kill();
        }
        try (JobService service = service()) {
            assertThat(service.awaitEnd(run).path("state").asText())
                    .as("a cut-over goes on, too")
                    .isEqualTo("done");
        }
    }

    @Test
    void topicIsFollowedToo() throws Exception {
        try (KafkaBroker kafka = KafkaBroker.start()) {
            kafka.createTopic("events", 2);
            kafka.createTopic("dead", 1);
            configure(List.of(
                    "s3copy.jobs.live.events.from=kafka",
                    "s3copy.jobs.live.events.topic=events",
                    "s3copy.jobs.live.events.dead-letter-topic=dead",
                    "s3copy.jobs.live.events.brokers=" + kafka.bootstrapServers(),
                    "s3copy.jobs.live.events.session-timeout=6000"));
            try (JobService service = service();
                    KafkaProducer<String, String> producer = kafka.producer()) {
                long run = service.post("/api/jobs/live/runs").path("id").asLong();
                awaitBackfill(service, run);
                for (String key : put("new/", NEW)) {
                    producer.send(new ProducerRecord<>("events", key, Notifications.put("photos", key)))
                            .get();
                }
                await().until(() -> copies() == BEFORE + NEW);

                service.post("/api/runs/" + run + "/cut-over");

                assertThat(service.awaitEnd(run).path("message").asText())
                        .isEqualTo("Cut over: " + (BEFORE + NEW) + " objects are the same on both sides");
            }
        }
    }
}
