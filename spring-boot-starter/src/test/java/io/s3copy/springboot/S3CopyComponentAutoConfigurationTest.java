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
package io.s3copy.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.parameter.InvalidParameterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/** Properties of the application are options of the component, whatever way they are written. */
class S3CopyComponentAutoConfigurationTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CamelAutoConfiguration.class, S3CopyComponentAutoConfiguration.class));

    private static final class Listener implements CopyListener {}

    /** The component's options in an application with these properties. */
    private void optionsWith(Consumer<S3CopyConfiguration> check, String... properties) {
        runner.withPropertyValues(properties)
                .run(context -> check.accept(
                        component(context.getBean(CamelContext.class)).getConfiguration()));
    }

    private static S3CopyComponent component(CamelContext camel) {
        return camel.getComponent("s3copy", S3CopyComponent.class);
    }

    @Test
    void propertiesOfEveryTypeAreOptions() {
        optionsWith(
                options -> {
                    assertThat(options.getRegion()).isEqualTo("eu-west-1");
                    assertThat(options.isForcePathStyle()).isTrue();
                    assertThat(options.getIfExists()).isEqualTo(IfExists.skipIfSame);
                    assertThat(options.getMaxPending()).isEqualTo(7);
                    assertThat(options.getRetryFor()).isEqualTo(90_000);
                },
                "camel.component.s3copy.region=eu-west-1",
                "camel.component.s3copy.force-path-style=true",
                "camel.component.s3copy.if-exists=skipIfSame",
                "camel.component.s3copy.max-pending=7",
                "camel.component.s3copy.retry-for=90s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"if-exists", "ifExists", "if_exists", "configuration.if-exists"})
    void namesAreRelaxed(String name) {
        optionsWith(
                options -> assertThat(options.getIfExists()).isEqualTo(IfExists.skip),
                "camel.component.s3copy." + name + "=skip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAMEL_COMPONENT_S3COPY_IFEXISTS", "CAMEL_COMPONENT_S3COPY_IF_EXISTS"})
    void variablesOfTheEnvironmentAreOptions(String variable) {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "test-systemEnvironment", Map.of(variable, "skip"))))
                .run(context -> assertThat(component(context.getBean(CamelContext.class))
                                .getConfiguration()
                                .getIfExists())
                        .isEqualTo(IfExists.skip));
    }

    @Test
    void placeholdersOfSpringAreResolved() {
        optionsWith(
                options -> assertThat(options.getRegion()).isEqualTo("eu-north-1"),
                "where=eu-north-1",
                "camel.component.s3copy.region=${where}");
    }

    @Test
    void listsOfYamlAndNamesWithDotsAndDashesKeepTheirMeaning() {
        String yaml = """
                camel:
                  component:
                    s3copy:
                      allowed-buckets:
                        - archive
                        - backup
                      metadata:
                        a-key: x
                        a.dotted.key: y
                """;
        runner.withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(load(yaml)))
                .run(context -> {
                    S3CopyConfiguration options =
                            component(context.getBean(CamelContext.class)).getConfiguration();
                    assertThat(options.getAllowedBuckets()).isEqualTo("archive,backup");
                    assertThat(options.getMetadata()).isEqualTo(Map.of("a-key", "x", "a.dotted.key", "y"));
                });
    }

    private static PropertySource<?> load(String yaml) {
        try {
            return new YamlPropertySourceLoader()
                    .load("test", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                    .get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void beanIsNamedByAReference() {
        Listener listener = new Listener();
        runner.withBean("heard", Listener.class, () -> listener)
                .withPropertyValues("camel.component.s3copy.copy-listener=#bean:heard")
                .run(context -> assertThat(component(context.getBean(CamelContext.class))
                                .getConfiguration()
                                .getCopyListener())
                        .isSameAs(listener));
    }

    @ParameterizedTest
    @CsvSource({"retry-fro, retry-for", "metdata.a-key, metadata", "maxpendng, max-pending"})
    void propertyThatIsNoOptionIsRefusedWithTheNearestAndWithoutItsValue(String name, String nearest) {
        runner.withPropertyValues("camel.component.s3copy." + name + "=9f8e7d")
                .run(context -> assertThatThrownBy(() -> component(context.getBean(CamelContext.class)))
                        .rootCause()
                        .isInstanceOf(InvalidParameterException.class)
                        .message()
                        .contains("property camel.component.s3copy." + name)
                        .contains("The nearest is camel.component.s3copy." + nearest)
                        .doesNotContain("9f8e7d"));
    }

    @Test
    void propertyThatIsLikeNoOptionIsRefusedWithoutANearest() {
        runner.withPropertyValues("camel.component.s3copy.quux=1")
                .run(context -> assertThatThrownBy(() -> component(context.getBean(CamelContext.class)))
                        .rootCause()
                        .isInstanceOf(InvalidParameterException.class)
                        .message()
                        .contains("property camel.component.s3copy.quux")
                        .contains("docs/spring-boot.md")
                        .doesNotContain("nearest"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata.a-key",
                "configuration.metadata.a-key",
                "tags.cost-centre",
                "tags.CostCentre",
                "tags[CostCentre]"
            })
    void endpointsStartWithNamesOfMapsAsTheyAreWritten(String name) {
        runner.withPropertyValues("camel.component.s3copy." + name + "=x", "camel.component.s3copy.region=eu-west-1")
                .run(context -> {
                    CamelContext camel = context.getBean(CamelContext.class);
                    S3CopyConfiguration options = camel.getEndpoint("s3copy:archive", S3CopyEndpoint.class)
                            .getConfiguration();
                    Map<String, Object> map = name.contains("tags") ? options.getTags() : options.getMetadata();
                    assertThat(map).containsOnly(Map.entry(name.replaceAll(".*[.\\[]|]", ""), "x"));
                });
    }

    @Test
    void componentOfTheApplicationsOwnGetsThePropertiesToo() {
        S3CopyComponent own = new S3CopyComponent();
        own.getConfiguration().setRegion("us-west-2");
        runner.withBean("s3copy", S3CopyComponent.class, () -> own)
                .withPropertyValues("camel.component.s3copy.if-exists=fail")
                .run(context -> {
                    assertThat(component(context.getBean(CamelContext.class))).isSameAs(own);
                    assertThat(own.getConfiguration().getRegion()).isEqualTo("us-west-2");
                    assertThat(own.getConfiguration().getIfExists()).isEqualTo(IfExists.fail);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.component.s3copy.enabled=false",
                "camel.component.s3copy.customizer.enabled=false",
                "camel.component.customizer.enabled=false"
            })
    void autoConfigurationIsTurnedOff(String property) {
        optionsWith(
                options -> assertThat(options.getRegion()).isNull(),
                property,
                "camel.component.s3copy.region=eu-west-1");
    }
}
