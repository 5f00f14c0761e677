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

import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Every example of docs/cli.md and of README's commands runs as it stands there, but for where the server is. */
class CliDocsIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of(System.getProperty("s3copy.root", ""));
    private static final int ALL = 20;

    @TempDir
    private Path folder;

    private static List<String> examples() throws Exception {
        // in this order: what a page moves, the other finds no more
        String pages = Files.readString(ROOT.resolve("README.md")) + Files.readString(ROOT.resolve("docs/cli.md"));
        return BLOCK.matcher(pages)
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> line.startsWith("s3copy "))
                .toList();
    }

    /** S3Proxy does not tell of everything, and keeps no storage class of AWS's. */
    private static boolean mayWarn(String line) {
        return line.startsWith("s3copy doctor") || line.contains("--check checksum");
    }

    @Test
    void examplesDoWhatTheySay() throws Exception {
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(ALL);
        try (S3Server server = S3ProxyServer.start();
                S3AsyncClient client = server.newClient()) {
            Stream.of("photos", "archive")
                    .forEach(bucket ->
                            client.createBucket(create -> create.bucket(bucket)).join());
            Stream.of("2026/a.jpg", "2026/b.txt", "2025/c.jpg")
                    .forEach(key -> client.putObject(
                                    put -> put.bucket("photos").key(key), AsyncRequestBody.fromString(key))
                            .join());
            Map<String, String> settings = Map.of(
                    "AWS_ACCESS_KEY_ID", server.accessKey(),
                    "AWS_SECRET_ACCESS_KEY", server.secretKey(),
                    "AWS_REGION", server.region(),
                    "JAVA_OPTS",
                            "-Dcamel.component.s3copy.override-endpoint=true -Dcamel.component.s3copy.force-path-style=true"
                                    + " -Dcamel.component.s3copy.uri-endpoint-override=" + server.endpoint());
            for (String example : examples) {
                CliRun run = CliRun.ofLine(folder, settings, example);
                if (mayWarn(example)) {
                    assertThat(run.exitCode()).as(example + "\n" + run.output()).isIn(0, 3);
                } else {
                    assertThat(run.exitCode()).as(example + "\n" + run.output()).isZero();
                }
            }
            assertThat(client.listObjectsV2(list -> list.bucket("archive"))
                            .join()
                            .contents())
                    .extracting(object -> object.key())
                    .contains(
                            "2026/a.jpg",
                            "jpg/a.jpg",
                            "years/2025/c.jpg",
                            "photos/2025/c.jpg",
                            "json/a.jpg",
                            "moved/b.txt");
        }
    }
}
