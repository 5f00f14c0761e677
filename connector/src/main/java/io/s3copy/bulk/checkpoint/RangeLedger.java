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
import io.s3copy.text.Printable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of one open range is done. A position is committed once all before it are done. Work that holds up
 * {@value #MAX_HELD} others becomes a range of its own, so that neither memory nor what a kill repeats grows with a single
 * slow copy.
 *
 * <p>One thread at a time begins work, in ascending order; tickets are for any threads.
 */
public final class RangeLedger<P> {

    /** So many tickets of a range may be done and wait for one before them. */
    public static final int MAX_HELD = 1000;

    /** So many works of a range may be ranges of their own; a checkpoint names each. */
    public static final int MAX_DETACHED = 1000;

    /**
     * So many works of one position wait for it to be done. What is told of more is committed before, so that memory does not
     * grow with the versions of a key: a run that goes on tells it again.
     */
    static final int MAX_TOLD = 10_000;

    private final Ledger<P> ledger;

    @GuardedBy("this")
    private @Nullable P doneThrough;

    @GuardedBy("this")
    private @Nullable P upTo;

    /** The last position that was seen. */
    @GuardedBy("this")
    private @Nullable P last;

    /** Whether no more work begins at the last position. Versions of a key are several works at one. */
    @GuardedBy("this")
    private boolean lastIsComplete = true;

    @GuardedBy("this")
    private boolean ended;

    /** What has begun and is not committed, in order. */
    @GuardedBy("this")
    private final Deque<Entry<P>> line = new ArrayDeque<>();

    @GuardedBy("this")
    private final Set<Entry<P>> detached = new LinkedHashSet<>();

    @GuardedBy("this")
    private int held;

    @GuardedBy("this")
    private List<BulkOutcome> ready = new ArrayList<>();

    @GuardedBy("this")
    private final Tally readyCounts = new Tally();

    @GuardedBy("this")
    private final Tally seen = new Tally();

    RangeLedger(Ledger<P> ledger, Span<P> span) {
        this.ledger = ledger;
        doneThrough = span.after();
        last = span.after();
        upTo = span.upTo();
    }

    /** A position with work, or the end of a stretch without. All of its fields are guarded by the lock of the range. */
    private static final class Entry<P> {
        private P position;
        private int pending;
        private int done;
        private boolean hasWork;
        /** What was told of its works. */
        private List<Told> told = List.of();

        private @Nullable BulkCounts counts;
        /** Where it is a range of its own: the position behind which that begins. */
        private @Nullable P after;

        private boolean isDetached;

        private Entry(P position) {
            this.position = position;
        }
    }

    private record Told(BulkOutcome outcome, boolean reported) {}

    private final class Work implements Ticket {
        private final Entry<P> entry;
        private boolean spoken;

        private Work(Entry<P> entry) {
            this.entry = entry;
        }

        @Override
        public void done(BulkOutcome outcome, boolean reported) {
            synchronized (RangeLedger.this) {
                if (isFirstWord()) {
                    seen.add(outcome);
                    tell(entry, new Told(outcome, reported));
                    finish(entry);
                }
            }
        }

        @Override
        public void done() {
            synchronized (RangeLedger.this) {
                if (isFirstWord()) {
                    finish(entry);
                }
            }
        }

        @Override
        public void abandoned() {
            synchronized (RangeLedger.this) {
                spoken = true;
            }
        }

        private boolean isFirstWord() {
            boolean first = !spoken;
            spoken = true;
            return first;
        }
    }

    /** What of the range is left; without works that are ranges of their own. */
    public synchronized Span<P> span() {
        return new Span<>(doneThrough, upTo);
    }

    /**
     * Begins work. Several works may have one position, as versions of a key do.
     *
     * @throws IllegalStateException if the position is not behind all that have been seen, or not of this range
     */
    public synchronized Ticket begin(P position) {
        int behind = see(position);
        if (behind == 0 && lastIsComplete) {
            throw refusal("it is done, or before the range", position);
        }
        Entry<P> tail = line.peekLast();
        if (behind > 0 || tail == null) {
            tail = new Entry<>(position);
            tail.hasWork = true;
            line.addLast(tail);
            lastIsComplete = false;
            last = position;
            drain();
        }
        tail.pending++;
        return new Work(tail);
    }

    /**
     * All positions up to this one have been seen. Those without a ticket need no work.
     *
     * @throws IllegalStateException if it is before one that has been seen, or not of this range
     */
    public void through(P position) {
        through(position, BulkCounts.NONE);
    }

    /**
     * The same, with what became of positions without a ticket since the last that was seen. The cheap way for whole pages
     * of objects of which nothing is reported.
     */
    public synchronized void through(P position, BulkCounts counts) {
        int behind = see(position);
        seen.add(counts);
        last = position;
        lastIsComplete = true;
        Entry<P> tail = line.peekLast();
        if (tail == null) {
            doneThrough = position;
            readyCounts.add(counts);
            return;
        }
        if (behind > 0 && tail.hasWork) {
            tail = new Entry<>(position);
            line.addLast(tail);
        }
        tail.position = position;
        tail.counts = tail.counts == null ? counts : tail.counts.plus(counts);
        drain();
    }

    /**
     * Cuts the range in two: the positions behind one are another range from now on.
     *
     * @throws IllegalStateException if some of these have been seen, or there can be none
     */
    public RangeLedger<P> cut(P at) {
        return ledger.cut(this, at);
    }

    synchronized RangeLedger<P> cutOff(P at) {
        if (ended) {
            throw refusal("the range has ended", at);
        } else if (last != null && ledger.compare(at, last) < 0) {
            throw refusal("work behind it has begun", at);
        } else if (upTo != null && ledger.compare(at, upTo) >= 0) {
            throw refusal("nothing of the range is behind it", at);
        }
        RangeLedger<P> far = new RangeLedger<>(ledger, new Span<>(at, upTo));
        upTo = at;
        return far;
    }

    /** All its work has begun. It leaves the ledger with the first commit after all of it is done. */
    public synchronized void ended() {
        ended = true;
        lastIsComplete = true;
        drain();
    }

    synchronized int held() {
        return held;
    }

    synchronized void addSeen(Tally sum) {
        sum.add(seen);
    }

    /** Adds what is done since the last commit, and what is open. Whether the range is done. */
    synchronized boolean commit(List<Span<P>> open, List<BulkOutcome> outcomes, Tally committed) {
        outcomes.addAll(ready);
        ready = new ArrayList<>();
        committed.take(readyCounts);
        detached.forEach(entry -> open.add(new Span<>(entry.after, entry.position)));
        boolean isDone = ended && line.isEmpty();
        Span<P> rest = span();
        if (!isDone && !rest.isEmpty()) {
            open.add(rest);
        }
        return isDone && detached.isEmpty();
    }

    /** How far a position is behind the last that was seen: 0 if it is the same. */
    @GuardedBy("this")
    private int see(P position) {
        int behind = last == null ? 1 : ledger.compare(position, last);
        if (ended) {
            throw refusal("the range has ended", position);
        } else if (behind < 0) {
            throw refusal("a later one has been seen", position);
        } else if (behind > 0 && upTo != null && ledger.compare(position, upTo) > 0) {
            throw refusal("it is behind the range", position);
        }
        return behind;
    }

    @GuardedBy("this")
    private void tell(Entry<P> entry, Told told) {
        if (entry.told.isEmpty()) {
            entry.told = List.of(told);
            return;
        }
        if (entry.told.size() == 1) {
            entry.told = new ArrayList<>(entry.told);
        }
        entry.told.add(told);
        if (entry.told.size() >= MAX_TOLD) {
            settle(entry.told);
            entry.told = new ArrayList<>();
        }
    }

    @GuardedBy("this")
    private void finish(Entry<P> entry) {
        entry.pending--;
        entry.done++;
        held++;
        if (!entry.isDetached) {
            drain();
            Ledger.Limits limits = ledger.limits();
            while (held > limits.held() && detached.size() < limits.detached() && detach()) {
                drain();
            }
        } else if (entry.pending == 0) {
            detached.remove(entry);
            settle(entry);
        }
    }

    /** Commits all that is done up to the first work that is not. */
    @GuardedBy("this")
    private void drain() {
        for (Entry<P> head = line.peekFirst(); head != null; head = line.peekFirst()) {
            if (head.pending > 0 || !isComplete()) {
                return;
            }
            line.removeFirst();
            doneThrough = head.position;
            settle(head);
        }
    }

    /** Makes the first work, which is not done, a range of its own. */
    @GuardedBy("this")
    private boolean detach() {
        Entry<P> head = line.peekFirst();
        if (head == null || !isComplete()) {
            return false;
        }
        line.removeFirst();
        head.after = doneThrough;
        head.isDetached = true;
        detached.add(head);
        doneThrough = head.position;
        return true;
    }

    /** Whether no more work can begin at the first position. */
    @GuardedBy("this")
    private boolean isComplete() {
        return lastIsComplete || line.size() > 1;
    }

    @GuardedBy("this")
    private void settle(Entry<P> entry) {
        held -= entry.done;
        if (entry.counts != null) {
            readyCounts.add(entry.counts);
        }
        settle(entry.told);
    }

    @GuardedBy("this")
    private void settle(List<Told> told) {
        for (Told one : told) {
            readyCounts.add(one.outcome());
            if (one.reported()) {
                ready.add(one.outcome());
                ledger.toReport(one.outcome());
            }
        }
    }

    private IllegalStateException refusal(String why, P position) {
        return new IllegalStateException("Position " + Printable.of(position.toString()) + ": " + why);
    }
}
