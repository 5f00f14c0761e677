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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.ClosedPort;
import io.s3copy.testkit.JavaCommand;
import io.s3copy.testkit.S3MockServer;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.Bucket;

/** The packaged tool, in a process of its own, as its users run it. */
class BehaviourToolIT {

    private static final String TOOL = System.getProperty("s3copy.tool");
    private static final String SECRET = "a-secret-that-nobody-may-read";

    @TempDir
    Path folder;

    private record Ended(int status, String out, String err) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaCommand.of("-Xmx1g", "-jar", TOOL));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        process.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "tester", "AWS_SECRET_ACCESS_KEY", SECRET));
        process.environment().remove("AWS_SESSION_TOKEN");
        int status = process.start().waitFor();
        return new Ended(status, Files.readString(out), Files.readString(err));
    }

    @Test
    void tellsWhatAServiceCanDoAndLeavesNothingThere() throws Exception {
        S3Server service = S3Servers.s3mock();
        Ended ended = run(
                "--endpoint=" + service.endpoint(),
                "--name=next room",
                "--bucketPrefix=tool-run-",
                "--kmsKey=" + S3MockServer.KMS_KEY.substring(S3MockServer.KMS_KEY.lastIndexOf('/') + 1));

        assertThat(ended.err())
                .contains("ManagedCopyBehaviourTest", " 0 failed")
                .doesNotContain(SECRET, "FAILED");
        assertThat(ended.status()).isEqualTo(BehaviourSuite.PASSED);
        assertThat(folder.resolve("s3-capabilities-next-room.md"))
                .content()
                .contains(
                        "# What next room can do", "| copies an object | yes |", "serviceTraits=sourceCondition=heeded")
                .doesNotContain("Left behind", SECRET);
        assertThat(ended.out()).contains("serviceTraits=sourceCondition=heeded").doesNotContain(SECRET);
        try (S3AsyncClient client = service.newClient()) {
            assertThat(client.listBuckets().join().buckets())
                    .extracting(Bucket::name)
                    .noneMatch(bucket -> bucket.startsWith("tool-run-"));
        }
    }

    @Test
    void failsWhereNoServiceIs() throws Exception {
        try (ClosedPort closed = new ClosedPort()) {
            Ended ended = run("--endpoint=" + closed.uri());
            assertThat(ended.status()).isEqualTo(BehaviourSuite.FAILED);
            assertThat(ended.err()).contains("\n0 tests passed").doesNotContain(SECRET);
            assertThat(ended.out())
                    .contains("| copies an object | **no** | does not answer", "Nothing else was asked.")
                    .doesNotContain("serviceTraits");
        }
    }

    @Test
    void refusesWhatItDoesNotKnowBeforeItSendsAnything() throws Exception {
        Ended ended = run("--endpoint=http://127.0.0.1:1", "--secretKey=" + SECRET);
        assertThat(ended.status()).isEqualTo(BehaviourSuite.NOT_RUN);
        assertThat(ended.err())
                .contains("--secretKey is no option of the suite", "Usage: java -jar", "AWS_SECRET_ACCESS_KEY")
                .doesNotContain(SECRET);
        assertThat(ended.out()).isEmpty();
    }
}
