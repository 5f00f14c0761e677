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
import io.s3copy.event.EventSelection.Decision;
import io.s3copy.event.LoopGuard.Verdict;
import io.s3copy.event.ObjectEvent;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.parameter.rule.PreparedRequest;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is to be done about an event. */
sealed interface EventStep {

    /** The event as it was read. */
    ObjectEvent event();

    /**
     * Nothing is to be done any more.
     *
     * @param done what came of the event
     */
    record Settled(ObjectEvent event, Done done) implements EventStep {}

    /**
     * Its object is to be looked at.
     *
     * @param deletion whether the object may have to be deleted
     * @param prepared what to apply
     * @param ended hears what came of it
     */
    record Look(ObjectEvent event, boolean deletion, PreparedRequest prepared, Consumer<Done> ended)
            implements EventStep {

        CopyRequest request() {
            return prepared.request();
        }

        /** The same, of whose end another hears. */
        Look watched(Consumer<Done> watcher) {
            return new Look(event, deletion, prepared, watcher);
        }
    }

    /**
     * Decides about an event.
     *
     * @param binding the request of an event
     */
    static EventStep of(ObjectEvent event, EventOptions options, Function<ObjectEvent, PreparedRequest> binding) {
        Decision decision = options.selection().decide(event);
        if (decision != Decision.COPY && decision != Decision.DELETE) {
            return new Settled(event, Done.ignored(why(decision)));
        }
        Verdict verdict = options.guard().check(event);
        if (verdict != Verdict.PASS) {
            return new Settled(event, Done.ignored(why(verdict)));
        }
        try {
            return new Look(event, decision == Decision.DELETE, binding.apply(event), done -> {});
        } catch (S3CopyException e) {
            return new Settled(event, Done.failed(e));
        }
    }

    private static String why(Verdict verdict) {
        return verdict == Verdict.BY_COPIER ? "its principal is ignored" : "the object is where copies go";
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
}
