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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.BulkResult;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands. A sync that deletes passes over the buckets more than once: what is said of a pass is said of the one
 * that it is in.
 *
 * @param phase what it does now: copy, sync, check, count, delete
 * @param counts of what has come to an end, earlier attempts included
 * @param requests the same of what was asked of S3
 * @param listed how many keys this pass of this attempt has listed or read
 * @param left an estimate of how many keys are left to list or read in this pass, by the share of the keys' space that was
 *     seen; null where nothing tells
 * @param ranges how many ranges of keys are listed or wait for it; 0 where work is no listing
 * @param ended how many objects have come to an end in this pass of this attempt
 * @param atWork how many objects are worked on now
 * @param paused whether it waits for a configuration fault to be fixed
 * @param running for how long this pass has run
 * @param load what it is at now
 */
public record BulkProgress(
        String phase,
        BulkCounts counts,
        BulkRequests requests,
        long listed,
        @Nullable Long left,
        int ranges,
        long ended,
        int atWork,
        boolean paused,
        Duration running,
        RunLoad load) {

    /** How many objects have come to an end each second of this pass, on average. */
    public double objectsPerSecond() {
        return BulkResult.perSecond(ended, running);
    }

    /** An estimate of when this pass ends, if the keys that are left take as long as those before; null where nothing tells. */
    public @Nullable Duration timeLeft() {
        if (left == null || listed == 0) {
            return null;
        }
        double millis = (double) left / listed * running.toMillis();
        return Duration.ofMillis((long) Math.min(millis, Long.MAX_VALUE / 2.0));
    }

    /** One line for people. */
    @Override
    public String toString() {
        String outcomes = counts.by().entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " "
                        + entry.getValue().objects())
                .collect(Collectors.joining(", "));
        Duration time = timeLeft();
        return phase + (paused ? ", paused for a configuration fault" : "")
                + ": "
                + (outcomes.isEmpty() ? "no objects" : outcomes)
                + "; "
                + counts.bytes(What.COPIED)
                + " bytes copied, "
                + atWork
                + " at work, "
                + requests.requests()
                + " requests; listed "
                + listed
                + ", left "
                + (left == null ? "unknown" : "about " + left)
                + (time == null ? "" : " (" + time.toSeconds() + " s)")
                + String.format(Locale.ROOT, ", %.1f objects/s", objectsPerSecond());
    }
}
