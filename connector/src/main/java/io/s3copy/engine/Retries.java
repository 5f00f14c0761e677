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
package io.s3copy.engine;

import io.s3copy.parameter.S3Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The one layer of retries: repeats what failed transiently, after a random time that doubles in its bound, until it
 * succeeds or {@code retryFor} has passed. It outlasts a throttle, where a fixed number of attempts loses objects.
 */
final class Retries {

    private static final long FIRST_BOUND_MILLIS = 100;
    private static final long LAST_BOUND_MILLIS = 5_000;

    private final Duration retryFor;
    private final Clock clock;
    private final Supplier<RandomGenerator> random;

    Retries(Duration retryFor, Executor timer) {
        this(retryFor, new ExecutorClock(timer), ThreadLocalRandom::current);
    }

    Retries(Duration retryFor, Clock clock, Supplier<RandomGenerator> random) {
        this.retryFor = retryFor;
        this.clock = clock;
        this.random = random;
    }

    /** The same, for a shorter time. */
    Retries atMost(Duration time) {
        return retryFor.compareTo(time) <= 0 ? this : new Retries(time, clock, random);
    }

    private record ExecutorClock(Executor timer) implements Clock {

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void after(long nanos, Runnable task) {
            after(nanos, task, () -> {});
        }

        @Override
        public void after(long nanos, Runnable task, Runnable refused) {
            Futures.whenDone(Futures.after(nanos, timer), (now, shutDown) -> (shutDown == null ? task : refused).run());
        }
    }

    /**
     * A request that is repeated.
     *
     * @param <T> its answer
     */
    @FunctionalInterface
    interface Attempt<T> {
        /**
         * Makes the request.
         *
         * @param retry whether an earlier attempt failed, and may have taken effect all the same
         */
        CompletableFuture<T> make(boolean retry);
    }

    /**
     * Makes a request until it succeeds.
     *
     * @param cancelled whether to give up
     * @param onRetry hears of each failure that is to be repeated
     */
    <T> CompletableFuture<T> run(Supplier<Boolean> cancelled, Attempt<T> attempt, Consumer<S3CallException> onRetry) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        attempt(clock.nanoTime() + retryFor.toNanos(), FIRST_BOUND_MILLIS, false, cancelled, attempt, onRetry, answer);
        return answer;
    }

    private <T> void attempt(
            long deadline,
            long bound,
            boolean retry,
            Supplier<Boolean> cancelled,
            Attempt<T> attempt,
            Consumer<S3CallException> onRetry,
            CompletableFuture<T> answer) {
        Futures.whenDone(attempt.make(retry), (value, failure) -> {
            if (failure == null) {
                answer.complete(value);
                return;
            }
            long wait = random.get().nextLong(bound) + 1;
            boolean late = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait) - deadline > 0;
            if (!isTransient(failure) || late || cancelled.get()) {
                answer.completeExceptionally(failure);
                return;
            }
            onRetry.accept((S3CallException) failure);
            long nextBound = Math.min(bound * 2, LAST_BOUND_MILLIS);
            Runnable again = () -> {
                if (cancelled.get()) {
                    // the failure of before tells more than that nothing was tried again
                    answer.completeExceptionally(failure);
                } else {
                    attempt(deadline, nextBound, true, cancelled, attempt, onRetry, answer);
                }
            };
            // nobody repeats it any more, and somebody waits for the answer
            clock.after(TimeUnit.MILLISECONDS.toNanos(wait), again, () -> answer.completeExceptionally(failure));
        });
    }

    private static boolean isTransient(Throwable failure) {
        return failure instanceof S3CallException call
                && (call.errorClass() == ErrorClass.TRANSIENT || isConflictOfSingleCopy(call));
    }

    /** Two writes to one key met: S3 asks for the same call again; a multipart upload must begin anew instead. */
    private static boolean isConflictOfSingleCopy(S3CallException call) {
        return "ConditionalRequestConflict".equals(call.code())
                && S3Call.COPY_OBJECT.api().equals(call.api());
    }
}
