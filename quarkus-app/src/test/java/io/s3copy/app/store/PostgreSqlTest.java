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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.s3copy.app.config.Access;
import io.s3copy.app.config.Configuration;
import io.s3copy.app.config.SettingsException;
import io.s3copy.testkit.ClosedPort;
import io.s3copy.testkit.database.PostgreSqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL has, and an H2 file has not: other processes, sessions that are lost, and users. */
class PostgreSqlTest {

    private static final String OTHERS =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '" + PostgreSqlServer.USER
                    + "'";

    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    private final PostgreSqlServer server = GivenDatabase.server();
    private final String url = server.newSchema();
    private Database database;
    private Runs runs;

    @BeforeEach
    void open() {
        database = GivenDatabase.postgreSql(folder, url);
        runs = new Runs(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private RunRow begin() {
        return runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
    }

    // --- other processes ---

    @Test
    void secondProcessIsRefusedUntilTheFirstEnds() {
        Database second = GivenDatabase.notOpen(other);
        Configuration configuration = GivenDatabase.configuration(other, url);

        assertThatThrownBy(() -> second.open(configuration))
                .isInstanceOf(SettingsException.class)
                .hasMessageMatching(
                        "s3copy\\.database\\.url=jdbc:postgresql://127\\.0\\.0\\.1:\\d+/runs: another process"
                                + " works with this database \\(session \\d+ since .* from 127\\.0\\.0\\.1\\), and two would tell"
                                + " each other's runs wrong\\. End it, or name another database or schema \\(\\?currentSchema=\\)");
        database.close();

        second.open(configuration);
        assertThat(new Runs(second).ofJob("photos", Long.MAX_VALUE, 10)).isEmpty();
        second.close();
    }

    @Test
    void otherSchemaOfTheSameDatabaseIsAnother() {
        Database second = GivenDatabase.postgreSql(other, server.newSchema());
        begin();

        assertThat(new Runs(second).ofJob("photos", Long.MAX_VALUE, 10)).isEmpty();
        second.close();
    }

    @Test
    void folderOfReportsIsOfOneProcessToo() {
        Database second = GivenDatabase.notOpen(folder);

        assertThatThrownBy(() -> second.open(GivenDatabase.configuration(folder, server.newSchema())))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("s3copy.data=" + folder + ": another process works with this folder");
    }

    // --- a session that is lost ---

    @Test
    void sessionThatIsLostIsBegunAnewWithTheNextCall() {
        RunRow run = begin();
        server.ask(OTHERS);

        runs.save(run.with(RunState.DONE, Instant.now(), ""));

        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(RunState.DONE);
        Database second = GivenDatabase.notOpen(other);
        assertThatThrownBy(() -> second.open(GivenDatabase.configuration(other, url)))
                .as("the lock was taken again")
                .hasMessageContaining("another process works with this database");
    }

    @Test
    void lockOfALostSessionIsTakenAgainThoughNobodyAsks() {
        server.ask(OTHERS);

        await().until(() -> server.ask("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                        + " WHERE l.locktype = 'advisory' AND l.granted AND a.usename = '" + PostgreSqlServer.USER
                        + "'")
                .equals("1"));
    }

    @Test
    void processWhoseLockAnotherHasTakenWritesNothingMoreAndHearsOfIt() {
        RunRow run = begin();
        AtomicInteger taken = new AtomicInteger();
        database.whenTaken(taken::incrementAndGet);
        Database second = GivenDatabase.notOpen(other);
        await().until(() -> {
            server.ask(OTHERS);
            try {
                second.open(GivenDatabase.configuration(other, url));
                return true;
            } catch (SettingsException e) {
                // the first was faster, and has it again
                return false;
            }
        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> runs.saveUntilDone(run.with(RunState.FAILED, Instant.now(), "")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process works with the database now: session ")
                    .satisfies(e -> assertThat(((StoreException) e).isPassing()).isFalse());
        }

        assertThat(taken).hasValue(1);
        assertThat(new Runs(second).find(run.id()).orElseThrow().state()).isEqualTo(RunState.RUNNING);
        second.close();
    }

    @Test
    void whatARunWritesWaitsForTheDatabaseAndAnOperatorDoesNot() {
        try (PostgreSqlServer own = PostgreSqlServer.start()) {
            Database away = GivenDatabase.postgreSql(other, own.newSchema());
            Runs itsRuns = new Runs(away);
            RunRow run = itsRuns.begin("photos", "copy", "place", RunCause.OPERATOR, "{}", null);
            own.stop();

            CompletableFuture<Void> end =
                    CompletableFuture.runAsync(() -> itsRuns.saveUntilDone(run.with(RunState.DONE, Instant.now(), "")));
            CompletableFuture<Void> checkpoint = CompletableFuture.runAsync(
                    () -> itsRuns.checkpoint(run.id()).setState("a", "text"));
            assertThatThrownBy(() -> itsRuns.begin("photos", "copy", "place", RunCause.OPERATOR, "{}", "key"))
                    .isInstanceOf(StoreException.class)
                    .satisfies(e -> assertThat(((StoreException) e).isPassing()).isTrue());
            assertThat(end).isNotDone();
            own.startAgain();

            end.join();
            checkpoint.join();
            assertThat(itsRuns.find(run.id()).orElseThrow().state()).isEqualTo(RunState.DONE);
            assertThat(itsRuns.checkpoints(run.id())).containsExactly("text");
            assertThat(itsRuns.find("photos", "key"))
                    .as("who began it was told that it failed")
                    .isEmpty();

            own.stop();
            CompletableFuture<Void> never = CompletableFuture.runAsync(() -> itsRuns.saveUntilDone(run));
            away.close();
            assertThatThrownBy(never::join)
                    .as("it does not outlive the process")
                    .hasCauseInstanceOf(StoreException.class);
        }
    }

    // --- what users get wrong ---

    private void expect(String wrongUrl, String password, String mistake, String fix) {
        Database wrong = GivenDatabase.notOpen(other);
        Configuration configuration = new Configuration(
                Map.of(),
                other,
                100,
                Integer.MAX_VALUE,
                Access.OPEN,
                GivenDatabase.spec(other, wrongUrl, password),
                null);
        assertThatThrownBy(() -> wrong.open(configuration))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(mistake)
                .hasMessageContaining(fix)
                .hasMessageNotContaining(password);
    }

    @Test
    void mistakesNamePropertyValueRuleAndFix() {
        String right = PostgreSqlServer.PASSWORD;
        String place = "s3copy.database.url=" + server.url("");
        expect(
                url,
                "wrong-secret",
                "s3copy.database.username=s3copy: the database does not let this user in: FATAL: password authentication"
                        + " failed",
                "See that the file s3copy.database.password-file holds the user's password");
        expect(
                server.url("nowhere"),
                right,
                place + "nowhere: there is no such database",
                "Create it, or name another");
        expect(
                server.url("runs") + "?currentSchema=nowhere",
                right,
                place + "runs: the schema that tables are made in is not there",
                "Create it, or name another (?currentSchema=)");
        server.execute("CREATE SCHEMA foreign_one");
        server.execute("GRANT USAGE ON SCHEMA foreign_one TO " + PostgreSqlServer.USER);
        expect(
                server.url("runs") + "?currentSchema=foreign_one",
                right,
                place + "runs: user s3copy may not do what is needed",
                "Let the user own the schema");
        expect(
                server.url("runs") + "?sslmode=require",
                right,
                place + "runs: refuses the connection: The server does not support SSL",
                "See that s3copy.database.password-file is set if it asks for a password, and what sslmode says");
    }

    @Test
    void databaseThatDoesNotAnswerIsTold() {
        try (ClosedPort port = new ClosedPort()) {
            expect(
                    "jdbc:postgresql://127.0.0.1:" + port.uri().getPort() + "/runs",
                    PostgreSqlServer.PASSWORD,
                    "s3copy.database.url=jdbc:postgresql://127.0.0.1:"
                            + port.uri().getPort() + "/runs: does not answer",
                    "See that the server runs, and that host and port are right");
        }
    }

    @Test
    void schemaWithTablesOfOthersIsNotTaken() {
        String shared = server.newSchema();
        String name = shared.substring(shared.indexOf('=') + 1);
        server.execute("CREATE TABLE " + name + ".theirs (id BIGINT)");

        expect(
                shared,
                PostgreSqlServer.PASSWORD,
                "/runs: its tables cannot be made or brought up to date: Found non-empty schema",
                "Name a database or schema (?currentSchema=) that is s3copy's alone");
    }

    @Test
    void encodingWithoutAllCharactersIsNotTaken() {
        server.execute("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0 OWNER "
                + PostgreSqlServer.USER);

        expect(
                server.url("latin"),
                PostgreSqlServer.PASSWORD,
                "/latin: its encoding is LATIN1",
                "Create a database with ENCODING 'UTF8'");
    }

    @Test
    void passwordFileThatIsChangedIsRead() throws Exception {
        String second = "another one";
        Path file = folder.resolve("password");
        server.execute("ALTER ROLE s3copy PASSWORD '" + second + "'");
        try {
            Files.writeString(file, second);
            server.ask(OTHERS);
            assertThat(begin().id()).isPositive();
        } finally {
            server.execute("ALTER ROLE s3copy PASSWORD '" + PostgreSqlServer.PASSWORD.replace("'", "''") + "'");
        }
    }
}
