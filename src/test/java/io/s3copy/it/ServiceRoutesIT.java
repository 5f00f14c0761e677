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
import io.s3copy.demo.PackagedApp;
import io.s3copy.routes.Notifications;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.broker.SqsServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Routes and Kamelets of the user's own, from a folder. */
class ServiceRoutesIT {

    /** A message that names its object is copied, by the component of a store. */
    private static final String BY_STORE = """
            - route:
                id: by-store
                from:
                  uri: timer:once
                  parameters:
                    repeatCount: 1
                  steps:
                    - setBody:
                        constant: '{"CopySource": {"Bucket": "photos", "Key": "a.jpg"}, "Key": "by-store/a.jpg"}'
                    - to:
                        uri: s3copy-local:archive
                        parameters:
                          bodyAs: parameters
                          allowedSourceBuckets: photos
            """;

    private static final String BY_KAMELET = """
            - route:
                id: by-kamelet
                from:
                  uri: timer:often
                  parameters:
                    period: 200
                  steps:
                    - to: kamelet:own-copy?to=by-kamelet/b.jpg
            """;

    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: own-copy
              labels:
                camel.apache.org/kamelet.type: sink
            spec:
              definition:
                title: Own copy
                type: object
                required: [to]
                properties:
                  to:
                    title: To
                    type: string
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - setBody:
                        constant: '{"CopySource": {"Bucket": "photos", "Key": "b.jpg"}, "Key": "{{to}}"}'
                    - to: 's3copy-local:archive?bodyAs=parameters&allowedSourceBuckets=photos'
            """;

    @TempDir
    private Path folder;

    private Path routes;
    private S3Server server;
    private S3AsyncClient client;

    @BeforeEach
    void start() throws Exception {
        server = S3ProxyServer.start();
        client = server.newClient();
        for (String bucket : List.of("photos", "archive")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        for (String key : List.of("a.jpg", "b.jpg")) {
            client.putObject(put -> put.bucket("photos").key(key), AsyncRequestBody.fromString("photo " + key))
                    .join();
        }
        routes = Files.createDirectory(folder.resolve("routes"));
        JobService.configure(folder, server, List.of("s3copy.routes=" + routes));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(routes.resolve(file), text);
    }

    private List<String> copies() {
        return client.listObjectsV2(list -> list.bucket("archive")).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static JsonNode route(JobService service, String id) throws Exception {
        return StreamSupport.stream(service.get("/api/routes").spliterator(), false)
                .filter(route -> route.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A broker that nobody is at. */
    private static String unreachable() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return """
                    - route:
                        id: waits
                        from:
                          uri: aws2-sqs:events
                          parameters:
                            overrideEndpoint: true
                            uriEndpointOverride: http://127.0.0.1:%d
                            region: us-east-1
                            accessKey: key
                            secretKey: secret
                          steps:
                            - to: log:events
                    """.formatted(closed.getLocalPort());
        }
    }

    @Test
    void routesAndKameletsOfAFolderRunBesideEachOther() throws Exception {
        write("by-store.camel.yaml", BY_STORE);
        write("kamelets.of.mine.camel.yaml", BY_KAMELET);
        write("own-copy.kamelet.yaml", KAMELET);
        write("waits.camel.yaml", unreachable());
        write("notes.txt", "not read");
        try (JobService service = JobService.start(folder, line -> {})) {
            await().until(() -> copies().containsAll(List.of("by-store/a.jpg", "by-kamelet/b.jpg")));
            await().until(() -> route(service, "by-store").path("done").asLong() == 1);
            JsonNode store = route(service, "by-store");
            assertThat(store.path("file").asText()).isEqualTo("by-store.camel.yaml");
            assertThat(store.path("state").asText()).isEqualTo("started");
            assertThat(store.path("failed").asLong()).isZero();
            JsonNode waits = route(service, "waits.camel.yaml");
            assertThat(waits.path("state").asText()).as("%s", waits).isEqualTo("waiting");
            assertThat(waits.path("trouble").asText()).isNotEmpty();
            await().until(() ->
                    service.app().lines().stream().anyMatch(line -> line.contains("notes.txt is no *.camel.yaml")));
            String page = service.send("GET", "/").body();
            assertThat(page).contains("Own routes").contains("kamelets.of.mine.camel.yaml");

            JsonNode stopped = service.post("/api/routes/by-kamelet/stop");
            assertThat(stopped.path("state").asText()).isEqualTo("stopped");
            client.deleteObject(delete -> delete.bucket("photos").key("b.jpg")).join();
            assertThat(service.post("/api/routes/by-kamelet/start")
                            .path("state")
                            .asText())
                    .isEqualTo("started");
            await().until(() -> route(service, "by-kamelet").path("failed").asLong() > 0);
            assertThat(route(service, "by-kamelet").path("trouble").asText()).contains("NoSuchKey");
            assertThat(service.send("POST", "/api/routes/nobody/stop").statusCode())
                    .isEqualTo(404);
            assertThat(service.send("POST", "/api/routes/waits.camel.yaml/start")
                            .statusCode())
                    .isEqualTo(409);
        }
    }

    /** The route of docs/app.md, with another store. */
    private static String documented() throws IOException {
        String page = Files.readString(Path.of("../../docs/app.md"));
        int begin = page.indexOf("```yaml\n", page.indexOf("## Your own routes")) + "```yaml\n".length();
        return page.substring(begin, page.indexOf("```", begin)).replace("s3copy-eu:", "s3copy-local:");
    }

    @Test
    void routeOfTheDocumentationCopiesByEvents() throws Exception {
        write("thumbnails.camel.yaml", documented());
        client.createBucket(create -> create.bucket("thumbnails")).join();
        try (SqsServer sqs = SqsServer.start()) {
            sqs.createQueue("thumbnail-events", 15);
            Map<String, String> more = Map.of(
                    "camel.component.aws2-sqs.override-endpoint", "true",
                    "camel.component.aws2-sqs.uri-endpoint-override",
                            sqs.endpoint().toString(),
                    "AWS_ACCESS_KEY_ID", "key",
                    "AWS_SECRET_ACCESS_KEY", "secret");
            try (JobService service = JobService.start(folder, more, line -> {})) {
                sqs.send("thumbnail-events", Notifications.put("photos", "a.jpg"));

                await().until(() -> route(service, "thumbnails").path("done").asLong() == 1);
                assertThat(client.headObject(head -> head.bucket("thumbnails").key("small/a.jpg"))
                                .join()
                                .contentLength())
                        .isEqualTo("photo a.jpg".length());
            }
        }
    }

    @Test
    void mistakesInFilesEndTheStart() throws Exception {
        write("broken.camel.yaml", BY_STORE.replace("uri: timer:once", "url: timer:once"));
        write(
                "unknown.camel.yaml",
                BY_STORE.replace("by-store", "unknown").replace("uri: s3copy-local:", "uri: s3copy-remote:"));
        write(
                "wrong.camel.yaml",
                BY_STORE.replace("by-store", "wrong").replace("allowedSourceBuckets", "allowedSourceBucket"));
        write("x-first.camel.yaml", BY_STORE);
        write("x-second.camel.yaml", BY_STORE);

        Map<String, String> settings = new HashMap<>(JobService.settings(folder));
        try (PackagedApp app = PackagedApp.start(settings, line -> {}, "serve")) {
            assertThat(app.awaitExit()).isEqualTo(2);
            List<String> mistakes = app.lines().stream()
                    .filter(line -> line.startsWith("s3copy cannot start: "))
                    .toList();
            assertThat(mistakes)
                    .anySatisfy(line ->
                            assertThat(line).contains("broken.camel.yaml: ").contains("url"))
                    .anySatisfy(line ->
                            assertThat(line).contains("unknown.camel.yaml: ").contains("s3copy-remote"))
                    .anySatisfy(line ->
                            assertThat(line).contains("wrong.camel.yaml: ").contains("allowedSourceBucket"))
                    .anySatisfy(
                            line -> assertThat(line)
                                    .contains(
                                            "x-second.camel.yaml: the id of its route, by-store, is taken by x-first.camel.yaml"))
                    .hasSize(4);
        }
    }
}
