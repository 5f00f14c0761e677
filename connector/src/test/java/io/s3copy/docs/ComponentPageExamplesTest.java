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
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.test.junit6.CamelContextConfiguration;
import org.apache.camel.test.junit6.CamelTestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Runs every route on the component page, in each of its languages, as a reader would who pasted it. */
class ComponentPageExamplesTest extends CamelTestSupport {

    /** Languages that hold no routes; other tests run them. */
    private static final Set<String> OTHER_TESTS = Set.of("dependency", "uri-format");

    /** What is about Java itself. */
    private static final Set<String> JAVA_ONLY =
            Set.of("typed-body", "copy-listener", "copy-events", "endpoint-dsl", "component-dsl");

    private static final Set<String> ROUTES = Set.of("java", "xml", "yaml");
    private static final List<String> WRITTEN = List.of("archive", "archive-eu", "backup");

    private static S3Server server;
    private static RecordingS3 stub;
    private static S3AsyncClient client;
    private static S3AsyncClient stubClient;

    record Case(PageExample example, ExampleRun run, int number, Object body) {
        @Override
        public String toString() {
            return example + ", run " + number;
        }
    }

    @BeforeAll
    static void arrange() {
        server = S3Servers.s3proxy();
        client = server.newClient();
        stub = RecordingS3.start();
        stubClient = stub.newClient();
        for (String bucket : List.of("inbox", "archive", "archive-eu", "backup")) {
            client.createBucket(create -> create.bucket(bucket)).join();
        }
        Map.of(
                        "report.csv", ExampleRuns.REPORT,
                        "in/report.csv", ExampleRuns.IN_REPORT,
                        "a+b&c 100%#1.txt", ExampleRuns.SPECIAL,
                        "video.mp4", "0".repeat(ExampleRuns.VIDEO_SIZE))
                .forEach((key, text) -> client.putObject(
                                put -> put.bucket("inbox").key(key), AsyncRequestBody.fromString(text))
                        .join());
    }

    @AfterAll
    static void close() {
        client.close();
        stubClient.close();
        stub.close();
    }

    static Stream<Case> cases() {
        List<PageExample> examples = PageExample.all();
        List<Case> cases = new ArrayList<>();
        for (PageExample example : examples) {
            if (ROUTES.contains(example.language()) && !OTHER_TESTS.contains(example.name())) {
                List<ExampleRun> runs = ExampleRuns.all().getOrDefault(example.name(), List.of());
                for (int i = 0; i < runs.size(); i++) {
                    cases.add(new Case(example, runs.get(i), i + 1, bodyOnPage(examples, example)));
                }
            }
        }
        return cases.stream();
    }

    /** A JSON block of the same name is the body of the message. */
    private static Object bodyOnPage(List<PageExample> examples, PageExample of) {
        return examples.stream()
                .filter(example ->
                        example.language().equals("json") && example.name().equals(of.name()))
                .map(PageExample::code)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        Properties properties = new Properties();
        properties.setProperty("s3.endpoint", server.endpoint().toString());
        properties.setProperty("s3.accessKey", server.accessKey());
        properties.setProperty("s3.secretKey", server.secretKey());
        configuration.withUseOverridePropertiesWithPropertiesComponent(properties);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void exampleDoesWhatThePageSays(Case here) throws Exception {
        ExampleRun run = here.run();
        S3AsyncClient used = run.stubbed() ? stubClient : client;
        emptyDestinations();
        run.prepare(stub);
        bindBeans(run.needsClient() ? used : null);
        // that one adds the component itself
        if (!here.example().name().equals("component-dsl")) {
            takeTheServerForAws();
        }
        context.addRoutes(rejected());
        load(here.example());
        if (run.isPolling()) {
            ExampleRun.Outcome outcome = new ExampleRun.Outcome(new DefaultExchange(context), used, stub);
            await().ignoreExceptions().untilAsserted(() -> run.verify(outcome));
            return;
        }
        Exchange exchange = template.request("direct:" + here.example().name(), message -> {
            message.getMessage().setHeaders(new HashMap<>(run.headers()));
            message.getMessage().setBody(run.body() == null ? here.body() : run.body());
        });
        run.verify(new ExampleRun.Outcome(exchange, used, stub));
    }

    @Test
    void everyExampleIsRun() {
        Set<String> withRoutes = PageExample.all().stream()
                .filter(example -> ROUTES.contains(example.language())
                        || example.language().equals("json"))
                .map(PageExample::name)
                .filter(name -> !OTHER_TESTS.contains(name))
                .collect(toCollection(TreeSet::new));
        assertThat(withRoutes).isEqualTo(new TreeSet<>(ExampleRuns.all().keySet()));
    }

    @Test
    void everyRouteIsInEveryLanguage() {
        Map<String, Set<String>> languages = PageExample.all().stream()
                .filter(example -> ROUTES.contains(example.language()))
                .filter(example -> !OTHER_TESTS.contains(example.name()) && !JAVA_ONLY.contains(example.name()))
                .collect(groupingBy(PageExample::name, mapping(PageExample::language, toSet())));
        assertThat(languages.values())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).isEqualTo(ROUTES));
    }

    /** The examples are written for AWS: what a service that nobody knows is asked first has tests of its own. */
    private void takeTheServerForAws() {
        context.getComponent("s3copy", S3CopyComponent.class).getConfiguration().setServiceTraits("aws");
    }

    private void bindBeans(S3AsyncClient used) {
        if (used != null) {
            context.getRegistry().bind("archiveClient", S3AsyncClient.class, used);
            context.getRegistry().bind("inboxClient", S3AsyncClient.class, used);
        }
        context.getRegistry().bind("inboxKey", ExampleRuns.INBOX_KEY);
        context.getRegistry().bind("archiveKey", ExampleRuns.ARCHIVE_KEY);
        context.getRegistry().bind("seenObjects", new MemoryIdempotentRepository());
        context.getRegistry().bind("uploads", new MemoryStateRepository());
        context.getRegistry().bind("archiveContext", Map.of("department", "records"));
    }

    private void load(PageExample example) throws Exception {
        if (example.language().equals("java")) {
            context.addRoutes(JavaExample.compile(example));
        } else {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(example.name() + "." + example.language(), example.code()));
        }
    }

    private static RouteBuilder rejected() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:reject").setHeader("rejected", constant(true));
            }
        };
    }

    private static void emptyDestinations() {
        for (String bucket : WRITTEN) {
            client.listObjectsV2(list -> list.bucket(bucket))
                    .join()
                    .contents()
                    .forEach(object -> client.deleteObject(
                                    delete -> delete.bucket(bucket).key(object.key()))
                            .join());
        }
    }
}
