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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.testkit.S3Server;
import io.s3copy.testkit.S3Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistyped property of a route stops it at its start, and says which was meant. */
class RoutePropertiesTest {

    @TempDir
    private Path directory;

    private final Buckets buckets = new Buckets(S3Servers.s3proxy());

    @AfterEach
    void close() {
        buckets.close();
    }

    static Path[] routes() throws Exception {
        return RoutesDocumentationTest.routes().toArray(Path[]::new);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteLooksAtItsProperties(Path route) throws Exception {
        String name = route.getFileName().toString().replace(".camel.yaml", "");
        assertThat(Files.readString(route))
                .contains("    - name: " + name + "-properties\n      type: io.s3copy.camel.route.RouteProperties\n")
                .containsPattern("    id: " + name + "\n    routePolicy: \"#" + name + "-properties");
    }

    private Map<String, String> promote(Map<String, String> more) {
        S3Server server = S3Servers.s3proxy();
        Map<String, String> properties = new HashMap<>(Map.of(
                "camel.component.aws2-s3.region", server.region(),
                "camel.component.aws2-s3.access-key", server.accessKey(),
                "camel.component.aws2-s3.secret-key", server.secretKey(),
                "camel.component.aws2-s3.override-endpoint", "true",
                "camel.component.aws2-s3.uri-endpoint-override",
                        server.endpoint().toString(),
                "camel.component.aws2-s3.force-path-style", "true",
                "promote-copy.staging", buckets.source(),
                "promote-copy.production", buckets.destination()));
        properties.putAll(more);
        return properties;
    }

    @Test
    void mistypedPropertyIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> RouteRun.start(
                        "promote-copy", S3Servers.s3proxy(), promote(Map.of("promote-copy.key-prfx", "a/"))))
                .hasStackTraceContaining("property promote-copy.key-prfx: is none that the route promote-copy reads."
                        + " Did you mean promote-copy.key-prefix?");
    }

    @Test
    void propertyLikeNoOtherIsRefused() {
        assertThatThrownBy(() -> RouteRun.start(
                        "promote-copy", S3Servers.s3proxy(), promote(Map.of("promote-copy.zzzzzzzzzzzzzzzz", "a/"))))
                .hasStackTraceContaining("promote-copy.zzzzzzzzzzzzzzzz")
                .hasStackTraceContaining("Leave it out");
    }

    @Test
    void propertiesOfOthersAreTheirOwn() {
        RouteRun.start("promote-copy", S3Servers.s3proxy(), promote(Map.of("sqs-copy.key-prfx", "a/")))
                .close();
    }

    @Test
    void fileThatWasChangedReadsWhatItReads() throws Exception {
        String shipped = Files.readString(Path.of("src/main/resources/s3copy/routes/promote-copy.camel.yaml"));
        Path changed = Files.writeString(
                directory.resolve("promote-copy.camel.yaml"),
                shipped.replace("{{?promote-copy.storage-class}}", "{{?promote-copy.class}}"));
        Map<String, String> properties = new HashMap<>(RouteRun.s3Properties(S3Servers.s3proxy()));
        properties.putAll(promote(Map.of("promote-copy.class", "STANDARD_IA")));
        properties.put("camel.main.routes-include-pattern", "file:" + changed);
        Main main = new Main();
        properties.forEach(main::addOverrideProperty);
        main.start();
        main.stop();
        assertThat(main.getCamelContext().isStopped()).isTrue();
    }

    @Test
    void listOfSourcesWithAnotherSeparatorThanACommaIsRefused() {
        assertThatThrownBy(() -> RouteRun.start(
                        "webhook-copy",
                        S3Servers.s3proxy(),
                        Map.of(
                                "webhook-copy.secret", "0123456789abcdef",
                                "webhook-copy.dead-letter", "direct:nowhere",
                                "webhook-copy.destination", "archive",
                                "webhook-copy.sources", "inbox;other")))
                .hasStackTraceContaining("inbox;other")
                .hasStackTraceContaining("commas");
    }
}
