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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The requests of one copy: each waits for its place in the window, is retried, and counted. */
final class CopySession {

    private final RequestWindow window;
    private final Retries retries;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final long start = System.nanoTime();

    CopySession(RequestWindow window, Retries retries) {
        this.window = window;
        this.retries = retries;
    }

    /** Makes a request that may be repeated as it is. */
    <T> CompletableFuture<T> send(Supplier<CompletableFuture<T>> request) {
        return send(cancelled::get, retry -> request.get());
    }

    /** Makes a request that needs to know of its retries. */
    <T> CompletableFuture<T> send(Retries.Attempt<T> attempt) {
        return send(cancelled::get, attempt);
    }

    /** Makes a request that cleans up: it is retried even when the copy is cancelled. */
    <T> CompletableFuture<T> cleanUp(Supplier<CompletableFuture<T>> request) {
        return send(() -> false, retry -> request.get());
    }

    private <T> CompletableFuture<T> send(Supplier<Boolean> givenUp, Retries.Attempt<T> attempt) {
        return retries.run(
                givenUp,
                retry -> window.submit(() -> {
                    requests.incrementAndGet();
                    return attempt.make(retry);
                }));
    }

    void cancel() {
        cancelled.set(true);
    }

    boolean isCancelled() {
        return cancelled.get();
    }

    int requests() {
        return requests.get();
    }

    Duration duration() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
