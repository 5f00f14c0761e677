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
package io.s3copy.engine.request;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The requests in flight to one destination, across all its copies: no more than the window allows. It is cut when S3
 * throttles or breaks, and grows back while requests succeed. A server that goes on throttling is also sent requests at
 * no more than the {@link Pace} at which it takes them. First come, first served; a copy in parts asks for its next place
 * only when it has got the last one, so that it cannot crowd out the others.
 */
public final class RequestWindow {

    private static final Logger LOG = LoggerFactory.getLogger(RequestWindow.class);

    private static final double CUT = 0.8;

    /** A slow copy is no sign of overload: S3 takes minutes for gigabytes. */
    private static final long NO_TIMEOUT_DAYS = 1;

    private final AIMDLimit limit;
    private final WaitingLine line;
    private final Clock clock;

    @GuardedBy("this")
    private final Pace pace;

    private final RetryWatch watch;

    @GuardedBy("this")
    private long lastCut;

    @GuardedBy("this")
    private long cuts;

    /**
     * How a window stands.
     *
     * @param size how many requests may be in flight now
     * @param inFlight how many are
     * @param cuts how often it was cut
     * @param sinceCut since when it was not; null if it never was
     */
    public record State(
            int size, int inFlight, long cuts, @Nullable Duration sinceCut) {}

    /**
     * A window.
     *
     * @param initial how many requests may be in flight at first
     * @param max how many there may be at most
     */
    public RequestWindow(int initial, int max) {
        this(initial, max, SystemClock.INSTANCE);
    }

    public RequestWindow(int initial, int max, Clock clock) {
        this.clock = clock;
        this.watch = new RetryWatch(clock, Instant::now);
        this.lastCut = clock.nanoTime();
        this.pace = new Pace(clock.nanoTime());
        this.line = new WaitingLine(this::size, this::nanosToWait, clock);
        this.limit = AIMDLimit.newBuilder()
                .initialLimit(initial)
                .minLimit(Math.min(4, initial))
                .maxLimit(max)
                .backoffRatio(CUT)
                .timeout(NO_TIMEOUT_DAYS, TimeUnit.DAYS)
                .build();
    }

    /** How many requests may be in flight now. */
    public int size() {
        return limit.getLimit();
    }

    /** How many requests are in flight now. */
    public int inFlight() {
        return line.underWay();
    }

    /** How it stands. */
    public State state() {
        // the line asks for the pace while it is locked: not inside of this lock
        int under = inFlight();
        synchronized (this) {
            return new State(size(), under, cuts, cuts == 0 ? null : Duration.ofNanos(clock.nanoTime() - lastCut));
        }
    }

    /** Says that requests through this window are being repeated. */
    RetryWatch watch() {
        return watch;
    }

    /** Makes a request as soon as there is a place for it. */
    public <T> CompletableFuture<T> submit(Supplier<CompletableFuture<T>> request) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        line.enter(() -> send(request, answer));
        return answer;
    }

    private <T> void send(Supplier<CompletableFuture<T>> request, CompletableFuture<T> answer) {
        long start = clock.nanoTime();
        int concurrent = line.underWay();
        CompletableFuture<T> sent;
        try {
            sent = request.get();
        } catch (RuntimeException | Error e) {
            // an Error too: it would take the place with it, and nobody would hear of it
            sent = CompletableFuture.failedFuture(e);
        }
        Futures.whenDone(sent, (value, failure) -> {
            sample(start, concurrent, failure);
            line.leave();
            if (failure == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(failure);
            }
        });
    }

    private synchronized long nanosToWait() {
        return pace.waitOrSend(clock.nanoTime());
    }

    /**
     * One burst of refusals is one sign of overload: only the first of those sent before the last cut counts. Once there
     * is a pace, the few refusals that it aims at are none.
     */
    private synchronized void sample(long start, int concurrent, @Nullable Throwable failure) {
        long now = clock.nanoTime();
        boolean throttled = isThrottle(failure);
        boolean overload = isOverload(failure) && !(throttled && pace.isSet());
        if (!overload) {
            limit.onSample(start, now - start, concurrent, false);
        } else if (start - lastCut >= 0) {
            limit.onSample(start, now - start, concurrent, true);
            lastCut = now;
            cuts++;
            LOG.debug(
                    "The window is cut to {} requests: {}",
                    limit.getLimit(),
                    failure == null ? "" : failure.getMessage());
        }
        pace.answered(now, throttled);
    }

    private static boolean isOverload(@Nullable Throwable failure) {
        return failure instanceof S3CallException call && call.errorClass() == ErrorClass.TRANSIENT;
    }

    private static boolean isThrottle(@Nullable Throwable failure) {
        return failure instanceof S3CallException call && ErrorClass.isThrottle(call.code(), call.status());
    }
}
