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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.demo.JobService;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.SelfSignedCertificate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with users and TLS: who is let in to what, by HTTP and by the command. */
class ServiceAccessIT {

    private static final String PASSWORD = "correct horse: battery staple";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static RecordingS3 s3;
    private static JobService service;
    private static HttpClient http;
    private static Path passwordFile;
    private static Path caFile;
    private static String hash;

    @BeforeAll
    static void start() throws Exception {
        s3 = RecordingS3.start();
        passwordFile = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        CliRun hashed = CliRun.ofLine(folder, Map.of(), "s3copy hash-password < " + passwordFile);
        assertThat(hashed.exitCode()).as(hashed.output()).isZero();
        hash = hashed.out().get(0);
        Path hashFile = Files.writeString(folder.resolve("hash"), hash + "\n");
        Path keyStore = folder.resolve("server.p12");
        SelfSignedCertificate.writeKeyStore(keyStore);
        caFile = folder.resolve("ca.pem");
        SelfSignedCertificate.writeCertificate(caFile);
        JobService.configure(
                folder,
                s3,
                List.of(
                        "s3copy.jobs.photos.kind=copy",
                        "s3copy.jobs.photos.source=s3://photos/2026/",
                        "s3copy.jobs.photos.destination=s3://archive/photos/2026/",
                        "s3copy.users.anna.role=operator",
                        "s3copy.users.anna.password-hash-file=" + hashFile,
                        "s3copy.users.victor.role=viewer",
                        "s3copy.users.victor.password-hash-file=" + hashFile,
                        "quarkus.http.ssl-port=0",
                        "quarkus.http.insecure-requests=disabled",
                        "quarkus.http.ssl.certificate.key-store-file=" + keyStore,
                        "quarkus.http.ssl.certificate.key-store-password=" + SelfSignedCertificate.password()));
        service = JobService.start(folder, line -> {});
        http = HttpClient.newBuilder()
                .sslContext(SelfSignedCertificate.sslContext())
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
        s3.close();
    }

    private static HttpResponse<String> send(
            String user, String password, String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.page().resolve(path)).method(method, BodyPublishers.noBody());
        if (!user.isEmpty()) {
            String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + pair);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The log is a stream of its own, and comes when it comes. */
    private static void awaitLine(String part) {
        await().untilAsserted(() -> assertThat(service.app().lines()).anyMatch(line -> line.contains(part)));
    }

    private static int status(String user, String method, String path) throws IOException, InterruptedException {
        return send(user, PASSWORD, method, path).statusCode();
    }

    /** Every call that the API describes, with names for what its paths leave open, and what else there is to ask for. */
    private static List<String> calls() throws Exception {
        JsonNode paths = JSON.readTree(send("victor", PASSWORD, "GET", "/q/openapi?format=json")
                        .body())
                .path("paths");
        List<String> calls = new ArrayList<>(List.of(
                "GET /",
                "GET /jobs/photos",
                "GET /assets/page.js",
                "GET /q/openapi",
                "GET /nothing-there",
                "POST /nothing-there",
                "DELETE /api/jobs/photos"));
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    // it has no end
                    if (!path.getKey().equals("/api/events")) {
                        calls.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey()
                                        .replace("{job}", "photos")
                                        .replace("{id}", "77")
                                        .replaceAll("[{][^}]*[}]", "x"));
                    }
                }));
        assertThat(calls).hasSizeGreaterThan(15).contains("POST /api/runs/77/cut-over", "GET /api/me");
        return calls;
    }

    @Test
    void nobodyIsAnsweredWithoutARightPassword() throws Exception {
        for (String call : calls()) {
            String method = call.substring(0, call.indexOf(' '));
            String path = call.substring(call.indexOf(' ') + 1);
            HttpResponse<String> none = send("", "", method, path);
            assertThat(none.statusCode()).as(call).isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(asked -> assertThat(asked).isEqualToIgnoringCase("Basic realm=\"s3copy\""));
            assertThat(none.body()).doesNotContain("photos", "s3://");
        }
        assertThat(status("", "GET", "/api/events")).isEqualTo(401);
        assertThat(send("anna", "wrong", "GET", "/api/jobs").statusCode()).isEqualTo(401);
        assertThat(send("anna", hash, "GET", "/api/jobs").statusCode()).isEqualTo(401);
        assertThat(send("nobody", PASSWORD, "GET", "/api/jobs").statusCode()).isEqualTo(401);
        assertThat(send("anna", "x".repeat(200), "GET", "/api/jobs").statusCode())
                .as("longer than bcrypt reads")
                .isEqualTo(401);
        awaitLine("Somebody signed in wrongly as ");
        assertThat(service.app().lines()).noneMatch(line -> line.contains(PASSWORD) || line.contains(hash));
    }

    @Test
    void machinesThatWatchAreAnsweredOnTheirOwnPort() throws Exception {
        for (String path : List.of("health", "metrics")) {
            HttpResponse<String> answer = service.watch(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("anna", "victor", hash, s3.secretKey(), s3.accessKey());
        }
        assertThat(service.watch("../api/jobs").statusCode())
                .as("nothing else is there")
                .isEqualTo(404);
    }

    @Test
    void viewerSeesAndChangesNothing() throws Exception {
        for (String call : calls()) {
            String method = call.substring(0, call.indexOf(' '));
            int status = status("victor", method, call.substring(call.indexOf(' ') + 1));
            if (method.equals("GET")) {
                // 400: it was read, and lacks a parameter
                assertThat(status).as(call).isIn(200, 400, 404);
            } else {
                assertThat(status).as(call).isEqualTo(403);
            }
        }
        assertThat(JSON.readTree(send("victor", PASSWORD, "GET", "/api/jobs").body())
                        .get(0)
                        .path("run")
                        .isNull())
                .as("nothing began")
                .isTrue();
        HttpResponse<String> refused = send("victor", PASSWORD, "POST", "/api/jobs/photos/runs");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.body()).contains("This needs the role operator");
        assertThat(send("victor", PASSWORD, "GET", "/").body())
                .contains("data-role=\"viewer\"")
                .contains("victor");
        awaitLine("victor was refused: POST /api/jobs/photos/runs");
    }

    @Test
    void operatorsCallsAreInTheLogAndNotThoseOfOtherPages() throws Exception {
        assertThat(JSON.readTree(send("anna", PASSWORD, "GET", "/api/me").body()))
                .isEqualTo(JSON.readTree("{\"name\":\"anna\",\"role\":\"operator\"}"));
        assertThat(status("anna", "POST", "/api/runs/77/resume")).isEqualTo(404);
        awaitLine("anna called: POST /api/runs/77/resume");

        HttpResponse<String> foreign =
                send("anna", PASSWORD, "POST", "/api/runs/77/pause", "Origin", "https://evil.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        HttpResponse<String> own = send(
                "anna",
                PASSWORD,
                "POST",
                "/api/runs/77/pause",
                "Origin",
                service.page().toString().replaceAll("/$", ""));
        assertThat(own.statusCode()).isEqualTo(404);
        // the foreign call came first: what it had written would stand before this
        awaitLine("anna called: POST /api/runs/77/pause");
        assertThat(service.app().lines())
                .filteredOn(line -> line.contains("/api/runs/77/pause"))
                .hasSize(1);
    }

    @Test
    void nothingIsAnsweredUnencrypted() {
        URI page = service.page();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page.getPort() + "/api/jobs"))
                .build();

        assertThat(page.getScheme()).isEqualTo("https");
        assertThatThrownBy(() -> http.send(request, BodyHandlers.ofString())).isInstanceOf(IOException.class);
    }

    private static CliRun jobs(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("jobs"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", service.page().toString()));
        return CliRun.of(folder, Map.of(), all.toArray(String[]::new));
    }

    @Test
    void commandSignsInToo() throws Exception {
        String[] anna = {"--user", "anna", "--password-file", passwordFile.toString(), "--ca-file", caFile.toString()};
        CliRun list = jobs("list", anna[0], anna[1], anna[2], anna[3], anna[4], anna[5]);
        assertThat(list.exitCode()).as(list.output()).isZero();
        assertThat(list.out()).anyMatch(line -> line.startsWith("photos"));

        CliRun none = jobs("list", "--ca-file", caFile.toString());
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err())
                .singleElement()
                .asString()
                .contains("the service wants somebody to sign in. Add --user and --password-file, or --token-file");

        CliRun strange = jobs("list", anna[0], anna[1], anna[2], anna[3]);
        assertThat(strange.exitCode()).as("its certificate is not trusted").isEqualTo(1);
        assertThat(strange.err()).singleElement().asString().contains("--ca-file");

        CliRun viewer = jobs("start", "photos", "--user", "victor", anna[2], anna[3], anna[4], anna[5]);
        assertThat(viewer.exitCode()).isEqualTo(1);
        assertThat(viewer.err()).singleElement().asString().contains("403").contains("This needs the role operator");
    }
}
