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
package io.s3copy.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.testkit.database.PostgreSqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first release is read by this one. */
class SchemaTest {

    private static final String ROW =
            "INSERT INTO job_run (job, kind, place, state, cause, attempts, started, objects, bytes,"
                    + " progress, message) VALUES ('photos', 'copy', 'place', 'RUNNING', 'SCHEDULE', 2,"
                    + " TIMESTAMP WITH TIME ZONE '2026-11-01 02:30:00+01:00', 7, 4096, '{}', '')";

    @TempDir
    private Path folder;

    private static void makeFirst(String url, String user, String password, String own) throws Exception {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("db/migration", own)
                .target("1")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(ROW);
            statement.execute("INSERT INTO run_checkpoint (run_id, name, text) VALUES (1, 'a', 'first')");
        }
    }

    private static void expectRead(Database database) {
        Runs runs = new Runs(database);
        assertThat(runs.unfinished()).singleElement().satisfies(run -> {
            assertThat(run.started()).isEqualTo("2026-11-01T01:30:00Z");
            assertThat(run.attempts()).isEqualTo(2);
            assertThat(run.bytes()).isEqualTo(4096);
            assertThat(run.until()).isNull();
            assertThat(run.retry()).isNull();
        });
        assertThat(runs.checkpoints(1)).containsExactly("first");
        runs.checkpoint(1).setState("a", "second");
        assertThat(runs.checkpoints(1)).containsExactly("second");
        assertThat(runs.begin("photos", "copy", "place", RunCause.OPERATOR, "{}", null)
                        .id())
                .isEqualTo(2);
        database.close();
    }

    @Test
    void h2() throws Exception {
        makeFirst("jdbc:h2:file:" + folder.resolve("s3copy"), "", "", "db/h2");

        expectRead(GivenDatabase.h2(folder));
    }

    @Test
    void postgreSql() throws Exception {
        String url = GivenDatabase.server().newSchema();
        makeFirst(url, PostgreSqlServer.USER, PostgreSqlServer.PASSWORD, "db/postgresql");

        expectRead(GivenDatabase.postgreSql(folder, url));
    }
}
