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

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/** All runs that there were. Every method blocks until the database has written or read. */
@ApplicationScoped
public class Runs {

    private static final int LONGEST_MESSAGE = 4000;
    private static final String FIELDS = "id, job, kind, place, state, cause, attempts, started, ended, objects, bytes,"
            + " progress, message, idempotency_key, paused_until, retry_of, retry_code";

    private final Database database;

    /** Begun, or not: the database was lost before it said so. Nobody works on them. */
    private final Set<Doubt> doubts = ConcurrentHashMap.newKeySet();

    /** What tells one of them from all others. */
    private record Doubt(String job, Instant started) {}

    public Runs(Database database) {
        this.database = database;
    }

    /** A run that begins now. With it, what earlier runs of the job had written down of what is done is forgotten. */
    public RunRow begin(
            String job, String kind, String place, RunCause cause, String progress, @Nullable String idempotencyKey) {
        return begin(job, kind, place, cause, progress, idempotencyKey, null);
    }

    /** The same of a run that takes up the failures of another. */
    public RunRow begin(
            String job,
            String kind,
            String place,
            RunCause cause,
            String progress,
            @Nullable String idempotencyKey,
            @Nullable Retry retry) {
        // as both databases have it
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Doubt doubt = new Doubt(job, now);
        AtomicBoolean doubtful = new AtomicBoolean();
        try {
            long id = ask(connection -> {
                Optional<Long> there = doubtful.getAndSet(true) ? find(connection, doubt) : Optional.empty();
                return there.isPresent()
                        ? there.get()
                        : Transactions.in(connection, same -> {
                            forget(same, job);
                            return insert(same, job, kind, place, cause, now, progress, idempotencyKey, retry);
                        });
            });
            return new RunRow(
                    id,
                    job,
                    kind,
                    place,
                    RunState.RUNNING,
                    cause,
                    1,
                    now,
                    null,
                    0,
                    0,
                    progress,
                    "",
                    idempotencyKey,
                    null,
                    retry);
        } catch (StoreException e) {
            if (e.isPassing()) {
                doubts.add(doubt);
            }
            throw e;
        }
    }

    private static Optional<Long> find(Connection connection, Doubt doubt) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM job_run WHERE job = ? AND started = ?")) {
            set(select, doubt);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void set(PreparedStatement statement, Doubt doubt) throws SQLException {
        statement.setString(1, doubt.job());
        statement.setObject(2, doubt.started().atOffset(ZoneOffset.UTC));
    }

    /** Who began one of these was told that it failed. */
    private void settle(Connection connection) throws SQLException {
        for (Doubt doubt : List.copyOf(doubts)) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM job_run WHERE job = ? AND started = ?")) {
                set(delete, doubt);
                delete.executeUpdate();
            }
            doubts.remove(doubt);
        }
    }

    private static long insert(
            Connection connection,
            String job,
            String kind,
            String place,
            RunCause cause,
            Instant now,
            String progress,
            @Nullable String idempotencyKey,
            @Nullable Retry retry)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO job_run (job, kind, place, state, cause, attempts, started, objects, bytes, progress, message,"
                        + " idempotency_key, retry_of, retry_code) VALUES (?, ?, ?, ?, ?, 1, ?, 0, 0, ?, '', ?, ?, ?)",
                new String[] {"id"})) {
            insert.setString(1, job);
            insert.setString(2, kind);
            insert.setString(3, place);
            insert.setString(4, RunState.RUNNING.name());
            insert.setString(5, cause.name());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.setString(7, progress);
            insert.setString(8, idempotencyKey);
            insert.setObject(9, retry == null ? null : retry.of(), Types.BIGINT);
            insert.setString(10, retry == null ? null : retry.code());
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Writes down how a run stands. */
    public void save(RunRow run) {
        ask(connection -> update(connection, run));
    }

    /** Writes down what a run came to, as soon as the database is there: a run that has an end is not done again. */
    public void saveUntilDone(RunRow run) {
        database.askUntilDone(connection -> update(connection, run));
    }

    private static int update(Connection connection, RunRow run) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE job_run SET state = ?, attempts = ?, ended = ?, objects = ?, bytes = ?, progress = ?,"
                        + " message = ?, paused_until = ? WHERE id = ?")) {
            update.setString(1, run.state().name());
            update.setInt(2, run.attempts());
            Instant ended = run.ended();
            update.setObject(3, ended == null ? null : ended.atOffset(ZoneOffset.UTC));
            update.setLong(4, run.objects());
            update.setLong(5, run.bytes());
            update.setString(6, run.progress());
            update.setString(7, text(run.message()));
            Instant until = run.until();
            update.setObject(8, until == null ? null : until.atOffset(ZoneOffset.UTC));
            update.setLong(9, run.id());
            return update.executeUpdate();
        }
    }

    /** A text of people and servers, which may have anything in it. PostgreSQL has no place for U+0000. */
    private static String text(String message) {
        int end = Math.min(message.length(), LONGEST_MESSAGE);
        // not between the halves of a character
        int whole = end > 0 && Character.isHighSurrogate(message.charAt(end - 1)) ? end - 1 : end;
        return message.substring(0, whole).replace('\0', '\ufffd');
    }

    /** One run. */
    public Optional<RunRow> find(long id) {
        return rows("SELECT " + FIELDS + " FROM job_run WHERE id = ?", select -> select.setLong(1, id)).stream()
                .findFirst();
    }

    /** The run that a call with this key began. */
    public Optional<RunRow> find(String job, String idempotencyKey) {
        return rows("SELECT " + FIELDS + " FROM job_run WHERE job = ? AND idempotency_key = ?", select -> {
                    select.setString(1, job);
                    select.setString(2, idempotencyKey);
                })
                .stream()
                .findFirst();
    }

    /** Runs of a job, the newest first: so many of those before one. */
    public List<RunRow> ofJob(String job, long before, int limit) {
        return rows(
                "SELECT " + FIELDS + " FROM job_run WHERE job = ? AND id < ? ORDER BY id DESC LIMIT " + limit,
                select -> {
                    select.setString(1, job);
                    select.setLong(2, before);
                });
    }

    /** When the last run of a job that is done ended. */
    public Optional<Instant> lastDone(String job) {
        return ask("SELECT MAX(ended) FROM job_run WHERE job = ? AND state = ?", select -> {
            select.setString(1, job);
            select.setString(2, RunState.DONE.name());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant);
            }
        });
    }

    /** Runs that had not ended when the process before this one did. */
    public List<RunRow> unfinished() {
        return rows(
                "SELECT " + FIELDS
                        + " FROM job_run WHERE state IN ('RUNNING', 'DRAINING', 'PAUSING', 'CANCELLING', 'SCHEDULED',"
                        + " 'INTERRUPTED') ORDER BY id",
                select -> {});
    }

    /** The ended runs of a job that are older than so many others, the newest first. */
    public List<Long> beyond(String job, int kept) {
        return ask("SELECT id, ended FROM job_run WHERE job = ? ORDER BY id DESC OFFSET ? ROWS", select -> {
            select.setString(1, job);
            select.setInt(2, kept);
            try (ResultSet rows = select.executeQuery()) {
                List<Long> ids = new ArrayList<>();
                while (rows.next()) {
                    if (rows.getObject(2) != null) {
                        ids.add(rows.getLong(1));
                    }
                }
                return ids;
            }
        });
    }

    /** Forgets a run, and its checkpoints. */
    public void delete(long id) {
        ask("DELETE FROM job_run WHERE id = ?", delete -> {
            delete.setLong(1, id);
            return delete.executeUpdate();
        });
    }

    /** What a run has written down of what is done, by whatever name. Waits until the database is there. */
    public List<String> checkpoints(long id) {
        return database.askUntilDone(connection ->
                ask(connection, "SELECT text FROM run_checkpoint WHERE run_id = ? ORDER BY name", select -> {
                    select.setLong(1, id);
                    try (ResultSet rows = select.executeQuery()) {
                        List<String> texts = new ArrayList<>();
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                        return texts;
                    }
                }));
    }

    /** Where a run writes down what is done. */
    public StateRepository<String, String> checkpoint(long id) {
        return new RunCheckpoints(database, id);
    }

    /** Forgets what the runs of a job have written down of what is done. */
    public void forgetCheckpoints(String job) {
        ask(connection -> forget(connection, job));
    }

    private static int forget(Connection connection, String job) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM run_checkpoint WHERE run_id IN (SELECT id FROM job_run WHERE job = ?)")) {
            delete.setString(1, job);
            return delete.executeUpdate();
        }
    }

    private List<RunRow> rows(String sql, Setting setting) {
        return ask(sql, select -> {
            setting.set(select);
            try (ResultSet rows = select.executeQuery()) {
                List<RunRow> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        });
    }

    private static RunRow row(ResultSet row) throws SQLException {
        return new RunRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                RunState.valueOf(row.getString(5)),
                RunCause.valueOf(row.getString(6)),
                row.getInt(7),
                Objects.requireNonNull(instant(row, 8)),
                instant(row, 9),
                row.getLong(10),
                row.getLong(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                instant(row, 15),
                retry(row));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Retry retry(ResultSet row) throws SQLException {
        long of = row.getLong(16);
        return row.wasNull() ? null : new Retry(of, row.getString(17));
    }

    private interface Setting {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Asking<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, Asking<T> asking) {
        return ask(connection -> ask(connection, sql, asking));
    }

    private static <T> T ask(Connection connection, String sql, Asking<T> asking) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return asking.ask(statement);
        }
    }

    private <T> T ask(Work<T> work) {
        return database.ask(connection -> {
            settle(connection);
            return work.with(connection);
        });
    }
}
