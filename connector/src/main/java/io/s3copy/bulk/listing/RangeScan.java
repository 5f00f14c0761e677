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
package io.s3copy.bulk.listing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.request.Futures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists one bucket, or two side by side, in parallel over any key space. Ranges are listed page by page; a free place takes
 * the far half of the range that has most left, and finds it by listing from a computed key, so that its first page is
 * there already. Every key is given on once, in the order of its range. All but the useful pages are at most a tenth.
 *
 * @param <R> what the sink knows a range by
 */
public final class RangeScan<R> {

    private static final Logger LOG = LoggerFactory.getLogger(RangeScan.class);

    /** What cuts may cost: an unfinished last page of each range, and looks that found nothing. */
    private static final double EXTRA = 0.09;

    /** A range with fewer pages left is not worth a cut. */
    private static final int WORTH_A_CUT = 3;

    private final List<PrefixListing> listings;
    private final RangeSink<R> sink;
    private final int width;
    private final Executor executor;
    private final Boundaries hints;
    private final double mayCost;
    private final int leastLeft;
    private final Boundaries found = new Boundaries();
    private final Alphabet alphabet = new Alphabet();
    private final AtomicLong lists = new AtomicLong();
    private final AtomicLong keys = new AtomicLong();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    @GuardedBy("this")
    private final Set<ScannedRange<R>> active = new LinkedHashSet<>();

    @GuardedBy("this")
    private final Deque<ScannedRange<R>> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private int begun;

    @GuardedBy("this")
    private int probes;

    @GuardedBy("this")
    private long extra;

    @GuardedBy("this")
    private boolean stopped;

    /** Whether the server does not heed where a listing is to begin, so that only one chain of pages is right. */
    @GuardedBy("this")
    private boolean oneChain;

    @GuardedBy("this")
    private @Nullable Throwable failure;

    /**
     * A scan.
     *
     * @param listings one side, or the source and the destination
     * @param width how many ranges are listed at once, at most
     * @param executor runs the merging and the sink
     * @param hints what an earlier scan has found of the key space
     * @throws IllegalArgumentException where two sides cannot be merged, as one has no order or has other entries
     */
    public RangeScan(List<PrefixListing> listings, RangeSink<R> sink, int width, Executor executor, Boundaries hints) {
        this(listings, sink, width, executor, hints, EXTRA);
    }

    /** A scan whose cuts may cost more. */
    RangeScan(
            List<PrefixListing> listings,
            RangeSink<R> sink,
            int width,
            Executor executor,
            Boundaries hints,
            double mayCost) {
        this.mayCost = mayCost;
        this.leastLeft = WORTH_A_CUT * listings.get(0).all().maxKeys();
        this.listings = List.copyOf(listings);
        this.sink = sink;
        this.width = width;
        this.executor = executor;
        this.hints = hints;
        boolean unordered = listings.stream().anyMatch(PrefixListing::isUnordered);
        if (unordered && listings.size() > 1) {
            throw new IllegalArgumentException(
                    "a directory bucket lists its keys in no order: it cannot be compared key by key with another bucket");
        }
        if (listings.stream().map(PrefixListing::versions).distinct().count() > 1) {
            throw new IllegalArgumentException("versions of one bucket are not merged with objects of another");
        }
        this.oneChain = unordered;
    }

    /**
     * Scans ranges.
     *
     * @return whether all was scanned: not when it was stopped. Fails with what a listing or the sink failed with.
     */
    public CompletableFuture<Boolean> run(List<KeyRange> ranges) {
        synchronized (this) {
            for (KeyRange range : ranges) {
                // about each page was a hint, and each cut costs one
                int affordable = (int) Math.min(width, 1 + mayCost * hints.within(range));
                List<KeyRange> parts = oneChain ? List.of(range) : hints.split(range, affordable);
                extra += (long) (parts.size() - 1) * listings.size();
                parts.forEach(part -> waiting.add(new ScannedRange<>(sink, sink.open(part), part, listings, alphabet)));
            }
        }
        schedule();
        return end;
    }

    /** No page is asked for any more. */
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        schedule();
    }

    /** How many LISTs were made. */
    public long lists() {
        return lists.get();
    }

    /** How many keys were given on. */
    public long keys() {
        return keys.get();
    }

    /** How many ranges are being listed, or wait for it. */
    public synchronized int ranges() {
        return active.size() + waiting.size();
    }

    /** About how many keys are left; null where nothing tells. */
    public synchronized @Nullable Long left() {
        return KeysLeft.of(active, waiting.size(), begun, keys.get());
    }

    /** What was found of the key space. */
    public Boundaries found() {
        return found;
    }

    private void schedule() {
        List<ScannedRange<R>> first = new ArrayList<>();
        List<Look<R>> looks = new ArrayList<>();
        boolean over;
        synchronized (this) {
            while (!stopped && failure == null && active.size() + probes < width) {
                ScannedRange<R> next = waiting.poll();
                Look<R> look = next == null ? look() : null;
                if (next != null) {
                    active.add(next);
                    first.add(next);
                    begun++;
                } else if (look != null) {
                    probes++;
                    looks.add(look);
                } else {
                    break;
                }
            }
            boolean noMore = stopped || failure != null || waiting.isEmpty();
            over = active.isEmpty() && probes == 0 && noMore;
        }
        first.forEach(this::go);
        looks.forEach(this::probe);
        if (over) {
            tellEnd();
        }
    }

    private void tellEnd() {
        Throwable why;
        boolean all;
        synchronized (this) {
            why = failure;
            all = !stopped || (waiting.isEmpty() && !cutShort);
        }
        if (why != null) {
            end.completeExceptionally(why);
        } else {
            end.complete(all);
        }
    }

    /** Whether a range was left before its end. */
    @GuardedBy("this")
    private boolean cutShort;

    private record Look<R>(ScannedRange<R> of, ScannedRange.Probe at) {}

    /** Where a range is best cut, as far as that may cost a request. */
    @GuardedBy("this")
    private @Nullable Look<R> look() {
        int cost = listings.size();
        long open = (long) probes * cost;
        if (oneChain || extra + open + cost > mayCost * lists.get()) {
            return null;
        }
        ScannedRange<R> longest = active.stream()
                .max(Comparator.comparingDouble(ScannedRange::left))
                .orElse(null);
        if (longest == null || longest.left() < leastLeft) {
            return null;
        }
        ScannedRange.Probe at = longest.probe(hints);
        return at == null ? look() : new Look<>(longest, at);
    }

    private void probe(Look<R> look) {
        lists.addAndGet(listings.size());
        List<CompletableFuture<PrefixListing.Page>> pages =
                listings.stream().map(one -> one.first(look.at().at())).toList();
        Futures.whenDone(ScannedSide.all(pages), (all, why) -> onPool(() -> probed(look, pages, why)));
    }

    private void probed(Look<R> look, List<CompletableFuture<PrefixListing.Page>> asked, @Nullable Throwable why) {
        if (why != null) {
            look.of().unprobed();
            fail(why);
            synchronized (this) {
                probes--;
            }
            schedule();
            return;
        }
        List<PrefixListing.Page> pages =
                asked.stream().map(CompletableFuture::join).toList();
        boolean ignored = pages.stream().anyMatch(PrefixListing.Page::skipped);
        ScannedRange<R> other = null;
        try {
            if (ignored) {
                ignored();
                look.of().unprobed();
            } else {
                other = look.of().cut(look.at(), listings, pages);
            }
        } catch (RuntimeException e) {
            fail(e);
        }
        synchronized (this) {
            probes--;
            extra += listings.size();
            if (other != null) {
                active.add(other);
                begun++;
            }
        }
        if (other != null) {
            go(other);
        }
        schedule();
    }

    /** The chains that run go on by tokens, and are right; no other is begun in the middle. */
    private void ignored() {
        synchronized (this) {
            if (oneChain) {
                return;
            }
            oneChain = true;
        }
        LOG.warn(
                "{} begins at its first key, whatever key is asked for: the server does not heed start-after. It is listed"
                        + " in one chain of pages, which is slow",
                listings.get(0).named());
    }

    private void fail(Throwable why) {
        synchronized (this) {
            failure = failure == null ? Causes.of(why) : failure;
        }
    }

    private void go(ScannedRange<R> range) {
        onPool(() -> drive(range));
    }

    /** Where the pool is shut down the scan still ends. */
    private void onPool(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            fail(e);
            task.run();
        }
    }

    /** Takes steps until one has to be waited for. */
    private void drive(ScannedRange<R> range) {
        try {
            while (true) {
                if (isOver()) {
                    left(range, true);
                    return;
                }
                ScannedRange.Step step = range.step();
                CompletableFuture<Void> done;
                if (step instanceof ScannedRange.Pages pages) {
                    lists.addAndGet(pages.asked().size());
                    done = ScannedSide.all(pages.asked()).thenRun(() -> receive(range, pages));
                } else if (step instanceof ScannedRange.Given given) {
                    keys.addAndGet(given.keys());
                    done = given.taken();
                } else {
                    left(range, false);
                    return;
                }
                if (!done.isDone()) {
                    Futures.whenDone(done, (taken, why) -> onPool(() -> goOn(range, why)));
                    return;
                }
                done.join();
                schedule();
            }
        } catch (CompletionException e) {
            goOn(range, Causes.of(e));
        } catch (RuntimeException | Error e) {
            // an Error too: otherwise the scan would never end
            goOn(range, e);
        }
    }

    private void goOn(ScannedRange<R> range, @Nullable Throwable why) {
        if (why != null) {
            fail(why);
            left(range, true);
        } else {
            schedule();
            drive(range);
        }
    }

    private void receive(ScannedRange<R> range, ScannedRange.Pages pages) {
        for (int at = 0; at < pages.asked().size(); at++) {
            PrefixListing.Page page = pages.asked().get(at).join();
            if (page.skipped()) {
                ignored();
            }
            range.receive(pages.of().get(at), page);
            String end = page.end();
            if (end != null && pages.of().get(at) == 0) {
                found.page(end);
            }
        }
    }

    private synchronized boolean isOver() {
        return stopped || failure != null;
    }

    private void left(ScannedRange<R> range, boolean early) {
        synchronized (this) {
            active.remove(range);
            cutShort |= early;
        }
        schedule();
    }
}
