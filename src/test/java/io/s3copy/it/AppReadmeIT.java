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

import io.s3copy.demo.PackagedApp;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** README's example of the application runs as it stands there, but for where the server is and its keys. */
class AppReadmeIT {

    private static final Pattern EXAMPLE =
            Pattern.compile("```sh\n((?:export .*\n)+)java -jar \\S+/quarkus-run\\.jar (.*)\n```");
    private static final Pattern EXPORT = Pattern.compile("export (\\S+?)=\"?(.*?)\"?\n");

    private static Matcher example() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(OfflineMaven.ROOT.resolve("README.md")));
        assertThat(example.find()).as("README runs the application").isTrue();
        return example;
    }

    @Test
    void exampleCopiesThePrefixIntoTheOther() throws Exception {
        Matcher example = example();
        Map<String, String> settings = new HashMap<>();
        EXPORT.matcher(example.group(1)).results().forEach(export -> settings.put(export.group(1), export.group(2)));
        try (S3Server server = S3ProxyServer.start();
                S3AsyncClient client = server.newClient()) {
            Map<String, String> ofServer = PackagedApp.settingsFor(server);
            List.of("S3COPY_ENDPOINT", "S3COPY_ACCESS_KEY", "S3COPY_SECRET_KEY")
                    .forEach(name -> assertThat(settings.replace(name, ofServer.get(name)))
                            .as(name)
                            .isNotNull());
            List.of("photos", "archive")
                    .forEach(bucket ->
                            client.createBucket(create -> create.bucket(bucket)).join());
            List.of("2026/a.jpg", "2025/b.jpg")
                    .forEach(key -> client.putObject(
                                    put -> put.bucket("photos").key(key), AsyncRequestBody.fromString(key))
                            .join());

            AppRun run = AppRun.of(settings, example.group(2).split(" "));

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(client.listObjectsV2(list -> list.bucket("archive"))
                            .join()
                            .contents())
                    .extracting(object -> object.key())
                    .containsExactly("photos/2026/a.jpg");
        }
    }
}
