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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.app.config.DatabaseSpec;
import io.s3copy.app.config.SettingsException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to PostgreSQL. All is read and written by the session that holds the lock of the schema: a process that
 * lost the lock lost its session, and can write nothing until it has taken the lock again. A pool would have connections that
 * go on without it.
 *
 * <p>A session that is lost, as when the server is started again, is begun anew with the next call, or a few seconds later. If
 * another process has taken the lock meanwhile, it has the runs, too: this one never writes again, and is told to end.
 */
final class PostgreSqlConnections implements Connections {

    private static final Logger LOG = Logger.getLogger(PostgreSqlConnections.class);

    private static final String SECONDS_TO_CONNECT = "10";
    private static final String SECONDS_TO_ANSWER = "60";
    private static final int SECONDS_TO_PROVE_LIFE = 5;
    private static final long SECONDS_BETWEEN_LOOKS = 5;
    private static final long SECONDS_TO_WAIT = 5;

    private final DatabaseSpec spec;
    private final Runnable whenTaken;
    private final ReentrantLock using = new ReentrantLock(true);
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(PostgreSqlConnections::thread);

    @GuardedBy("using")
    private @Nullable Session session;

    /** The last session, which the server may not have seen end. */
    @GuardedBy("using")
    private @Nullable String before;

    private volatile @Nullable String ended;

    /**
     * Connections to a database.
     *
     * @param whenTaken hears, once, that another process works with the database now
     */
    PostgreSqlConnections(DatabaseSpec spec, Runnable whenTaken) {
        this.spec = spec;
        this.whenTaken = whenTaken;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "s3copy-database");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void open() {
        using.lock();
        try {
            session = begin();
            before = session.id();
            OpenFailure.checkEncoding(spec, session.connection());
            Flyway.configure()
                    .dataSource(spec.url(), spec.username(), spec.password())
                    .locations(Database.SHARED_TABLES, Database.POSTGRESQL_TABLES)
                    .load()
                    .migrate();
        } catch (RuntimeException | SQLException e) {
            drop();
            looks.shutdown();
            throw OpenFailure.of(spec, e);
        } finally {
            using.unlock();
        }
        // it never fails, and ends with the executor
        ScheduledFuture<?> unused = looks.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private Session begin() throws SQLException {
        Properties options = new Properties();
        options.setProperty("user", spec.username());
        String password = spec.password();
        if (password != null) {
            options.setProperty("password", password);
        }
        options.setProperty("ApplicationName", "s3copy");
        options.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        options.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        options.setProperty("tcpKeepAlive", "true");
        Connection connection = driver().connect(spec.url(), options);
        if (connection == null) {
            throw new SQLException("the driver does not know such a URL");
        }
        try {
            return Session.begin(connection);
        } catch (SQLException | RuntimeException e) {
            close(connection, e);
            throw e;
        }
    }

    /** Not by DriverManager, which asks the class loader of the thread that first needs it. */
    private Driver driver() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, getClass().getClassLoader())) {
            if (driver.acceptsURL(spec.url())) {
                return driver;
            }
        }
        throw new SQLException("the driver of PostgreSQL is not there, or does not know such a URL");
    }

    private static void close(Connection connection, Exception failure) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public <T> T use(Work<T> work) throws SQLException {
        await();
        try {
            Connection connection = session().connection();
            try {
                return work.with(connection);
            } catch (SQLException e) {
                if (SqlStates.isOfConnection(e) || connection.isClosed()) {
                    lost(e);
                }
                throw e;
            }
        } finally {
            using.unlock();
        }
    }

    /** A server that accepts and does not answer keeps whoever has the session for a minute: others do not queue behind it. */
    private void await() throws SQLException {
        try {
            if (using.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("others wait for it already", "08006");
    }

    /** The session; begun anew if it was lost. */
    @GuardedBy("using")
    private Session session() throws SQLException {
        if (ended != null) {
            throw new SQLNonTransientConnectionException(ended);
        }
        Session now = session;
        if (now == null) {
            now = again();
            session = now;
            before = now.id();
            LOG.info("The database of runs is there again");
        }
        return now;
    }

    @GuardedBy("using")
    private Session again() throws SQLException {
        try {
            return begin();
        } catch (Session.HeldException e) {
            if (!e.isBy(before)) {
                throw taken(e);
            }
            // the server has not yet seen that our last session ended
            throw new SQLTransientConnectionException(e.getMessage(), e.getSQLState(), e);
        } catch (SQLException | SettingsException e) {
            // it worked before, and may again, as with a password that is being changed
            throw new SQLTransientConnectionException(e.getMessage(), e);
        }
    }

    @GuardedBy("using")
    private SQLException taken(SQLException by) {
        String why = "another process works with the database now: " + by.getMessage();
        ended = why;
        LOG.errorf(
                "The connection to the database of runs was lost, and %s. Its runs are that process's: this one ends",
                why);
        looks.shutdown();
        whenTaken.run();
        return new SQLNonTransientConnectionException(why, by);
    }

    @GuardedBy("using")
    private void lost(SQLException failure) {
        LOG.warnf(
                "The connection to the database of runs is lost: %s. Runs go on; what they did is written down once it is"
                        + " there again",
                failure.getMessage());
        drop();
    }

    @GuardedBy("using")
    private void drop() {
        Session last = session;
        session = null;
        if (last != null) {
            try {
                last.connection().close();
            } catch (SQLException e) {
                LOG.debug("A lost connection did not close", e);
            }
        }
    }

    /** Nobody may ask for hours, while another process takes the lock of a session that was lost. */
    private void look() {
        try {
            use(connection -> {
                if (!connection.isValid(SECONDS_TO_PROVE_LIFE)) {
                    throw new SQLTransientConnectionException("it does not answer", "08006");
                }
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The database of runs is not there", e);
        }
    }

    @Override
    public boolean mayPass(SQLException failure) {
        return ended == null && SqlStates.mayPass(failure);
    }

    @Override
    public void close() throws SQLException {
        looks.shutdownNow();
        if (ended == null) {
            // before the lock: whoever waits for it does nothing more
            ended = "the process ends";
        }
        using.lock();
        try {
            drop();
        } finally {
            using.unlock();
        }
    }
}
