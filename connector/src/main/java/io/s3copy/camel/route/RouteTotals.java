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
package io.s3copy.camel.route;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a route has done since it was loaded.
 *
 * @param copied objects that were copied
 * @param bytes that were copied, as far as they are known
 * @param skipped objects that needed nothing: by a policy, because another event did it, or because they are gone
 * @param deleted objects that were deleted at the destination
 * @param failed objects that failed; those in a message that is received again count each time
 * @param deadLettered messages that were dead-lettered
 * @param lastEvent when what the newest applied event tells of happened; null where no event told a time
 * @param lag from what an event tells of to the end of its copy: the longest of the last one to two minutes; null where none ended
 * @param pickUp from what an event tells of to its arrival in the route: the same; null as above
 */
public record RouteTotals(
        long copied,
        long bytes,
        long skipped,
        long deleted,
        long failed,
        long deadLettered,
        @Nullable Instant lastEvent,
        @Nullable Duration lag,
        @Nullable Duration pickUp) {

    /** Nothing yet. */
    public static final RouteTotals NONE = new RouteTotals(0, 0, 0, 0, 0, 0, null, null, null);

    /** All objects, whatever came of them. */
    public long objects() {
        return copied + skipped + deleted + failed;
    }
}
