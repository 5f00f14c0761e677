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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The script of the packaged application, as who lives in a terminal uses it. */
class CliIT {

    private static int buckets;

    private static S3Server server;
    private static S3AsyncClient client;

    @TempDir
    private Path folder;

    private String source;
    private String destination;

    @BeforeAll
    static void startServer() {
        server = S3ProxyServer.start();
        client = server.newClient();
    }

    @AfterAll
    static void stopServer() {
        client.close();
        server.close();
    }

    @BeforeEach
    void makeBuckets() {
        buckets++;
        source = "photos-" + buckets;
        destination = "archive-" + buckets;
        Stream.of(source, destination)
                .forEach(bucket ->
                        client.createBucket(create -> create.bucket(bucket)).join());
    }

    private static void put(String bucket, String... keys) {
        for (String key : keys) {
            client.putObject(object -> object.bucket(bucket).key(key), AsyncRequestBody.fromString("content of " + key))
                    .join();
        }
    }

    private static List<String> keys(String bucket) {
        return client.listObjectsV2(list -> list.bucket(bucket)).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static Map<String, String> credentials() {
        return Map.of("AWS_ACCESS_KEY_ID", server.accessKey(), "AWS_SECRET_ACCESS_KEY", server.secretKey());
    }

    private static List<String> withEndpoint(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--endpoint-url=" + server.endpoint());
        all.add("--region=" + server.region());
        return all;
    }

    private CliRun run(String... arguments) throws Exception {
        return CliRun.of(folder, credentials(), withEndpoint(arguments).toArray(String[]::new));
    }

    private String from(String key) {
        return "s3://" + source + "/" + key;
    }

    private String to(String key) {
        return "s3://" + destination + "/" + key;
    }

    @Test
    void oneObjectIsCopiedAsAwsCliWouldDoIt() throws Exception {
        put(source, "2026/a.jpg");

        CliRun run = run("cp", from("2026/a.jpg"), to("copies/"));

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.out()).containsExactly("copy: " + from("2026/a.jpg") + " to " + to("copies/a.jpg"));
        assertThat(run.err()).isEmpty();
        assertThat(keys(destination)).containsExactly("copies/a.jpg");
    }

    @Test
    void programsReadOneJsonObjectALine() throws Exception {
        put(source, "in/a", "in/b");

        CliRun one = run("cp", from("in/a"), to("one"), "--json");
        CliRun many = run("cp", from("in"), to("many"), "--recursive", "--json");

        assertThat(one.json()).singleElement().satisfies(copied -> {
            assertThat(copied.path("type").asText()).isEqualTo("copied");
            assertThat(copied.path("destination").asText()).isEqualTo(to("one"));
            assertThat(copied.path("eTag").asText()).isNotEmpty();
        });
        assertThat(many.json())
                .extracting(line -> line.path("type").asText())
                .containsExactly("copied", "copied", "summary");
        JsonNode summary = many.json().get(2);
        assertThat(summary.at("/outcomes/copied").asLong()).isEqualTo(2);
        assertThat(summary.path("exitCode").asInt()).isEqualTo(many.exitCode()).isZero();
        assertThat(keys(destination)).containsExactly("many/a", "many/b", "one");
    }

    @Test
    void hostileKeysArriveAsTheyAre() throws Exception {
        String[] keys = {"in/a b+c%2F.jpg", "in/${bean:exit}", "in/ä 漢字 😀", "in/[x]{y},z"};
        put(source, keys);

        CliRun one = run("cp", from(keys[2]), to(keys[2]));
        CliRun many = run("cp", from("in/"), to("in/"), "--recursive");

        assertThat(one.exitCode()).as(one.output()).isZero();
        assertThat(many.exitCode()).as(many.output()).isZero();
        assertThat(keys(destination)).containsExactlyInAnyOrder(keys);
    }

    @Test
    void wildcardsAndFiltersChooseAsInAwsCliAndS5cmd() throws Exception {
        put(source, "2026/a.jpg", "2026/b.txt", "2026/x/c.jpg", "2025/d.jpg", "20/e");

        assertThat(run("cp", from("202*"), to("star")).exitCode()).isZero();
        assertThat(keys(destination))
                .containsExactly("star/2025/d.jpg", "star/2026/a.jpg", "star/2026/b.txt", "star/2026/x/c.jpg");
        assertThat(run("cp", from("2026/*.jpg"), to("jpg/")).exitCode()).isZero();
        assertThat(keys(destination)).contains("jpg/a.jpg", "jpg/x/c.jpg").doesNotContain("jpg/b.txt");
        assertThat(run(
                                "cp",
                                from(""),
                                to("f"),
                                "--recursive",
                                "--exclude",
                                "*",
                                "--include",
                                "*.jpg",
                                "--exclude",
                                "2025/*")
                        .exitCode())
                .isZero();
        assertThat(keys(destination))
                .filteredOn(key -> key.startsWith("f/"))
                .containsExactly("f/2026/a.jpg", "f/2026/x/c.jpg");
    }

    @Test
    void dryRunSaysWhatWouldBeDoneAndWritesNothing() throws Exception {
        put(source, "in/a");
        put(destination, "in/gone");

        CliRun copy = run("cp", from("in/a"), to("a"), "--dryrun");
        CliRun sync = run("sync", from("in/"), to("in/"), "--delete", "--max-delete", "100%", "--dry-run");

        assertThat(copy.out()).containsExactly("(dryrun) copy: " + from("in/a") + " to " + to("a"));
        assertThat(sync.out())
                .containsExactly(
                        "(dryrun) copy: " + from("in/a") + " to " + to("in/a"), "(dryrun) delete: " + to("in/gone"));
        assertThat(sync.exitCode()).isZero();
        assertThat(keys(destination)).containsExactly("in/gone");
    }

    /** S3Proxy does not heed conditions on deletions, so that nothing proves that the source is still what was copied. */
    @Test
    void moveKeepsItsSourceInDoubtAndSaysSo() throws Exception {
        put(source, "a", "in/b", "in/c");

        CliRun kept = run("mv", from("a"), to("a"));
        CliRun keptOfMany = run("mv", from("in/"), to("in/"), "--recursive");

        assertThat(kept.exitCode()).as(kept.output()).isEqualTo(3);
        assertThat(kept.err()).anyMatch(line -> line.contains("source kept") && line.contains("UNCHECKED"));
        assertThat(keptOfMany.exitCode()).as(keptOfMany.output()).isEqualTo(3);
        assertThat(keys(source)).containsExactly("a", "in/b", "in/c");

        CliRun moved = run("mv", from("a"), to("a"), "-o", "deleteSourceUnchecked=true");
        CliRun movedMany = run("mv", from("in/"), to("in/"), "--recursive", "-o", "deleteSourceUnchecked=true");

        assertThat(moved.exitCode()).as(moved.output()).isZero();
        assertThat(moved.out()).containsExactly("move: " + from("a") + " to " + to("a"));
        assertThat(movedMany.exitCode()).as(movedMany.output()).isZero();
        assertThat(keys(source)).isEmpty();
        assertThat(keys(destination)).containsExactly("a", "in/b", "in/c");
    }

    @Test
    void syncDeletesWithinItsLimitOrNothing() throws Exception {
        put(source, "a", "b");
        put(destination, "old/1", "old/2");

        CliRun copied = run("sync", from(""), to(""));
        assertThat(copied.exitCode()).as(copied.output()).isZero();
        CliRun refused = run("sync", from(""), to(""), "--delete");
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains("25%");
        assertThat(keys(destination)).contains("old/1", "old/2");
        CliRun deleted = run("sync", from(""), to(""), "--delete", "--max-delete", "2");
        assertThat(deleted.exitCode()).as(deleted.output()).isZero();
        assertThat(deleted.out()).containsExactlyInAnyOrder("delete: " + to("old/1"), "delete: " + to("old/2"));
        assertThat(keys(destination)).containsExactly("a", "b");
    }

    @Test
    void checkTellsDifferencesByItsExitCode() throws Exception {
        put(source, "a", "b", "c");
        put(destination, "a", "b");

        CliRun different = run("check", from(""), to(""));
        assertThat(different.exitCode()).as(different.output()).isEqualTo(1);
        assertThat(different.out()).containsExactly("missing: " + to("c") + " (copy of " + from("c") + ")");

        assertThat(run("cp", from("c"), to("c")).exitCode()).isZero();
        CliRun equal = run("check", from(""), to(""));
        assertThat(equal.exitCode()).as(equal.output()).isZero();
        assertThat(equal.out()).isEmpty();
        assertThat(equal.err()).singleElement().asString().startsWith("finished: same 3");

        assertThat(run("check", from("none/"), to("none/")).exitCode()).isEqualTo(3);
    }

    @Test
    void reportAccountsForEveryObject() throws Exception {
        put(source, "in/a", "in/b");

        CliRun run = run("cp", from("in/"), to(""), "--recursive", "--report", "reports");

        assertThat(run.exitCode()).as(run.output()).isZero();
        try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
            List<Path> parts =
                    files.filter(file -> file.toString().endsWith(".csv")).toList();
            assertThat(parts).isNotEmpty();
            List<String> rows = new ArrayList<>();
            for (Path part : parts) {
                rows.addAll(Files.readAllLines(part));
            }
            assertThat(rows).anyMatch(row -> row.contains("in/a")).anyMatch(row -> row.contains("in/b"));
        }
    }

    @Test
    void stoppedRunGoesOnWhereItWas() throws Exception {
        int all = 40;
        put(source, IntStream.range(0, all).mapToObj(i -> "in/" + i).toArray(String[]::new));
        List<String> command = withEndpoint("cp", from("in/"), to("in/"), "--recursive");
        List<String> slowly = new ArrayList<>(command);
        slowly.add("--requests-per-second=4");
        Process process = CliRun.start(folder, credentials(), slowly);
        Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(1))
                .until(() -> !Files.readAllLines(folder.resolve("out")).isEmpty());
        process.toHandle().destroy();
        CliRun stopped = CliRun.awaitEnd(process, folder);
        assertThat(stopped.err()).anyMatch(line -> line.contains("--resume goes on from there"));
        int before = stopped.out().size();
        assertThat(before).isBetween(1, all - 1);

        List<String> resume = new ArrayList<>(command);
        resume.add("--resume");
        CliRun resumed = CliRun.of(folder, credentials(), resume.toArray(String[]::new));

        assertThat(resumed.exitCode()).as(resumed.output()).isZero();
        assertThat(resumed.out()).hasSize(all - before).doesNotContainAnyElementsOf(stopped.out());
        assertThat(keys(destination)).hasSize(all);
        CliRun again = CliRun.of(folder, credentials(), resume.toArray(String[]::new));
        assertThat(again.err()).anyMatch(line -> line.startsWith("Nothing to resume"));
        assertThat(again.out()).hasSize(all);
    }

    @Test
    void storesOfTheConfigurationMayBeNamedAndTwoServicesAreRefused() throws Exception {
        put(source, "a");
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(
                folder.resolve("config/application.properties"),
                String.join(
                        "\n",
                        "s3copy.stores.local.endpoint=" + server.endpoint(),
                        "s3copy.stores.local.path-style=true",
                        "s3copy.stores.local.region=" + server.region(),
                        "s3copy.stores.other.endpoint=http://127.0.0.1:9",
                        "s3copy.jobs.unfinished.kind=coppy"));

        CliRun copied = CliRun.of(folder, credentials(), "cp", from("a"), to("a"), "--store", "local");
        CliRun crossed = CliRun.of(
                folder, credentials(), "cp", from("a"), to("b"), "--store", "local", "--source-store", "other");

        assertThat(copied.exitCode()).as(copied.output()).isZero();
        assertThat(crossed.exitCode()).isEqualTo(2);
        assertThat(crossed.err())
                .singleElement()
                .asString()
                .contains("--source-store=other: is another service", "a server-side copy cannot cross services");
        assertThat(keys(destination)).containsExactly("a");
    }

    @Test
    void failureIsOneLineAndExitCodeOne() throws Exception {
        CliRun run = run("cp", from("none"), to(""));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).singleElement().asString().contains("s3copy: cp failed", "NoSuchKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cp photo.jpg s3://photos/",
                "cp s3://photos/a",
                "cp s3://photos/a s3://archive/ --quux",
                "cp s3://photos/in/ s3://archive/",
                "cp s3://photos/a s3://archive/ -o ifExists=replace",
                "sync s3://photos s3://photos/copy",
                "quux"
            })
    void misuseIsExitCodeTwoAndAsksNothing(String arguments) throws Exception {
        CliRun run = CliRun.of(folder, credentials(), (arguments + " --endpoint-url=http://127.0.0.1:9").split(" "));

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.output()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void oldCommandIsStillThere() throws Exception {
        put(source, "in/a");

        CliRun run = CliRun.of(
                folder,
                Map.of(
                        "S3COPY_ENDPOINT",
                        server.endpoint().toString(),
                        "S3COPY_PATH_STYLE",
                        "true",
                        "S3COPY_ACCESS_KEY",
                        server.accessKey(),
                        "S3COPY_SECRET_KEY",
                        server.secretKey(),
                        "S3COPY_SOURCE_BUCKET",
                        source,
                        "S3COPY_DESTINATION_BUCKET",
                        destination),
                "--exit");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(keys(destination)).containsExactly("in/a");
    }
}
