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
import io.s3copy.event.EventIdentity;
import io.s3copy.event.ObjectEvent;
import io.s3copy.event.Sequencer;
import io.s3copy.flow.KeyGate;
import io.s3copy.text.Digests;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applies each event once, and none that is older than what was applied to its key. */
public final class EventHistory {

    /** How many events, and how many keys, are remembered in memory. */
    static final int MAX_REMEMBERED = 100_000;

    private static final int SHORT_DIGEST = 16;

    private final AppliedEvents applied;
    private final LastSequencers sequencers;
    private final Executor executor;

    /**
     * A history.
     *
     * @param executor for what is remembered, which may block
     */
    public EventHistory(AppliedEvents applied, LastSequencers sequencers, Executor executor) {
        this.applied = applied;
        this.sequencers = sequencers;
        this.executor = executor;
    }

    /**
     * Applies an event unless it is old. Failures and dry runs are not remembered. Nor is an object that has vanished: an
     * older version may have become the current one.
     */
    CompletableFuture<Done> once(
            ObjectEvent event, KeyGate.Place place, boolean dryRun, Supplier<CompletableFuture<Done>> look) {
        String digest = digest(event, place);
        // endpoints with one repository do not take each other's events for their own
        String identity = EventIdentity.of(event) + "@" + digest.substring(0, SHORT_DIGEST);
        return CompletableFuture.supplyAsync(() -> whyNot(event, identity, digest), executor)
                .thenCompose(why -> why != null
                        ? CompletableFuture.completedFuture(Done.ignored(why))
                        : look.get()
                                .thenApplyAsync(
                                        done -> {
                                            if (done.isApplied() && done.outcome() != Outcome.VANISHED && !dryRun) {
                                                remember(event, identity, digest);
                                            }
                                            return done;
                                        },
                                        executor));
    }

    private @Nullable String whyNot(ObjectEvent event, String identity, String digest) {
        if (applied.contains(identity)) {
            return "it was applied before";
        }
        return switch (Sequencer.compare(event.object().sequencer(), sequencers.get(digest))) {
            case OLDER -> "a later event of its key was applied before";
            case SAME -> "it was applied before";
            case NEWER, UNKNOWN -> null;
        };
    }

    private void remember(ObjectEvent event, String identity, String digest) {
        String sequencer = event.object().sequencer();
        // any other text cannot be compared, and may have any length: it is not stored
        if (sequencer != null && Sequencer.compare(sequencer, sequencer) == Sequencer.Order.SAME) {
            sequencers.put(digest, sequencer);
        }
        applied.add(identity);
    }

    /** Identifies source object and destination, in characters that files and tables take as a key. */
    private static String digest(ObjectEvent event, KeyGate.Place place) {
        String way = String.join("\0", event.bucket(), event.key(), place.bucket(), place.key());
        return Digests.sha256Hex(way.getBytes(StandardCharsets.UTF_8));
    }
}
