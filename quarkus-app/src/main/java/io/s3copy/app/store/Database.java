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

import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.DatabaseSpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The database of runs: an H2 file, or PostgreSQL. What fails because it is away is done again. */
@ApplicationScoped
public class Database {

    private static final int SECONDS_TO_ANSWER = 3;

    /** Scripts that both databases understand. */
    static final String SHARED_TABLES = "db/migration";

    static final String POSTGRESQL_TABLES = "db/postgresql";

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    /** What an operator waits for an answer. */
    private static final long PATIENCE_MILLIS = 5_000;

    private final Flyway h2Tables;
    private final DataSource h2;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Connections connections;
    private volatile @Nullable FolderLock folder;
    private volatile Runnable whenTaken = () -> {};

    /**
     * The database of a process.
     *
     * @param h2Tables makes the tables of the file
     * @param h2 connections to the file, which is not there before the first
     */
    public Database(Flyway h2Tables, DataSource h2) {
        this.h2Tables = h2Tables;
        this.h2 = h2;
    }

    /** Whom to tell, once, that another process works with the database now: nothing is written any more. */
    public void whenTaken(Runnable listener) {
        whenTaken = listener;
    }

    /**
     * Opens it: takes it for this process, and makes its tables, or brings them to what this release needs. Blocks.
     *
     * @throws io.s3copy.app.config.SettingsException if another process works with it, or it cannot be opened
     */
    public void open(Configuration configuration) {
        DatabaseSpec spec = configuration.database();
        FolderLock taken = FolderLock.take(configuration.data());
        folder = taken;
        Connections opened = spec == null
                ? new H2Connections(h2Tables, h2, configuration.data())
                : new PostgreSqlConnections(spec, () -> whenTaken.run());
        try {
            opened.open();
        } catch (RuntimeException e) {
            giveUp(taken);
            throw e;
        }
        connections = opened;
    }

    private static void giveUp(FolderLock folder) {
        try {
            folder.close();
        } catch (IOException e) {
            throw new StoreException("The folder of reports was not given up: " + e.getMessage(), e, false);
        }
    }

    /** Whether it answers. Blocks until it does, or for some seconds. */
    public boolean answers() {
        Connections open = connections;
        if (open == null) {
            return false;
        }
        try {
            return open.use(connection -> connection.isValid(SECONDS_TO_ANSWER));
        } catch (SQLException e) {
            return false;
        }
    }

    /** Gives it up: before the pool of connections is closed, which would find one in use. */
    public void close() {
        closed.countDown();
        Connections last = connections;
        FolderLock taken = folder;
        try {
            if (last != null) {
                last.close();
            }
        } catch (SQLException e) {
            throw new StoreException("The database of runs did not close: " + e.getMessage(), e, false);
        } finally {
            if (taken != null) {
                giveUp(taken);
            }
        }
    }

    /** Does something, and does it again for some seconds while the database is away. Blocks. */
    <T> T ask(Work<T> work) {
        return ask(work, PATIENCE_MILLIS);
    }

    /** Does something, and does it again until the database is there, or the process ends. Blocks. */
    <T> T askUntilDone(Work<T> work) {
        return ask(work, Long.MAX_VALUE);
    }

    private <T> T ask(Work<T> work, long patience) {
        Connections open = connections;
        if (open == null) {
            throw new IllegalStateException("The database of runs is not open");
        }
        long begun = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return open.use(work);
            } catch (SQLException e) {
                boolean passing = open.mayPass(e);
                long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                if (!passing || waited > patience - pause || isClosedWithin(pause)) {
                    throw new StoreException("The database of runs failed: " + e.getMessage(), e, passing);
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
