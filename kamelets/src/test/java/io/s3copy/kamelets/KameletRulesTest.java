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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContextAware;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the catalogue's validators holds for every Kamelet, and each rule finds what breaks it. */
class KameletRulesTest {

    private static final String SOURCE = "s3copy-notification-sqs-source";
    private static final Pattern BEAN = Pattern.compile("#class:(io\\.s3copy\\.camel\\.route\\.\\w+)");
    private static final String POLL = "s3copy-poll-source";
    private static final String SINK = "s3copy-replicate-sink";

    private static Map<String, Map<String, Object>> shipped() {
        Map<String, Map<String, Object>> kamelets = new LinkedHashMap<>();
        for (Path file : Shipped.kamelets()) {
            kamelets.put(file.getFileName().toString(), Shipped.yaml(Shipped.text(file)));
        }
        return kamelets;
    }

    private static String version() {
        String pom = Shipped.text(Path.of("pom.xml"));
        return pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));
    }

    @Test
    void everyKameletKeepsEveryRule() {
        assertThat(KameletRules.broken(shipped(), version())).isEmpty();
    }

    /** Where Camel began without our jar, the first of our beans looks at the values: before somebody else's sink, too. */
    @Test
    void everyKameletHasABeanThatChecksItsParameters() {
        assertThat(Shipped.kamelets()).allSatisfy(file -> {
            DefaultCamelContext camel = new DefaultCamelContext();
            assertThat(camel.getModelLifecycleStrategies()).isEmpty();
            for (Matcher bean = BEAN.matcher(Shipped.text(file)); bean.find(); ) {
                Object made = Class.forName(bean.group(1)).getConstructor().newInstance();
                if (made instanceof CamelContextAware aware) {
                    aware.setCamelContext(camel);
                }
            }
            assertThat(camel.getModelLifecycleStrategies()).isNotEmpty();
        });
    }

    @Test
    void allShippedKameletsAreThere() {
        assertThat(shipped())
                .containsOnlyKeys(Stream.of(
                                "s3copy-action",
                                "s3copy-archive-sink",
                                "s3copy-check-action",
                                "s3copy-event-action",
                                "s3copy-fan-out-sink",
                                "s3copy-notification-kafka-source",
                                "s3copy-notification-webhook-source",
                                "s3copy-notification-sqs-source",
                                "s3copy-poll-source",
                                "s3copy-replicate-sink",
                                "s3copy-sink",
                                "s3copy-sync-action")
                        .map(name -> name + ".kamelet.yaml")
                        .collect(Collectors.toSet()));
    }

    /** A rule, the Kamelet that breaks it, and how: one text for another. */
    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of("apiVersion", SINK, "apiVersion: camel.apache.org/v1", "apiVersion: camel.apache.org/v9"),
                Arguments.of("kind", SINK, "kind: Kamelet", "kind: Camelet"),
                Arguments.of("file name is the Kamelet's", SINK, "name: s3copy-replicate-sink", "name: other-sink"),
                Arguments.of("type label", SINK, "kamelet.type: 'sink'", "kamelet.type: 'drain'"),
                Arguments.of("name ends with the type", SINK, "kamelet.type: 'sink'", "kamelet.type: 'source'"),
                Arguments.of("icon is data", SINK, "'data:image", "'https://example.org/image"),
                Arguments.of("catalog.version is the project's", SINK, "catalog.version: '", "catalog.version: '9"),
                Arguments.of("provider", SINK, "provider: 's3copy'", "provider: 'Somebody'"),
                Arguments.of("support level", SINK, "'Preview'", "'Perfect'"),
                Arguments.of("group", SINK, "kamelet.group", "kamelet.grope"),
                Arguments.of("namespace", SINK, "kamelet.namespace", "kamelet.space"),
                Arguments.of("title", SINK, "    title: 'S3 Copy Replicate Sink'\n", ""),
                Arguments.of("title ends with the type", SINK, "Replicate Sink'", "Replicate sink'"),
                Arguments.of("description", SINK, "    description: 'Keep", "    text: 'Keep"),
                Arguments.of("definition is an object", SINK, "    type: object", "    type: thing"),
                Arguments.of("required twice", SINK, "      - sourceBuckets\n", "      - bucketName\n"),
                Arguments.of("required is defined", SINK, "      - sourceBuckets\n", "      - nothing\n"),
                Arguments.of("property has a type", SINK, "        type: boolean\n", ""),
                Arguments.of("property has a title", SINK, "        title: 'Region'\n", ""),
                Arguments.of(
                        "property has a description", SINK, "        description: 'The access", "        text: 'The"),
                Arguments.of("words of a title are capitalised", SINK, "'Key Prefix'", "'Key prefix'"),
                Arguments.of("title begins with an article", SINK, "'Key Prefix'", "'The Prefix'"),
                Arguments.of(
                        "password has the descriptor of credentials",
                        SINK,
                        "          - 'urn:camel:group:credentials'",
                        "          - 'urn:other'"),
                Arguments.of(
                        "descriptor twice",
                        SINK,
                        "          - 'urn:camel:group:credentials'",
                        "          - 'urn:camel:group:credentials'\n          - 'urn:camel:group:credentials'"),
                Arguments.of(
                        "deprecated descriptor",
                        SINK,
                        "          - 'urn:camel:group:credentials'",
                        "          - 'urn:camel:group:credentials'\n          - 'urn:alm:descriptor:com.tectonic.ui:password'"),
                Arguments.of("template", SINK, "  template:", "  pattern:"),
                Arguments.of("source ends in kamelet:sink", SOURCE, "'kamelet:sink'", "'log:x'"),
                Arguments.of("sink begins with kamelet:source", SINK, "'kamelet:source'", "'direct:x'"),
                Arguments.of("used is declared", SINK, "{{?keyPrefix}}", "{{?prefix}}"),
                Arguments.of("declared is used", SINK, "{{?keyPrefix}}", "x"),
                Arguments.of("dependency prefix", SINK, "'camel:core'", "'core'"),
                Arguments.of("depends on this version of the component", SINK, "camel-s3copy:", "camel-s3copy:9"),
                Arguments.of("dependency for aws2-sqs", SOURCE, "    - 'camel:aws2-sqs'\n", ""),
                Arguments.of("options of aws2-sqs", SOURCE, "greedy: true", "gready: true"),
                Arguments.of("options of s3copy", POLL, "        delay: '{{", "        dealy: '{{"),
                Arguments.of("parameters of a consumer without a component", SOURCE, "    - 'camel:aws2-sqs'\n", ""));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void eachRuleFindsItsBreach(String rule, String kamelet, String good, String bad) {
        String file = kamelet + ".kamelet.yaml";
        String text = Shipped.text("kamelets/" + file);
        assertThat(text).contains(good);
        assertThat(KameletRules.broken(Map.of(file, Shipped.yaml(text.replace(good, bad))), version()))
                .anyMatch(one -> one.endsWith(": " + rule));
    }

    @Test
    void duplicateTitlesAndDescriptionsAreFound() {
        Map<String, Map<String, Object>> twice = shipped();
        twice.put("copy", twice.get(SINK + ".kamelet.yaml"));
        assertThat(KameletRules.broken(twice, version()))
                .contains("copy: duplicate title", "copy: duplicate description");
    }
}
