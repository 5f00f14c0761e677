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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.main.Main;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of the configuration, by properties of Camel Main, under the component's name and under its own. */
class ConfigurationPropertiesTest {

    private static final Path CATALOG = Path.of("src/generated/resources/META-INF/io/s3copy/camel/s3copy.json");

    /** Those of the component itself, and one that only stands in where there is no client. */
    private static final Set<String> OTHERS = Set.of(
            "autowiredEnabled",
            "configuration",
            "healthCheckConsumerEnabled",
            "healthCheckProducerEnabled",
            "lazyStartProducer",
            "bridgeErrorHandler",
            "metricsEnabled");

    private record Option(String text, Object value) {}

    private static Map<String, Option> options() throws IOException {
        Map<String, Option> options = new TreeMap<>();
        JsonNode properties =
                new ObjectMapper().readTree(Files.readString(CATALOG)).get("componentProperties");
        properties.properties().forEach(property -> {
            JsonNode description = property.getValue();
            Option option = switch (description.get("type").asText()) {
                case "duration" -> new Option("3s", 3000L);
                case "boolean" -> {
                    boolean other = !description.path("defaultValue").asBoolean();
                    yield new Option(Boolean.toString(other), other);
                }
                case "integer" -> new Option("7", 7);
                case "string" -> description.has("enum") ? null : new Option("8MiB", "8MiB");
                default -> null;
            };
            if (option != null && !OTHERS.contains(property.getKey())) {
                options.put(property.getKey(), option);
            }
        });
        return options;
    }

    private static S3CopyComponent component(Map<String, String> properties) {
        Main main = new Main();
        properties.forEach(main::addOverrideProperty);
        main.start();
        try {
            return main.getCamelContext().getComponent("s3copy", S3CopyComponent.class);
        } finally {
            main.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.s3copy.", "camel.component.s3copy.configuration."})
    void everyOptionIsSetInKebabCase(String prefix) throws IOException {
        Map<String, Option> options = options();
        assertThat(options).containsKeys("retryFor", "forcePathStyle", "multipartThreshold", "maxPending");
        Map<String, String> properties = new TreeMap<>();
        options.forEach((name, option) -> properties.put(prefix + StringHelper.camelCaseToDash(name), option.text()));
        S3CopyComponent component = component(properties);
        S3CopyComponentConfigurer configurer = new S3CopyComponentConfigurer();
        options.forEach((name, option) -> assertThat(configurer.getOptionValue(component, name, true))
                .as(prefix + name)
                .isEqualTo(option.value()));
    }

    @Test
    void durationIsMillisecondsWhereItHasNoUnit() {
        S3CopyComponent component = component(Map.of("camel.component.s3copy.configuration.retry-for", "1500"));
        assertThat(component.getConfiguration().getRetryFor()).isEqualTo(1500);
    }

    @Test
    void optionThatIsNoneIsRefusedUnderBothNames() {
        for (String name : new String[] {"retry-fr", "configuration.retry-fr", "configuration.metrics-enabled"}) {
            assertThatThrownBy(() -> component(Map.of("camel.component.s3copy." + name, "3s")))
                    .as(name)
                    .hasStackTraceContaining("s3copy");
        }
    }
}
