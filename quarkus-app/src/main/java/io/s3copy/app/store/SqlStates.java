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

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's codes of failures mean.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">its list</a>
 */
final class SqlStates {

    static final String LOCK_TIMEOUT = "55P03";
    static final String REJECTED = "08004";
    static final String NO_DATABASE = "3D000";
    static final String NO_RIGHTS = "42501";
    static final String NO_SCHEMA = "3F000";

    /** The server says who it is, and that it is another than before: a standby that took over, and is not ready yet. */
    private static final String READ_ONLY = "25006";

    /** The connection; the server ends, or has just been started. */
    private static final List<String> OF_CONNECTION = List.of("08", "57P", READ_ONLY);

    /** Also: two sessions got into each other's way; no memory, disk or connections left; a call was cut off; the disk. */
    private static final List<String> PASSING = List.of("40", "53", "57", "58");

    /** Who asks: a password that is wrong, a user that is not let in. */
    private static final String OF_IDENTITY = "28";

    private SqlStates() {}

    /** Whether the connection is of no use any more. */
    static boolean isOfConnection(SQLException failure) {
        return begins(failure, OF_CONNECTION);
    }

    /** Whether the same may work a moment later. */
    static boolean mayPass(SQLException failure) {
        return failure instanceof SQLTransientException || isOfConnection(failure) || begins(failure, PASSING);
    }

    static boolean isOfIdentity(SQLException failure) {
        return begins(failure, List.of(OF_IDENTITY));
    }

    static boolean is(SQLException failure, String state) {
        return begins(failure, List.of(state));
    }

    private static boolean begins(SQLException failure, List<String> states) {
        String state = failure.getSQLState();
        return state != null && states.stream().anyMatch(state::startsWith);
    }

    /** The first failure of the database among the causes. */
    static @Nullable SQLException in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
