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
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.engine.request.Futures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets work of a run begin: so much at once, in the hours of the run, and at its rates. All may be changed while it runs.
 * Thread-safe; never blocks.
 */
public final class Admission {

    /** Clocks are moved, and hours changed: longer than that nobody sleeps. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Executor timer;
    private final InstantSource clock;

    @GuardedBy("this")
    private int places;

    @GuardedBy("this")
    private int taken;

    @GuardedBy("this")
    private boolean closed;

    @GuardedBy("this")
    private final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();

    @GuardedBy("this")
    private @Nullable TimeWindow hours;

    /** Done once it is closed: then nobody waits any more. */
    private final CompletableFuture<Void> closing = new CompletableFuture<>();

    private volatile Rate requests = new Rate(0);
    private volatile Rate bytes = new Rate(0);

    /**
     * Lets in.
     *
     * @param places for how much at once
     * @param hours when work may begin; null for always
     * @param timer wakes what waits for its time
     */
    public Admission(int places, @Nullable TimeWindow hours, Executor timer, InstantSource clock) {
        this.places = places;
        this.hours = hours;
        this.timer = timer;
        this.clock = clock;
    }

    /** From here on so many objects are worked on at once. */
    public void places(int number) {
        synchronized (this) {
            places = number;
        }
        wake();
    }

    /** From here on work begins in these hours; null for always. */
    public synchronized void hours(@Nullable TimeWindow window) {
        hours = window;
    }

    /** From here on so many requests a second; 0 for no limit. */
    public void requestsPerSecond(long limit) {
        Rate before;
        synchronized (this) {
            before = requests;
            if (before.limit == limit) {
                return;
            }
            requests = new Rate(limit);
        }
        before.replaced.complete(null);
    }

    /** From here on so many bytes a second; 0 for no limit. */
    public void bytesPerSecond(long limit) {
        Rate before;
        synchronized (this) {
            before = bytes;
            if (before.limit == limit) {
                return;
            }
            bytes = new Rate(limit);
        }
        before.replaced.complete(null);
    }

    /** From here on as another. */
    void as(Admission other) {
        requestsPerSecond(other.requests.limit);
        bytesPerSecond(other.bytes.limit);
        int number;
        TimeWindow window;
        synchronized (other) {
            number = other.places;
            window = other.hours;
        }
        hours(window);
        places(number);
    }

    /** A limit a second. What was begun by one is no debt of the next. */
    private static final class Rate {

        private final long limit;
        private final @Nullable Bucket bucket;

        /** Done once another has its place: what sleeps by this one counts anew. */
        private final CompletableFuture<Void> replaced = new CompletableFuture<>();

        private Rate(long limit) {
            this.limit = limit;
            this.bucket = limit <= 0
                    ? null
                    : Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(limit)
                                    .refillGreedy(limit, SECOND)
                                    .initialTokens(0)
                                    .build())
                            .build();
        }

        /** What is more than a second's worth is taken all the same, and those behind wait the longer. */
        private long nanos(long tokens) {
            return bucket == null || tokens <= 0 ? 0 : bucket.consumeIgnoringRateLimits(tokens);
        }
    }

    /**
     * Waits for a place, the hours and the rates.
     *
     * @param ofBytes how many bytes are copied
     * @param ofRequests about how many requests that takes
     * @return fails with a {@link CopyStoppedException} once it is closed
     */
    public CompletableFuture<Void> enter(long ofBytes, long ofRequests) {
        CompletableFuture<Void> place = new CompletableFuture<>();
        boolean free;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(stopped());
            }
            free = taken < places && waiting.isEmpty();
            if (free) {
                taken++;
            } else {
                waiting.add(place);
            }
        }
        if (free) {
            place.complete(null);
        }
        return place.thenCompose(entered -> whenOpen()).thenCompose(open -> inTurn(ofBytes, ofRequests));
    }

    private CompletableFuture<Void> whenOpen() {
        Duration wait;
        synchronized (this) {
            if (closed) {
                taken--;
                return CompletableFuture.failedFuture(stopped());
            }
            wait = hours == null ? Duration.ZERO : hours.untilOpen(now());
        }
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(null);
        }
        Duration sleep = wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP;
        return slept(sleep).thenCompose(later -> whenOpen());
    }

    private Instant now() {
        return clock.instant();
    }

    /** Both rates are waited for at once: a change of one is no debt of the other. */
    private CompletableFuture<Void> inTurn(long ofBytes, long ofRequests) {
        return CompletableFuture.allOf(inTurn(() -> requests, ofRequests), inTurn(() -> bytes, ofBytes))
                .thenCompose(paid -> {
                    synchronized (this) {
                        if (closed) {
                            taken--;
                            return CompletableFuture.failedFuture(stopped());
                        }
                    }
                    return CompletableFuture.completedFuture(null);
                });
    }

    /** Waits for one rate, until it is closed at most. */
    private CompletableFuture<Void> inTurn(Supplier<Rate> rate, long tokens) {
        Rate now = rate.get();
        long nanos = isClosed() ? 0 : now.nanos(tokens);
        if (nanos == 0) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<?> slept = Futures.after(Math.min(nanos, LONGEST_WAIT.toNanos()), timer);
        return CompletableFuture.anyOf(closing, now.replaced, slept)
                .thenCompose(woken -> slept.isDone() ? CompletableFuture.completedFuture(null) : inTurn(rate, tokens));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Sleeps, until it is closed at most. */
    private CompletableFuture<Object> slept(Duration time) {
        return CompletableFuture.anyOf(closing, Futures.after(time.toNanos(), timer));
    }

    /** Work has ended. */
    public void leave() {
        synchronized (this) {
            taken--;
        }
        wake();
    }

    private void wake() {
        while (true) {
            CompletableFuture<Void> next;
            synchronized (this) {
                next = closed || taken < places ? waiting.poll() : null;
                if (next != null) {
                    taken++;
                }
            }
            if (next == null) {
                return;
            }
            next.complete(null);
        }
    }

    /** How much is being worked on. */
    public synchronized int taken() {
        return taken;
    }

    /** Nothing is let in any more. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        closing.complete(null);
        wake();
    }

    private static CopyStoppedException stopped() {
        return new CopyStoppedException("the run was stopped before its turn");
    }
}
