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

import io.s3copy.demo.JobService;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The commands of operators, on a running service. */
class CliJobsIT {

    @TempDir
    private Path folder;

    private String url = "";

    private CliRun jobs(String... arguments) throws Exception {
        String[] all = Stream.of(Stream.of("jobs"), Stream.of(arguments), Stream.of("--url", url))
                .flatMap(words -> words)
                .toArray(String[]::new);
        return CliRun.of(folder, Map.of(), all);
    }

    @Test
    void jobsAreListedStartedWatchedAndReported() throws Exception {
        try (S3Server server = S3ProxyServer.start();
                S3AsyncClient client = server.newClient()) {
            Stream.of("photos", "archive")
                    .forEach(bucket ->
                            client.createBucket(create -> create.bucket(bucket)).join());
            client.putObject(put -> put.bucket("photos").key("in/a"), AsyncRequestBody.fromString("a"))
                    .join();
            JobService.configure(
                    folder,
                    server,
                    List.of(
                            "s3copy.jobs.photos.kind=copy",
                            "s3copy.jobs.photos.source=s3://photos/in/",
                            "s3copy.jobs.photos.destination=s3://archive/in/",
                            "s3copy.jobs.nothing.kind=copy",
                            "s3copy.jobs.nothing.source=s3://photos/none/",
                            "s3copy.jobs.nothing.destination=s3://archive/none/"));
            try (JobService service = JobService.start(folder, line -> {})) {
                url = service.page().toString();

                CliRun list = jobs("list");
                assertThat(list.exitCode()).as(list.output()).isZero();
                assertThat(list.out())
                        .hasSize(3)
                        .anyMatch(line -> line.matches("photos +copy +s3://photos/in/ .*never ran"));

                CliRun done = jobs("start", "photos", "--wait");
                assertThat(done.exitCode()).as(done.output()).isZero();
                assertThat(done.out()).singleElement().asString().contains("of photos: done, 1 objects");
                CliRun warned = jobs("start", "nothing", "--wait", "--json");
                assertThat(warned.exitCode()).as(warned.output()).isEqualTo(3);
                assertThat(warned.json().get(0).path("state").asText()).isEqualTo("warnings");

                assertThat(jobs("show", "photos").out())
                        .first()
                        .asString()
                        .startsWith("photos: copy s3://photos/in/ to");
                assertThat(jobs("runs", "photos").out()).hasSize(1);
                CliRun history = jobs("history", "photos", "no such+key");
                assertThat(history.exitCode()).as(history.output()).isZero();
                assertThat(history.out())
                        .singleElement()
                        .asString()
                        .contains(" were looked at; their reports name only");

                CliRun report = jobs("report", "1", "--to", "downloaded");
                assertThat(report.exitCode()).as(report.output()).isZero();
                try (Stream<Path> files = Files.walk(folder.resolve("downloaded"))) {
                    assertThat(files.filter(Files::isRegularFile)).hasSameSizeAs(report.out());
                }

                CliRun refused = jobs("cancel", "1");
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err()).singleElement().asString().contains("the service answered 409");
                CliRun late = jobs("limit", "1", "--requests-per-second", "100");
                assertThat(late.exitCode()).isEqualTo(1);
                assertThat(late.err())
                        .singleElement()
                        .asString()
                        .contains("409: Run 1 is done: it has no limits that could be changed");
                CliRun unknown = jobs("show", "no such/job");
                assertThat(unknown.exitCode()).isEqualTo(1);
                assertThat(unknown.err()).singleElement().asString().contains("the service answered 404");
            }
        }
        CliRun gone = jobs("list");
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.err()).singleElement().asString().contains("no service answers at " + url);
    }
}
