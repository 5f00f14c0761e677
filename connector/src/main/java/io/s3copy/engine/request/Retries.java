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

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.S3Call;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one layer of retries: repeats what failed transiently, after a random time that doubles in its bound, until it
 * succeeds or {@code retryFor} has passed. It outlasts a throttle, where a fixed number of attempts loses objects. What no
 * time mends is repeated for less: an answer that cannot be read, and a host that nobody knows.
 */
public final class Retries {

    private static final long FIRST_BOUND_MILLIS = 100;
    private static final long LAST_BOUND_MILLIS = 5_000;

    /** What cannot be read so many times in a row is how this server writes. */
    private static final int UNREADABLE = 5;

    /** A name server may fail for a moment; a name that is wrong stays so. */
    private static final Duration UNRESOLVED = Duration.ofSeconds(5);

    private final Duration retryFor;
    private final Duration unreachedFor;
    private final Clock clock;
    private final Supplier<RandomGenerator> random;

    public Retries(Duration retryFor, Executor timer) {
        this(retryFor, new ExecutorClock(timer), ThreadLocalRandom::current);
    }

    public Retries(Duration retryFor, Clock clock, Supplier<RandomGenerator> random) {
        this(retryFor, retryFor, clock, random);
    }

    private Retries(Duration retryFor, Duration unreachedFor, Clock clock, Supplier<RandomGenerator> random) {
        this.retryFor = retryFor;
        this.unreachedFor = unreachedFor;
        this.clock = clock;
        this.random = random;
    }

    /** The same, for a shorter time. */
    Retries atMost(Duration time) {
        return retryFor.compareTo(time) <= 0 ? this : new Retries(time, unreachedFor, clock, random);
    }

    /** The same, for a shorter time where the service cannot be reached. */
    Retries unreachedAtMost(Duration time) {
        return new Retries(retryFor, time, clock, random);
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
    public interface Attempt<T> {
        /**
         * Makes the request.
         *
         * @param retry whether an earlier attempt failed, and may have taken effect all the same
         */
        CompletableFuture<T> make(boolean retry);
    }

    /** Hears of what is to be repeated. */
    @FunctionalInterface
    public interface Repeated {
        /**
         * A request failed in passing.
         *
         * @param left how long it will be repeated from now on
         */
        void again(S3CallException why, Duration left);
    }

    /**
     * Makes a request until it succeeds.
     *
     * @param patience ends the waiting, too
     */
    public <T> CompletableFuture<T> run(Patience patience, Attempt<T> attempt, Repeated repeated) {
        Run<T> run = new Run<>(patience, attempt, repeated);
        run.attempt(FIRST_BOUND_MILLIS, 0, false);
        return run.answer;
    }

    private final class Run<T> {

        private final long start = clock.nanoTime();
        private S3CallException.@Nullable Answer lastAnswer;
        private long firstOfItsKind;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private final Patience patience;
        private final Attempt<T> attempt;
        private final Repeated repeated;

        private Run(Patience patience, Attempt<T> attempt, Repeated repeated) {
            this.patience = patience;
            this.attempt = attempt;
            this.repeated = repeated;
        }

        /**
         * Makes the request.
         *
         * @param unread how many answers before could not be read, in a row
         */
        private void attempt(long bound, int unread, boolean retry) {
            Futures.whenDone(attempt.make(retry), (value, failure) -> {
                if (failure == null) {
                    answer.complete(value);
                } else if (failure instanceof S3CallException call) {
                    failed(call, bound, unread);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        }

        private void failed(S3CallException failure, long bound, int unreadBefore) {
            int unread = failure.answer() == S3CallException.Answer.UNREADABLE ? unreadBefore + 1 : 0;
            long wait = TimeUnit.MILLISECONDS.toNanos(random.get().nextLong(bound) + 1);
            long now = clock.nanoTime();
            boolean another = failure.answer() != lastAnswer;
            lastAnswer = failure.answer();
            firstOfItsKind = another ? now : firstOfItsKind;
            Duration left = repeatedFor(failure).minusNanos(now - (isShort(failure) ? firstOfItsKind : start));
            if (unread >= UNREADABLE || left.minusNanos(wait).isNegative() || patience.isOver()) {
                answer.completeExceptionally(failure);
                return;
            }
            repeated.again(failure, left);
            AtomicBoolean done = new AtomicBoolean();
            // the failure of before tells more than that nothing was tried again
            Runnable end = () -> {
                if (done.compareAndSet(false, true)) {
                    answer.completeExceptionally(failure);
                }
            };
            long nextBound = Math.min(bound * 2, LAST_BOUND_MILLIS);
            Runnable again = () -> {
                patience.forget(end);
                if (done.compareAndSet(false, true)) {
                    attempt(nextBound, unread, true);
                }
            };
            patience.whenOver(end);
            // where the timer is shut down nobody repeats it any more, and somebody waits for the answer
            clock.after(wait, again, end);
        }

        /** Its time runs from when it was first so, not from when the request queued. */
        private boolean isShort(S3CallException failure) {
            return failure.answer() == S3CallException.Answer.UNRESOLVED
                    || (failure.answer() == S3CallException.Answer.UNREACHED && unreachedFor.compareTo(retryFor) < 0);
        }

        private Duration repeatedFor(S3CallException failure) {
            if (failure.answer() == S3CallException.Answer.UNRESOLVED) {
                return UNRESOLVED.compareTo(retryFor) < 0 ? UNRESOLVED : retryFor;
            } else if (failure.answer() == S3CallException.Answer.UNREACHED) {
                return unreachedFor.compareTo(retryFor) < 0 ? unreachedFor : retryFor;
            }
            boolean passing = failure.errorClass() == ErrorClass.TRANSIENT || isConflictOfSingleCopy(failure);
            // nothing is left of a time that has not begun
            return passing ? retryFor : Duration.ofNanos(-1);
        }
    }

    /** Two writes to one key met: S3 asks for the same call again; a multipart upload must begin anew instead. */
    private static boolean isConflictOfSingleCopy(S3CallException call) {
        return "ConditionalRequestConflict".equals(call.code())
                && S3Call.COPY_OBJECT.api().equals(call.api());
    }
}
