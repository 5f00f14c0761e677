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
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Jobs of kind sync, on a real S3 server: what is missing or differs is copied, and deletion has a limit. */
class ServiceSyncIT {

    private static final int OBJECTS = 12;
    private static final int EXTRA = 3;

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static S3AsyncClient client;
    private static JobService service;

    @BeforeAll
    static void start() throws Exception {
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("draft", "public")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        for (int i = 0; i < OBJECTS; i++) {
            put("draft", "site/" + i + ".html", "page " + i);
        }
        for (String place : List.of("keeps/", "refuses/", "mirrors/")) {
            put("public", place + "0.html", "an old page that differs");
            for (int i = 0; i < EXTRA; i++) {
                put("public", place + "extra-" + i + ".html", "extra");
            }
        }
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.jobs.keeps.kind=sync",
                        "s3copy.jobs.keeps.source=s3://draft/site/",
                        "s3copy.jobs.keeps.destination=s3://public/keeps/",
                        "s3copy.jobs.refuses.kind=sync",
                        "s3copy.jobs.refuses.source=s3://draft/site/",
                        "s3copy.jobs.refuses.destination=s3://public/refuses/",
                        "s3copy.jobs.refuses.options.delete=true",
                        "s3copy.jobs.refuses.options.max-delete=2",
                        "s3copy.jobs.mirrors.kind=sync",
                        "s3copy.jobs.mirrors.source=s3://draft/site/",
                        "s3copy.jobs.mirrors.destination=s3://public/mirrors/",
                        "s3copy.jobs.mirrors.options.delete=true",
                        "s3copy.jobs.mirrors.options.max-delete=" + EXTRA));
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

    private static List<String> keys(String prefix) {
        return client.listObjectsV2(list -> list.bucket("public").prefix(prefix)).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static long objects(JsonNode run, String outcome) {
        return run.path("progress")
                .path("outcomes")
                .path(outcome)
                .path("objects")
                .asLong();
    }

    @Test
    void withoutDeleteNothingIsDeleted() throws Exception {
        JsonNode run = service.run("keeps");

        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("done");
        assertThat(objects(run, "copied")).isEqualTo(OBJECTS);
        assertThat(keys("keeps/")).hasSize(OBJECTS + EXTRA);
        assertThat(objects(service.run("keeps"), "same")).isEqualTo(OBJECTS);
    }

    @Test
    void moreThanTheLimitIsNotDeletedAndTold() throws Exception {
        JsonNode run = service.run("refuses");

        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("warnings");
        assertThat(run.path("message").asText())
                .startsWith("What is missing or differs was copied; nothing was deleted: 3 of ")
                .contains("maxDelete allows fewer");
        assertThat(objects(run, "copied")).isEqualTo(OBJECTS);
        assertThat(keys("refuses/")).hasSize(OBJECTS + EXTRA);
    }

    @Test
    void withinTheLimitTheDestinationBecomesAsTheSource() throws Exception {
        JsonNode run = service.run("mirrors");

        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("done");
        assertThat(objects(run, "copied")).isEqualTo(OBJECTS);
        assertThat(objects(run, "deleted")).isEqualTo(EXTRA);
        assertThat(keys("mirrors/")).hasSize(OBJECTS).noneMatch(key -> key.contains("extra"));
    }
}
