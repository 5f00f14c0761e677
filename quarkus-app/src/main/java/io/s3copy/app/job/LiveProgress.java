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
package io.s3copy.app.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a replication stands.
 *
 * @param phase what it does now: following, draining, checking, or telling of its end
 * @param backlog about how many messages its source has that are not done; null where the source does not tell
 * @param trouble why the source does not tell; empty where it does
 * @param lagMillis from what an event tells of to the end of its copy: the longest of the last one to two minutes; null
 *     where none ended
 * @param pickUpMillis from what an event tells of to its arrival; null as above
 * @param lastEvent when what the newest applied event tells of happened; null where none has told
 * @param held whether nothing is taken in, because every object meets the same fault
 * @param deadLettered messages that were dead-lettered
 * @param backfilled whether what was there before is copied
 * @param reconciled when both sides were last compared, and what differed was copied; null for not yet
 * @param missed objects that comparisons found and copied: their events were lost
 * @param until when a cut-over gives up; null where there is none
 * @param notification what it did so that the source's bucket sends notifications; null where it does not see to that
 * @param hook what became of telling the hook of a cut-over; null where nobody was to be told yet
 */
public record LiveProgress(
        String phase,
        @Nullable Long backlog,
        String trouble,
        @Nullable Long lagMillis,
        @Nullable Long pickUpMillis,
        @Nullable Instant lastEvent,
        boolean held,
        long deadLettered,
        boolean backfilled,
        @Nullable Instant reconciled,
        long missed,
        @Nullable Instant until,
        @Nullable String notification,
        @Nullable String hook) {}
