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

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** The requests of one copy: each waits for its place in the window, is retried, counted, and told to the listener. */
final class CopySession {

    /** What ends a copy before its time. */
    private enum End {
        NOT_YET,
        CANCELLED,
        STOPPED
    }

    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final Duration SETTLING_UNREACHED = Duration.ofSeconds(5);

    private final RequestWindow window;
    private final Retries retries;
    private final CopyTask task;
    private final CopyListener listener;
    private final AtomicInteger requests = new AtomicInteger();
    private final Instant startedAt = Instant.now();
    private final long start = System.nanoTime();
    private final Patience patience = new Patience();
    private volatile End end = End.NOT_YET;
    private volatile boolean uploading;
    private final Set<String> unproven = Collections.synchronizedSet(new LinkedHashSet<>());

    CopySession(RequestWindow window, Retries retries, CopyTask task, CopyListener listener) {
        this.window = window;
        this.retries = retries;
        this.task = task;
        this.listener = listener;
    }

    /** Makes a request that may be repeated as it is. */
    <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        return send(retry -> request.get());
    }

    /** Makes a request that needs to know of its retries. */
    <T> CompletableFuture<T> send(Retries.Attempt<T> attempt) {
        return send(attempt, null);
    }

    /**
     * Makes a request that writes. Where its answer cannot be read, a look comes before it is repeated.
     *
     * @param look what became of it: its result, or a failure, of which a passing one has it repeated
     */
    <T> CompletableFuture<T> send(Retries.Attempt<T> attempt, Function<S3CallException, CompletableFuture<T>> look) {
        Retries.Attempt<T> placed = retry -> window.submit(() -> {
            if (!retry && isEnded()) {
                return CompletableFuture.failedFuture(ended());
            }
            requests.incrementAndGet();
            return attempt.make(retry);
        });
        return repeated(retries, patience, look == null ? placed : retry -> looked(placed.make(retry), look))
                .exceptionallyCompose(failure -> {
                    if (patience.isOver() && ErrorClass.of(failure) == ErrorClass.TRANSIENT) {
                        // it would have been repeated: the copy ends with its endpoint, and may be gone on with
                        stop();
                    }
                    return CompletableFuture.failedFuture(Futures.cause(failure));
                });
    }

    private static <T> CompletableFuture<T> looked(
            CompletableFuture<T> answer, Function<S3CallException, CompletableFuture<T>> look) {
        return answer.exceptionallyCompose(failure -> Futures.cause(failure) instanceof S3CallException call
                        && call.answer() == S3CallException.Answer.UNREADABLE
                ? look.apply(call)
                : CompletableFuture.failedFuture(Futures.cause(failure)));
    }

    /**
     * Makes a request that cleans up, or looks what became of another: it is retried even when the copy has ended, but
     * not for long, as somebody waits for the outcome; and least where the service cannot be reached.
     */
    <T> CompletableFuture<T> settle(Supplier<CompletableFuture<T>> request) {
        Retries how = retries.atMost(SETTLING);
        return repeated(
                patience.isOver() ? how.unreachedAtMost(SETTLING_UNREACHED) : how,
                new Patience(),
                retry -> window.submit(() -> {
                    requests.incrementAndGet();
                    return request.get();
                }));
    }

    /**
     * Makes a request that an object still lacks which stands already: it is made even when the copy has ended, and only
     * then not for long.
     */
    <T> CompletableFuture<T> finish(Supplier<CompletableFuture<T>> request) {
        if (isEnded()) {
            return settle(request);
        }
        return send(request).exceptionallyCompose(failure -> {
            boolean interrupted = isEnded() && ErrorClass.of(failure) == ErrorClass.TRANSIENT;
            return interrupted ? settle(request) : CompletableFuture.failedFuture(Futures.cause(failure));
        });
    }

    private <T> CompletableFuture<T> repeated(Retries how, Patience until, Retries.Attempt<T> attempt) {
        RetryWatch.Request watched = window.watch().request();
        CompletableFuture<T> answer = how.run(until, attempt, (why, left) -> {
            listener.retried(task, why, ErrorClass.isThrottle(why.code(), why.status()));
            watched.again(task, why, left);
        });
        Futures.whenDone(answer, (value, failure) -> watched.ended());
        return answer;
    }

    CopyTask task() {
        return task;
    }

    CopyListener listener() {
        return listener;
    }

    /** Ends the copy for good. */
    void cancel() {
        end = End.CANCELLED;
        patience.end();
    }

    /** Ends the copy for now: it may be resumed. */
    void stop() {
        if (end == End.NOT_YET) {
            end = End.STOPPED;
        }
        patience.end();
    }

    /** From here on nothing is repeated: whoever stops the copy waits for requests in flight, and not for an hour. */
    void hurry() {
        patience.end();
    }

    /** Whether no request is to be begun any more, but to clean up. */
    boolean isEnded() {
        return end != End.NOT_YET;
    }

    boolean isStopped() {
        return end == End.STOPPED;
    }

    /** From here on an upload may be open, which must not be left. */
    void uploads() {
        uploading = true;
    }

    boolean isUploading() {
        return uploading;
    }

    CopyStoppedException ended() {
        return new CopyStoppedException(
                isStopped()
                        ? "the copy was stopped with its endpoint, before it was done"
                        : "the copy was cancelled before it was done");
    }

    /** Remembers what was asked for and no answer of the service proves. */
    void leaveUnproven(String what) {
        unproven.add(what);
    }

    /** Forgets what an attempt has left unproven that was thrown away. */
    void beginAnew() {
        unproven.clear();
    }

    /** What was asked for and nothing proves, for the result. */
    List<String> unproven() {
        synchronized (unproven) {
            return List.copyOf(unproven);
        }
    }

    /** When the copy began, by this machine's clock. */
    Instant startedAt() {
        return startedAt;
    }

    /** Counts a request that a call has made beside its own. */
    void countOneMore() {
        requests.incrementAndGet();
    }

    int requests() {
        return requests.get();
    }

    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
