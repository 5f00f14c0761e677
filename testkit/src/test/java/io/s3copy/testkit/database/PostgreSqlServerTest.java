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
package io.s3copy.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgreSqlServerTest {

    @Test
    void itAsksForThePasswordAndKeepsWhatIsInItOverAStop() throws SQLException {
        try (PostgreSqlServer server = PostgreSqlServer.start()) {
            String schema = server.newSchema();
            assertThatThrownBy(() -> DriverManager.getConnection(schema, PostgreSqlServer.USER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            try (Connection connection = connect(schema);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (name TEXT)");
                statement.execute("INSERT INTO kept VALUES ('here')");

                server.stop();

                assertThat(connection.isValid(1)).isFalse();
                assertThatThrownBy(() -> connect(schema)).isInstanceOf(SQLException.class);
            }
            server.startAgain();

            try (Connection connection = connect(schema);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name FROM kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("here");
            }
            assertThat(server.ask("SELECT count(*) FROM schema_1.kept")).isEqualTo("1");
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, PostgreSqlServer.USER, PostgreSqlServer.PASSWORD);
    }
}
