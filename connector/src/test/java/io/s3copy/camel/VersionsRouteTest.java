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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Versions compared with versions, on servers that keep them. */
@Tag("sdk")
class VersionsRouteTest {

    private S3AsyncClient client;
    private String source;
    private String destination;

    private BulkResult run(S3Server server, String options, Changes changes) throws Exception {
        try (S3AsyncClient own = server.newClient();
                DefaultCamelContext camel = new DefaultCamelContext()) {
            client = own;
            source = versioned(server);
            destination = versioned(server);
            camel.getRegistry().bind("s3", own);
            camel.start();
            changes.make();
            return camel.createProducerTemplate()
                    .requestBody(
                            "s3copy:" + destination + "?copySourceBucket=" + source + "&" + options,
                            null,
                            BulkResult.class);
        }
    }

    /** What is done to both buckets before the run. */
    private interface Changes {
        void make() throws Exception;
    }

    private String versioned(S3Server server) {
        String bucket = server.newBucket(client);
        client.putBucketVersioning(
                        put -> put.bucket(bucket).versioningConfiguration(versioning -> versioning.status("Enabled")))
                .join();
        return bucket;
    }

    /** Writes versions of a key, the oldest first; an x is a delete marker. */
    private void write(String bucket, String key, String... contents) {
        for (String content : contents) {
            if (content.equals("x")) {
                client.deleteObject(delete -> delete.bucket(bucket).key(key)).join();
            } else {
                client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(content))
                        .join();
            }
        }
    }

    private void writeBoth(String key, String... contents) {
        write(source, key, contents);
        write(destination, key, contents);
    }

    @Test
    void equalHistoriesAreTheSame() throws Exception {
        for (String check : List.of("versions", "checksum,versions")) {
            BulkResult result = run(S3Servers.s3proxy(), "operation=check&check=" + check, () -> {
                writeBoth("a b", "one", "two!", "x", "three");
                writeBoth("deleted", "one", "x");
                writeBoth("once", "one");
            });
            assertThat(result.counts().objects(What.SAME)).as(check).isEqualTo(7);
            assertThat(result.isClean()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void equalVersionsAreTheSame(S3Server server) throws Exception {
        BulkResult result = run(server, "operation=check&check=checksum,metadata,versions", () -> {
            writeBoth("a b", "one", "two!", "three");
            writeBoth("b", "one");
            write(source, "c", "one", "two!");
            write(destination, "c", "two", "two!");
        });
        assertThat(result.counts().objects(What.SAME)).isEqualTo(5);
        assertThat(result.counts().objects(What.DIFFERS)).isEqualTo(1);
    }

    /** S3Mock lists all delete markers before all versions. */
    @Test
    void aListingThatHasMarkersApartIsNotTrusted() {
        assertThatThrownBy(() -> run(S3Servers.s3mock(), "operation=check&check=versions", () -> {
                    writeBoth("deleted", "one", "x");
                    writeBoth("before", "one");
                }))
                .hasStackTraceContaining("is out of order");
    }

    @Test
    void eachVersionThatIsNotEqualIsNamed(@TempDir Path reports) throws Exception {
        BulkResult result = run(
                S3Servers.s3proxy(),
                "operation=check&check=checksum,versions&reportFormat=json&reportScope=failed&report=file:" + reports,
                () -> {
                    writeBoth("same", "one", "two!");
                    write(source, "older one is other", "one", "two!");
                    write(destination, "older one is other", "two", "two!");
                    write(source, "one more", "one", "two!");
                    write(destination, "one more", "two!");
                    write(source, "not deleted", "one", "x");
                    write(destination, "not deleted", "one");
                    write(destination, "only there", "one", "x");
                });

        assertThat(result.counts().objects(What.SAME)).isEqualTo(4);
        // of the key that is not deleted: the marker with the object, and the object behind it
        assertThat(result.counts().of(What.DIFFERS).codes()).isEqualTo(Map.of("etag", 1L, "delete-marker", 1L));
        assertThat(result.counts().objects(What.MISSING)).isEqualTo(2);
        assertThat(result.counts().objects(What.EXTRA)).isEqualTo(2);
        assertThat(result.counts().of(What.EXTRA).codes()).isEqualTo(Map.of("delete-marker", 1L));
        assertThat(lines(reports))
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).contains("\"versionId\""))
                .anySatisfy(line -> assertThat(line)
                        .contains("older one is other", "\"differs\"", "etag", "compared with version"));
    }

    private static List<String> lines(Path reports) throws IOException {
        // beside the folder of the run lies its manifest
        Path results;
        try (Stream<Path> folders = Files.list(reports)) {
            results =
                    folders.filter(Files::isDirectory).findFirst().orElseThrow().resolve("results");
        }
        try (Stream<Path> files = Files.list(results)) {
            return files.flatMap(file -> {
                        try {
                            return Files.readAllLines(file).stream();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void withoutVersionsOnlyWhatIsCurrentIsCompared(S3Server server) throws Exception {
        BulkResult result = run(server, "operation=check&check=listing", () -> {
            write(source, "a", "one", "two!");
            write(destination, "a", "two!");
        });
        assertThat(result.isClean()).isTrue();
    }
}
