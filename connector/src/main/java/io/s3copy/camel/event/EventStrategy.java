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
import java.util.concurrent.CompletableFuture;

/** What an event means: the variants of the option {@code eventMode}. */
interface EventStrategy {

    /** The order in which the events of one notification are applied; equal ones stay in the notification's order. */
    Comparator<EventStep> order();

    /** Equal for steps that may share one look; equal to nothing else for a step that must not. */
    Object shared(EventStep.Look step);

    /** Applies an event. No other event of its destination key is applied meanwhile. */
    CompletableFuture<Done> apply(EventStep.Look step, KeyGate.Place place);
}
