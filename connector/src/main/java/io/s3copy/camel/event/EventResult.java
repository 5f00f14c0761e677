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

import io.s3copy.engine.CopyResult;
import io.s3copy.event.ObjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * What came of an event.
 *
 * @param event as it was read
 * @param outcome what was done
 * @param reason why nothing was done; null if something was
 * @param result of the copy; null if there was none
 * @param failure why it failed; otherwise null
 */
public record EventResult(
        ObjectEvent event,
        Outcome outcome,
        @Nullable String reason,
        @Nullable CopyResult result,
        @Nullable Throwable failure) {

    /** What can come of an event. */
    public enum Outcome {
        /** The object was copied. */
        COPIED,
        /** The object was not copied because of a policy or a dry run. */
        SKIPPED,
        /** The object was deleted at the destination. */
        DELETED,
        /** It was not selected, comes from our own copy, or was applied before. */
        IGNORED,
        /** The object is gone from the source. */
        VANISHED,
        FAILED
    }

    /** The outcome of a look at an object, for all events that share it. */
    record Done(
            Outcome outcome,
            @Nullable String reason,
            @Nullable CopyResult result,
            @Nullable Throwable failure) {

        static Done ignored(String why) {
            return new Done(Outcome.IGNORED, why, null, null);
        }

        static Done failed(Throwable failure) {
            return new Done(Outcome.FAILED, null, null, failure);
        }

        EventResult of(ObjectEvent event) {
            return new EventResult(event, outcome, reason, result, failure);
        }

        /** Whether the event needs no other look. */
        boolean isApplied() {
            return outcome != Outcome.FAILED && outcome != Outcome.IGNORED;
        }
    }

    Done done() {
        return new Done(outcome, reason, result, failure);
    }
}
