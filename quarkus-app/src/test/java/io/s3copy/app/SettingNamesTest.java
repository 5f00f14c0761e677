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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {

    @Test
    void everySettingIsKnownByItsPropertyAndItsVariable() {
        assertThat(SettingNames.properties())
                .contains("s3copy.source.bucket", "s3copy.path-style", "s3copy.stop-after", "s3copy.exit")
                .allSatisfy(
                        property -> assertThat(SettingNames.mistakes(List.of(SettingNames.environmentName(property))))
                                .isEmpty());
    }

    @Test
    void aVariableIsThePropertyInCapitalsAndUnderscores() {
        assertThat(SettingNames.environmentName("s3copy.source.path-style")).isEqualTo("S3COPY_SOURCE_PATH_STYLE");
    }

    /** A service of Kubernetes that is called s3copy puts these into every container of its namespace. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "S3COPY_SERVICE_HOST",
                "S3COPY_SERVICE_PORT",
                "S3COPY_SERVICE_PORT_HTTP",
                "S3COPY_PORT",
                "S3COPY_PORT_8080_TCP",
                "S3COPY_PORT_8080_TCP_ADDR",
                "S3COPY_WEBHOOK_SERVICE_HOST",
                "PATH",
                "s3copy_region"
            })
    void aVariableOfOthersIsNoMistake(String variable) {
        assertThat(SettingNames.mistakes(List.of(variable))).isEmpty();
    }

    @Test
    void aVariableThatIsNearNothingIsTakenForAMistakeToo() {
        assertThat(SettingNames.mistakes(List.of("S3COPY_COMPLETELY_DIFFERENT_THING")))
                .containsExactly(
                        "environment variable S3COPY_COMPLETELY_DIFFERENT_THING is no setting, and nothing would"
                                + " heed it. Leave it out; --help tells all settings");
    }

    @ParameterizedTest
    @CsvSource({
        "s3copy.regoin, s3copy.region",
        "s3copy.source.buckt, s3copy.source.bucket",
        "s3copy.dryrun, s3copy.dry-run"
    })
    void theNearestPropertyIsNamed(String wrong, String nearest) {
        assertThat(SettingNames.unknownProperty(wrong))
                .startsWith("property " + wrong + " is no setting")
                .contains("The nearest is " + nearest + ":");
    }
}
