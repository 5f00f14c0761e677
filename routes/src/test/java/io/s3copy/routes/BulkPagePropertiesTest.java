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
package io.s3copy.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.route.CopyReport;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Starts Camel on the blocks of properties about many objects in {@code docs/bulk.md} and README. */
class BulkPagePropertiesTest {

    private static final Pattern BLOCK = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);

    private final S3Server server = S3ProxyServer.start();
    private final S3AsyncClient client = server.newClient();

    @BeforeEach
    void put() {
        List.of("inbox", "archive", "jobs", "trash")
                .forEach(bucket ->
                        client.createBucket(create -> create.bucket(bucket)).join());
        List.of("2026/a", "2026/b+c", "2025/d").forEach(key -> put("inbox", key, key));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void put(String bucket, String key, String content) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    private List<String> list(String bucket) {
        return client.listObjectsV2(list -> list.bucket(bucket)).join().contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static List<String> blocks(String page) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(page)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** As the page says, but for where the server is; and gives what the log says of the run. */
    private String run(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put((String) name, (String) value));
        all.putAll(RouteRun.s3Properties(server));
        Main main = new Main();
        all.forEach(main::addOverrideProperty);
        try (CapturedLog log = new CapturedLog(Map.of(CopyReport.class.getName(), Level.INFO))) {
            main.start();
            Awaitility.await().until(() -> log.text().contains("finished: "));
            return log.text();
        } finally {
            main.stop();
        }
    }

    @Test
    void eachBlockDoesWhatThePageSays() throws IOException {
        List<String> blocks = blocks("../docs/bulk.md");
        assertThat(blocks).hasSize(3);

        assertThat(run(blocks.get(0)))
                .contains("bulk-copy: finished: copied 2; ", "; report s3://jobs/reports/copy-year/run-");
        assertThat(list("archive")).containsExactly("2026/a", "2026/b+c");

        // a share of 5% allows one of 21
        for (int number = 0; number < 18; number++) {
            put("inbox", "2026/more-" + number, "x");
            put("archive", "2026/more-" + number, "x");
        }
        put("archive", "2026/gone", "x");
        put("inbox", "2026/a", "longer than before");
        assertThat(run(blocks.get(1))).contains("bulk-sync: finished: copied 1, deleted 1, same 19; ");
        assertThat(list("archive")).hasSize(20).doesNotContain("2026/gone");
        assertThat(list("trash")).containsExactly("archive/gone");

        put("archive", "2026/a", "other!");
        assertThat(run(blocks.get(2))).contains("check: finished: same 19, differs 1; ");
        assertThat(list("jobs"))
                .contains("reports/check/manifest.json")
                .anyMatch(key -> key.matches("reports/check/run-[^/]+/results/000001.jsonl"))
                .anyMatch(key -> key.matches("reports/check/run-[^/]+/manifests/differs-000001.csv"));
    }

    @Test
    void blockOfReadmeKeepsABucketEqual() throws IOException {
        String block = blocks("../README.md").stream()
                .filter(text -> text.contains("bulk-sync."))
                .findFirst()
                .orElseThrow();
        assertThat(run(block)).contains("bulk-sync: finished: copied 3; ", "; report s3://jobs/reports/run-");
        assertThat(list("archive")).isEqualTo(list("inbox"));
        assertThat(list("jobs")).anyMatch(key -> key.startsWith("checkpoints/"));
    }
}
