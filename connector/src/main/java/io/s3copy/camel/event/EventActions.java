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
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What can be done about the object of an event: copy it, or delete it at the destination. */
public final class EventActions {

    private static final Set<CopyParameter> OF_VERSION = EnumSet.of(CopyParameter.COPY_SOURCE_VERSION_ID);

    private static final String DRY_RUN = "dry run: it would be deleted";

    private final boolean dryRun;
    private final ObjectCopier copier;
    private final ObjectDeleter deleter;
    private final Function<ObjectEvent, KnownSource> known;

    /**
     * The actions of an endpoint.
     *
     * @param known what an event tells of its object
     */
    public EventActions(EventOptions options, ObjectCopier copier, Function<ObjectEvent, KnownSource> known) {
        this.dryRun = options.dryRun();
        this.copier = copier;
        this.deleter = copier.deleter();
        this.known = known;
    }

    boolean isDryRun() {
        return dryRun;
    }

    CompletableFuture<Done> copy(EventStep.Look step) {
        return copy(step, known.apply(step.event()));
    }

    private CompletableFuture<Done> copy(EventStep.Look step, KnownSource source) {
        return copier.copy(step.prepared(), source).thenApply(EventActions::done);
    }

    private static Done done(CopyResult result) {
        if (result.isCopied()) {
            return new Done(Outcome.COPIED, null, result, null);
        } else if (CopyResult.SOURCE_MISSING.equals(result.skipped())) {
            return new Done(Outcome.VANISHED, result.skipped(), result, null);
        }
        return new Done(Outcome.SKIPPED, result.dryRun() ? "dry run" : result.skipped(), result, null);
    }

    /** Deletes the object of an event. If the order of the event is not known, this first asks S3 for the source. */
    CompletableFuture<Done> delete(EventStep.Look step) {
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

    /** Deletes an object that is gone. One that is there again is copied: its own event may have come before. */
    CompletableFuture<Done> deleteIfGone(EventStep.Look step) {
        return deleter.isSourceThere(step.request())
                .thenCompose(there -> there ? copy(step, KnownSource.NOTHING) : delete(step.request()));
    }

    private CompletableFuture<Done> delete(CopyRequest request) {
        return dryRun
                ? CompletableFuture.completedFuture(new Done(Outcome.SKIPPED, DRY_RUN, null, null))
                : deleter.delete(request).thenApply(deleted -> new Done(Outcome.DELETED, null, null, null));
    }
}
