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

import io.s3copy.camel.event.EventResult.Done;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.flow.KeyGate;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopyTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applies the events of notifications: one at a time for each destination key. */
public final class EventCopier implements AutoCloseable {

    private final KeyGate gate;
    private final EventStrategy strategy;
    private final EventPauses pauses;
    /** What ends each look that is not done. */
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    private EventCopier(KeyGate gate, EventStrategy strategy, EventPauses pauses) {
        this.gate = gate;
        this.strategy = strategy;
        this.pauses = pauses;
    }

    /**
     * A copier of {@code eventMode=state}.
     *
     * @param gate shared by all that may copy to the same keys
     */
    public static EventCopier ofStates(KeyGate gate, EventActions actions, EventPauses pauses) {
        return new EventCopier(gate, new StateStrategy(actions), pauses);
    }

    /**
     * A copier of {@code eventMode=history}.
     *
     * @param gate shared by all that may copy to the same keys
     * @param history what was applied before
     */
    public static EventCopier ofHistory(KeyGate gate, EventActions actions, EventHistory history, EventPauses pauses) {
        return new EventCopier(gate, new HistoryStrategy(actions, history), pauses);
    }

    /**
     * Applies events. Never fails, but says of each what came of it.
     *
     * @param route from which they came; or null
     */
    CompletableFuture<EventResults> apply(List<EventStep> steps, int testEvents, @Nullable String route) {
        List<Turn> turns = steps.stream().map(Turn::new).toList();
        List<Turn> ordered = new ArrayList<>(turns);
        ordered.sort(Comparator.comparing(Turn::step, strategy.order()));
        return CompletableFuture.allOf(ordered.stream()
                        .map(turn -> apply(turn.step(), route).thenAccept(turn.end()::complete))
                        .toArray(CompletableFuture[]::new))
                .thenApply(all -> new EventResults(
                        turns.stream()
                                .map(turn -> turn.end().join().of(turn.step().event()))
                                .toList(),
                        testEvents));
    }

    /** An event, and what comes of it. Events may be applied in another order than they are listed. */
    private record Turn(EventStep step, CompletableFuture<Done> end) {

        private Turn(EventStep step) {
            this(step, new CompletableFuture<>());
        }
    }

    private CompletableFuture<Done> apply(EventStep step, @Nullable String route) {
        if (step instanceof EventStep.Settled settled) {
            return CompletableFuture.completedFuture(settled.done());
        } else if (step instanceof EventStep.Look look) {
            return apply(look, route).whenComplete((end, none) -> look.ended().accept(end));
        }
        throw new IllegalArgumentException("no step: " + step);
    }

    private CompletableFuture<Done> apply(EventStep.Look step, @Nullable String route) {
        CopyRequest request = step.request();
        CopyTarget target = request.target();
        KeyGate.Place place = new KeyGate.Place(target.bucket(), target.key());
        return gate.pass(place, strategy.shared(step), () -> stoppable(() -> guarded(step, place, route)))
                .exceptionally(EventCopier::failed);
    }

    private CompletableFuture<Done> guarded(EventStep.Look step, KeyGate.Place place, @Nullable String route) {
        return pauses.guard(step.event().bucket(), step.deletion(), place, route, () -> strategy.apply(step, place));
    }

    private static Done failed(Throwable failure) {
        return Done.failed(Causes.of(failure));
    }

    /** A look that ends when the endpoint does, so that its key is free for others. */
    private CompletableFuture<Done> stoppable(Supplier<CompletableFuture<Done>> look) {
        CompletableFuture<Done> ended = new CompletableFuture<>();
        Runnable end = () -> ended.completeExceptionally(
                new CopyStoppedException("the endpoint was stopped before the event was applied"));
        ends.add(end);
        if (closed) {
            end.run();
        } else {
            begin(look)
                    .handle((done, failure) ->
                            failure == null ? ended.complete(done) : ended.completeExceptionally(failure))
                    .exceptionally(ended::completeExceptionally);
        }
        return ended.whenComplete((done, failure) -> ends.remove(end));
    }

    private static CompletableFuture<Done> begin(Supplier<CompletableFuture<Done>> look) {
        try {
            return look.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether events wait for the end of a fault that every object meets. */
    public boolean isPaused() {
        return pauses.isPaused();
    }

    /** Begins nothing more. An event that waits for its key fails when its turn comes. */
    public void stop() {
        closed = true;
    }

    /** Fails what closing the engine did not end. */
    @Override
    public void close() {
        stop();
        pauses.close();
        ends.forEach(Runnable::run);
    }
}
