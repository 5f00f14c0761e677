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

import io.s3copy.app.config.Access;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.DatabaseSpec;
import io.s3copy.testkit.database.PostgreSqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** Databases of tests, as the service opens them. */
public final class GivenDatabase {

    private static @Nullable PostgreSqlServer server;

    private GivenDatabase() {}

    /** A server for all tests of this JVM. It ends with the JVM. */
    static synchronized PostgreSqlServer server() {
        PostgreSqlServer running = server;
        if (running == null) {
            running = PostgreSqlServer.start();
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            server = running;
        }
        return running;
    }

    /** An H2 file in a folder. */
    public static Database h2(Path folder) {
        Database database = notOpen(folder);
        database.open(new Configuration(Map.of(), folder, 100, Integer.MAX_VALUE, Access.OPEN, null, null));
        return database;
    }

    /** The same, which nobody opened yet. */
    static Database notOpen(Path folder) {
        JdbcDataSource file = h2File(folder);
        return new Database(h2Tables(file), file);
    }

    static JdbcDataSource h2File(Path folder) {
        JdbcDataSource file = new JdbcDataSource();
        file.setURL("jdbc:h2:file:" + folder.resolve("s3copy") + ";WRITE_DELAY=0");
        return file;
    }

    /** As application.properties has it. */
    static Flyway h2Tables(JdbcDataSource file) {
        return Flyway.configure()
                .dataSource(file)
                .locations("db/migration", "db/h2")
                .load();
    }

    /** PostgreSQL, with a folder for reports. */
    static Database postgreSql(Path folder, String url) {
        Database database = notOpen(folder);
        database.open(configuration(folder, url));
        return database;
    }

    static Configuration configuration(Path folder, String url) {
        return new Configuration(
                Map.of(),
                folder,
                100,
                Integer.MAX_VALUE,
                Access.OPEN,
                spec(folder, url, PostgreSqlServer.PASSWORD),
                null);
    }

    static DatabaseSpec spec(Path folder, String url, String password) {
        try {
            Path file = Files.writeString(folder.resolve("password"), password + "\n");
            return new DatabaseSpec(url, PostgreSqlServer.USER, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
