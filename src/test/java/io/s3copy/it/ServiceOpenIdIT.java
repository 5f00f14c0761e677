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

import io.s3copy.demo.JobService;
import io.s3copy.testkit.RecordingS3;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with an OpenID provider: people by code flow, programs by bearer tokens, roles by its groups. */
class ServiceOpenIdIT {

    private static final String ISSUER = "company";
    private static final String CLIENT = "s3copy";

    @TempDir
    private static Path folder;

    private static MockOAuth2Server provider;
    private static RecordingS3 s3;
    private static JobService service;

    @BeforeAll
    static void start() throws Exception {
        provider = new MockOAuth2Server();
        provider.start(InetAddress.getLoopbackAddress(), 0);
        s3 = RecordingS3.start();
        JobService.configure(
                folder,
                s3,
                List.of(
                        "s3copy.jobs.photos.kind=copy",
                        "s3copy.jobs.photos.source=s3://photos/2026/",
                        "s3copy.jobs.photos.destination=s3://archive/photos/2026/",
                        "quarkus.oidc.auth-server-url="
                                + provider.issuerUrl(ISSUER).toString().replace("localhost", "127.0.0.1"),
                        "quarkus.oidc.client-id=" + CLIENT,
                        "quarkus.oidc.credentials.secret=of-the-client-with-more-than-32-characters",
                        "quarkus.oidc.logout.path=/sign-out",
                        "s3copy.behind-proxy=true",
                        "quarkus.http.auth.roles-mapping.storage-team=operator",
                        "quarkus.http.auth.roles-mapping.everybody=viewer"));
        service = JobService.start(folder, line -> {});
    }

    @AfterAll
    static void stop() {
        service.close();
        s3.close();
        provider.shutdown();
    }

    private static String token(String name, String group, long seconds) {
        return provider.issueToken(
                        ISSUER,
                        CLIENT,
                        new DefaultOAuth2TokenCallback(
                                ISSUER,
                                name,
                                "JWT",
                                List.of(CLIENT),
                                Map.of(
                                        "groups", List.of(group),
                                        "preferred_username", name,
                                        "iss",
                                                provider.issuerUrl(ISSUER)
                                                        .toString()
                                                        .replace("localhost", "127.0.0.1")),
                                seconds))
                .serialize();
    }

    private static int status(String method, String path, String token) throws Exception {
        return service.send(method, path, "Authorization", "Bearer " + token).statusCode();
    }

    @Test
    void programsBringTokens() throws Exception {
        String operator = token("deploy", "storage-team", 3600);
        String viewer = token("wallboard", "everybody", 3600);

        assertThat(service.send("GET", "/api/me", "Authorization", "Bearer " + operator)
                        .body())
                .isEqualTo("{\"name\":\"deploy\",\"role\":\"operator\"}");
        assertThat(status("POST", "/api/runs/77/resume", operator)).isEqualTo(404);
        assertThat(status("GET", "/api/jobs", viewer)).isEqualTo(200);
        assertThat(status("POST", "/api/runs/77/resume", viewer)).isEqualTo(403);
        await().untilAsserted(() -> assertThat(service.app().lines())
                .anyMatch(line -> line.contains("deploy called: POST /api/runs/77/resume")));
    }

    @Test
    void whatIsNoTokenOfThatProviderOrNobodysLetsNobodyIn() throws Exception {
        assertThat(status("GET", "/api/jobs", token("guest", "visitors", 3600)))
                .as("a group that has no role here")
                .isEqualTo(403);
        assertThat(status("GET", "/api/jobs", token("deploy", "storage-team", -600)))
                .as("expired")
                .isEqualTo(401);
        String right = token("deploy", "storage-team", 3600);
        assertThat(status("GET", "/api/jobs", right.substring(0, right.length() - 8) + "AAAAAAAA"))
                .as("another's signature")
                .isEqualTo(401);
        assertThat(service.app().lines()).noneMatch(line -> line.contains(right));
    }

    @Test
    void peopleAreSentToTheProviderAndComeBackToThePageTheyAskedFor() throws Exception {
        HttpResponse<String> sent = service.send("GET", "/jobs/photos");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElse(""))
                .startsWith(provider.issuerUrl(ISSUER).toString().replace("localhost", "127.0.0.1"))
                .contains("client_id=" + CLIENT);
        assertThat(service.send("GET", "/api/jobs", "X-Requested-With", "JavaScript")
                        .statusCode())
                .as("a script cannot sign anybody in")
                .isEqualTo(499);

        provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER,
                "anna",
                "JWT",
                List.of(CLIENT),
                Map.of("groups", List.of("storage-team"), "preferred_username", "anna"),
                3600));
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build();
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(service.page().resolve("/jobs/photos")).build(), BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/jobs/photos");
        assertThat(page.body())
                .contains("anna", "data-role=\"operator\"", "s3://photos/2026/")
                .contains("href=\"/sign-out\"");
        HttpRequest foreign = HttpRequest.newBuilder(service.page().resolve("/api/jobs/photos/runs"))
                .header("Origin", "https://evil.example")
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(browser.send(foreign, BodyHandlers.ofString()).statusCode())
                .as("the session is sent by the browser, whoever makes it send")
                .isEqualTo(403);
    }

    @Test
    void proxySaysWhereTheServiceIs() throws Exception {
        String[] byProxy = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "copy.example.com"};
        HttpResponse<String> sent = service.send("GET", "/jobs/photos", byProxy);

        assertThat(sent.headers().firstValue("Location").orElse(""))
                .contains("redirect_uri=https%3A%2F%2Fcopy.example.com%2F");
        assertThat(sent.headers().firstValue("Strict-Transport-Security")).isPresent();
        String operator = "Bearer " + token("deploy", "storage-team", 3600);
        assertThat(service.send(
                                "POST",
                                "/api/runs/77/cancel",
                                byProxy[0],
                                byProxy[1],
                                byProxy[2],
                                byProxy[3],
                                "Origin",
                                "https://copy.example.com",
                                "Authorization",
                                operator)
                        .statusCode())
                .as("the page that the proxy shows")
                .isEqualTo(404);
    }

    @Test
    void commandBringsATokenFromAFile() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), token("deploy", "storage-team", 3600) + "\n");

        CliRun list = CliRun.of(
                folder, Map.of(), "jobs", "list", "--url", service.page().toString(), "--token-file", token.toString());

        assertThat(list.exitCode()).as(list.output()).isZero();
        assertThat(list.out()).anyMatch(line -> line.startsWith("photos"));
        CliRun nobody = CliRun.of(
                folder, Map.of(), "jobs", "list", "--url", service.page().toString());
        assertThat(nobody.err())
                .singleElement()
                .asString()
                .contains("wants somebody to sign in. Add --user and --password-file, or --token-file");
    }
}
