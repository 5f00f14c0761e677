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

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs and checkpoints, in an H2 file and in PostgreSQL, as the service has them. */
@ParameterizedClass
@ValueSource(strings = {"H2", "PostgreSQL"})
class RunsTest {

    @Parameter
    private String kind;

    @TempDir
    private Path folder;

    private Database database;
    private Runs runs;

    @BeforeEach
    void open() {
        database = kind.equals("H2")
                ? GivenDatabase.h2(folder)
                : GivenDatabase.postgreSql(folder, GivenDatabase.server().newSchema());
        runs = new Runs(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void lastRunThatIsDoneIsTheNewestOfItsJob() {
        Instant end = Instant.parse("2026-11-28T12:00:00Z");
        assertThat(runs.lastDone("photos")).isEmpty();
        for (int i = 0; i < 3; i++) {
            RunRow begun = runs.begin("photos", "copy", "", RunCause.SCHEDULE, "{}", null);
            runs.save(begun.with(i < 2 ? RunState.DONE : RunState.FAILED, end.plusSeconds(i), ""));
        }

        assertThat(runs.lastDone("photos")).contains(end.plusSeconds(1));
        assertThat(runs.lastDone("other")).isEmpty();
    }

    @Test
    void databaseSaysWhetherItAnswers() {
        assertThat(database.answers()).isTrue();
        database.close();
        assertThat(GivenDatabase.notOpen(folder.resolve("other")).answers()).isFalse();
    }

    @Test
    void runIsFoundAsItWasSaved() {
        RunRow begun = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.SCHEDULE, "{}", null);
        Instant end = Instant.now().truncatedTo(ChronoUnit.MICROS);

        runs.save(begun.with(7, 4096, "{\"phase\":\"copy\"}").with(RunState.WARNINGS, end, "1 failed"));

        RunRow found = runs.find(begun.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(RunState.WARNINGS);
        assertThat(found.cause()).isEqualTo(RunCause.SCHEDULE);
        assertThat(found.ended()).isEqualTo(end);
        assertThat(found.objects()).isEqualTo(7);
        assertThat(found.bytes()).isEqualTo(4096);
        assertThat(found.progress()).isEqualTo("{\"phase\":\"copy\"}");
        assertThat(found.message()).isEqualTo("1 failed");
    }

    @Test
    void messageOfAnyLengthIsSaved() {
        RunRow begun = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);

        runs.save(begun.with(RunState.FAILED, Instant.now(), "x".repeat(10_000)));

        assertThat(runs.find(begun.id()).orElseThrow().message()).hasSize(4000);
    }

    @Test
    void unfinishedRunsAreThoseWhoseProcessEndedFirst() {
        RunRow running = runs.begin("a", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        RunRow interrupted = runs.begin("b", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        RunRow done = runs.begin("c", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        runs.save(interrupted.with(RunState.INTERRUPTED, null, ""));
        runs.save(done.with(RunState.DONE, Instant.now(), ""));

        assertThat(runs.unfinished()).extracting(RunRow::id).containsExactly(running.id(), interrupted.id());
    }

    @Test
    void runsOfAJobComeTheNewestFirst() {
        RunRow first = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        RunRow second = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        runs.begin("others", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);

        assertThat(runs.ofJob("photos", Long.MAX_VALUE, 10))
                .extracting(RunRow::id)
                .containsExactly(second.id(), first.id());
        assertThat(runs.ofJob("photos", second.id(), 10)).extracting(RunRow::id).containsExactly(first.id());
    }

    @Test
    void oneKeyBeginsOneRun() {
        RunRow run = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", "key");

        assertThat(runs.find("photos", "key")).map(RunRow::id).contains(run.id());
        assertThat(runs.find("others", "key")).isEmpty();
        assertThatThrownBy(
                        () -> runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", "key"))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void checkpointIsOfOneRunAndGoesWithItsJob() {
        RunRow one = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        RunRow other = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        runs.checkpoint(one.id()).setState("a", "first");
        runs.checkpoint(other.id()).setState("a", "second");
        runs.checkpoint(other.id()).setState("a", "third");

        assertThat(runs.checkpoint(one.id()).getState("a")).isEqualTo("first");
        assertThat(runs.checkpoint(other.id()).getState("a")).isEqualTo("third");
        assertThat(runs.checkpoint(other.id()).getState("b")).isNull();

        assertThat(runs.checkpoints(other.id())).containsExactly("third");

        runs.forgetCheckpoints("others");
        assertThat(runs.checkpoint(other.id()).getState("a")).isEqualTo("third");
        runs.forgetCheckpoints("photos");
        assertThat(runs.checkpoint(one.id()).getState("a")).isNull();
        assertThat(runs.checkpoint(other.id()).getState("a")).isNull();
    }

    @Test
    void oldEndedRunsAreBeyondTheKeptOnes() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RunRow run = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
            ids.add(run.id());
            if (i != 1) {
                runs.save(run.with(RunState.DONE, Instant.now(), ""));
            }
        }
        runs.checkpoint(ids.get(0)).setState("a", "first");

        assertThat(runs.beyond("photos", 4)).isEmpty();
        // what has no end is not forgotten
        assertThat(runs.beyond("photos", 1)).containsExactly(ids.get(2), ids.get(0));

        runs.delete(ids.get(0));
        assertThat(runs.find(ids.get(0))).isEmpty();
        assertThat(runs.checkpoints(ids.get(0))).isEmpty();
        assertThat(runs.beyond("photos", 1)).containsExactly(ids.get(2));
    }

    @Test
    void runBeginsAndForgetsTheCheckpointsOfTheOnesBeforeOrNeither() {
        RunRow one = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", "key");
        runs.checkpoint(one.id()).setState("a", "first");

        assertThatThrownBy(
                        () -> runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", "key"))
                .isInstanceOf(StoreException.class);
        assertThat(runs.checkpoints(one.id())).containsExactly("first");
        assertThat(runs.ofJob("photos", Long.MAX_VALUE, 10)).hasSize(1);

        runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", "other");
        assertThat(runs.checkpoints(one.id())).isEmpty();
    }

    @Test
    void textsHaveAllCharacters() {
        String progress = "{\"code\":\"ä ♥ 📷 \\u0000\"}";
        RunRow begun =
                runs.begin("photos", "copy", "copy s3://a/ä 📷/ to s3://b/", RunCause.OPERATOR, progress, "ключ");
        runs.save(begun.with(RunState.FAILED, Instant.now(), "x".repeat(3999) + "📷 is cut off"));
        assertThat(runs.find(begun.id()).orElseThrow().message()).isEqualTo("x".repeat(3999));

        runs.save(begun.with(RunState.FAILED, Instant.now(), "key \0 and half \ud83d of 📷"));

        RunRow found = runs.find("photos", "ключ").orElseThrow();
        assertThat(found.place()).isEqualTo(begun.place());
        assertThat(found.progress()).isEqualTo(progress);
        assertThat(found.message()).startsWith("key \ufffd and half ").endsWith(" of 📷");

        String checkpoint = "{\"after\":\"ä 📷\",\"x\":\"" + "y".repeat(3_000_000) + "\"}";
        runs.checkpoint(begun.id()).setState("a", checkpoint);
        assertThat(runs.checkpoint(begun.id()).getState("a")).isEqualTo(checkpoint);
    }

    @Test
    void beginThatIsDoneAgainBecauseItsAnswerWasLostIsOneRun() {
        JdbcDataSource none = new JdbcDataSource();
        Runs doubting = new Runs(new Database(GivenDatabase.h2Tables(none), none) {
            @Override
            <T> T ask(Work<T> work) {
                database.ask(work);
                return database.ask(work);
            }
        });

        RunRow run = doubting.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", "key");

        assertThat(runs.ofJob("photos", Long.MAX_VALUE, 10))
                .extracting(RunRow::id)
                .containsExactly(run.id());
    }

    @Test
    void timesAreThoseThatWereWritten() {
        RunRow begun = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);

        assertThat(runs.find(begun.id()).orElseThrow().started()).isEqualTo(begun.started());
        assertThat(runs.find(begun.id()).orElseThrow().ended()).isNull();
    }

    @Test
    void pauseAndItsTimeAndRetriesAreKept() {
        RunRow begun = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.OPERATOR, "{}", null);
        Instant until = Instant.parse("2026-12-01T06:00:00Z");
        runs.save(begun.pausing(until));
        assertThat(runs.unfinished())
                .as("it had not come to rest")
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(RunState.PAUSING));

        RunRow paused = begun.pausing(until).with(RunState.PAUSED, null, "");
        runs.save(paused);

        RunRow found = runs.find(begun.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(RunState.PAUSED);
        assertThat(found.until()).isEqualTo(until);
        assertThat(runs.unfinished()).as("nobody works on it").isEmpty();
        assertThat(paused.goneOn().until()).isNull();

        Retry retry = new Retry(begun.id(), "AccessDenied");
        RunRow second = runs.begin("photos", "copy", "copy s3://a/ to s3://b/", RunCause.RETRY, "{}", null, retry);
        assertThat(runs.find(second.id()).orElseThrow().retry()).isEqualTo(retry);
        assertThat(runs.find(begun.id()).orElseThrow().retry()).isNull();
    }
}
