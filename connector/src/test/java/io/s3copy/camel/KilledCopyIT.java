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

import io.s3copy.engine.cleanup.CleanupReport;
import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** A process that copies in parts is killed (SIGKILL) in the middle, and another is started. S3Mock keeps the uploads. */
class KilledCopyIT {

    private static final int PARTS = 8;

    private final S3Server server = S3Servers.s3mock();
    private final S3AsyncClient client = server.newClient();
    private final String bucket = server.newBucket(client);

    @TempDir
    Path folder;

    @BeforeEach
    void put() {
        put(1);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private byte[] put(int seed) {
        byte[] content = new byte[(PARTS * 5) << 20];
        new Random(seed).nextBytes(content);
        client.putObject(put -> put.bucket(bucket).key("from"), AsyncRequestBody.fromBytes(content))
                .join();
        return content;
    }

    private byte[] copy() {
        return client.getObject(get -> get.bucket(bucket).key("to"), AsyncResponseTransformer.toBytes())
                .join()
                .asByteArray();
    }

    private List<MultipartUpload> uploads() {
        return client.listMultipartUploads(list -> list.bucket(bucket)).join().uploads();
    }

    private Process start(boolean resume, int stay) throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyInAProcess.class.getName(),
                        server.endpoint().toString(),
                        server.accessKey(),
                        server.secretKey(),
                        server.region(),
                        bucket,
                        folder.resolve("journal").toString(),
                        Boolean.toString(resume),
                        Integer.toString(stay)))
                .redirectErrorStream(true)
                .start();
    }

    /** A copy of which three parts are there and no object, by a process that is no more. */
    private void killInTheMiddle(boolean resume) throws Exception {
        Process process = start(resume, 3);
        int parts = 0;
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null && parts < 3; line = output.readLine()) {
                lines.add(line);
                parts += line.startsWith("part ") ? 1 : 0;
                if (parts == 3) {
                    break;
                }
            }
        }
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(parts).as("%s", lines).isEqualTo(3);
        assertThat(uploads()).hasSize(1);
        assertThat(Files.readString(folder.resolve("journal")))
                .contains(uploads().get(0).uploadId());
    }

    /** The numbers that a process prints which is left to copy: parts, resumed parts, requests. */
    private List<Integer> copyAgain(boolean resume) throws Exception {
        Process process = start(resume, 0);
        List<String> lines;
        try (BufferedReader output = process.inputReader()) {
            lines = output.lines().toList();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lines).anyMatch(line -> line.startsWith("copied "));
        String result = lines.stream()
                .filter(line -> line.startsWith("copied "))
                .findFirst()
                .orElseThrow();
        return List.of(result.substring("copied ".length()).split(" ")).stream()
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void theCopyIsResumedWhereItWasKilled() throws Exception {
        byte[] content = put(1);
        killInTheMiddle(true);
        List<Integer> result = copyAgain(true);
        int resumed = result.get(1);
        assertThat(resumed).isBetween(3, PARTS);
        assertThat(result.get(2))
                .as("requests: the parts that were missing, and few more")
                .isLessThanOrEqualTo(PARTS - resumed + 6);
        assertThat(copy()).isEqualTo(content);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void withoutResumeTheNextCopyCleansUp() throws Exception {
        byte[] content = put(1);
        killInTheMiddle(false);
        assertThat(copyAgain(false).get(1)).isZero();
        assertThat(copy()).isEqualTo(content);
        assertThat(uploads()).isEmpty();
    }

    @Test
    void whatIsNotResumedIsCleanedUpByTheJournal() throws Exception {
        killInTheMiddle(true);
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("s3", client);
            camel.getRegistry()
                    .bind(
                            "journal",
                            FileStateRepository.fileStateRepository(
                                    folder.resolve("journal").toFile()));
            camel.start();
            ProducerTemplate template = camel.createProducerTemplate();
            // the lease of the killed process must end first
            Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
                Object report =
                        template.requestBody("s3copy:" + bucket + "?operation=cleanup&journal=#journal", (Object) null);
                assertThat(report)
                        .isInstanceOfSatisfying(
                                CleanupReport.class,
                                cleaned -> assertThat(cleaned.aborted()).isEqualTo(1));
            });
        }
        assertThat(uploads()).isEmpty();
    }

    @Test
    void aSourceThatChangedMeanwhileIsCopiedAnew() throws Exception {
        killInTheMiddle(true);
        byte[] changed = put(2);
        assertThat(copyAgain(true).get(1)).isZero();
        assertThat(copy()).isEqualTo(changed);
        assertThat(uploads()).isEmpty();
    }
}
