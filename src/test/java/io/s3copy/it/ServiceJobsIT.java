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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.demo.JobService;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** From the file to the finished job, by the API, on a real S3 server. One process for all; its runs come in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceJobsIT {

    private static final String HOSTILE = "2026/<img src=x onerror=alert(1)>\"';&\n.jpg";
    private static final int OBJECTS = 120;

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static S3AsyncClient client;
    private static JobService service;

    @BeforeAll
    static void start() throws Exception {
        server = S3ProxyServer.start();
        client = server.newClient();
        List.of("photos", "archive", "empty")
                .forEach(bucket ->
                        client.createBucket(create -> create.bucket(bucket)).join());
        for (int i = 1; i < OBJECTS; i++) {
            put("photos", "2026/IMG_" + i + ".jpg", "photo " + i);
        }
        put("photos", "2026/" + "x".repeat(20) + ".jpg", "last");
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.jobs.photos.kind=copy",
                        "s3copy.jobs.photos.source=s3://photos/2026/",
                        "s3copy.jobs.photos.destination=s3://archive/photos/2026/",
                        "s3copy.jobs.photos-check.kind=check",
                        "s3copy.jobs.photos-check.source=s3://photos/2026/",
                        "s3copy.jobs.photos-check.destination=s3://archive/photos/2026/",
                        "s3copy.jobs.photos-check.cron=30 2 * * *",
                        "s3copy.jobs.nothing.kind=copy",
                        "s3copy.jobs.nothing.source=s3://empty/none/",
                        "s3copy.jobs.nothing.destination=s3://archive/none/",
                        "s3copy.jobs.no-bucket.kind=copy",
                        "s3copy.jobs.no-bucket.source=s3://photoz/",
                        "s3copy.jobs.no-bucket.destination=s3://archive/photoz/"));
        service = JobService.start(folder, line -> {});
    }

    @AfterAll
    static void stop() {
        service.close();
        client.close();
        server.close();
    }

    private static void put(String bucket, String key, String content) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    @Test
    @Order(1)
    void jobsAreThoseOfTheFileAndHaveNotRun() throws Exception {
        JsonNode jobs = service.get("/api/jobs");

        assertThat(jobs.findValuesAsText("name")).containsExactly("no-bucket", "nothing", "photos", "photos-check");
        assertThat(jobs.get(2).path("source").asText()).isEqualTo("s3://photos/2026/");
        assertThat(jobs.get(2).path("run").isNull()).isTrue();
        assertThat(jobs.get(3).path("next").asText()).endsWith("T02:30:00Z");
    }

    @Test
    @Order(2)
    void copyCopiesEveryObject() throws Exception {
        JsonNode run = service.run("photos");

        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("done");
        assertThat(run.path("objects").asLong()).isEqualTo(OBJECTS);
        assertThat(run.path("progress")
                        .path("outcomes")
                        .path("copied")
                        .path("objects")
                        .asLong())
                .isEqualTo(OBJECTS);
        assertThat(run.path("progress").path("percent").asInt()).isEqualTo(100);
        assertThat(client.listObjectsV2(list -> list.bucket("archive").prefix("photos/2026/"))
                        .join()
                        .keyCount())
                .isEqualTo(OBJECTS);
    }

    @Test
    @Order(3)
    void metricsAndHealthTellOfItOnAPortOfTheirOwn() throws Exception {
        Metrics metrics = Metrics.of(service);
        metrics.expectDocumented();
        assertThat(metrics.value("s3copy_job_objects_total{job_name=\"photos\",outcome=\"copied\"}"))
                .isEqualTo(OBJECTS);
        assertThat(metrics.value("s3copy_job_bytes_total{job_name=\"photos\"}"))
                .isEqualTo(service.get("/api/jobs/photos")
                        .path("run")
                        .path("bytes")
                        .asDouble())
                .isPositive();
        assertThat(metrics.value("s3copy_job_state{job_name=\"photos\",kind=\"copy\",state=\"done\"}"))
                .isEqualTo(1);
        assertThat(metrics.value("s3copy_job_runs_total{job_name=\"photos\",kind=\"copy\",state=\"done\"}"))
                .isEqualTo(1);
        assertThat(metrics.value("s3copy_job_objects_total{job_name=\"photos-check\",outcome=\"same\"}"))
                .isZero();
        assertThat(metrics.value("s3copy_database_up")).isEqualTo(1);
        assertThat(metrics.value(
                        "s3copy_copies_total{bucket=\"archive\",error=\"none\",outcome=\"copied\",way=\"single\"}"))
                .as("the meters of the component")
                .isEqualTo(OBJECTS);

        for (String probe : List.of("health", "health/live", "health/ready", "health/started")) {
            HttpResponse<String> answer = service.watch(probe);
            assertThat(answer.statusCode()).as(probe).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(server.secretKey(), server.accessKey(), "jdbc:");
        }
        assertThat(service.watch("health/ready").body()).contains("\"database\"", "\"last-answer\"", "\"jobs\": 4");
        for (String path : List.of("/q/health", "/q/metrics")) {
            assertThat(service.send("GET", path).statusCode())
                    .as("%s is not on the port of the page", path)
                    .isEqualTo(404);
        }
    }

    @Test
    @Order(4)
    void checkFindsBothSidesEqualAndThenNamesWhatIsNot() throws Exception {
        JsonNode equal = service.run("photos-check");
        assertThat(equal.path("state").asText()).as("%s", equal).isEqualTo("done");
        assertThat(equal.path("progress")
                        .path("outcomes")
                        .path("same")
                        .path("objects")
                        .asLong())
                .isEqualTo(OBJECTS);

        put("archive", "photos/2026/IMG_7.jpg", "other bytes");
        put("photos", HOSTILE, "new");
        JsonNode run = service.run("photos-check");

        assertThat(run.path("state").asText()).isEqualTo("warnings");
        assertThat(run.path("message").asText())
                .isEqualTo("1 differ, 1 missing at the destination. Copy what is missing or differs, then check again");
        JsonNode failures = service.get(run.path("links").path("failures").asText());
        assertThat(StreamSupport.stream(failures.path("failures").spliterator(), false)
                        .map(row -> row.path("outcome").asText() + " "
                                + row.path("key").asText()))
                .containsExactlyInAnyOrder("differs 2026/IMG_7.jpg", "missing " + HOSTILE);
        assertThat(failures.path("next").isNull()).isTrue();
    }

    @Test
    @Order(5)
    void failuresComeInPagesAndTheReportCanBeDownloaded() throws Exception {
        long id = service.get("/api/jobs/photos-check").path("run").path("id").asLong();

        JsonNode first = service.get("/api/runs/" + id + "/failures?limit=1");
        JsonNode second = service.get("/api/runs/" + id + "/failures?limit=1&after="
                + first.path("next").asLong());
        assertThat(first.path("failures")).hasSize(1);
        assertThat(second.path("failures")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("failures")).isNotEqualTo(second.path("failures"));

        JsonNode history =
                service.get("/api/jobs/photos-check/history?key=" + URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8));
        assertThat(history.path("entries")).hasSize(1);
        assertThat(history.path("entries").get(0).path("run").asLong()).isEqualTo(id);
        assertThat(history.path("entries").get(0).path("row").path("outcome").asText())
                .isEqualTo("missing");
        assertThat(history.path("whole").asBoolean())
                .as("reports name failures")
                .isFalse();
        assertThat(service.send("GET", "/api/jobs/photos-check/history").statusCode())
                .isEqualTo(400);
        assertThat(service.send("GET", "/api/jobs/nobody/history?key=a").statusCode())
                .isEqualTo(404);

        JsonNode files = service.get("/api/runs/" + id + "/report");
        assertThat(files.findValuesAsText("name"))
                .contains(
                        "summary.json",
                        "manifest.json",
                        "manifests/differs-000001.csv",
                        "manifests/missing-000001.csv");
        HttpResponse<String> file = service.send("GET", "/api/runs/" + id + "/report/manifests/differs-000001.csv");
        assertThat(file.body()).contains("photos,2026/IMG_7.jpg,");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"run-" + id + "-differs-000001.csv\"");
    }

    @Test
    @Order(6)
    void reportGivesOutNothingButItsOwnFiles() throws Exception {
        for (String path : List.of("..%2F..%2F..%2F..%2Fsecret-key", "%2e%2e/%2e%2e/summary.json", "nothing.csv")) {
            HttpResponse<String> answer = service.send("GET", "/api/runs/1/report/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).doesNotContain(server.secretKey());
        }
    }

    @Test
    @Order(7)
    void runThatFindsNothingIsNoSuccess() throws Exception {
        JsonNode run = service.run("nothing");

        assertThat(run.path("state").asText()).isEqualTo("warnings");
        assertThat(run.path("message").asText()).startsWith("Nothing was found at s3://empty/none/");
    }

    @Test
    @Order(8)
    void runWithoutItsBucketFailsAndSaysWhy() throws Exception {
        JsonNode run = service.run("no-bucket");

        assertThat(run.path("state").asText()).isEqualTo("failed");
        assertThat(run.path("message").asText()).contains("photoz").contains("NoSuchBucket");
        assertThat(run.path("resumable").asBoolean()).isTrue();
    }

    @Test
    @Order(9)
    void sameKeyBeginsOneRunOnly() throws Exception {
        HttpResponse<String> first = service.send("POST", "/api/jobs/photos/runs", "Idempotency-Key", "deploy-17");
        String location = first.headers().firstValue("Location").orElse("");
        service.awaitEnd(Long.parseLong(location.replaceFirst(".*/", "")));
        HttpResponse<String> second = service.send("POST", "/api/jobs/photos/runs", "Idempotency-Key", "deploy-17");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.headers().firstValue("Location")).contains(location);
        assertThat(service.get("/api/jobs/photos/runs").path("runs")).hasSize(2);
    }

    @Test
    @Order(10)
    void runsComeInPagesTheNewestFirst() throws Exception {
        JsonNode page = service.get("/api/jobs/photos/runs?limit=1");
        JsonNode next = service.get(
                "/api/jobs/photos/runs?limit=1&before=" + page.path("next").asLong());

        assertThat(page.path("runs").get(0).path("id").asLong())
                .isGreaterThan(next.path("runs").get(0).path("id").asLong());
        assertThat(next.path("next").isNull()).isTrue();
    }

    @Test
    @Order(11)
    void errorsAreProblems() throws Exception {
        expectProblem("GET", "/api/jobs/nope", 404, "There is no job nope");
        expectProblem("GET", "/api/runs/999", 404, "There is no run 999");
        expectProblem("POST", "/api/runs/1/cancel", 409, "Run 1 is done: there is nothing to cancel");
        expectProblem("POST", "/api/runs/1/resume", 409, "is not the newest of job photos");
        expectProblem("GET", "/api/jobs/photos/runs?limit=0", 400, "limit=0 must be 1 to 100");
        expectProblem("GET", "/api/jobs/photos/runs?limit=many", 400, "limit=many must be a whole number");
        expectProblem("POST", "/api/runs/1/limits?max-pending=1,000", 400, "max-pending=1,000 must be a whole number");
        expectProblem("POST", "/api/runs/1/limits", 400, "No limit is named");
        expectProblem("DELETE", "/api/jobs/photos", 405, "");
    }

    private static void expectProblem(String method, String path, int status, String detail) throws Exception {
        HttpResponse<String> answer = service.send(method, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains(detail);
    }

    @Test
    @Order(12)
    void whatOtherPagesSendIsRefused() throws Exception {
        assertThat(service.send("POST", "/api/jobs/photos/runs", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.send("POST", "/api/jobs/photos/runs", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(13)
    void pageLoadsNothingFromElsewhereAndEscapesWhatItShows() throws Exception {
        HttpResponse<String> page = service.send("GET", "/jobs/photos");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body()).contains("s3://photos/2026/").doesNotContain("https://", "//cdn", "style=", "onclick");
        assertThat(service.send("GET", "/jobs/%3Cscript%3E").headers().firstValue("Content-Type"))
                .as("what repeats the path is no HTML")
                .contains("application/problem+json");
    }

    @Test
    @Order(14)
    void apiIsDescribed() throws Exception {
        JsonNode paths = service.get("/q/openapi?format=json").path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/api/jobs",
                        "/api/jobs/{job}",
                        "/api/jobs/{job}/runs",
                        "/api/runs/{id}",
                        "/api/runs/{id}/cancel",
                        "/api/runs/{id}/resume",
                        "/api/runs/{id}/failures",
                        "/api/runs/{id}/report",
                        "/api/events")
                .doesNotContain("/", "/jobs/{job}");
    }

    @Test
    @Order(15)
    void noSecretIsInAnythingThatIsShown() throws Exception {
        for (String path : List.of("/", "/jobs/photos", "/runs/1", "/api/jobs", "/api/runs/1", "/q/openapi")) {
            assertThat(service.send("GET", path).body())
                    .as(path)
                    .doesNotContain(server.secretKey(), server.accessKey());
        }
        String summary = service.send("GET", "/api/runs/1/report/summary.json").body();
        assertThat(summary).contains("\"hash\"").doesNotContain(server.secretKey(), server.accessKey());
        assertThat(service.app().lines())
                .noneMatch(line -> line.contains(server.secretKey()) || line.contains(server.accessKey()));
    }

    @Test
    @Order(16)
    void secondProcessOnTheSameFolderIsRefused() throws Exception {
        AppRun second = AppRun.of(JobService.settings(folder), "serve");

        assertThat(second.exitCode()).as(second.output()).isEqualTo(2);
        assertThat(second.output())
                .contains("s3copy cannot start: s3copy.data=" + folder.resolve("data")
                        + ": another process works with this folder");
        assertThat(second.output()).doesNotContain("Health and metrics:");
        assertThat(service.get("/api/jobs")).hasSize(4);
    }
}
