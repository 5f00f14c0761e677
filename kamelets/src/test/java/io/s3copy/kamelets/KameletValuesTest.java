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
package io.s3copy.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.testkit.S3Servers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of a Kamelet means the same in a Pipe, a route and a property, or the Kamelet does not start. */
class KameletValuesTest {

    private static final String PIPE = """
            apiVersion: camel.apache.org/v1
            kind: Pipe
            metadata:
              name: values
            spec:
              source:
                uri: timer:values?delay=3600000
              sink:
                ref:
                  kind: Kamelet
                  apiVersion: camel.apache.org/v1
                  name: s3copy-replicate-sink
                properties:
                  bucketName: archive?taggingDirective=COPY
                  sourceBuckets: inbox,other
                  includePattern: '%1$s**'
                  keyPrefix: '%1$s'
                  stripPrefix: 'RAW(%1$s)'
            """;

    private static final String ROUTE = """
            - route:
                from:
                  uri: timer:values?delay=3600000
                  steps:
                    - %s:
                        %s
                        parameters:
                          bucketName: archive
                          sourceBuckets: inbox,other
                          includePattern: '%3$s**'
                          keyPrefix: '%3$s'
                          stripPrefix: 'RAW(%3$s)'
            """;

    private static final String TO = "uri: kamelet:s3copy-replicate-sink";

    @TempDir
    private Path directory;

    private S3CopyConfiguration configured(String flow, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of("camel.component.s3copy.region", "us-east-1"));
        properties.putAll(more);
        try (KameletRun run = KameletRun.start(flow, directory, S3Servers.s3proxy(), properties)) {
            return run.camel().getEndpoints().stream()
                    .filter(S3CopyEndpoint.class::isInstance)
                    .map(endpoint -> ((S3CopyEndpoint) endpoint).getConfiguration())
                    .reduce((one, other) -> {
                        throw new AssertionError("two endpoints");
                    })
                    .orElseThrow();
        }
    }

    private static void assertMeans(S3CopyConfiguration configuration, String prefix) {
        assertThat(configuration.getKeyPrefix()).isEqualTo(prefix);
        assertThat(configuration.getStripPrefix()).isEqualTo(prefix);
        assertThat(configuration.getEventInclude()).isEqualTo(prefix + "**");
        assertThat(configuration.getAllowedSourceBuckets()).isEqualTo("inbox,other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain/", "a b/", "a+b/", "100%/", "a&b=c/", "a#b/", "é/мир/", "%41%2F/", "a(b)/", "a?b:c;d/"})
    void valueOfAPipeMeansItself(String prefix) {
        S3CopyConfiguration configuration = configured(PIPE.formatted(prefix), Map.of());
        assertMeans(configuration, prefix);
        assertThat(configuration.getTaggingDirective()).hasToString("COPY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain/", "a b/", "a+b/", "é/мир/", "a(b)/", "a:b;d/"})
    void valueOfARouteMeansItself(String prefix) {
        assertMeans(configured(ROUTE.formatted("to", TO, prefix), Map.of()), prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain/", "a b/", "a+b/", "100%/", "a&b=c/", "a#b/", "é/мир/", "%41%2F/", "a(b)/", "RAW"})
    void valueOfAPropertyMeansItselfWithRawAndWithout(String prefix) {
        Map<String, String> properties = Map.of(
                "camel.kamelet.s3copy-replicate-sink.bucketName",
                "archive",
                "camel.kamelet.s3copy-replicate-sink.sourceBuckets",
                "inbox,other",
                "camel.kamelet.s3copy-replicate-sink.includePattern",
                prefix + "**",
                "camel.kamelet.s3copy-replicate-sink.keyPrefix",
                prefix,
                "camel.kamelet.s3copy-replicate-sink.stripPrefix",
                "RAW(" + prefix + ")");
        String route = """
                - route:
                    from:
                      uri: timer:values?delay=3600000
                      steps:
                        - to: kamelet:s3copy-replicate-sink
                """;
        assertMeans(configured(route, properties), prefix);
    }

    @Test
    void valueInARouteThatMayBeEncodedIsRefused() {
        assertThatThrownBy(() -> configured(ROUTE.formatted("to", TO, "plain%2F"), Map.of()))
                .hasStackTraceContaining("parameter includePattern of the Kamelet s3copy-replicate-sink")
                .hasStackTraceContaining("RAW(");
    }

    @Test
    void mistypedParameterOfAPipeIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> configured(PIPE.formatted("a/").replace("keyPrefix", "keyPrfix"), Map.of()))
                .hasStackTraceContaining(
                        "parameter keyPrfix of the Kamelet s3copy-replicate-sink: is none that it has. Did you mean keyPrefix?");
    }

    @Test
    void mistypedParameterOfARouteIsRefused() {
        String route = ROUTE.formatted("to", TO, "a/").replace("keyPrefix", "keyPrfix");
        assertThatThrownBy(() -> configured(route, Map.of())).hasStackTraceContaining("Did you mean keyPrefix?");
        String step =
                ROUTE.formatted("kamelet", "name: s3copy-action", "a/").replace("includePattern", "includePatern");
        assertThatThrownBy(() -> configured(step, Map.of())).hasStackTraceContaining("parameter includePatern");
    }

    @Test
    void mistypedPropertyOfTheApplicationIsRefused() {
        assertThatThrownBy(() -> configured(
                        PIPE.formatted("a/"), Map.of("camel.kamelet.s3copy-replicate-sink.dead-leter", "direct:x")))
                .hasStackTraceContaining("Did you mean deadLetter?");
    }

    @Test
    void propertyOfOneRouteOfTheKameletIsKnown() {
        assertMeans(
                configured(PIPE.formatted("a/"), Map.of("camel.kamelet.s3copy-replicate-sink.another.keyPrefix", "b/")),
                "a/");
    }

    /** As in Camel JBang, which finds the connector by what a Kamelet depends on. */
    private void startsWithoutThePlugin(String flow) throws Exception {
        Main main = new Main();
        main.addOverrideProperty("camel.component.s3copy.region", "us-east-1");
        main.addOverrideProperty("camel.component.s3copy.access-key", "a");
        main.addOverrideProperty("camel.component.s3copy.secret-key", "b");
        main.addOverrideProperty(
                "camel.main.routes-include-pattern",
                "file:" + Files.writeString(directory.resolve("without.yaml"), flow));
        main.configure().addConfiguration(new CamelConfiguration() {
            @Override
            public void configure(CamelContext camel) {
                ((ModelCamelContext) camel)
                        .getModelLifecycleStrategies()
                        .removeIf(one -> one.getClass().getName().startsWith("io.s3copy"));
            }
        });
        try {
            main.start();
        } finally {
            main.stop();
        }
    }

    @Test
    void encodedValueIsRefusedWhereItCannotBeRead() throws Exception {
        assertThatThrownBy(() -> startsWithoutThePlugin(PIPE.formatted("plain/")))
                .hasStackTraceContaining("Write RAW(");
        startsWithoutThePlugin(PIPE.replace("includePattern: '%1$s**'", "includePattern: 'RAW(%1$s**)'")
                .replace("keyPrefix: '%1$s'", "keyPrefix: 'RAW(%1$s)'")
                .replace("inbox,other", "RAW(inbox,other)")
                .replace("archive?taggingDirective=COPY", "archive")
                .formatted("plain/"));
    }

    @Test
    void encodedValueOfAWebhookIsRefusedWhereItCannotBeRead() {
        String pipe = Shipped.text("pipes/s3copy-webhook-events.yaml").replace("path: events", "path: s3/events");
        // a sink of Camel's: no other bean of ours is there
        String alone = pipe.substring(0, pipe.indexOf("  steps:")) + pipe.substring(pipe.indexOf("  sink:"));
        assertThatThrownBy(() -> startsWithoutThePlugin(
                        alone.replace("path: s3/events", "path: s3/events\n      secret: RAW(0123456789abcdef)")))
                .hasStackTraceContaining("Write RAW(");
    }

    /** The poll alone, with another value of its parameters, before a sink of Camel's: no other bean of ours is there. */
    private static String poll(String parameters) {
        String pipe = Shipped.text("pipes/s3copy-poll-copy.yaml");
        return pipe.substring(0, pipe.indexOf("  sink:"))
                        .replace("prefix: RAW(incoming/)", parameters)
                        .replace("      delay: 1000\n", "")
                + "  sink:\n    uri: log:x\n";
    }

    @Test
    void encodedValueOfAPollIsRefusedWhereItCannotBeRead() throws Exception {
        assertThatThrownBy(() -> startsWithoutThePlugin(poll("prefix: incoming/")))
                .hasStackTraceContaining("Write RAW(");
        startsWithoutThePlugin(poll("prefix: RAW(incoming/)"));
    }

    @ParameterizedTest
    @CsvSource({
        "rememberedObjects: 0, option rememberedObjects",
        "delay: soon, delay",
        "accessKey: a, Set both",
        "delays: 1, Did you mean delay?"
    })
    void valueThatAPollCannotHaveIsRefusedAtStart(String parameter, String error) {
        assertThatThrownBy(() -> configured(poll(parameter), Map.of())).hasStackTraceContaining(error);
    }

    @Test
    void pollUsesKeysOrTheEnvironmentAndNotBoth() {
        String keys = "accessKey: a\n      secretKey: RAW(b+c)\n      useDefaultCredentialsProvider: ";
        assertThat(configured(poll(keys + "false"), Map.of()).getSecretKey()).isEqualTo("b+c");
        assertThatThrownBy(() -> configured(poll(keys + "true"), Map.of()))
                .hasStackTraceContaining("option useDefaultCredentialsProvider");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain/", "a b/", "a+b/", "100%/", "a&b=c/", "a#b/", "é/мир/", "%41%2F/", "a(b)/"})
    void prefixOfAPollMeansItself(String prefix) {
        assertThat(configured(poll("prefix: '" + prefix + "'"), Map.of()).getPrefix())
                .isEqualTo(prefix);
    }

    @Test
    void otherOptionsOfTheConsumerMayFollowTheBucketOfAPoll() {
        String pipe = poll("rememberedObjects: 7").replace("inbox", "inbox?minAge=5m&maxMessagesPerPoll=10");
        S3CopyConfiguration configuration = configured(pipe, Map.of());
        assertThat(configuration.getMinAge()).isEqualTo("5m");
        assertThat(configuration.getMaxMessagesPerPoll()).isEqualTo(10);
        assertThat(configuration.getRememberedObjects()).isEqualTo(7);
    }
}
