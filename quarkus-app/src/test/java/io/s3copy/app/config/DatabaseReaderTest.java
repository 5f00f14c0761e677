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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the database of runs is, and who signs in to it. */
class DatabaseReaderTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "database.url | jdbc:h2:mem:x | s3copy.database.url=jdbc:h2:mem:x: must begin with jdbc:postgresql://. Write for example jdbc:postgresql://db.example.org/s3copy, or leave it out for a file",
                "database.url | db.example.org | s3copy.database.url=db.example.org: must begin with jdbc:postgresql://",
                "database.url | jdbc:postgresql:runs | must be jdbc:postgresql://host/database or jdbc:postgresql://host:port/database",
                "database.url | jdbc:postgresql:///runs | s3copy.database.url=jdbc:postgresql:///runs: must be jdbc:postgresql://host/database",
                "database.url | jdbc:postgresql://db | must be jdbc:postgresql://host/database",
                "database.url | jdbc:postgresql://db:x/runs | must be jdbc:postgresql://host/database",
                "database.url | jdbc:postgresql://me:secret@db/runs | s3copy.database.url=jdbc:postgresql://***@db/runs: must have no user name and no password. Set s3copy.database.username, and write the password into the file s3copy.database.password-file",
                "database.url | jdbc:postgresql://db/runs?ssl=true&password=secret@ | s3copy.database.url=jdbc:postgresql://***@: must have no user name and no password",
                "database.url | jdbc:postgresql://db/runs?ssl=true&password=hidden | s3copy.database.url=jdbc:postgresql://db/runs: must have no parameter user or password",
                "database.url | jdbc:postgresql://db/runs | s3copy.database.username is missing, and s3copy.database.url needs it",
                "database.username | me | s3copy.database.username=me: is not read without s3copy.database.url. Set s3copy.database.url, or leave it out",
                "database.password-file | /nowhere | s3copy.database.password-file=/nowhere: is not read without s3copy.database.url"
            })
    void mistakeNamesPropertyValueRuleAndFix(String name, String value, String mistake) {
        assertThatThrownBy(() -> Given.read(Given.job(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(mistake)
                .hasMessageNotContaining("secret@")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.org/runs",
                "jdbc:postgresql://db:5433/runs?currentSchema=s3copy&sslmode=verify-full",
                "jdbc:postgresql://[::1]:5433/runs",
                "jdbc:postgresql://one:5432,two/runs?targetServerType=primary"
            })
    void databaseIsTaken(String url) throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "pass word\n");

        DatabaseSpec database = Given.read(Given.job(
                        "database.url", url, "database.username", "me", "database.password-file", file.toString()))
                .database();

        assertThat(database).isEqualTo(new DatabaseSpec(url, "me", file));
        assertThat(database.password()).isEqualTo("pass word");
        assertThat(Given.read(Given.job()).database()).isNull();
    }

    @Test
    void passwordFileThatIsNotThereOrEmptyIsTold() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        for (Path file : List.of(empty, folder.resolve("nowhere"))) {
            assertThatThrownBy(() -> Given.read(Given.job(
                            "database.url", "jdbc:postgresql://db/runs",
                            "database.username", "me",
                            "database.password-file", file.toString())))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("s3copy.database.password-file=" + file)
                    .hasMessageContaining("must hold a password. Mend the file, or name another");
        }
    }
}
