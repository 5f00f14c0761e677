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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The objects that a pause holds; those that have waited longest come first. Not thread-safe: the lock of the pause guards
 * it.
 *
 * @param <T> what a look gives
 */
final class HeldObjects<T> {

    /** By place. At most one look at a place runs at a time. */
    private final Map<KeyGate.Place, Held<T>> byPlace = new LinkedHashMap<>();

    private final HoldLimit limit;

    HeldObjects(HoldLimit limit) {
        this.limit = limit;
    }

    /**
     * Holds one, if there is a place left.
     *
     * @param failure why it waits
     * @param now by {@code nanoTime}
     * @return whether it is held
     */
    boolean hold(Held<T> one, Throwable failure, long now) {
        if (!limit.take()) {
            return false;
        }
        one.hold(failure, now);
        byPlace.put(one.place, one);
        return true;
    }

    /** Releases some, in their order. */
    List<Held<T>> release(Predicate<Held<T>> which) {
        List<Held<T>> released =
                byPlace.values().stream().filter(which).collect(Collectors.toCollection(ArrayList::new));
        released.forEach(one -> byPlace.remove(one.place));
        limit.giveBack(released.size());
        return released;
    }

    /** Releases the object that has waited longest. There must be one. */
    Held<T> releaseFirst() {
        Held<T> first = byPlace.values().iterator().next();
        byPlace.remove(first.place);
        limit.giveBack(1);
        return first;
    }

    long count(Predicate<KeyGate.Place> which) {
        return byPlace.keySet().stream().filter(which).count();
    }

    /** The routes of what is held. */
    Set<String> routes() {
        return byPlace.values().stream().map(one -> one.route).collect(Collectors.toSet());
    }

    int size() {
        return byPlace.size();
    }

    boolean isEmpty() {
        return byPlace.isEmpty();
    }
}
