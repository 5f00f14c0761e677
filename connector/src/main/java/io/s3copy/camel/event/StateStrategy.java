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
import io.s3copy.parameter.CopyRequest;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;

/** An event means "look at this key": so duplicates and disorder end in the same state. */
final class StateStrategy implements EventStrategy {

    private final EventActions actions;

    StateStrategy(EventActions actions) {
        this.actions = actions;
    }

    /** Events that share a look: they say the same, through one endpoint, of an object. */
    private record Shared(StateStrategy endpoint, boolean deletion, CopyRequest request) {}

    @Override
    public Comparator<EventStep> order() {
        return Comparator.comparing(step -> 0);
    }

    @Override
    public Object shared(EventStep.Look step) {
        return new Shared(this, step.deletion(), step.request());
    }

    @Override
    public CompletableFuture<Done> apply(EventStep.Look step, KeyGate.Place place) {
        return step.deletion() ? actions.deleteIfGone(step) : actions.copy(step);
    }
}
