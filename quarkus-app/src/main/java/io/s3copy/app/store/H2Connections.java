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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Those to an H2 file, which one process has open at a time. */
final class H2Connections implements Connections {

    private final Flyway tables;
    private final DataSource pool;
    private final Path folder;
    private @Nullable Connection held;

    /**
     * Connections to a file.
     *
     * @param folder where it is, for people
     */
    H2Connections(Flyway tables, DataSource pool, Path folder) {
        this.tables = tables;
        this.pool = pool;
        this.folder = folder;
    }

    @Override
    public void open() {
        try {
            tables.migrate();
            // H2 gives the file up with its last connection, and the pool closes idle ones: another process could take
            // it
            held = pool.getConnection();
        } catch (RuntimeException | SQLException e) {
            throw new SettingsException("s3copy.data=" + folder + ": " + reason(e));
        }
    }

    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return FolderLock.TAKEN;
            } else if (cause instanceof SQLException sql) {
                return "the database there cannot be opened: " + sql.getMessage() + FolderLock.FIX;
            }
        }
        return "the database there cannot be brought up to date: " + failure.getMessage();
    }

    @Override
    public <T> T use(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        }
    }

    @Override
    public boolean mayPass(SQLException failure) {
        // it is a file of this process
        return false;
    }

    /** Before the pool is closed, which would find this connection in use. */
    @Override
    public void close() throws SQLException {
        Connection last = held;
        held = null;
        if (last != null) {
            last.close();
        }
    }
}
