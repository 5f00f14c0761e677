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

import io.s3copy.app.config.DatabaseSpec;
import io.s3copy.app.config.SettingsException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a user is told of a PostgreSQL database that cannot be opened: property, value, rule and fix. */
final class OpenFailure {

    private static final String PREFIX = "s3copy.database.";

    private OpenFailure() {}

    static SettingsException of(DatabaseSpec spec, Exception failure) {
        if (failure instanceof SettingsException settings) {
            return settings;
        }
        SQLException sql = SqlStates.in(failure);
        String url = PREFIX + "url=" + spec.place() + ": ";
        if (sql instanceof Session.HeldException) {
            return new SettingsException(url + "another process works with this database (" + sql.getMessage()
                    + "), and two would tell each other's runs wrong. End it, or name another database or schema"
                    + " (?currentSchema=)");
        } else if (sql == null) {
            return new SettingsException(url + "its tables cannot be made or brought up to date: " + line(failure)
                    + ". Name a database or schema (?currentSchema=) that is s3copy's alone");
        } else if (SqlStates.isOfIdentity(sql)) {
            return new SettingsException(PREFIX + "username=" + spec.username()
                    + ": the database does not let this user in: " + line(sql) + ". See that the file "
                    + PREFIX + "password-file holds the user's password, and what pg_hba.conf of the server says");
        } else if (SqlStates.is(sql, SqlStates.NO_DATABASE)) {
            return new SettingsException(
                    url + "there is no such database: " + line(sql) + ". Create it, or name another");
        } else if (SqlStates.is(sql, SqlStates.NO_SCHEMA)) {
            return new SettingsException(url + "the schema that tables are made in is not there: " + line(sql)
                    + ". Create it, or name another (?currentSchema=)");
        } else if (SqlStates.is(sql, SqlStates.NO_RIGHTS)) {
            return new SettingsException(url + "user " + spec.username() + " may not do what is needed: " + line(sql)
                    + ". Let the user own the schema: CREATE SCHEMA AUTHORIZATION or GRANT CREATE, USAGE ON SCHEMA");
        } else if (SqlStates.is(sql, SqlStates.REJECTED)) {
            return new SettingsException(url + "refuses the connection: " + line(sql) + ". See that " + PREFIX
                    + "password-file is set if it asks for a password, and what sslmode says");
        } else if (SqlStates.isOfConnection(sql)) {
            return new SettingsException(url + "does not answer: " + line(sql)
                    + ". See that the server runs, and that host and port are right");
        }
        return new SettingsException(url + "cannot be opened: " + line(sql) + ". Mend that, or name another database");
    }

    /** Names and messages have all characters of all scripts. */
    static void checkEncoding(DatabaseSpec spec, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW server_encoding")) {
            if (rows.next() && !rows.getString(1).equals("UTF8")) {
                throw new SettingsException(
                        PREFIX + "url=" + spec.place() + ": its encoding is " + rows.getString(1)
                                + ", which lacks characters that names and messages have. Create a database with ENCODING 'UTF8'");
            }
        }
    }

    private static String line(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
