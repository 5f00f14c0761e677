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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one look at a destination key at a time. Later callers queue; those with an equal look share one, which begins
 * after the last of them has called.
 */
public final class KeyGate {

    private static final Logger LOG = LoggerFactory.getLogger(KeyGate.class);

    /** For each key with a look that runs: what waits for the key, by what callers share. */
    @GuardedBy("itself")
    private final Map<Place, Map<Object, Waiting<?>>> places = new HashMap<>();

    /** A destination. */
    public record Place(String bucket, String key) {}

    private static final class Waiting<T> {

        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Supplier<CompletableFuture<T>> look;

        private Waiting(Supplier<CompletableFuture<T>> look) {
            this.look = look;
        }

        private CompletableFuture<T> begin() {
            try {
                return look.get();
            } catch (RuntimeException | Error e) {
                // an Error too: otherwise the key would never be free again
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    /**
     * Looks at a key, now or when it is free.
     *
     * @param shared equal for looks that may be one, which must have answers of one type; an object of its own for a look
     *     that shares with none
     */
    public <T> CompletableFuture<T> pass(Place place, Object shared, Supplier<CompletableFuture<T>> look) {
        Waiting<T> own = new Waiting<>(look);
        synchronized (places) {
            Map<Object, Waiting<?>> line = places.get(place);
            if (line != null) {
                return join(line, shared, own);
            }
            places.put(place, new LinkedHashMap<>());
        }
        run(place, own);
        return own.answer;
    }

    private static <T> CompletableFuture<T> join(Map<Object, Waiting<?>> line, Object shared, Waiting<T> own) {
        @SuppressWarnings("unchecked") // what is shared says so
        Waiting<T> other = (Waiting<T>) line.putIfAbsent(shared, own);
        if (other == null) {
            return own.answer;
        }
        other.look = own.look;
        return other.answer;
    }

    /** One after the other, in a loop: looks that are done at once would overflow the stack. */
    private void run(Place place, @Nullable Waiting<?> first) {
        for (Waiting<?> next = first; next != null; next = next(place)) {
            if (!isDone(place, next)) {
                return;
            }
        }
    }

    private <T> boolean isDone(Place place, Waiting<T> waiting) {
        CompletableFuture<T> look = waiting.begin();
        CompletableFuture<Boolean> told = look.handle((value, failure) ->
                failure == null ? waiting.answer.complete(value) : waiting.answer.completeExceptionally(failure));
        if (told.isDone()) {
            return true;
        }
        told.thenRun(() -> run(place, next(place))).exceptionally(unexpected -> {
            LOG.error("Events of a key are never applied", unexpected);
            return null;
        });
        return false;
    }

    private @Nullable Waiting<?> next(Place place) {
        synchronized (places) {
            Map<Object, Waiting<?>> line = places.get(place);
            if (line == null || line.isEmpty()) {
                places.remove(place);
                return null;
            }
            Iterator<Waiting<?>> waiting = line.values().iterator();
            Waiting<?> next = waiting.next();
            waiting.remove();
            return next;
        }
    }
}
