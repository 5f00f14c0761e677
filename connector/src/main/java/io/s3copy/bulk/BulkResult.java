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
package io.s3copy.bulk;

import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.sync.CostEstimate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to; the body of the operations that work on many objects.
 *
 * @param counts of all its objects, those of earlier attempts included
 * @param requests what was asked of S3, by earlier attempts as well
 * @param started when its first attempt began
 * @param duration from then until it ended
 * @param report where its report is; null if there is none
 * @param checkpoint where its checkpoint is, as a URL or in words; null if there is none
 * @param finished whether all its objects have an outcome
 * @param resumable whether it can go on from its checkpoint; never where it is finished
 * @param dryRun whether nothing was changed
 * @param estimate what the run would ask of S3, of a dry run that copies or deletes; otherwise null
 */
public record BulkResult(
        BulkCounts counts,
        BulkRequests requests,
        Instant started,
        Duration duration,
        @Nullable BulkReport report,
        @Nullable String checkpoint,
        boolean finished,
        boolean resumable,
        boolean dryRun,
        @Nullable CostEstimate estimate) {

    /** How many objects had an outcome. */
    public long objects() {
        return counts.objects();
    }

    /** Objects with an outcome each second. */
    public double objectsPerSecond() {
        return perSecond(counts.objects(), duration);
    }

    /** So many in a time, each second; 0 for no time. */
    public static double perSecond(long objects, Duration duration) {
        long millis = duration.toMillis();
        return millis <= 0 ? 0 : objects * 1000.0 / millis;
    }

    /** Whether no object failed, and none is other than it should be. */
    public boolean isClean() {
        return finished
                && counts.by().keySet().stream().noneMatch(what -> counts.objects(what) > 0 && what.isLeftToDo());
    }

    /** One line for people. */
    @Override
    public String toString() {
        String outcomes = counts.by().entrySet().stream()
                .map(entry -> name(entry.getKey()) + " " + entry.getValue().objects())
                .collect(Collectors.joining(", "));
        return (dryRun ? "dry run, " : "")
                + (finished ? "finished" : resumable ? "stopped, can be resumed" : "stopped")
                + ": "
                + (outcomes.isEmpty() ? "no objects" : outcomes)
                + "; "
                + counts.bytes(What.COPIED)
                + " bytes copied, "
                + requests.requests()
                + " requests, "
                + duration.toMillis()
                + " ms"
                + (report == null ? "" : "; report " + report)
                + (checkpoint == null || finished ? "" : "; checkpoint " + checkpoint);
    }

    private static String name(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
