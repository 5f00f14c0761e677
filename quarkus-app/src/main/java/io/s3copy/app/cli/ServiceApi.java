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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls of the API of a running service. */
final class ServiceApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;
    private static final int UNAUTHORIZED = 401;

    /** What Quarkus answers to a script in the place of a redirect to the provider. */
    private static final int NOT_SIGNED_IN = 499;

    private final URI service;
    private final HttpClient http;
    private final @Nullable String authorization;

    /**
     * The API of a service.
     *
     * @param authorization what the header of that name says; null where nobody signs in
     * @param trusted a file with certificates to trust; null for those that the JDK trusts
     * @throws SettingsException if that is no URL, a secret would go there unencrypted, or the file holds no certificates
     */
    ServiceApi(String url, @Nullable String authorization, @Nullable Path trusted) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        if (trusted != null) {
            client.sslContext(TrustedCertificates.of(trusted));
        }
        this.http = client.build();
        this.authorization = authorization;
        try {
            service = new URI(url.endsWith("/") ? url : url + "/");
        } catch (URISyntaxException e) {
            throw refused(url);
        }
        if (!("http".equals(service.getScheme()) || "https".equals(service.getScheme()))
                || service.getHost() == null
                || service.getUserInfo() != null) {
            throw refused(url);
        }
        if (authorization != null && "http".equals(service.getScheme()) && !LOCAL.contains(service.getHost())) {
            throw new SettingsException(
                    "--url=" + service
                            + ": a secret would cross the network unencrypted. Write https, or reach the service through ssh -L");
        }
    }

    private static SettingsException refused(String url) {
        return new SettingsException(
                "--url=" + Printable.of(url.replaceAll("//.*@", "//***@"))
                        + ": must be an http or https URL without user name and password. Write for example http://127.0.0.1:8080");
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

    /** The same with those parameters that have a value. */
    JsonNode post(String path, Map<String, @Nullable String> parameters) throws IOException, InterruptedException {
        String query = parameters.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one -> one.getKey() + "=" + word(String.valueOf(one.getValue())))
                .collect(Collectors.joining("&"));
        return post(query.isEmpty() ? path : path + "?" + query);
    }

    /** The bytes of a file. */
    InputStream download(String path) throws IOException, InterruptedException {
        return send("GET", path).body();
    }

    private HttpResponse<InputStream> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(service.resolve(path))
                // otherwise a service with an OpenID provider sends it there, as it would a browser
                .header("X-Requested-With", "JavaScript")
                .method(method, BodyPublishers.noBody())
                .timeout(PATIENCE);
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        HttpRequest request = builder.build();
        HttpResponse<InputStream> answer;
        try {
            answer = http.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException e) {
            throw new IOException(
                    "no service answers at " + service + ". Start it (s3copy serve), or name another by --url", e);
        } catch (SSLException e) {
            throw new IOException(
                    "no trusted connection to " + service + ": " + e.getMessage()
                            + ". If its certificate is of no public authority, name the one to trust by --ca-file",
                    e);
        }
        if (answer.statusCode() == UNAUTHORIZED || answer.statusCode() == NOT_SIGNED_IN) {
            throw new IOException("the service wants somebody to sign in"
                    + (authorization == null
                            ? ". Add --user and --password-file, or --token-file"
                            : ", and did not take what was given. See that it is right, and valid still"));
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
