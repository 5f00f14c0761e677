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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Thousands of objects of every kind are synced both ways, until nothing differs; then other tools are asked whether both
 * sides are equal. {@code -Ds3copy.bulk.objects=50000} asks for more of them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BulkPeersIT {

    private static final int OBJECTS = Integer.getInteger("s3copy.bulk.objects", 3_000);
    private static final S3Server SERVER = S3Servers.s3proxy();
    private static final List<String> ODD =
            List.of("plain", "with blank", "a+b&c=d", "100%25", "ä/ö", "#!'()*", "日本", "deep/er/and/deep/er", "🎈");

    private static S3AsyncClient client;
    private static DefaultCamelContext camel;
    private static String one;
    private static String other;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void fill() throws Exception {
        client = SERVER.newClient();
        one = SERVER.newBucket(client);
        other = SERVER.newBucket(client);
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("s3", client);
        camel.start();
        Semaphore places = new Semaphore(32);
        List<CompletableFuture<?>> puts = new ArrayList<>();
        for (int at = 0; at < OBJECTS; at++) {
            int number = at;
            places.acquire();
            // two thirds of them on each side, a third on both, of which some differ
            if (number % 3 != 0) {
                puts.add(put(one, number, "content " + number).whenComplete((done, failure) -> places.release()));
            } else {
                places.release();
            }
            if (number % 3 != 1) {
                places.acquire();
                String content = number % 5 == 0 ? "another content " + number : "content " + number;
                puts.add(put(other, number, content).whenComplete((done, failure) -> places.release()));
            }
        }
        CompletableFuture.allOf(puts.toArray(CompletableFuture[]::new)).join();
    }

    private static CompletableFuture<?> put(String bucket, int number, String content) {
        return client.putObject(
                put -> put.bucket(bucket)
                        .key("in/" + ODD.get(number % ODD.size()) + "/" + number)
                        .contentType("text/x-" + number % 4)
                        .metadata(Map.of("number", "" + number)),
                AsyncRequestBody.fromString(content));
    }

    @AfterAll
    static void end() throws Exception {
        camel.close();
        client.close();
    }

    private static BulkResult run(String from, String to, String options) {
        return camel.createProducerTemplate()
                .requestBody(
                        "s3copy:" + to + "?copySourceBucket=" + from + "&prefix=in/&" + options,
                        null,
                        BulkResult.class);
    }

    @Test
    @Order(1)
    void syncsBothWaysUntilNothingDiffers() {
        BulkResult there = run(one, other, "operation=sync");
        assertThat(there.isClean()).as("%s", there).isTrue();
        BulkResult back = run(other, one, "operation=sync&compare=etag");
        assertThat(back.isClean()).as("%s", back).isTrue();
        // a third was on the other side only, and all of it came over
        assertThat(back.counts().objects(What.COPIED)).isEqualTo((OBJECTS + 2) / 3);
        BulkResult again = run(one, other, "operation=sync&compare=etag");
        assertThat(again.counts().objects(What.COPIED)).isZero();
        assertThat(again.counts().objects(What.SAME)).isEqualTo(OBJECTS);
        BulkResult checked = run(one, other, "operation=check&check=checksum,metadata");
        assertThat(checked.counts().objects(What.SAME)).as("%s", checked).isEqualTo(OBJECTS);
    }

    @Test
    @Order(2)
    void rcloneAgrees() throws Exception {
        assumeTrue(isThere("rclone"), "rclone is not installed; Debian has it: apt-get install rclone");
        String said = said(
                Map.of(
                        "RCLONE_CONFIG_SERVER_TYPE", "s3",
                        "RCLONE_CONFIG_SERVER_PROVIDER", "Other",
                        "RCLONE_CONFIG_SERVER_ENDPOINT", SERVER.endpoint().toString(),
                        "RCLONE_CONFIG_SERVER_ACCESS_KEY_ID", SERVER.accessKey(),
                        "RCLONE_CONFIG_SERVER_SECRET_ACCESS_KEY", SERVER.secretKey(),
                        "RCLONE_CONFIG_SERVER_FORCE_PATH_STYLE", "true",
                        "RCLONE_CONFIG", folder.resolve("rclone.conf").toString()),
                "rclone",
                "check",
                "server:" + one + "/in",
                "server:" + other + "/in",
                "--checkers=8");
        assertThat(said).contains("0 differences found").contains(OBJECTS + " matching files");
    }

    @Test
    @Order(2)
    void theAwsCliAgrees() throws Exception {
        assumeTrue(isThere("aws"), "the AWS CLI is not installed; Debian has it: apt-get install awscli");
        String said = said(
                Map.of(
                        "AWS_ACCESS_KEY_ID", SERVER.accessKey(),
                        "AWS_SECRET_ACCESS_KEY", SERVER.secretKey(),
                        "AWS_DEFAULT_REGION", SERVER.region(),
                        "AWS_CONFIG_FILE", folder.resolve("config").toString(),
                        "AWS_EC2_METADATA_DISABLED", "true"),
                "aws",
                "--endpoint-url=" + SERVER.endpoint(),
                "s3",
                "sync",
                "--dryrun",
                "--size-only",
                "s3://" + one + "/in/",
                "s3://" + other + "/in/");
        assertThat(said).isBlank();
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /** What a program says, which must end well. */
    private static String said(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // what a machine sets for its own services is not for this server
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
