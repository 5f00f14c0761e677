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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the requests of one piece of work are sent: each waits for its place in the window, is retried and counted. The
 * owner of the work ends it, and says with what failure.
 */
public final class Requests {

    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final Duration SETTLING_UNREACHED = Duration.ofSeconds(5);

    private final RequestWindow window;
    private final Retries retries;
    private final Supplier<String> work;
    private final Retried retried;
    private final AtomicInteger count = new AtomicInteger();
    private final Patience patience = new Patience();
    private volatile @Nullable Supplier<? extends RuntimeException> ended;

    /**
     * The requests of one piece of work.
     *
     * @param work names it in the log of what is repeated, as "the copy of a/b to c/d" does
     * @param retried hears of each request that is to be repeated
     */
    public Requests(RequestWindow window, Retries retries, Supplier<String> work, Retried retried) {
        this.window = window;
        this.retries = retries;
        this.work = work;
        this.retried = retried;
    }

    /** Hears of requests that failed in passing, and will be repeated. */
    @FunctionalInterface
    public interface Retried {

        /** Hears nothing. */
        Retried NONE = (why, throttled) -> {};

        /**
         * A request is to be repeated.
         *
         * @param throttled whether S3 asked for fewer requests
         */
        void again(S3CallException why, boolean throttled);
    }

    /** Makes a request that may be repeated as it is. */
    public <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        return send(retry -> request.get());
    }

    /** Makes a request that needs to know of its retries. */
    public <T> CompletableFuture<T> send(Retries.Attempt<T> attempt) {
        return send(attempt, CompletableFuture::failedFuture);
    }

    /**
     * Makes a request that needs to know of its retries. If its answer cannot be read, a look comes before the next
     * attempt.
     *
     * @param look finds out what became of it: its result, or a failure. After a transient failure the request is
     *     repeated
     */
    public <T> CompletableFuture<T> send(
            Retries.Attempt<T> attempt, Function<S3CallException, CompletableFuture<T>> look) {
        Retries.Attempt<T> placed = retry -> window.submit(() -> {
            @Nullable Supplier<? extends RuntimeException> why = ended;
            if (!retry && why != null) {
                return CompletableFuture.failedFuture(why.get());
            }
            count.incrementAndGet();
            return attempt.make(retry);
        });
        return repeated(retries, patience, retry -> looked(placed.make(retry), look));
    }

    private static <T> CompletableFuture<T> looked(
            CompletableFuture<T> answer, Function<S3CallException, CompletableFuture<T>> look) {
        return answer.exceptionallyCompose(failure ->
                Causes.of(failure) instanceof S3CallException call && call.answer() == S3CallException.Answer.UNREADABLE
                        ? look.apply(call)
                        : CompletableFuture.failedFuture(Causes.of(failure)));
    }

    /**
     * Makes a request that cleans up, or looks what became of another: it is retried even when the work has ended, but
     * not for long, because somebody waits for the outcome; and least if the service cannot be reached.
     */
    public <T> CompletableFuture<T> settle(Supplier<CompletableFuture<T>> request) {
        Retries how = retries.atMost(SETTLING);
        return repeated(
                patience.isOver() ? how.unreachedAtMost(SETTLING_UNREACHED) : how,
                new Patience(),
                retry -> window.submit(() -> {
                    count.incrementAndGet();
                    return request.get();
                }));
    }

    private <T> CompletableFuture<T> repeated(Retries how, Patience until, Retries.Attempt<T> attempt) {
        RetryWatch.Request watched = window.watch().request();
        CompletableFuture<T> answer = how.run(until, attempt, (why, left) -> {
            retried.again(why, ErrorClass.isThrottle(why.code(), why.status()));
            watched.again(work, why, left);
        });
        Futures.whenDone(answer, (value, failure) -> watched.ended());
        return answer;
    }

    /**
     * From here on no request is begun, but to settle.
     *
     * @param why the failure of what would be begun
     */
    public void end(Supplier<? extends RuntimeException> why) {
        ended = why;
        patience.end();
    }

    /** Whether no request is to be begun any more, but to settle. */
    public boolean isEnded() {
        return ended != null;
    }

    /** From here on nothing is repeated: whoever stops the work waits for requests in flight, and not for an hour. */
    public void hurry() {
        patience.end();
    }

    /** Whether nothing is to be repeated any more. */
    public boolean isHurried() {
        return patience.isOver();
    }

    /** Counts a request that was made beside these. */
    public void countOneMore() {
        count.incrementAndGet();
    }

    /** How many were made, retries included. */
    public int count() {
        return count.get();
    }
}
