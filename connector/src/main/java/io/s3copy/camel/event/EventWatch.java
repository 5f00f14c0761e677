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

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures how long events wait. */
@FunctionalInterface
public interface EventWatch {

    /**
     * An event is taken.
     *
     * @param route the id of the route that it came from, or null
     * @param time when it happened, or null
     * @return to be called when the event no longer waits, with its outcome if that changed the destination, otherwise with
     *     null; only the first call counts
     */
    Consumer<@Nullable String> take(@Nullable String route, @Nullable Instant time);
}
