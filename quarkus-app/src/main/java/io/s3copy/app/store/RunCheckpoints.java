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
import javax.sql.DataSource;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** What one run has written down of what is done: its checkpoint, in the database. */
public final class RunCheckpoints extends ServiceSupport implements StateRepository<String, String> {

    private final DataSource database;
    private final long run;

    /**
     * The checkpoint of a run.
     *
     * @param run the id of a run that the database has
     */
    public RunCheckpoints(DataSource database, long run) {
        this.database = database;
        this.run = run;
    }

    @Override
    public void setState(String key, String value) {
        ask("MERGE INTO run_checkpoint (run_id, name, text) KEY (run_id, name) VALUES (?, ?, ?)", merge -> {
            merge.setLong(1, run);
            merge.setString(2, key);
            merge.setString(3, value);
            merge.executeUpdate();
            return null;
        });
    }

    @Override
    public @Nullable String getState(String key) {
        return ask("SELECT text FROM run_checkpoint WHERE run_id = ? AND name = ?", select -> {
            select.setLong(1, run);
            select.setString(2, key);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        });
    }

    private interface Asking {
        @Nullable
        String ask(PreparedStatement statement) throws SQLException;
    }

    private @Nullable String ask(String sql, Asking asking) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return asking.ask(statement);
        } catch (SQLException e) {
            throw new StoreException("The checkpoint of run " + run + " cannot be read or written", e);
        }
    }
}
