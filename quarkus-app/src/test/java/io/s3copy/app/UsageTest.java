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

import io.smallrye.config.WithDefault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code --help} and README say of settings and exit codes is what holds. */
class UsageTest {

    private static String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Usage.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("..", "README.md"));
    }

    private static Map<String, String> declaredDefaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (Method method : Settings.class.getMethods()) {
            WithDefault fallback = method.getAnnotation(WithDefault.class);
            if (fallback != null) {
                String name = method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                defaults.put("s3copy." + name, fallback.value());
            }
        }
        return defaults;
    }

    @Test
    void everySettingIsExplainedAndNothingElse() {
        assertThat(Usage.SETTINGS.stream().map(Usage.Setting::property).collect(Collectors.toSet()))
                .isEqualTo(SettingNames.properties());
    }

    @Test
    void defaultsAreThoseThatHold() {
        Map<String, String> told =
                Usage.SETTINGS.stream().collect(Collectors.toMap(Usage.Setting::property, Usage.Setting::fallback));
        assertThat(declaredDefaults()).isNotEmpty();
        assertThat(told).containsAllEntriesOf(declaredDefaults());
    }

    @Test
    void helpNamesEachPropertyItsVariableAndTheExitCodes() {
        String help = printed();
        assertThat(Usage.SETTINGS)
                .allSatisfy(setting -> assertThat(help)
                        .contains("  " + setting.property() + "  (" + SettingNames.environmentName(setting.property())
                                + ")\n"));
        assertThat(ExitCode.values())
                .allSatisfy(exit -> assertThat(help).contains("  " + exit.code() + "  " + exit.meaning() + "\n"));
    }

    @Test
    void readmeHasEverySettingAndItsDefault() throws IOException {
        String readme = readme();
        assertThat(SettingNames.properties())
                .allSatisfy(property -> assertThat(readme).contains("`" + property + "`"));
        declaredDefaults()
                .forEach((property, value) ->
                        assertThat(readme).containsPattern("\\| `" + property + "` \\| `" + value + "` \\|"));
    }

    @Test
    void readmeHasEveryExitCodeAndItsMeaning() throws IOException {
        String readme = readme();
        assertThat(ExitCode.values())
                .allSatisfy(exit -> assertThat(readme).contains("| " + exit.code() + " | " + exit.meaning() + " |"));
    }

    @Test
    void readmeSetsVariablesOfSettings() throws IOException {
        List<String> exported = Pattern.compile("(?m)^export ([A-Z0-9_]+)=")
                .matcher(readme())
                .results()
                .map(export -> export.group(1))
                .toList();
        assertThat(exported)
                .isNotEmpty()
                .isSubsetOf(SettingNames.properties().stream()
                        .map(SettingNames::environmentName)
                        .toList());
    }

    @Test
    void versionIsTheProjects() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Usage.printVersion(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).matches("s3copy \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }
}
