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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.app.config.SettingsException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void noArgumentsAskForNothing() {
        assertThat(Arguments.read()).isEqualTo(new Arguments(false, false, false, false));
    }

    @Test
    void eachArgumentIsRead() {
        assertThat(Arguments.read("--exit")).isEqualTo(new Arguments(false, false, true, false));
        assertThat(Arguments.read("--version")).isEqualTo(new Arguments(false, true, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "-?", "help"})
    void helpIsAskedForInTheUsualWays(String argument) {
        assertThat(Arguments.read(argument).help()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"--exti, --exit", "--hepl, --help", "--versoin, --version", "exit, --exit"})
    void unknownArgumentIsRefusedWithTheNearest(String argument, String nearest) {
        assertThatThrownBy(() -> Arguments.read(argument))
                .isInstanceOf(SettingsException.class)
                .hasMessage("Argument " + argument + " is unknown. The nearest is " + nearest
                        + "; --help tells all arguments and settings");
    }

    @Test
    void argumentThatIsLikeNoneIsRefusedWithoutANearest() {
        assertThatThrownBy(() -> Arguments.read("--quux"))
                .hasMessage("Argument --quux is unknown. --help tells all arguments and settings");
    }

    @ParameterizedTest
    @CsvSource({"S3COPY_DESTINATION_BUKET, S3COPY_DESTINATION_BUCKET", "S3COPY_EXI, S3COPY_EXIT"})
    void unknownVariableIsToldWithTheNearest(String variable, String nearest) {
        assertThat(SettingNames.mistakes(List.of(variable)))
                .singleElement()
                .asString()
                .endsWith("The nearest is " + nearest + ": write that, or leave it out");
    }

    @Test
    void settingThatIsLikeNoneIsToldWithoutANearest() {
        assertThat(SettingNames.mistakes(List.of("S3COPY_QUUX")))
                .containsExactly("environment variable S3COPY_QUUX is no setting, and nothing would heed it."
                        + " Leave it out; --help tells all settings");
        assertThat(SettingNames.unknownProperty("s3copy.quux")).doesNotContain("nearest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--source-bucket=photos",
                "--source.bucket",
                "-Ds3copy.source.bucket=photos",
                "--s3copy.source.bucket=photos",
                "s3copy.source.bucket=photos",
                "S3COPY_SOURCE_BUCKET=photos"
            })
    void settingGivenAsAnArgumentIsToldWhereItGoes(String argument) {
        assertThatThrownBy(() -> Arguments.read(argument))
                .hasMessageEndingWith("is unknown: settings are no arguments. Set s3copy.source.bucket as"
                        + " -Ds3copy.source.bucket=… before -jar, or in the environment as S3COPY_SOURCE_BUCKET");
    }

    @Test
    void optionOfTheComponentGivenAsAnArgumentIsToldWhereItGoes() {
        assertThatThrownBy(() -> Arguments.read("-Dcamel.component.s3copy.if-exists=skip"))
                .hasMessage("Argument -Dcamel.component.s3copy.if-exists is unknown: properties are given as"
                        + " -Dcamel.component.s3copy.if-exists=… before -jar");
    }

    @Test
    void valueOfAnArgumentMayBeASecretAndIsNotTold() {
        assertThatThrownBy(() -> Arguments.read("--secret-key=9f8e7d"))
                .message()
                .doesNotContain("9f8e7d");
    }
}
