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
package io.s3copy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged application as a service: configured by a file, and asked by its API, as operators do it. */
public final class JobService implements AutoCloseable {

    private static final long SECONDS_TO_START = 120;
    private static final long SECONDS_TO_END = 180;
    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final Pattern PAGE = Pattern.compile("Page: (https?://\\S+/) .*");
    private static final Set<String> ENDED = Set.of("done", "warnings", "failed", "cancelled");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PackagedApp app;
    private final URI page;
    private final HttpClient http = HttpClient.newHttpClient();

    private JobService(PackagedApp app, URI page) {
        this.app = app;
        this.page = page;
    }

    /**
     * Starts it, and waits until it has told where its page is.
     *
     * @param folder has {@code application.properties}, and gets the database
     */
    public static JobService start(Path folder, Consumer<String> listener) throws InterruptedException {
        CompletableFuture<URI> page = new CompletableFuture<>();
        PackagedApp app = PackagedApp.start(
                settings(folder),
                line -> {
                    listener.accept(line);
                    Matcher told = PAGE.matcher(line);
                    if (told.matches()) {
                        page.complete(URI.create(told.group(1)));
                    }
                },
                "serve");
        try {
            CompletableFuture.anyOf(page, app.onExit()).get(SECONDS_TO_START, TimeUnit.SECONDS);
            if (!page.isDone()) {
                throw new TimeoutException("it ended");
            }
            return new JobService(app, page.join());
        } catch (ExecutionException | TimeoutException e) {
            app.close();
            throw new IllegalStateException("The service did not start: " + app.lines(), e);
        }
    }

    /** What it is started with, beside its file. */
    public static Map<String, String> settings(Path folder) {
        return Map.of(
                "smallrye.config.locations",
                        folder.resolve("application.properties").toString(),
                "s3copy.data", folder.resolve("data").toString(),
                "quarkus.http.port", "0");
    }

    /** Writes the file: a store for a server, whose keys lie in files of their own, and these lines. */
    public static void configure(Path folder, S3Server server, List<String> lines) {
        try {
            Path accessKey = Files.writeString(folder.resolve("access-key"), server.accessKey());
            Path secretKey = Files.writeString(folder.resolve("secret-key"), server.secretKey() + "\n");
            String store = String.join(
                    "\n",
                    "s3copy.stores.local.endpoint=" + server.endpoint(),
                    "s3copy.stores.local.region=" + server.region(),
                    "s3copy.stores.local.path-style=" + server.pathStyle(),
                    "s3copy.stores.local.credentials=static",
                    "s3copy.stores.local.access-key-file=" + accessKey,
                    "s3copy.stores.local.secret-key-file=" + secretKey,
                    "");
            Files.writeString(folder.resolve("application.properties"), store + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its page is. */
    public URI page() {
        return page;
    }

    public PackagedApp app() {
        return app;
    }

    /** What a path answers, which must be a success. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(send("GET", path));
    }

    /** The same of a call that changes something. */
    public JsonNode post(String path) throws IOException, InterruptedException {
        return json(send("POST", path));
    }

    /** Any answer. Headers are pairs of name and value. */
    public HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(page.resolve(path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Begins a run of a job, and waits for its end. */
    public JsonNode run(String job) throws IOException, InterruptedException {
        return awaitEnd(post("/api/jobs/" + job + "/runs").path("id").asLong());
    }

    /** Waits for the end of a run. */
    public JsonNode awaitEnd(long run) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        JsonNode found = get("/api/runs/" + run);
        while (!ENDED.contains(found.path("state").asText())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Run " + run + " did not end: " + found);
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            found = get("/api/runs/" + run);
        }
        return found;
    }

    @Override
    public void close() {
        app.close();
    }
}
