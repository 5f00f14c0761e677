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

import io.s3copy.camel.EventMode;
import io.s3copy.camel.event.EventCopy.Done;
import io.s3copy.camel.event.EventCopy.Outcome;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyStoppedException;
import io.s3copy.engine.KnownSource;
import io.s3copy.engine.ObjectCopier;
import io.s3copy.engine.ObjectDeleter;
import io.s3copy.engine.S3CallException;
import io.s3copy.event.Decoded;
import io.s3copy.event.EventSelection.Decision;
import io.s3copy.event.LoopGuard.Verdict;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3CopyException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Applies the events of notifications. In state mode an event means "look at this key": so duplicates and disorder end
 * in the same state.
 */
public final class EventCopier implements AutoCloseable {

    /** What S3 calls an object that is not there. A missing bucket is another thing. */
    private static final Set<String> GONE = Set.of("NoSuchKey", "NotFound", "NoSuchVersion");

    private static final String DRY_RUN = "dry run: it would be deleted";

    private final EventOptions options;
    private final KeyGate gate;
    private final ObjectCopier copier;
    private final ObjectDeleter deleter;
    private final Function<ObjectEvent, KnownSource> known;
    /** What ends each look under way. */
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();

    private volatile boolean closed;

    /**
     * A copier of events.
     *
     * @param gate shared by all that may copy to the same keys
     * @param known what an event tells of its object
     */
    public EventCopier(
            EventOptions options, KeyGate gate, ObjectCopier copier, Function<ObjectEvent, KnownSource> known) {
        this.options = options;
        this.gate = gate;
        this.copier = copier;
        this.deleter = copier.deleter();
        this.known = known;
    }

    /** What is to be done about an event: a request to apply, or else what came of it already. */
    record Step(ObjectEvent event, boolean deletion, CopyRequest request, Done settled) {

        static Step settled(ObjectEvent event, Done settled) {
            return new Step(event, false, null, settled);
        }
    }

    /** Events that share a look: they say the same, through one endpoint, of an object. */
    private record Shared(EventCopier endpoint, boolean deletion, CopyRequest request) {}

    /**
     * Decides about each event.
     *
     * @param binding the request of an event
     * @param applied what came of each in an earlier attempt, or null
     */
    List<Step> plan(Decoded decoded, Function<ObjectEvent, CopyRequest> binding, Function<ObjectEvent, Done> applied) {
        List<Step> steps = new ArrayList<>(decoded.events().size());
        for (ObjectEvent event : decoded.events()) {
            Done before = applied.apply(event);
            steps.add(before == null ? plan(event, binding) : Step.settled(event, before));
        }
        return steps;
    }

    private Step plan(ObjectEvent event, Function<ObjectEvent, CopyRequest> binding) {
        Decision decision = options.selection().decide(event);
        if (decision != Decision.COPY && decision != Decision.DELETE) {
            return Step.settled(event, Done.ignored(why(decision)));
        }
        Verdict verdict = options.guard().check(event);
        if (verdict != Verdict.PASS) {
            return Step.settled(
                    event,
                    Done.ignored(
                            verdict == Verdict.BY_COPIER
                                    ? "its principal is ignored"
                                    : "the object is where copies go"));
        }
        try {
            return new Step(event, decision == Decision.DELETE, binding.apply(event), null);
        } catch (S3CopyException e) {
            return Step.settled(event, Done.failed(e));
        }
    }

    private static String why(Decision decision) {
        return switch (decision) {
            case IGNORE_TYPE -> "its type is not selected";
            case IGNORE_VERSION -> "it removes one version";
            case IGNORE_KEY -> "its key is not selected";
            case IGNORE_SIZE -> "its size is not selected";
            case COPY, DELETE -> throw new IllegalArgumentException("selected: " + decision);
        };
    }

    /** Applies events; never fails, but says of each what came of it. */
    CompletableFuture<EventCopies> apply(List<Step> steps, int testEvents) {
        List<CompletableFuture<EventCopy>> copies = steps.stream()
                .map(step -> apply(step).thenApply(done -> done.of(step.event())))
                .toList();
        return CompletableFuture.allOf(copies.toArray(CompletableFuture[]::new))
                .thenApply(all -> new EventCopies(
                        copies.stream().map(CompletableFuture::join).toList(), testEvents));
    }

    private CompletableFuture<Done> apply(Step step) {
        if (step.settled() != null) {
            return CompletableFuture.completedFuture(step.settled());
        }
        CopyRequest request = step.request();
        KeyGate.Place place = new KeyGate.Place(request.text(CopyParameter.BUCKET), request.text(CopyParameter.KEY));
        Shared shared = options.mode() == EventMode.state ? new Shared(this, step.deletion(), request) : null;
        return gate.pass(place, shared, () -> stoppable(() -> look(step))).exceptionally(EventCopier::failed);
    }

    private CompletableFuture<Done> look(Step step) {
        return step.deletion() ? deleteIfGone(step.request()) : copy(step.request(), known.apply(step.event()));
    }

    private CompletableFuture<Done> copy(CopyRequest request, KnownSource known) {
        return copier.copy(request, known).thenApply(EventCopier::done);
    }

    private static Done done(CopyResult result) {
        return result.isCopied()
                ? new Done(Outcome.COPIED, null, result, null)
                : new Done(Outcome.SKIPPED, result.dryRun() ? "dry run" : result.skipped(), result, null);
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
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof S3CallException call && call.status() == 404 && GONE.contains(call.code())
                ? new Done(Outcome.VANISHED, "the source does not exist", null, null)
                : Done.failed(cause);
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

    /** Ends what still runs; the copier is closed before. */
    @Override
    public void close() {
        closed = true;
        ends.forEach(Runnable::run);
    }
}
