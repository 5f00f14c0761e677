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
package io.s3copy.bulk.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.checkpoint.Ledger;
import io.s3copy.bulk.checkpoint.RangeLedger;
import io.s3copy.bulk.checkpoint.Ticket;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.listing.KeyRange;
import io.s3copy.bulk.listing.RangeSink;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Unicode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Works on the keys of ranges: decides about each, lets work in, and writes into the ledger what is done. Thread-safe.
 */
final class KeyWork implements RangeSink<KeyWork.Part> {

    private final Map<KeyRange, RangeLedger<String>> resumed = new HashMap<>();
    private final PairWork work;
    private final Function<KeyPair, String> keys;
    private final Doing doing;

    /** A range that is worked on. */
    record Part(RangeLedger<String> ledger, PairWork work) {}

    /**
     * Works.
     *
     * @param keys gives the key of a pair behind the prefix of its side
     */
    KeyWork(Ledger<String> ledger, PairWork work, Function<KeyPair, String> keys, Doing doing) {
        this.work = work;
        this.keys = keys;
        this.doing = doing;
        ledger.ranges()
                .forEach(range -> resumed.put(
                        new KeyRange(range.span().after(), range.span().upTo()), range));
    }

    @Override
    public synchronized Part open(KeyRange range) {
        RangeLedger<String> own = resumed.remove(range);
        if (own == null) {
            // hints have cut what is open
            Map.Entry<KeyRange, RangeLedger<String>> whole = resumed.entrySet().stream()
                    .filter(one -> isBegunBy(one.getKey(), range))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("a range begins that is not open"));
            resumed.remove(whole.getKey());
            RangeLedger<String> rest = whole.getValue().cut(Objects.requireNonNull(range.upTo()));
            resumed.put(whole.getKey().behind(range.upTo()), rest);
            own = whole.getValue();
        }
        if (range.after() != null) {
            doing.heat().cut(range.after());
        }
        if (range.upTo() != null) {
            doing.heat().cut(range.upTo());
        }
        return new Part(own, work.forRange());
    }

    private static boolean isBegunBy(KeyRange whole, KeyRange range) {
        return Objects.equals(whole.after(), range.after()) && range.upTo() != null;
    }

    @Override
    public Part cut(Part range, String at) {
        Part far = new Part(range.ledger().cut(at), work.forRange());
        doing.heat().cut(at);
        return far;
    }

    @Override
    public void ended(Part range) {
        range.ledger().ended();
    }

    @Override
    public CompletableFuture<Void> take(Part range, List<KeyPair> pairs, @Nullable String through) {
        doing.read(pairs.size());
        if (!pairs.isEmpty()) {
            doing.heat().listed(keys.apply(pairs.get(0)), keys.apply(pairs.get(pairs.size() - 1)), pairs.size());
        }
        Feed feed = new Feed(range, pairs, through);
        feed.go();
        return feed.taken;
    }

    private static CopyStoppedException stopped() {
        return new CopyStoppedException("the run was stopped before its turn");
    }

    /** The keys of a page, one after the other. */
    private final class Feed {
        private final Part part;
        private final List<KeyPair> pairs;
        private final @Nullable String through;
        private final CompletableFuture<Void> taken = new CompletableFuture<>();

        @GuardedBy("this")
        private int at;

        /** What was the same and is not in the ledger yet. */
        @GuardedBy("this")
        private long same;

        @GuardedBy("this")
        private long sameBytes;

        /** The key of the last of these. */
        @GuardedBy("this")
        private @Nullable String sameKey;

        /** The last key of which the ledger was told. */
        @GuardedBy("this")
        private @Nullable String toldKey;

        private Feed(Part part, List<KeyPair> pairs, @Nullable String through) {
            this.part = part;
            this.pairs = pairs;
            this.through = through;
        }

        /** Goes on until something must be waited for. */
        private void go() {
            try {
                CompletableFuture<?> waitsFor = next();
                if (waitsFor == null) {
                    taken.complete(null);
                } else {
                    Futures.whenDone(waitsFor, (done, failure) -> again(failure));
                }
            } catch (RuntimeException | Error e) {
                // an Error too: otherwise the run would never end
                taken.completeExceptionally(e);
            }
        }

        private void again(@Nullable Throwable failure) {
            if (failure != null) {
                if (failure instanceof CopyStoppedException) {
                    completeLast();
                }
                taken.completeExceptionally(failure);
                return;
            }
            try {
                doing.executor().execute(this::go);
            } catch (RejectedExecutionException e) {
                taken.completeExceptionally(e);
            }
        }

        /** What to wait for; null at the end of the page. */
        private synchronized @Nullable CompletableFuture<?> next() {
            while (at < pairs.size()) {
                if (doing.isStopping()) {
                    completeLast();
                    // not the end of the page: otherwise the range could come to its end, and what is left would be
                    // lost
                    return CompletableFuture.failedFuture(stopped());
                }
                CompletableFuture<Void> due = doing.commitDue();
                if (due != null && !due.isDone()) {
                    return due;
                }
                KeyPair pair = pairs.get(at);
                Decision decision = part.work().decide(pair);
                if (decision instanceof Decision.Work some) {
                    CompletableFuture<Void> place = doing.admission().enter(some.bytes(), some.requests());
                    if (!place.isDone()) {
                        return place.thenRun(() -> admitted(pair, some));
                    } else if (place.isCompletedExceptionally()) {
                        return place;
                    }
                    admitted(pair, some);
                } else {
                    told(pair, decision);
                    at++;
                }
            }
            // work may have begun on the last key of a page of versions, of which more may come
            if (through != null && (toldKey == null || Unicode.compare(toldKey, through) <= 0)) {
                part.ledger().through(through, counts());
            } else {
                catchUp();
            }
            return null;
        }

        /** No more work comes for the key before: what is done of it need not be done again. */
        private synchronized void completeLast() {
            if (at > 0 && at < pairs.size()) {
                String last = keys.apply(pairs.get(at - 1));
                if (!last.equals(keys.apply(pairs.get(at)))) {
                    part.ledger().through(last, counts());
                }
            }
        }

        private synchronized void admitted(KeyPair pair, Decision.Work some) {
            Ticket ticket = ticket(pair);
            at++;
            begin(pair, some, ticket, part.work());
        }

        @GuardedBy("this")
        private void told(KeyPair pair, Decision decision) {
            if (!(decision instanceof Decision.Known known)) {
                return;
            }
            BulkOutcome outcome = known.outcome();
            doing.known(outcome);
            boolean reported = doing.reports(outcome.what());
            if (outcome.what() == What.SAME && !reported && isLastOfItsKey(pair)) {
                same++;
                sameBytes += Math.max(0, outcome.bytes());
                sameKey = keys.apply(pair);
            } else {
                ticket(pair).done(outcome, reported);
            }
        }

        /** Whether no other version of the key can come: as far as the page tells. */
        @GuardedBy("this")
        private boolean isLastOfItsKey(KeyPair pair) {
            return !pair.isOfVersions()
                    || (at + 1 < pairs.size() && !keys.apply(pairs.get(at + 1)).equals(keys.apply(pair)));
        }

        @GuardedBy("this")
        private Ticket ticket(KeyPair pair) {
            catchUp();
            toldKey = keys.apply(pair);
            return part.ledger().begin(toldKey);
        }

        /** Tells the ledger of what was the same so far. */
        @GuardedBy("this")
        private void catchUp() {
            if (same > 0 && sameKey != null) {
                part.ledger().through(sameKey, counts());
            }
        }

        @GuardedBy("this")
        private BulkCounts counts() {
            BulkCounts counts = same == 0 ? BulkCounts.NONE : BulkCounts.of(What.SAME, same, sameBytes);
            same = 0;
            sameBytes = 0;
            return counts;
        }
    }

    private void begin(KeyPair pair, Decision.Work some, Ticket ticket, PairWork of) {
        ListedObject any = pair.source() == null ? pair.destination() : pair.source();
        doing.begin(any == null ? "" : any.key(), some, ticket, failure -> of.failed(pair, failure));
    }
}
