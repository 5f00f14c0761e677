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
import java.net.InetAddress;
import java.net.ServerSocket;
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
            assertThat(run.summary())
                    .matches("copied " + KEYS.size() + ", failed 0, skipped 0 of " + KEYS.size() + " listed, " + bytes
                            + " bytes, [0-9.]+ s, [0-9.]+ copies/s");
            assertThat(run.output()).doesNotContain(server.secretKey());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void destinationThatDoesNotExistIsFoundBeforeTheFirstCopy(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);
            put(client, source, "a");

            AppRun run = AppRun.of(AppRun.settings(server, source, "no-such-bucket"), "--exit");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
            assertThat(run.lines())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "s3copy cannot start: bucket no-such-bucket (s3copy.destination.bucket) cannot be copied"
                                    + " to: 404 ")
                    .endsWith(". Mend s3copy.destination.bucket, create the bucket, or mend s3copy.endpoint ("
                            + server.endpoint() + ")");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void sourceThatDoesNotExistIsFoundBeforeTheFirstCopyAndNamedWithTheCodeOfS3(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            AppRun run = AppRun.of(AppRun.settings(server, "no-such-bucket", server.newBucket(client)), "--exit");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
            assertThat(run.lines())
                    .singleElement()
                    .asString()
                    .startsWith("s3copy cannot start: bucket no-such-bucket (s3copy.source.bucket) cannot be listed:"
                            + " 404 NoSuchBucket: ")
                    .contains("Mend s3copy.source.bucket, create the bucket");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void dryRunWritesNothingAndCallsNothingCopied(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient();
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String source = server.newBucket(client);
            String destination = server.newBucket(client);
            put(client, source, "a");
            put(client, source, "b");
            Map<String, String> settings = AppRun.settings(server, source, destination);
            settings.put("S3COPY_DRY_RUN", "true");
            // the command listens nowhere: neither page nor health
            settings.put("quarkus.http.port", String.valueOf(taken.getLocalPort()));
            settings.put("quarkus.management.port", String.valueOf(taken.getLocalPort()));

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(contents(client, destination)).isEmpty();
            assertThat(run.beginningWith("copied")).isEmpty();
            assertThat(run.beginningWith("would copy  " + source + "/"))
                    .hasSize(2)
                    .allMatch(line -> line.endsWith("  12 bytes  in one call"));
            assertThat(run.summary()).startsWith("would copy 2, failed 0, skipped 0 of 2 listed, 24 bytes to copy, ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void objectThatIsSkippedIsNotCalledCopied(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);
            String destination = server.newBucket(client);
            put(client, source, "there");
            put(client, source, "new");
            put(client, destination, "there");
            Map<String, String> settings = AppRun.settings(server, source, destination);
            settings.put("camel.component.s3copy.if-exists", "skip");

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.beginningWith("copied  ")).singleElement().asString().contains(destination + "/new");
            assertThat(run.beginningWith("skipped  "))
                    .containsExactly(
                            "skipped  " + source + "/there -> " + destination + "/there  the destination exists");
            assertThat(run.summary()).startsWith("copied 1, failed 0, skipped 1 of 2 listed, 14 bytes, ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void prefixThatMatchesNothingIsSaidToWithWhatIsThere(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);
            put(client, source, "photos/2026/a");
            Map<String, String> settings = AppRun.settings(server, source, server.newBucket(client));
            settings.put("S3COPY_SOURCE_PREFIX", "Photos/");

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
            assertThat(run.beginningWith("NOTHING  "))
                    .containsExactly("NOTHING  bucket " + source
                            + " has no key that begins with 'Photos/' (s3copy.source.prefix). There is 'photos/':"
                            + " capitals and small letters differ");
            assertThat(run.summary()).startsWith("copied 0, failed 0, skipped 0 of 0 listed, 0 bytes, ");
        }
    }

    /** S3Mock lists nothing, as S3 does; S3Proxy refuses the request. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void slashBeforeThePrefixIsPointedOut(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);
            put(client, source, "photos/2026/a");
            Map<String, String> settings = AppRun.settings(server, source, server.newBucket(client));
            settings.put("S3COPY_SOURCE_PREFIX", "/photos/");

            AppRun run = AppRun.of(settings, "--exit");

            assertThat(run.exitCode()).as(run.output()).isIn(2, 4);
            assertThat(run.lines())
                    .filteredOn(line -> line.contains("'/photos/'"))
                    .singleElement()
                    .asString()
                    .contains("rite the prefix without the slash before it");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void emptyBucketIsSaidToBeEmpty(S3Server server) throws Exception {
        try (S3AsyncClient client = server.newClient()) {
            String source = server.newBucket(client);

            AppRun run = AppRun.of(AppRun.settings(server, source, server.newBucket(client)), "--exit");

            assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
            assertThat(run.beginningWith("NOTHING  "))
                    .containsExactly("NOTHING  bucket " + source + " (s3copy.source.bucket) has no objects");
        }
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
