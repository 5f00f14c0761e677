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
import io.s3copy.flow.KeyGate;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** An event means what it says, once, and nothing older than what was applied to its key. */
final class HistoryStrategy implements EventStrategy {

    /** A total order, as sorting needs. Only sequencers of one length can be compared, and those are in their order. */
    private static final Comparator<String> BY_SEQUENCER = Comparator.nullsFirst(
            Comparator.comparingInt(String::length).thenComparing(sequencer -> sequencer.toLowerCase(Locale.ROOT)));

    private final EventActions actions;
    private final EventHistory history;

    HistoryStrategy(EventActions actions, EventHistory history) {
        this.actions = actions;
        this.history = history;
    }

    @Override
    public Comparator<EventStep> order() {
        return Comparator.comparing(step -> step.event().object().sequencer(), BY_SEQUENCER);
    }

    @Override
    public Object shared(EventStep.Look step) {
        return new Object();
    }

    @Override
    public CompletableFuture<Done> apply(EventStep.Look step, KeyGate.Place place) {
        return history.once(
                step.event(),
                place,
                actions.isDryRun(),
                () -> step.deletion() ? actions.delete(step) : actions.copy(step));
    }
}
