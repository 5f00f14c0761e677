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
package io.s3copy.docs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkResult;
import io.s3copy.testkit.S3ProxyServer;
import io.s3copy.testkit.S3Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.test.junit6.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Runs every route in {@code docs/bulk.md}, in each of its languages. Blocks of properties are run by the routes' tests. */
class BulkPageExamplesTest extends CamelTestSupport {

    private static final Path PAGE = Path.of("../docs/bulk.md");
    private static final Set<String> ROUTES = Set.of("java", "xml", "yaml");
    private static final List<String> BUCKETS = List.of("inbox", "archive", "jobs", "trash");

    /** What is under the prefix of the examples, and beside it. */
    private static final List<String> KEYS = List.of("2026/a+b.txt", "2026/ä 100%.txt", "2026/x/y.txt", "2025/old.txt");

    private static S3Server server;
    private static S3AsyncClient client;

    /** What must come of each example, and of the message that it ends with. */
    private static final Map<String, Consumer<Exchange>> CHECKS = new TreeMap<>(Map.of(
            "copy-year",
            exchange -> {
                assertThat(result(exchange).counts().objects(What.COPIED)).isEqualTo(3);
                assertThat(result(exchange).isClean()).isTrue();
                assertThat(list("archive").keySet()).containsExactlyInAnyOrderElementsOf(KEYS.subList(0, 3));
                assertThat(list("jobs").keySet())
                        .anyMatch(key -> key.startsWith("checkpoints/"))
                        .contains(
                                "reports/copy-year/manifest.json",
                                own(exchange, "manifest.json"),
                                own(exchange, "summary.json"),
                                own(exchange, "results/succeeded-000001.csv"));
            },
            "named-in-the-body",
            exchange -> {
                assertThat(result(exchange).counts().objects(What.COPIED)).isEqualTo(1);
                assertThat(list("archive").keySet()).containsExactly("2026/a+b.txt");
            },
            "sync-look",
            exchange -> {
                assertThat(result(exchange).dryRun()).isTrue();
                assertThat(result(exchange).counts().objects(What.COPIED)).isEqualTo(2);
                assertThat(result(exchange).counts().objects(What.DELETED)).isEqualTo(1);
                assertThat(list("archive").keySet()).containsExactlyInAnyOrder("2026/a+b.txt", "2026/only-here.txt");
            },
            "sync-year",
            exchange -> {
                assertThat(result(exchange).counts().objects(What.COPIED)).isEqualTo(2);
                assertThat(result(exchange).counts().objects(What.SAME)).isEqualTo(1);
                assertThat(result(exchange).counts().objects(What.DELETED)).isEqualTo(1);
                assertThat(list("archive").keySet()).containsExactlyInAnyOrderElementsOf(KEYS.subList(0, 3));
                assertThat(list("trash").keySet()).containsExactly("archive/only-here.txt");
            },
            "check-and-repair-this",
            BulkPageExamplesTest::repaired,
            "check-and-repair",
            BulkPageExamplesTest::repaired));

    private static void repaired(Exchange exchange) {
        // of the repair, which copied what was missing, and not what is extra
        assertThat(result(exchange).counts().objects(What.COPIED)).isEqualTo(2);
        assertThat(list("archive").keySet())
                .containsExactlyInAnyOrder(KEYS.get(0), KEYS.get(1), KEYS.get(2), "2026/only-here.txt");
    }

    /** The key of a file of the run's own report. */
    private static String own(Exchange exchange, String file) {
        String folder = result(exchange).report().folder();
        assertThat(folder).matches("s3://jobs/reports/copy-year/run-\\d{8}T\\d{6}Z-[0-9a-f]{8}/");
        return folder.substring("s3://jobs/".length()) + file;
    }

    private static BulkResult result(Exchange exchange) {
        return exchange.getMessage().getBody(BulkResult.class);
    }

    @BeforeAll
    static void arrange() {
        server = S3ProxyServer.start();
        client = server.newClient();
        BUCKETS.forEach(
                bucket -> client.createBucket(create -> create.bucket(bucket)).join());
        KEYS.forEach(key -> put("inbox", key, key));
    }

    @AfterAll
    static void close() {
        client.close();
        server.close();
    }

    private static void put(String bucket, String key, String content) {
        client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromString(content))
                .join();
    }

    private static Map<String, Long> list(String bucket) {
        Map<String, Long> objects = new TreeMap<>();
        client.listObjectsV2Paginator(list -> list.bucket(bucket))
                .contents()
                .subscribe(object -> objects.put(object.key(), object.size()))
                .join();
        return objects;
    }

    static Stream<PageExample> examples() {
        return PageExample.ofMarkdown(PAGE).stream().filter(example -> ROUTES.contains(example.language()));
    }

    /** A part of the destination is there before: one object that is equal, and one that is there only. */
    private static void before(String example) {
        for (String bucket : List.of("archive", "jobs", "trash")) {
            list(bucket)
                    .keySet()
                    .forEach(key -> client.deleteObject(
                                    delete -> delete.bucket(bucket).key(key))
                            .join());
        }
        if (example.startsWith("sync") || example.startsWith("check")) {
            put("archive", "2026/a+b.txt", "2026/a+b.txt");
            put("archive", "2026/only-here.txt", "x");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleDoesWhatThePageSays(PageExample example) throws Exception {
        before(example.name());
        context.getRegistry().bind("client", S3AsyncClient.class, client);
        if (example.language().equals("java")) {
            context.addRoutes(JavaExample.compile(example));
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(example.name() + "." + example.language(), example.code()));
        }
        Exchange exchange = template.request(
                "direct:" + example.name(), message -> message.getMessage().setBody("inbox,2026/a%2Bb.txt\n"));
        assertThat(exchange.getException()).isNull();
        CHECKS.get(example.name()).accept(exchange);
    }

    @Test
    void everyRouteIsInEveryLanguageAndHasACheck() {
        Map<String, Set<String>> languages =
                examples().collect(groupingBy(PageExample::name, mapping(PageExample::language, toSet())));
        assertThat(languages.keySet()).isEqualTo(CHECKS.keySet());
        assertThat(languages.values()).allSatisfy(found -> assertThat(found).isEqualTo(ROUTES));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        String page = Files.readString(PAGE);
        Stream<String> files = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)")
                .matcher(page)
                .results()
                .map(link -> link.group(1));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(PAGE.resolveSibling(file)).exists());
    }
}
