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

import io.s3copy.app.config.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running service is asked, and by whom. Secrets come from files: other users see a command line. */
final class ApiOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "URL of the service. Default: http://127.0.0.1 with quarkus.http.port, or 8080.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Who signs in, with --password-file.")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "File with the password, and nothing else.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with an access token of the service's OpenID provider.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Certificates (PEM) to trust, where the service's is of no public authority.")
    private @Nullable Path caFile;

    @Option(names = "--json", description = "What the service answers, as JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    /**
     * The API of that service.
     *
     * @throws SettingsException if the options contradict each other, or name what cannot be read
     */
    ServiceApi api(CliConfig config) {
        return new ServiceApi(url == null ? config.serviceUrl() : url, authorization(), caFile);
    }

    private @Nullable String authorization() {
        if (user == null && passwordFile != null) {
            throw new SettingsException(
                    "--password-file=" + passwordFile + ": needs --user, whose password it is. Add it");
        }
        if (user != null && passwordFile == null) {
            throw new SettingsException("--user=" + user + ": needs --password-file, a file with the password. Add it");
        }
        if (user != null && tokenFile != null) {
            throw new SettingsException(
                    "--token-file=" + tokenFile + ": says by itself who signs in. Leave it out, or leave out --user");
        }
        if (user != null && user.contains(":")) {
            throw new SettingsException("--user=" + user + ": must be without a colon. Write the name of s3copy.users");
        }
        if (passwordFile != null) {
            String pair = user + ":" + read("--password-file", passwordFile);
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
        return tokenFile == null ? null : "Bearer " + read("--token-file", tokenFile);
    }

    private static String read(String option, Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new SettingsException(option + "=" + file + ": is empty. Write the secret into it");
            }
            if (secret.chars().anyMatch(Character::isISOControl)) {
                throw new SettingsException(option + "=" + file + ": must hold one line. Leave one in it");
            }
            return secret;
        } catch (IOException e) {
            throw new SettingsException(option + "=" + file + ": cannot be read. See that it is there, and yours");
        }
    }
}
