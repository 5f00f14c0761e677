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
package io.s3copy.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.app.config.SettingsException;
import io.s3copy.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Calls of the API of a running service. */
final class ServiceApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * The API of a service.
     *
     * @throws SettingsException if that is no URL
     */
    ServiceApi(String url) {
        try {
            service = new URI(url.endsWith("/") ? url : url + "/");
        } catch (URISyntaxException e) {
            throw refused(url);
        }
        if (!("http".equals(service.getScheme()) || "https".equals(service.getScheme())) || service.getHost() == null) {
            throw refused(url);
        }
    }

    private static SettingsException refused(String url) {
        return new SettingsException("--url=" + Printable.of(url.replaceAll("//.*@", "//***@"))
                + ": must be an http or https URL. Write for example http://127.0.0.1:8080");
    }

    /** A path of words, none of which is read as more than one. */
    static String path(Object... words) {
        return Arrays.stream(words).map(word -> word(word.toString())).collect(Collectors.joining("/", "api/", ""));
    }

    /** The path of a file of a report, whose slashes are of the path. */
    static String file(String name) {
        return Arrays.stream(name.split("/", -1)).map(ServiceApi::word).collect(Collectors.joining("/"));
    }

    private static String word(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", path).body());
    }

    JsonNode post(String path) throws IOException, InterruptedException {
        return JSON.readTree(send("POST", path).body());
    }

    /** The bytes of a file. */
    InputStream download(String path) throws IOException, InterruptedException {
        return send("GET", path).body();
    }

    private HttpResponse<InputStream> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .method(method, BodyPublishers.noBody())
                .timeout(PATIENCE)
                .build();
        HttpResponse<InputStream> answer;
        try {
            answer = http.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new IOException(
                    "no service answers at " + service + ". Start it (s3copy serve), or name another by --url", e);
        }
        if (answer.statusCode() / HUNDRED != SUCCESS) {
            throw new IOException(problem(answer));
        }
        return answer;
    }

    /** The service's own words, where there are some. */
    private static String problem(HttpResponse<InputStream> answer) throws IOException {
        String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
        String detail = "";
        try {
            detail = JSON.readTree(body).path("detail").asText("");
        } catch (IOException e) {
            // not a service of ours; its status says enough
        }
        return "the service answered " + answer.statusCode() + (detail.isEmpty() ? "" : ": " + detail);
    }
}
