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
package io.s3copy.camel.event;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one look at a destination key be under way at a time. Who comes meanwhile waits; whoever would look at the same
 * waits together and shares one look, which begins after the last of them has come.
 */
public final class KeyGate {

    private static final Logger LOG = LoggerFactory.getLogger(KeyGate.class);

    private final Map<Place, Queue<Waiting<?>>> places = new HashMap<>();

    /** A destination. */
    record Place(String bucket, String key) {}

    private static final class Waiting<T> {

        private final Object shared;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private Supplier<CompletableFuture<T>> look;

        private Waiting(Object shared, Supplier<CompletableFuture<T>> look) {
            this.shared = shared;
            this.look = look;
        }

        private CompletableFuture<T> begin() {
            try {
                return look.get();
            } catch (RuntimeException | Error e) {
                // an Error too: the key would be taken for ever
                return CompletableFuture.failedFuture(e);
            }
        }
    }

    /**
     * Looks at a key, now or when it is free.
     *
     * @param shared equal for looks that may be one, which must have answers of one type; null for what shares with none
     */
    <T> CompletableFuture<T> pass(Place place, Object shared, Supplier<CompletableFuture<T>> look) {
        Waiting<T> own = new Waiting<>(shared, look);
        synchronized (places) {
            Queue<Waiting<?>> line = places.get(place);
            if (line != null) {
                return join(line, own);
            }
            places.put(place, new ArrayDeque<>());
        }
        run(place, own);
        return own.answer;
    }

    private static <T> CompletableFuture<T> join(Queue<Waiting<?>> line, Waiting<T> own) {
        for (Iterator<Waiting<?>> all = line.iterator(); own.shared != null && all.hasNext(); ) {
            Waiting<?> other = all.next();
            if (own.shared.equals(other.shared)) {
                @SuppressWarnings("unchecked") // what is shared says so
                Waiting<T> same = (Waiting<T>) other;
                same.look = own.look;
                return same.answer;
            }
        }
        line.add(own);
        return own.answer;
    }

    /** One after the other: the loop, not the stack, takes up those that are done at once. */
    private void run(Place place, Waiting<?> first) {
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
            LOG.error("Events of a key wait for ever", unexpected);
            return null;
        });
        return false;
    }

    private Waiting<?> next(Place place) {
        synchronized (places) {
            Queue<Waiting<?>> line = places.get(place);
            Waiting<?> next = line.poll();
            if (next == null) {
                places.remove(place);
            }
            return next;
        }
    }
}
