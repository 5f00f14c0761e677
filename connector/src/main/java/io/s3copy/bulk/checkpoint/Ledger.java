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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.text.Unicode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which ranges of a run are open, and what of each is done. Its memory is what is under way, and what is done since the last
 * commit and has to be reported. For any threads; never blocks for longer than a commit takes.
 *
 * @param <P> how work is ordered: the keys of a listing, or the lines of a manifest
 */
public final class Ledger<P> {

    /** Outcomes of so many bytes wait for a commit; then {@link #isCommitDue} asks for it. */
    public static final long REPORT_BYTES = 8L << 20;

    private final Comparator<? super P> order;
    private final Limits limits;
    private final AtomicLong reportBytes = new AtomicLong();

    // a range's lock is taken inside of this one, never the other way round
    @GuardedBy("this")
    private final List<RangeLedger<P>> ranges = new ArrayList<>();

    @GuardedBy("this")
    private final Tally committed = new Tally();

    /** What was counted before the run went on, and in ranges that have left. */
    @GuardedBy("this")
    private final Tally past = new Tally();

    /** How many tickets of a range may wait for one before them, and how many works of it be ranges of their own. */
    record Limits(int held, int detached) {}

    /**
     * A ledger.
     *
     * @param order of positions, in which work begins
     * @param open all of a fresh run, or what a checkpoint says; none may overlap another
     * @param counts of what is done already
     */
    public Ledger(Comparator<? super P> order, List<Span<P>> open, BulkCounts counts) {
        this(order, open, counts, new Limits(RangeLedger.MAX_HELD, RangeLedger.MAX_DETACHED));
    }

    @SuppressWarnings("this-escape") // a range only keeps the reference
    Ledger(Comparator<? super P> order, List<Span<P>> open, BulkCounts counts, Limits limits) {
        this.order = order;
        this.limits = limits;
        committed.add(counts);
        past.add(counts);
        for (Span<P> span : open) {
            ranges.add(new RangeLedger<>(this, span));
        }
    }

    /** A ledger of keys, in the order in which S3 has them. */
    public static Ledger<String> ofKeys(List<KeyRange> open, BulkCounts counts) {
        return new Ledger<>(Unicode::compare, open.stream().map(Span::of).toList(), counts);
    }

    /** A ledger of lines. */
    public static Ledger<Long> ofLines(List<Span<Long>> open, BulkCounts counts) {
        return new Ledger<>(Comparator.<Long>naturalOrder(), open, counts);
    }

    /** The ranges that have not left, in the order in which they came. */
    public synchronized List<RangeLedger<P>> ranges() {
        return List.copyOf(ranges);
    }

    /** Whether there is so much to report that it should not grow before the next commit. */
    public boolean isCommitDue() {
        return reportBytes.get() >= REPORT_BYTES;
    }

    /** How many tickets are done and wait for those before them. Whoever begins work may wait while there are many. */
    public synchronized int held() {
        return ranges.stream().mapToInt(RangeLedger::held).sum();
    }

    /** Counts of all that is done, committed or not; those of earlier attempts are in it. */
    public synchronized BulkCounts counts() {
        Tally sum = new Tally();
        sum.add(past);
        ranges.forEach(range -> range.addSeen(sum));
        return sum.counts();
    }

    /** Says what is done, and hands out what is to be reported of it. Each outcome is in one commit only. */
    public synchronized Commit<P> commit() {
        List<Span<P>> open = new ArrayList<>();
        List<BulkOutcome> outcomes = new ArrayList<>();
        for (Iterator<RangeLedger<P>> each = ranges.iterator(); each.hasNext(); ) {
            RangeLedger<P> range = each.next();
            if (range.commit(open, outcomes, committed)) {
                range.addSeen(past);
                each.remove();
            }
        }
        open.sort(Comparator.comparing(Span::after, Comparator.nullsFirst(order)));
        reportBytes.addAndGet(-outcomes.stream().mapToLong(Ledger::size).sum());
        return new Commit<>(List.copyOf(open), List.copyOf(outcomes), committed.counts());
    }

    synchronized RangeLedger<P> cut(RangeLedger<P> range, P at) {
        RangeLedger<P> far = range.cutOff(at);
        ranges.add(far);
        return far;
    }

    int compare(P one, P other) {
        return order.compare(one, other);
    }

    Limits limits() {
        return limits;
    }

    void toReport(BulkOutcome outcome) {
        reportBytes.addAndGet(size(outcome));
    }

    /** About what a line of a report takes. */
    public static long size(BulkOutcome outcome) {
        return 100L + outcome.key().length() + outcome.message().length();
    }
}
