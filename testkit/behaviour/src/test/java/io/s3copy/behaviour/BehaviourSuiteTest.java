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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tool runs, and the arguments that it takes. */
class BehaviourSuiteTest {

    @Test
    void runsEveryClassOfTheSuiteButTheOneThatKnowsTheServerBeforehand() throws IOException {
        List<String> written;
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/s3copy/behaviour"))) {
            written = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .filter(name -> !name.equals(EmbeddedServersBehaviourTest.class.getSimpleName()))
                    .toList();
        }
        assertThat(BehaviourSuite.TESTS).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void readsWhatFollowsTheFirstEqualsSign() {
        assertThat(SuiteOption.read("--endpoint=http://ceph.example:8080/?a=b", "--pathStyle=false"))
                .isEqualTo(
                        Map.of(SuiteOption.endpoint, "http://ceph.example:8080/?a=b", SuiteOption.pathStyle, "false"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--endpiont=http://h", "endpoint=http://h", "--accessKey=a", "--secretKey=s", "--sessionToken=t"
            })
    void refusesWhatIsNoOptionOfTheCommandLine(String argument) {
        assertThatThrownBy(() -> SuiteOption.read(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(argument.substring(0, argument.indexOf('=')) + " is no option of the suite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--region", "--region=", "--region= "})
    void refusesAnOptionWithoutAValue(String argument) {
        assertThatThrownBy(() -> SuiteOption.read(argument)).hasMessage("--region has no value. Write --region=…");
    }

    @Test
    void theUsageNamesEveryArgumentAndNoKey() {
        assertThat(SuiteOption.usage())
                .contains("--endpoint ", "--reports ", "--kmsKey ")
                .doesNotContain("--accessKey", "--secretKey", "--sessionToken");
    }
}
