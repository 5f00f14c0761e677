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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Runs that wait for a yes, on a real S3 server: nothing is done before, whatever becomes of the process. */
class ServiceConfirmIT {

    private static final int OBJECTS = 9;

    @TempDir
    private Path folder;

    private S3Server server;
    private S3AsyncClient client;
    private JobService service;

    @BeforeEach
    void start() throws Exception {
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("draft", "public")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        for (int i = 0; i < OBJECTS; i++) {
            put("draft", "site/" + i + ".html", "page " + i);
        }
        put("public", "mirror/old-1.html", "old");
        put("public", "mirror/old-2.html", "old");
        put("public", "guarded/old-1.html", "old");
        put("public", "guarded/old-2.html", "old");
        JobService.configure(
                folder,
                server,
                List.of(
                        "s3copy.jobs.mirror.kind=sync",
                        "s3copy.jobs.mirror.source=s3://draft/site/",
                        "s3copy.jobs.mirror.destination=s3://public/mirror/",
                        "s3copy.jobs.mirror.confirm-deletes=true",
                        "s3copy.jobs.mirror.options.delete=true",
                        "s3copy.jobs.mirror.options.max-delete=5",
                        "s3copy.jobs.guarded.kind=sync",
                        "s3copy.jobs.guarded.source=s3://draft/site/",
                        "s3copy.jobs.guarded.destination=s3://public/guarded/",
                        "s3copy.jobs.guarded.confirm-above=1000",
                        "s3copy.jobs.guarded.options.delete=true",
                        "s3copy.jobs.guarded.options.max-delete=1",
                        "s3copy.jobs.few.kind=copy",
                        "s3copy.jobs.few.source=s3://draft/site/",
                        "s3copy.jobs.few.destination=s3://public/few/",
                        "s3copy.jobs.few.confirm-above=" + OBJECTS,
                        "s3copy.jobs.many.kind=copy",
                        "s3copy.jobs.many.source=s3://draft/site/",
                        "s3copy.jobs.many.destination=s3://public/many/",
                        "s3copy.jobs.many.confirm-above=" + (OBJECTS - 1)));
        service = JobService.start(folder, line -> {});
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
        server.close();
    }

    private void put(String bucket, String key, String content) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    private List<String> keys(String prefix) {
        return client.listObjectsV2(list -> list.bucket("public").prefix(prefix)).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private JsonNode awaitState(long run, String state) {
        return await().atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> service.get("/api/runs/" + run),
                        found -> found.path("state").asText().equals(state));
    }

    private long begin(String job) throws Exception {
        return service.post("/api/jobs/" + job + "/runs").path("id").asLong();
    }

    @Test
    void runWaitsThroughAKillAndDoesWhatWasConfirmed() throws Exception {
        long run = begin("mirror");
        JsonNode waiting = awaitState(run, "waiting");

        assertThat(waiting.path("message").asText())
                .isEqualTo("It would copy 9 objects (54 bytes) and delete 2 objects at the destination. Nothing is done"
                        + " before somebody confirms it");
        JsonNode plan = waiting.path("progress").path("plan");
        assertThat(plan.path("requests").path("write STANDARD").asLong()).isEqualTo(OBJECTS);
        assertThat(plan.path("requests").path("delete").asLong()).isEqualTo(2);
        assertThat(plan.path("confirmed").asBoolean()).isFalse();
        assertThat(waiting.path("objects").asLong()).as("nothing is done yet").isZero();
        assertThat(keys("mirror/")).containsExactly("mirror/old-1.html", "mirror/old-2.html");
        expectRefusal("POST", "/api/jobs/mirror/runs", "is waiting. Confirm it, or cancel it");

        service.app().kill();
        service = JobService.start(folder, line -> {});
        assertThat(service.get("/api/runs/" + run).path("state").asText()).isEqualTo("waiting");
        assertThat(keys("mirror/")).hasSize(2);

        service.post("/api/runs/" + run + "/confirm");
        JsonNode done = service.awaitEnd(run);
        assertThat(done.path("state").asText()).as("%s", done).isEqualTo("done");
        assertThat(done.path("objects").asLong()).isGreaterThanOrEqualTo(OBJECTS + 2);
        assertThat(keys("mirror/")).hasSize(OBJECTS).noneMatch(key -> key.contains("old"));
        assertThat(Files.isDirectory(folder.resolve("data/reports/mirror/" + run + "/plan")))
                .isTrue();
        expectRefusal("POST", "/api/runs/" + run + "/confirm", "is done: it does not wait for a yes");

        // nothing to delete any more: nobody is asked
        assertThat(service.run("mirror").path("state").asText()).isEqualTo("done");
    }

    @Test
    void moreThanWasConfirmedIsNotDeleted() throws Exception {
        long run = begin("mirror");
        awaitState(run, "waiting");
        put("public", "mirror/of-a-colleague.html", "came after the count");

        service.post("/api/runs/" + run + "/confirm");

        JsonNode end = service.awaitEnd(run);
        assertThat(end.path("state").asText()).as("%s", end).isEqualTo("warnings");
        assertThat(end.path("message").asText())
                .contains("nothing was deleted: 3 of")
                .endsWith("Before it began, 2 were counted: more is not deleted. Begin a new run, which counts anew");
        assertThat(keys("mirror/"))
                .hasSize(OBJECTS + 3)
                .contains("mirror/of-a-colleague.html", "mirror/old-1.html", "mirror/old-2.html");
    }

    @Test
    void countThatNobodyHasToConfirmRaisesNoLimitOfDeletions() throws Exception {
        JsonNode run = service.run("guarded");

        assertThat(run.path("state").asText()).as("%s", run).isEqualTo("warnings");
        assertThat(run.path("message").asText()).contains("nothing was deleted: 2 of");
        assertThat(keys("guarded/")).contains("guarded/old-1.html", "guarded/old-2.html");
    }

    @Test
    void asManyAsAllowedAreCopiedAtOnceAndMoreCanBeCancelled() throws Exception {
        JsonNode few = service.run("few");
        assertThat(few.path("state").asText()).as("%s", few).isEqualTo("done");
        assertThat(few.path("objects").asLong()).isEqualTo(OBJECTS);
        assertThat(keys("few/")).hasSize(OBJECTS);

        long many = begin("many");
        awaitState(many, "waiting");
        service.post("/api/runs/" + many + "/cancel");
        JsonNode cancelled = awaitState(many, "cancelled");
        assertThat(cancelled.path("message").asText())
                .isEqualTo("Cancelled by an operator, while it was waiting for a yes");
        assertThat(keys("many/")).isEmpty();

        service.post("/api/runs/" + many + "/resume");
        awaitState(many, "waiting");
        service.post("/api/runs/" + many + "/confirm");
        assertThat(service.awaitEnd(many).path("state").asText()).isEqualTo("done");
        assertThat(keys("many/")).hasSize(OBJECTS);
    }

    private void expectRefusal(String method, String path, String detail) throws Exception {
        HttpResponse<String> answer = service.send(method, path);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(detail);
    }
}
