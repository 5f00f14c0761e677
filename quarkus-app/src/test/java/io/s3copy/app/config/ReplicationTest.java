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
package io.s3copy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.app.config.ReplicationSpec.From;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A job of kind replicate, and the jobs that are its parts. */
class ReplicationTest {

    private static Map<String, String> replication(String... namesAndValues) {
        return Given.job(Stream.concat(
                        Stream.of(
                                "jobs.photos.kind", "replicate",
                                "jobs.photos.events.from", "sqs",
                                "jobs.photos.events.queue", "events",
                                "jobs.photos.events.dead-letter-queue", "dead"),
                        Stream.of(namesAndValues))
                .toArray(String[]::new));
    }

    @Test
    void queueIsEnough() {
        Configuration read = Given.read(replication());

        JobSpec job = read.jobs().get("photos");
        assertThat(job.kind()).isEqualTo(JobKind.REPLICATE);
        ReplicationSpec spec = job.replication();
        assertThat(spec).isNotNull();
        assertThat(spec.from()).isEqualTo(From.SQS);
        assertThat(spec.events()).containsOnly(Map.entry("queue", "events"), Map.entry("dead-letter-queue", "dead"));
        assertThat(spec.backfill()).isTrue();
        assertThat(spec.reconcile()).isEqualTo("30 3 * * *");
        assertThat(spec.lagHorizon()).isEqualTo(Duration.ofMinutes(15));
        assertThat(read.jobs()).containsOnlyKeys("photos", "photos.backfill", "photos.reconcile", "photos.check");
    }

    @Test
    void partsAreJobsWithTheOptionsThatTheyHeed() {
        Map<String, JobSpec> jobs = Given.read(replication(
                        "jobs.photos.replicate.lag-horizon", "90s",
                        "jobs.photos.options.storage-class", "GLACIER_IR",
                        "jobs.photos.options.requests-per-second", "50",
                        "jobs.photos.options.delete", "true",
                        "jobs.photos.options.max-delete", "5",
                        "jobs.photos.include", "*.jpg"))
                .jobs();

        JobSpec reconcile = jobs.get("photos.reconcile");
        assertThat(reconcile.kind()).isEqualTo(JobKind.SYNC);
        assertThat(reconcile.partOf()).isEqualTo("photos");
        assertThat(reconcile.cron()).isEqualTo("30 3 * * *");
        assertThat(reconcile.options())
                .containsOnly(
                        Map.entry("minAge", "PT1M30S"),
                        Map.entry("storageClass", "GLACIER_IR"),
                        Map.entry("requestsPerSecond", "50"),
                        Map.entry("delete", "true"),
                        Map.entry("maxDelete", "5"),
                        Map.entry("include", "*.jpg"));
        assertThat(jobs.get("photos.backfill").options())
                .as("what was deleted while nobody followed is for the comparison")
                .containsOnlyKeys("storageClass", "requestsPerSecond", "include");
        assertThat(jobs.get("photos.check").options())
                .containsOnly(
                        Map.entry("check", "checksum"),
                        Map.entry("requestsPerSecond", "50"),
                        Map.entry("include", "*.jpg"));
        assertThat(jobs.get("photos").eventOptions()).containsOnlyKeys("storageClass", "requestsPerSecond");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events.from | sns | s3copy.jobs.photos.events.from=sns: must be sqs, kafka or webhook. Did you mean sqs?",
                "events.queue | | s3copy.jobs.photos.events.queue is missing, and events.from=sqs needs it",
                "events.qeue | x | s3copy.jobs.photos.events.qeue=x: is no property of a job of kind replicate. Did you mean queue?",
                "events.topic | x | s3copy.jobs.photos.events.topic=x: is no property of a job of kind replicate",
                "events.key-prefix | x | s3copy.jobs.photos.events.key-prefix=x: is no property of a job of kind replicate",
                "events.notifi | true | s3copy.jobs.photos.events.notifi=true: is no property of a job of kind replicate. Did you mean notify?",
                "events.notify | yes | s3copy.jobs.photos.events.notify=yes: must be true or false",
                "events.notify-arn | arn:aws:sns:eu-west-1:1:t | s3copy.jobs.photos.events.notify-arn=arn:aws:sns:eu-west-1:1:t: is not read without s3copy.jobs.photos.events.notify=true. Set that",
                "replicate.reconcil | never | s3copy.jobs.photos.replicate.reconcil=never: is no property of a job of kind replicate. Did you mean reconcile?",
                "replicate.reconcile | daily | s3copy.jobs.photos.replicate.reconcile=daily: must be minute, hour,",
                "replicate.hok | http://h/ | s3copy.jobs.photos.replicate.hok=http://h/: is no property of a job of kind replicate. Did you mean hook?",
                "replicate.hook | ftp://key@h/ | s3copy.jobs.photos.replicate.hook: must be an http or https URL without user name and password",
                "replicate.hook-secret-file | /x | s3copy.jobs.photos.replicate.hook-secret-file=/x: is not read without s3copy.jobs.photos.replicate.hook. Set that",
                "replicate.lag-horizon | long | s3copy.jobs.photos.replicate.lag-horizon=long: must be a length of time. Write for example 15m",
                "replicate.backfill | no | s3copy.jobs.photos.replicate.backfill=no: must be true or false",
                "cron | 0 1 * * * | s3copy.jobs.photos.cron=0 1 * * *: is not read by a job of kind replicate",
                "options.min-size | 5 | s3copy.jobs.photos.options.min-size=5: is no option of a job of kind replicate",
                "options.dry-run | true | s3copy.jobs.photos.options.dry-run=true: is no option of a job of kind replicate",
                "kind | copy | s3copy.jobs.photos.events.queue=events: is not read by a job of kind copy. Write s3copy.jobs.photos.kind=replicate"
            })
    void mistakeNamesPropertyValueRuleAndFix(String name, String value, String mistake) {
        assertThatThrownBy(() -> Given.read(replication("jobs.photos." + name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(mistake);
    }

    @Test
    void jobMayLetItsBucketSendNotifications() {
        ReplicationSpec queue = Given.read(replication("jobs.photos.events.notify", "true"))
                .jobs()
                .get("photos")
                .replication();
        ReplicationSpec topic = Given.read(replication(
                        "jobs.photos.events.notify", "true", "jobs.photos.events.notify-arn", "arn:aws:sns:eu:1:all"))
                .jobs()
                .get("photos")
                .replication();

        assertThat(queue.notifies()).isTrue();
        assertThat(queue.notifyArn()).as("that of the queue").isEmpty();
        assertThat(topic.notifyArn()).isEqualTo("arn:aws:sns:eu:1:all");
        assertThat(queue.events()).as("no route reads it").containsOnlyKeys("queue", "dead-letter-queue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "events.notify-arn | photos-events | s3copy.jobs.photos.events.notify-arn=photos-events: must be the ARN of a queue (sqs) or a topic (sns)",
                "events.queue | events.fifo | s3copy.jobs.photos.events.notify=true: S3 sends to no FIFO queue or topic, and events.fifo is one",
                "events.from | kafka | s3copy.jobs.photos.events.notify=true: S3 itself sends to queues and topics of AWS only. Where the bucket's service knows the destination by an ARN, as MinIO and Ceph do, write it in s3copy.jobs.photos.events.notify-arn"
            })
    void notificationsNeedAPlaceThatS3SendsTo(String name, String value, String mistake) {
        assertThatThrownBy(() ->
                        Given.read(replication("jobs.photos.events.notify", "true", "jobs.photos." + name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(mistake);
    }

    @Test
    void hookHasAKeyForItsSignatureInAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "0123456789abcdef\n");
        String[] hook = {
            "jobs.photos.replicate.hook",
            "https://h.example/T/secret",
            "jobs.photos.replicate.hook-secret-file",
            "" + file
        };
        HookSpec read =
                Given.read(replication(hook)).jobs().get("photos").replication().hook();

        assertThat(read).hasToString("https://h.example");
        assertThat(read.secret()).isEqualTo("0123456789abcdef");
        Files.writeString(file, "short");
        assertThatThrownBy(() -> Given.read(replication(hook)))
                .hasMessageContaining("hook-secret-file=" + file + ": must hold at least 16 characters");
        Files.delete(file);
        assertThatThrownBy(() -> Given.read(replication(hook)))
                .hasMessageContaining("hook-secret-file=" + file + " cannot be read, and must hold the hook's secret");
    }

    @Test
    void webhookHasASecretAndAPath(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "0123456789abcdef\n");
        Map<String, String> job = Given.job(
                "jobs.photos.kind", "replicate",
                "jobs.photos.events.from", "webhook",
                "jobs.photos.events.secret-file", file.toString(),
                "jobs.photos.events.at-once", "8");

        Configuration read = Given.read(job);
        assertThat(read.jobs().get("photos").replication().secretFile()).isEqualTo(file);
        assertThat(read.jobs().get("photos").replication().events()).containsOnly(Map.entry("at-once", "8"));
        assertThat(WebhookPath.job(read, "/events/photos")).isEqualTo("photos");
        for (String other :
                List.of("/events/photo", "/events/photos/", "/events/photos.check", "/api/jobs", "/events/")) {
            assertThat(WebhookPath.job(read, other)).as(other).isNull();
        }
        for (String wrong : List.of("short", "0123456789 abcdef", "{{0123456789abcdef}}")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> Given.read(job))
                    .hasMessageContaining("events.secret-file=" + file + ": must hold at least 16 letters")
                    .hasMessageNotContaining(wrong);
        }
        assertThatThrownBy(() -> Given.read(Given.job(
                        "jobs.photos.kind", "replicate",
                        "jobs.photos.events.from", "webhook",
                        "jobs.photos.events.event-mode", "history")))
                .hasMessageContaining("events.secret-file is missing, and events.from=webhook needs it")
                .hasMessageContaining("events.event-mode=history: is no property of a job of kind replicate");
    }

    @Test
    void syncOfItsPlacesWouldMeetItsParts() {
        assertThatThrownBy(() -> Given.read(replication(
                        "jobs.other.kind", "sync",
                        "jobs.other.source", "s3://photos/2026/",
                        "jobs.other.destination", "s3://archive/photos/")))
                .hasMessageContaining("does the same at the same places as s3copy.jobs.");
    }

    /** What a job may set is a property of the route's file. */
    @ParameterizedTest
    @EnumSource
    void routeReadsWhatAJobMaySet(From from) throws Exception {
        try (InputStream file = getClass().getResourceAsStream("/s3copy/routes/" + from.route() + ".camel.yaml")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ReplicationReader.known(from))
                    .allSatisfy(name ->
                            assertThat(text).containsPattern("\\{\\{\\??" + from.route() + "\\." + name + "[:}]"));
        }
    }
}
