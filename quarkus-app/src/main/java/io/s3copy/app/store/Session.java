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
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A session of PostgreSQL that holds the schema for its process: by an advisory lock, which ends with the session. What is
 * written by the session is written under the lock.
 *
 * @param id no other session has it, at any time
 */
record Session(Connection connection, String id) {

    /** Tells this lock from those of others in the database: the letters "s3cp". */
    private static final int LOCK = 0x73336370;

    /**
     * The server looks after so many seconds whether a silent process is still there, and does not end it for its silence: it
     * holds the lock. Not every release knows all of them.
     */
    private static final String SETTINGS = "SELECT set_config(s.name, own.value, false) FROM pg_settings s JOIN (VALUES"
            + " ('tcp_keepalives_idle', '20'), ('tcp_keepalives_interval', '10'), ('tcp_keepalives_count', '3'),"
            + " ('idle_session_timeout', '0')) own (name, value) ON own.name = s.name";

    private static final String SCHEMA = "SELECT oid::int FROM pg_namespace WHERE nspname = current_schema()";

    private static final String HOLDER = "SELECT a.pid || ' since ' || coalesce(a.backend_start::text, 'before'),"
            + " coalesce(' from ' || host(a.client_addr), '')"
            + " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = (?::int)::oid"
            + " AND l.objid = (?::int)::oid"
            + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static final String OWN =
            "SELECT pid || ' since ' || backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()";

    /** Another session holds the schema. */
    static final class HeldException extends SQLNonTransientConnectionException {

        private static final long serialVersionUID = 1L;

        private final @Nullable String id;

        private HeldException(String message, @Nullable String id, SQLException cause) {
            super(message, SqlStates.LOCK_TIMEOUT, cause);
            this.id = id;
        }

        /** Whether it is that session. */
        boolean isBy(@Nullable String session) {
            return id == null || id.equals(session);
        }
    }

    /**
     * Takes the lock. One that has just ended may be given up in a moment.
     *
     * @throws HeldException if another session has it
     */
    static Session begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
            String schema = text(statement, SCHEMA);
            if (schema == null) {
                throw new SQLException("no schema of search_path is there", SqlStates.NO_SCHEMA);
            }
            take(connection, Integer.parseInt(schema));
            return new Session(connection, String.valueOf(text(statement, OWN)));
        }
    }

    private static @Nullable String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private static void take(Connection connection, int schema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement limit = connection.createStatement();
                PreparedStatement take = connection.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
            limit.execute("SET LOCAL lock_timeout = '1s'");
            take.setInt(1, LOCK);
            take.setInt(2, schema);
            take.execute();
            // it is the session's, and stays
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw SqlStates.is(e, SqlStates.LOCK_TIMEOUT) ? held(connection, schema, e) : e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static HeldException held(Connection connection, int schema, SQLException failure) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
            select.setInt(1, LOCK);
            select.setInt(2, schema);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? new HeldException(
                                "session " + rows.getString(1) + rows.getString(2), rows.getString(1), failure)
                        // it has just ended
                        : new HeldException("a session", null, failure);
            }
        }
    }
}
