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

import io.s3copy.app.config.SettingsException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Opens the database: makes its tables, or brings them to what this release needs. */
@ApplicationScoped
public class Database {

    private static final int SECONDS_TO_ANSWER = 3;

    private final Flyway flyway;
    private final DataSource connections;
    private @Nullable Connection held;

    public Database(Flyway flyway, DataSource connections) {
        this.flyway = flyway;
        this.connections = connections;
    }

    /**
     * Opens it. Blocks.
     *
     * @param folder where it is, for people
     * @throws SettingsException if another process has it open, or it cannot be written there
     */
    public void open(String folder) {
        try {
            flyway.migrate();
            // H2 gives the file up with its last connection, and the pool closes idle ones: another process could take
            // it
            held = connections.getConnection();
        } catch (RuntimeException | SQLException e) {
            throw new SettingsException("s3copy.data=" + folder + ": " + reason(e));
        }
    }

    /** Whether it answers. Blocks until it does, or for some seconds. */
    public boolean answers() {
        try (Connection connection = connections.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Gives it up: before the pool of connections is closed, which would find this one in use. */
    public void close() {
        Connection last = held;
        held = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                throw new StoreException("The database of runs did not close: " + e.getMessage(), e);
            }
        }
    }

    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return "another process works with this folder, and two would tell each other's runs wrong."
                        + " End it, or name another folder";
            } else if (cause instanceof SQLException sql) {
                return "the database there cannot be opened: " + sql.getMessage()
                        + ". See that this process may write to the folder, or name another";
            }
        }
        return "the database there cannot be brought up to date: " + failure.getMessage();
    }
}
