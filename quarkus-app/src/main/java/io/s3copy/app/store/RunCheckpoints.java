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

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * What one run has written down of what is done: its checkpoint, in the database. While that is away, the run waits with what
 * it writes.
 */
final class RunCheckpoints extends ServiceSupport implements StateRepository<String, String> {

    private final Database database;
    private final long run;

    /**
     * The checkpoint of a run.
     *
     * @param run the id of a run that the database has
     */
    RunCheckpoints(Database database, long run) {
        this.database = database;
        this.run = run;
    }

    @Override
    public void setState(String key, String value) {
        database.askUntilDone(connection -> Transactions.in(connection, same -> {
            // the same words for both databases; this process alone writes
            int there = write(same, "UPDATE run_checkpoint SET text = ? WHERE run_id = ? AND name = ?", key, value);
            return there > 0
                    ? there
                    : write(same, "INSERT INTO run_checkpoint (text, run_id, name) VALUES (?, ?, ?)", key, value);
        }));
    }

    private int write(Connection connection, String sql, String key, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.setLong(2, run);
            statement.setString(3, key);
            return statement.executeUpdate();
        }
    }

    @Override
    public @Nullable String getState(String key) {
        return database.askUntilDone(connection -> find(connection, key)).orElse(null);
    }

    private Optional<String> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT text FROM run_checkpoint WHERE run_id = ? AND name = ?")) {
            select.setLong(1, run);
            select.setString(2, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
