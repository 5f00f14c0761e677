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
package io.s3copy.engine.http;

import io.s3copy.engine.failure.Causes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Until when a call must have ended, with all that it waits for.
 *
 * @param millis the time of the whole call; 0 for none
 * @param end by {@link System#nanoTime}
 */
record Deadline(long millis, long end) {

    private static final Deadline NONE = new Deadline(0, 0);

    /** That of a call which begins now. */
    static Deadline in(long millis) {
        return millis == 0 ? NONE : new Deadline(millis, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
    }

    boolean isSet() {
        return millis > 0;
    }

    /** How many milliseconds are left, at least 1. */
    long left() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** The same future for one call alone, which fails when its time is over. */
    <T> CompletableFuture<T> limit(CompletableFuture<T> wanted, String name) {
        if (!isSet() || wanted.isDone()) {
            return wanted;
        }
        return wanted.copy().orTimeout(left(), TimeUnit.MILLISECONDS).exceptionally(failure -> {
            // it has no words of its own
            Throwable cause = Causes.of(failure);
            boolean late = cause instanceof TimeoutException && !wanted.isDone();
            throw late
                    ? new CompletionException(new TimeoutException("no " + name + " within " + millis + " ms"))
                    : new CompletionException(cause);
        });
    }
}
