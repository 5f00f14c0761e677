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
package io.s3copy.bulk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.StubDocuments;
import io.s3copy.bulk.checkpoint.Checkpoint;
import io.s3copy.bulk.checkpoint.CheckpointJson;
import io.s3copy.bulk.checkpoint.CheckpointStore.Stored;
import io.s3copy.bulk.checkpoint.Commit;
import io.s3copy.bulk.checkpoint.DocumentCheckpoints;
import io.s3copy.bulk.checkpoint.JobIdentity;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.RangeLedger;
import io.s3copy.bulk.checkpoint.Span;
import io.s3copy.bulk.checkpoint.Ticket;
import io.s3copy.bulk.listing.KeyRange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Ledger, checkpoint and report together, killed between any two steps: what stands in the bucket in the end is exact. */
class KilledRunPropertyTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final JobIdentity JOB = new JobIdentity(Map.of("prefix", "a/"));

    private StubDocuments s3;
    private DocumentCheckpoints checkpoints;
    private DocumentReports reports;

    @BeforeTry
    void anEmptyBucket() {
        StubDocuments documents = new StubDocuments();
        s3 = documents;
        checkpoints =
                new DocumentCheckpoints(documents, documents::delete, StubDocuments.bucket(), "state/", Runnable::run);
        reports = new DocumentReports(documents, StubDocuments.bucket(), "report/", Runnable::run);
    }

    private static final class Killed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private record Dice(Random random, double share) {
        private boolean killsNow() {
            return random.nextDouble() < share;
        }

        private void mayKill() throws Killed {
            if (killsNow()) {
                throw new Killed();
            }
        }
    }

    /** The report of a process that may be killed before or behind each file of it. */
    private record DyingReport(ReportSink report, Dice dice) implements ReportSink {

        @Override
        public CompletableFuture<Void> write(String name, byte[] content, String contentType) {
            return dice.killsNow()
                    ? CompletableFuture.failedFuture(new Killed())
                    : report.write(name, content, contentType)
                            .thenCompose(done -> dice.killsNow()
                                    ? CompletableFuture.failedFuture(new Killed())
                                    : CompletableFuture.completedFuture(null));
        }

        @Override
        public CompletableFuture<byte[]> read(String name) {
            return report.read(name);
        }

        @Override
        public Place place(String name) {
            return report.place(name);
        }
    }

    @Property(tries = 100)
    void aReportHasEachObjectOnceHoweverOftenTheRunWasKilled(
            @ForAll Random random,
            @ForAll @IntRange(min = 0, max = 40) int keys,
            @ForAll @IntRange(min = 1, max = 12) int full,
            @ForAll @DoubleRange(min = 0, max = 0.05) double kills)
            throws IOException {
        boolean finished = false;
        for (int attempt = 1; !finished; attempt++) {
            try {
                run(keys, attempt, full, new Dice(random, attempt < 40 ? kills : 0));
                finished = true;
            } catch (Killed e) {
                // the next attempt knows what stands in the bucket, and nothing else
            }
        }

        List<String> all =
                IntStream.range(0, keys).mapToObj(KilledRunPropertyTest::key).toList();
        assertThat(rows("report/run-1/results/")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(rows("report/run-1/manifests/failed"))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(KilledRunPropertyTest::fails).toList());
        Checkpoint last = CheckpointJson.read(checkpoints.read("job").join().text());
        assertThat(last.finished()).isTrue();
        assertThat(last.counts().objects()).isEqualTo(keys);
        // whatever is not empty is in the list of parts
        Map<String, String> files = new TreeMap<>(s3.texts());
        files.values().removeIf(String::isEmpty);
        files.keySet().removeIf(name -> !name.endsWith(".csv"));
        assertThat(keysOfManifest()).containsExactlyInAnyOrderElementsOf(files.keySet());
        assertThat(last.report().open()).hasSizeLessThan(full);
    }

    private List<String> keysOfManifest() throws IOException {
        JsonNode manifest = new ObjectMapper().readTree(s3.texts().get("report/manifest.json"));
        List<String> keys = new ArrayList<>();
        for (String list : List.of("Results", "Manifests")) {
            manifest.path(list).forEach(part -> keys.add(part.path("Key").asText()));
        }
        return keys;
    }

    private List<String> rows(String prefix) {
        List<String> rows = new ArrayList<>();
        s3.texts().forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                text.lines().forEach(row -> rows.add(row.split(",", -1)[1]));
            }
        });
        return rows;
    }

    private static String key(int number) {
        return String.format("%03d", number);
    }

    private static boolean fails(String key) {
        return key.endsWith("3");
    }

    private void run(int keys, int attempt, int full, Dice dice) throws Killed {
        ReportSink sink = new DyingReport(reports, dice);
        Stored stored = checkpoints.read("job").join();
        Ledger<String> ledger;
        ReportWriter writer;
        if (stored == null) {
            ledger = Ledger.ofKeys(List.of(KeyRange.ALL), BulkCounts.NONE);
            writer = new ReportWriter(sink, "run-1", ReportFormat.csv, ReportSelection.all, full);
            // before the first part: the next attempt must know that there may be one
            stored = write(checkpoint(ledger.commit(), writer, attempt, false), null);
        } else {
            Checkpoint before = CheckpointJson.read(stored.text());
            ledger = Ledger.ofKeys(before.ranges(), before.counts());
            writer = ReportWriter.resumed(sink, ReportFormat.csv, ReportSelection.all, before.report(), full)
                    .join();
        }
        for (RangeLedger<String> range : ledger.ranges()) {
            List<Ticket> tickets = new ArrayList<>();
            List<String> begun = new ArrayList<>();
            for (int number = 0; number < keys; number++) {
                KeyRange left = Span.toRange(range.span());
                if (left.contains(key(number))) {
                    tickets.add(range.begin(key(number)));
                    begun.add(key(number));
                }
                if (!tickets.isEmpty() && dice.random().nextBoolean()) {
                    int one = dice.random().nextInt(tickets.size());
                    end(tickets.remove(one), begun.remove(one));
                }
                dice.mayKill();
                if (dice.random().nextInt(8) == 0) {
                    stored = commit(ledger, writer, stored, attempt, dice);
                }
            }
            for (int one = 0; one < tickets.size(); one++) {
                end(tickets.get(one), begun.get(one));
            }
            range.ended();
        }
        stored = commit(ledger, writer, stored, attempt, dice);
        Commit<String> last = ledger.commit();
        assertThat(last.isFinished()).isTrue();
        written(writer.finish(
                new RunSummary(JOB, attempt, false, true, last.counts(), BulkRequests.NONE, NOW, NOW, null)));
        dice.mayKill();
        write(checkpoint(last, writer, attempt, true), stored);
    }

    private static void end(Ticket ticket, String key) {
        What what = fails(key) ? What.FAILED : What.COPIED;
        ticket.done(new BulkOutcome("from", key, null, what, null, 0, "", 1, "to", key), true);
    }

    private Stored commit(Ledger<String> ledger, ReportWriter writer, Stored stored, int attempt, Dice dice)
            throws Killed {
        Commit<String> commit = ledger.commit();
        dice.mayKill();
        written(writer.write(commit.outcomes()));
        dice.mayKill();
        return write(checkpoint(commit, writer, attempt, false), stored);
    }

    private static void written(CompletableFuture<Void> write) throws Killed {
        try {
            write.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Killed killed) {
                throw killed;
            }
            throw e;
        }
    }

    private static Checkpoint checkpoint(Commit<String> commit, ReportWriter writer, int attempt, boolean finished) {
        return new Checkpoint(
                JOB,
                "run-" + attempt,
                attempt,
                writer.written(),
                commit.open().stream().map(Span::toRange).toList(),
                List.of(),
                commit.counts(),
                BulkRequests.NONE,
                List.of(),
                NOW,
                NOW,
                finished);
    }

    private Stored write(Checkpoint checkpoint, Stored before) {
        return checkpoints
                .write("job", CheckpointJson.write(checkpoint), before)
                .join();
    }
}
