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
import io.s3copy.camel.event.EventResult.Outcome;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.ObjectDeleter;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyStoppedException;
import io.s3copy.event.ObjectEvent;
import io.s3copy.flow.KeyGate;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies the events of notifications. In state mode an event means "look at this key": so duplicates and disorder end
 * in the same state. In history mode it means what it says, once, and nothing older than what was applied to its key.
 */
public final class EventCopier implements AutoCloseable {

    /** A whole order, as sorting needs; those of one length, which alone can be compared, are in theirs. */
    private static final Comparator<String> BY_SEQUENCER = Comparator.nullsFirst(
            Comparator.comparingInt(String::length).thenComparing(sequencer -> sequencer.toLowerCase(Locale.ROOT)));

    private static final Set<CopyParameter> OF_VERSION = EnumSet.of(CopyParameter.COPY_SOURCE_VERSION_ID);

    private static final String DRY_RUN = "dry run: it would be deleted";

    private final EventOptions options;
    private final KeyGate gate;
    private final ObjectCopier copier;
    private final ObjectDeleter deleter;
    private final @Nullable EventHistory history;
    private final @Nullable SystemicPauses pauses;
    private final Function<ObjectEvent, KnownSource> known;
    /** What ends each look under way. */
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /**
     * A copier of events.
     *
     * @param gate shared by all that may copy to the same keys
     * @param history what was applied before; null in state mode, where that does not matter
     * @param pauses holds what fails for a fault of the set-up; null where that fails as all else does
     * @param known what an event tells of its object
     */
    public EventCopier(
            EventOptions options,
            KeyGate gate,
            ObjectCopier copier,
            @Nullable EventHistory history,
            @Nullable SystemicPauses pauses,
            Function<ObjectEvent, KnownSource> known) {
        this.options = options;
        this.gate = gate;
        this.copier = copier;
        this.deleter = copier.deleter();
        this.history = history;
        this.pauses = pauses;
        this.known = known;
    }

    /** Events that share a look: they say the same, through one endpoint, of an object. */
    private record Shared(EventCopier endpoint, boolean deletion, CopyRequest request) {}

    /**
     * Applies events; never fails, but says of each what came of it.
     *
     * @param route from which they came; or null
     */
    CompletableFuture<EventResults> apply(List<EventStep> steps, int testEvents, @Nullable String route) {
        List<Turn> turns = steps.stream().map(Turn::new).toList();
        List<Turn> ordered = new ArrayList<>(turns);
        if (history != null) {
            ordered.sort(
                    Comparator.comparing(turn -> turn.step().event().object().sequencer(), BY_SEQUENCER));
        }
        return CompletableFuture.allOf(ordered.stream()
                        .map(turn -> apply(turn.step(), route).thenAccept(turn.end()::complete))
                        .toArray(CompletableFuture[]::new))
                .thenApply(all -> new EventResults(
                        turns.stream()
                                .map(turn -> turn.end().join().of(turn.step().event()))
                                .toList(),
                        testEvents));
    }

    /** An event, and what comes of it: its turn may come before those of events that stand before it. */
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
        KeyGate.Place place =
                new KeyGate.Place(request.required(CopyParameter.BUCKET), request.required(CopyParameter.KEY));
        Object shared = history == null ? new Shared(this, step.deletion(), request) : null;
        return gate.pass(place, shared, () -> stoppable(() -> guarded(step, place, route)))
                .exceptionally(EventCopier::failed);
    }

    private CompletableFuture<Done> guarded(EventStep.Look step, KeyGate.Place place, @Nullable String route) {
        return pauses == null
                ? look(step, place)
                : pauses.guard(step.event().bucket(), step.deletion(), place, route, () -> look(step, place));
    }

    private CompletableFuture<Done> look(EventStep.Look step, KeyGate.Place place) {
        CopyRequest request = step.request();
        if (history == null) {
            return step.deletion() ? deleteIfGone(request) : copy(step);
        }
        return history.once(step.event(), place, options.dryRun(), () -> step.deletion() ? delete(step) : copy(step));
    }

    /** An event whose place in the order of its key is known is believed; of any other, the source is asked. */
    private CompletableFuture<Done> delete(EventStep.Look step) {
        if (isCertain(step.event())) {
            return delete(step.request());
        }
        CopyRequest current = step.request().without(OF_VERSION);
        return deleter.isSourceThere(current)
                .thenCompose(there -> there
                        ? CompletableFuture.completedFuture(Done.ignored("its source is there"))
                        : delete(current));
    }

    /** The version null is either the object of a bucket without versions, or one of several in another. */
    private static boolean isCertain(ObjectEvent event) {
        boolean maybeOneOfSeveral =
                event instanceof ObjectEvent.Removed && event.object().isNullVersion();
        return event.object().sequencer() != null && !maybeOneOfSeveral;
    }

    private CompletableFuture<Done> copy(EventStep.Look step) {
        return copy(step.request(), known.apply(step.event()));
    }

    private CompletableFuture<Done> copy(CopyRequest request, KnownSource known) {
        return copier.copy(request, known).thenApply(EventCopier::done);
    }

    private static Done done(CopyResult result) {
        if (result.isCopied()) {
            return new Done(Outcome.COPIED, null, result, null);
        } else if (CopyResult.SOURCE_MISSING.equals(result.skipped())) {
            return new Done(Outcome.VANISHED, result.skipped(), result, null);
        }
        return new Done(Outcome.SKIPPED, result.dryRun() ? "dry run" : result.skipped(), result, null);
    }

    /** An object that is there again is copied; its own event may have come before this one. */
    private CompletableFuture<Done> deleteIfGone(CopyRequest request) {
        return deleter.isSourceThere(request)
                .thenCompose(there -> there ? copy(request, KnownSource.NOTHING) : delete(request));
    }

    private CompletableFuture<Done> delete(CopyRequest request) {
        return options.dryRun()
                ? CompletableFuture.completedFuture(new Done(Outcome.SKIPPED, DRY_RUN, null, null))
                : deleter.delete(request).thenApply(deleted -> new Done(Outcome.DELETED, null, null, null));
    }

    private static Done failed(Throwable failure) {
        return Done.failed(Causes.of(failure));
    }

    /** A look that ends when the endpoint does, so that it frees its key for others. */
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

    /** Begins nothing more; what waits for its key fails when its turn comes. */
    public void stop() {
        closed = true;
    }

    /** Ends what still runs, for which the copier was closed in vain. */
    @Override
    public void close() {
        stop();
        if (pauses != null) {
            pauses.close();
        }
        ends.forEach(Runnable::run);
    }
}
