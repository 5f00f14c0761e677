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
package io.s3copy.testkit.database;

import io.s3copy.testkit.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real PostgreSQL in processes of its own, on a free port of the loopback interface. It can be stopped and started again, with
 * what is in it. Its programs come as a Maven artifact: nothing has to be on the machine, and root may run it, too.
 */
public final class PostgreSqlServer implements AutoCloseable {

    /** The user of the schemas. The server asks for its password. */
    public static final String USER = "s3copy";

    /** The password of the user: hostile to those who put it into a URL. */
    public static final String PASSWORD = "pass word?&'%@1";

    private static final String DATABASE = "runs";

    /** Before all lines of the server's own, which let in everybody from this machine. */
    private static final String ASK_FOR_PASSWORD = "host all " + USER + " all scram-sha-256\n";

    private final Path directory;
    private final int port = FreePort.next();
    private final AtomicInteger schemas = new AtomicInteger();
    private EmbeddedPostgres server;

    private PostgreSqlServer() throws IOException {
        directory = Files.createTempDirectory("postgresql");
        server = run(PostgreSqlServer::askForPassword);
    }

    /** Starts one, in about two seconds on an idle machine. */
    public static PostgreSqlServer start() {
        try {
            PostgreSqlServer server = new PostgreSqlServer();
            server.execute("postgres", "CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD.replace("'", "''") + "'");
            server.execute("postgres", "CREATE DATABASE " + DATABASE + " ENCODING 'UTF8' TEMPLATE template0");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private EmbeddedPostgres run(Consumer<File> customizer) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setDataDirectoryCustomizer(customizer)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setPort(port)
                .start();
    }

    private static void askForPassword(File data) {
        Path rules = data.toPath().resolve("pg_hba.conf");
        try {
            Files.writeString(rules, ASK_FOR_PASSWORD + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and with it all connections. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not stop", e);
        }
    }

    /** Starts it once more, at the same port and with what was in it. */
    public void startAgain() {
        try {
            server = run(data -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start again", e);
        }
    }

    /** Its port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The URL of a database, without user and password. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The URL of a new and empty schema, which belongs to the user. */
    public String newSchema() {
        String name = "schema_" + schemas.incrementAndGet();
        execute("CREATE SCHEMA " + name + " AUTHORIZATION " + USER);
        return url(DATABASE) + "?currentSchema=" + name;
    }

    /** Runs a statement as the user that may do everything, in the database of the schemas. */
    public void execute(String sql) {
        execute(DATABASE, sql);
    }

    private void execute(String database, String sql) {
        try (Connection connection = admin(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first value that a query as that user finds there. */
    public String ask(String sql) {
        try (Connection connection = admin(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection admin(String database) throws SQLException {
        return server.getDatabase("postgres", database).getConnection();
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of PostgreSQL cannot be deleted", e);
        }
    }
}
