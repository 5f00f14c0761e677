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

import io.s3copy.parameter.InvalidParameterException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run works.
 *
 * @param lists how many ranges are listed at once, at most
 * @param atOnce how many objects are worked on at once, at most
 * @param checkpointPeriod how often it is written down what is done
 * @param maxFailures how many objects may fail before it ends
 * @param hours when it works; null for always
 * @param dryRun whether nothing is changed
 */
public record RunSettings(
        int lists,
        int atOnce,
        Duration checkpointPeriod,
        FailureLimit maxFailures,
        @Nullable TimeWindow hours,
        boolean dryRun) {

    /** What suits most: 16 lists, 128 objects, a checkpoint each minute, and no limits. */
    public static final RunSettings DEFAULTS =
            new RunSettings(16, 128, Duration.ofMinutes(1), FailureLimit.NONE, null, false);

    /**
     * Settings.
     *
     * @throws InvalidParameterException if a number is less than 1
     */
    public RunSettings {
        require("lists", lists >= 1, lists);
        require("maxPending", atOnce >= 1, atOnce);
        require("checkpointPeriod", !checkpointPeriod.isNegative() && !checkpointPeriod.isZero(), checkpointPeriod);
    }

    private static void require(String option, boolean right, Object value) {
        if (!right) {
            throw new InvalidParameterException("option " + option, value, "is less than 1", "Give 1 or more");
        }
    }
}
