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
package io.s3copy.bulk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerThreadsTest {

    private static final int LINES = 200_000;
    private static final int RANGE = 1000;

    private final ExecutorService scanners = Executors.newFixedThreadPool(4);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);

    private final Ledger<Long> ledger = Ledger.ofLines(List.of(new Span<>(-1L, LINES - 1L)), BulkCounts.NONE);
    private final BitSet committed = new BitSet(LINES);

    @AfterEach
    void stop() {
        scanners.shutdownNow();
        workers.shutdownNow();
    }

    /** Works on a range, of which another thread takes the far part, and so on. */
    private CompletableFuture<Void> scan(RangeLedger<Long> range) {
        return CompletableFuture.completedFuture(range).thenComposeAsync(this::begin, scanners);
    }

    private CompletableFuture<Void> begin(RangeLedger<Long> range) {
        Span<Long> span = range.span();
        long end = Math.min(span.upTo(), span.after() + RANGE);
        CompletableFuture<Void> far =
                end < span.upTo() ? scan(range.cut(end)) : CompletableFuture.completedFuture(null);
        List<CompletableFuture<Void>> works = new ArrayList<>(List.of(far));
        for (long line = span.after() + 1; line <= end; line++) {
            Ticket ticket = range.begin(line);
            String key = Long.toString(line);
            works.add(CompletableFuture.runAsync(() -> done(ticket, key), workers));
        }
        range.ended();
        return CompletableFuture.allOf(works.toArray(CompletableFuture<?>[]::new));
    }

    private static void done(Ticket ticket, String key) {
        ticket.done(new BulkOutcome("a", key, null, What.COPIED, null, 0, "", 1, "b", key), true);
    }

    private Commit<Long> commit() {
        Commit<Long> commit = ledger.commit();
        for (BulkOutcome outcome : commit.outcomes()) {
            int line = Integer.parseInt(outcome.key());
            assertThat(committed.get(line)).isFalse();
            committed.set(line);
        }
        assertThat(commit.counts().objects()).isEqualTo(committed.cardinality());
        // what is in no open span is committed
        long after = -1;
        for (Span<Long> open : commit.open()) {
            int from = (int) after + 1;
            assertThat(committed.nextClearBit(from)).isGreaterThan(open.after().intValue());
            after = open.upTo();
        }
        assertThat(committed.nextClearBit((int) after + 1)).isGreaterThanOrEqualTo(LINES);
        return commit;
    }

    @Test
    void commitsAreExactWhileManyThreadsWorkAndRangesAreCut() {
        CompletableFuture<Void> all = scan(ledger.ranges().get(0));
        while (!all.isDone()) {
            commit();
        }
        all.join();

        assertThat(commit().isFinished()).isTrue();
        assertThat(committed.cardinality()).isEqualTo(LINES);
        assertThat(ledger.held()).isZero();
    }
}
