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
package io.s3copy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The annotated sample and the examples of the documentation are configurations that the service takes. */
class SampleTest {

    private static final Pattern BLOCK = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final Path SAMPLE = Path.of("../docs/app.properties");

    private static final String HASH = "$2y$12$" + "a".repeat(53);

    @TempDir
    private Path secrets;

    private Map<String, String> sample() throws Exception {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(SAMPLE)) {
            read.load(reader);
        }
        Map<String, String> sample = new HashMap<>();
        for (String name : read.stringPropertyNames()) {
            // what the test does not have is where the sample says
            String value = read.getProperty(name);
            sample.put(name, value.replace("/run/secrets/s3", secrets.toString()));
        }
        Files.writeString(secrets.resolve("access-key"), "key");
        Files.writeString(secrets.resolve("secret-key"), "secret");
        Files.writeString(secrets.resolve("database-password"), "password");
        Files.writeString(secrets.resolve("anna"), HASH);
        return sample;
    }

    @Test
    void sampleIsTaken() throws Exception {
        Configuration configuration = Given.read(sample());

        assertThat(configuration.jobs())
                .containsOnlyKeys(
                        "photos",
                        "photos-check",
                        "named",
                        "logs",
                        "backup",
                        "old-uploads",
                        "site",
                        "uploads",
                        "uploads.backfill",
                        "uploads.reconcile",
                        "uploads.check");
        assertThat(configuration.database())
                .isEqualTo(new DatabaseSpec(
                        "jdbc:postgresql://db.example.org/s3copy?sslmode=verify-full",
                        "s3copy",
                        secrets.resolve("database-password")));
        assertThat(configuration.data()).isEqualTo(Path.of("/var/lib/s3copy"));
        assertThat(configuration.jobs().get("photos").options())
                .containsEntry("storageClass", "GLACIER_IR")
                .containsEntry("exclude", "*.tmp,cache/**");
        assertThat(configuration.jobs().get("logs").sourceRegion()).isEqualTo("us-east-1");
        assertThat(configuration.jobs().get("backup").atStart()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../README.md", "../docs/app.md"})
    void examplesOfTheDocumentationAreTaken(String page) throws Exception {
        List<String> examples = BLOCK.matcher(Files.readString(Path.of(page)))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("s3copy.jobs."))
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            Properties read = new Properties();
            read.load(new StringReader(example));
            Map<String, String> properties = new HashMap<>();
            read.stringPropertyNames()
                    .forEach(name ->
                            properties.put(name, read.getProperty(name).replace("/run/secrets", secrets.toString())));
            Files.writeString(secrets.resolve("webhook"), "0123456789abcdef");
            for (String user : List.of("anna", "wallboard")) {
                Files.writeString(secrets.resolve(user), HASH);
            }

            assertThat(Given.read(properties).jobs()).containsKey("photos");
        }
    }

    @Test
    void mistakesOfTheDocumentationAreToldInTheseWords() throws Exception {
        Map<String, String> wrong = Given.job("jobs.photos.kind", "coppy", "jobs.photos.source", "s3://photos/2026");
        SettingsException told = catchThrowableOfType(SettingsException.class, () -> Given.read(wrong));

        assertThat(Files.readString(Path.of("../docs/app.md")))
                .contains(told.mistakes().stream()
                        .map(mistake -> "s3copy cannot start: " + mistake)
                        .toList());
    }

    @Test
    void everyOptionThatAJobMaySetIsDocumented() throws Exception {
        String page = Files.readString(Path.of("../docs/app.md"));

        for (JobKind kind : JobKind.values()) {
            assertThat(JobOptions.all(kind))
                    .allSatisfy(option -> assertThat(page).contains("`" + JobOptions.dashed(option) + "`"));
        }
    }

    @Test
    void everyPropertyOfTheSampleIsKnownAsAVariable() throws Exception {
        assertThat(sample().keySet().stream().filter(name -> name.startsWith("s3copy.")))
                .allSatisfy(name -> assertThat(ServiceNames.isVariable(
                                name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)))
                        .isTrue());
    }
}
