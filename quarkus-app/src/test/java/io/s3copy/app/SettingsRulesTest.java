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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.app.config.SettingsException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsRulesTest {

    @ParameterizedTest
    @CsvSource({
        "access-key, s3copy.access-key is set without s3copy.secret-key",
        "secret-key, s3copy.secret-key is set without s3copy.access-key"
    })
    void oneKeyIsNoPair(String there, String message) {
        Settings settings = GivenSettings.of(there, "the-value");
        assertThatThrownBy(() -> SettingsRules.check(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("the-value");
    }

    @Test
    void aTokenNeedsItsKeys() {
        Settings settings = GivenSettings.of("session-token", "the-token");
        assertThatThrownBy(() -> SettingsRules.check(settings))
                .hasMessageStartingWith("s3copy.session-token is set without the keys")
                .hasMessageNotContaining("the-token");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "photos/, photos/", "photos/, photos/2026/", "'', copies/"})
    void copiesDoNotLandAmongTheObjectsToCopy(String from, String to) {
        Settings settings = sameBucket(from, to);
        assertThatThrownBy(() -> SettingsRules.check(settings))
                .hasMessageContaining("s3copy.destination.bucket is the source's own (from-bucket)")
                .hasMessageContaining("'" + to + "'");
    }

    @ParameterizedTest
    @CsvSource({"photos/, archive/", "photos/2026/, photos/", "photos/, photo"})
    void prefixesThatLieApartMayShareABucket(String from, String to) {
        Settings settings = sameBucket(from, to);
        assertThatCode(() -> SettingsRules.check(settings)).doesNotThrowAnyException();
    }

    private static Settings sameBucket(String from, String to) {
        return GivenSettings.of("destination.bucket", "from-bucket", "source.prefix", from, "destination.prefix", to);
    }

    @Test
    void oneBucketAndItsWholeSelfIsRefusedWithoutAnyPrefix() {
        Settings settings = GivenSettings.of("destination.bucket", "from-bucket");
        assertThatThrownBy(() -> SettingsRules.check(settings)).isInstanceOf(SettingsException.class);
    }

    @Test
    void everyMistypedVariableIsNamed() {
        assertThatThrownBy(() -> SettingsRules.checkEnvironment(Set.of("S3COPY_REGOIN", "S3COPY_EXITT", "PATH")))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        wrong -> assertThat(wrong.mistakes())
                                .satisfiesExactly(
                                        first -> assertThat(first)
                                                .contains("S3COPY_EXITT", "The nearest is S3COPY_EXIT"),
                                        second -> assertThat(second)
                                                .contains("S3COPY_REGOIN", "The nearest is S3COPY_REGION")));
    }

    @ParameterizedTest
    @CsvSource({"region, eu-west-1", "endpoint, http://127.0.0.1:9000"})
    void aRegionOrAnEndpointIsEnoughToSign(String name, String value) {
        Settings settings = GivenSettings.of(name, value);
        assertThatCode(() -> SettingsRules.checkRegion(settings, config(Map.of())))
                .doesNotThrowAnyException();
    }

    @Test
    void anOptionOfTheComponentMayGiveTheRegion() {
        Config config = config(Map.of("camel.component.s3copy.region", "eu-west-1"));
        assertThatCode(() -> SettingsRules.checkRegion(GivenSettings.of(), config))
                .doesNotThrowAnyException();
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "given", 100))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "s3copy.dry-run, true",
        "s3copy.endpoint, http://127.0.0.1:9000",
        "s3copy.access-key, the-value",
        "s3copy.source.prefix, photos/"
    })
    void theServiceRefusesWhatItWouldNotHeed(String property, String value) {
        assertThatThrownBy(() -> SettingsRules.refuseOfCommand(given(property, value, 100)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(property + " is ")
                .hasMessageNotContaining("the-value");
        // the application's own file says what the command needs
        assertThatCode(() -> SettingsRules.refuseOfCommand(given(property, value, 90)))
                .doesNotThrowAnyException();
    }

    private static Config given(String property, String value, int ordinal) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(property, value), "given", ordinal))
                .build();
    }
}
