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

import io.s3copy.testkit.S3Server;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The packaged application does its job on each server, told where by its environment alone. */
class AppCopiesIT {

    private static final List<String> KEYS =
            List.of("in/plain.txt", "in/a b+c%20d#e.txt", "in/deep/er/\uD83D\uDE80.bin", "in/${body}", "in/empty");

    private static byte[] content(String key) {
        return key.endsWith("empty") ? new byte[0] : ("content of " + key).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void everyObjectBelowThePrefixArrivesByteForByteAndIsReported(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);
            String destination = server.newBucket(client);
            KEYS.forEach(key -> put(client, source, key));
            put(client, source, "outside.txt");
            Map<String, String> settings = AppRun.settings(server, source, destination);
            settings.put("S3COPY_SOURCE_PREFIX", "in/");
            settings.put("S3COPY_DESTINATION_PREFIX", "out +%/");

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.exitCode()).as(run.output()).isZero();
            Map<String, String> expected = new TreeMap<>();
            KEYS.forEach(key -> expected.put(
                    "out +%/" + key.substring("in/".length()), new String(content(key), StandardCharsets.UTF_8)));
            assertThat(contents(client, destination)).isEqualTo(expected);
            assertThat(run.beginningWith("copied  "))
                    .hasSize(KEYS.size())
                    .allMatch(line -> line.matches("copied  " + source + "/in/.* -> " + destination
                            + "/out \\+%/.*  ETag \"[0-9a-f]{32}\"  version \\S+  \\d+ bytes  \\d+ ms"));
            long bytes = KEYS.stream().mapToLong(key -> content(key).length).sum();
            assertThat(run.lastLine())
                    .matches("copied " + KEYS.size() + ", failed 0, " + bytes + " bytes, [0-9.]+ s, [0-9.]+ copies/s");
            assertThat(run.output()).doesNotContain(server.secretKey());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void destinationThatDoesNotExistFailsEveryObjectWithTheCodeOfS3(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);
            put(client, source, "a");
            put(client, source, "b");

            AppRun run = AppRun.of(AppRun.settings(server, source, "no-such-bucket"), "--exit");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
            assertThat(run.beginningWith("FAILED  ")).hasSize(2).allMatch(line -> line.contains("404 NoSuchBucket"));
            assertThat(run.lastLine()).startsWith("copied 0, failed 2, 0 bytes");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void sourceThatDoesNotExistIsReportedWithTheCodeOfS3(S3Server server) throws Exception {
        AppRun run = AppRun.of(AppRun.settings(server, "no-such-bucket", "any-bucket"), "--exit");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.lines())
                .anyMatch(line -> line.startsWith("FAILED  listing of no-such-bucket  404 NoSuchBucket: "))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    private static void put(S3AsyncClient client, String bucket, String key) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromBytes(content(key)))
                .join();
    }

    private static Map<String, String> contents(S3AsyncClient client, String bucket) {
        Map<String, String> contents = new TreeMap<>();
        client.listObjectsV2(list -> list.bucket(bucket)).join().contents().forEach(object -> {
            byte[] bytes = client.getObject(
                            get -> get.bucket(bucket).key(object.key()), AsyncResponseTransformer.toBytes())
                    .join()
                    .asByteArray();
            contents.put(object.key(), new String(bytes, StandardCharsets.UTF_8));
        });
        return contents;
    }
}
