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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What CompletableFuture lacks. */
public final class Futures {

    private Futures() {}

    /** Runs an action at the end of a future; the action must not throw, as nobody would hear of it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static <T> void whenDone(
            CompletableFuture<T> future, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> action) {
        future.whenComplete((value, failure) -> action.accept(value, failure == null ? null : Causes.of(failure)));
    }

    /** Goes on after an end, be it a value or a failure. */
    public static <T, R> CompletableFuture<R> afterEnd(
            CompletableFuture<T> future, BiFunction<@Nullable T, @Nullable Throwable, CompletableFuture<R>> next) {
        return future.handle((value, failure) -> new End<>(value, failure == null ? null : Causes.of(failure)))
                .thenCompose(end -> next.apply(end.value(), end.failure()));
    }

    private record End<T>(@Nullable T value, @Nullable Throwable failure) {}

    /** Done after a time, on the timer; fails with a {@link RejectedExecutionException} when that is shut down by then. */
    public static CompletableFuture<Void> after(long nanos, Executor timer) {
        CompletableFuture<Void> due = new CompletableFuture<>();
        Executor told = task -> {
            try {
                timer.execute(task);
            } catch (RejectedExecutionException e) {
                due.completeExceptionally(e);
            }
        };
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, told).execute(() -> due.complete(null));
        return due;
    }
}
