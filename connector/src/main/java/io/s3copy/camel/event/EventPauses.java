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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an endpoint does with events that fail for a configuration fault: the variants of the option {@code onSystemic}. */
public sealed interface EventPauses extends AutoCloseable permits SystemicPauses, NoopPauses {

    /** Nothing is held: a configuration fault fails as every other failure does. */
    static EventPauses none() {
        return new NoopPauses();
    }

    /**
     * Looks at an object of a source, perhaps later and more than once.
     *
     * @param deletion whether the look is for a deletion
     * @param route from which the event came; or null
     * @param look can be repeated
     */
    CompletableFuture<Done> guard(
            String source,
            boolean deletion,
            KeyGate.Place place,
            @Nullable String route,
            Supplier<CompletableFuture<Done>> look);

    /** How many objects are held. */
    int held();

    /** Whether a fault is waited for that every object meets. */
    boolean isPaused();

    /** Fails what is held. */
    @Override
    void close();
}
