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
package io.s3copy.flow;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object whose look waits or runs. The lock of its pause guards what changes.
 *
 * @param <T> what a look gives
 */
final class Held<T> {

    final KeyGate.Place place;
    final String route;
    final Supplier<CompletableFuture<T>> look;
    final CompletableFuture<T> answer = new CompletableFuture<>();

    /** Why it waits; null for one that has not waited. */
    private @Nullable Throwable failure;

    /** Since when it waits, by {@code nanoTime}. */
    long since;

    /** When it is tried again outside of a pause, by {@code nanoTime}. */
    long due;

    /**
     * One that does not wait yet.
     *
     * @param route from which it came
     * @param look can be made again
     */
    Held(KeyGate.Place place, String route, Supplier<CompletableFuture<T>> look) {
        this.place = place;
        this.route = route;
        this.look = look;
    }

    /** It waits, since now or since it first waited. */
    void hold(Throwable why, long now) {
        since = failure == null ? now : since;
        failure = why;
    }

    /** Why it waits. */
    Throwable failure() {
        if (failure == null) {
            throw new IllegalStateException(place + " has not waited");
        }
        return failure;
    }

    /** Begins the look. Never throws. */
    CompletableFuture<T> begin() {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
