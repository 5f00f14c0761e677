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

import org.jspecify.annotations.Nullable;

/**
 * Limits of a run, as they are changed while it runs.
 *
 * @param atOnce how many objects are worked on at once, from 1; null to leave that as it is
 * @param requestsPerSecond about how many requests begin in a second, 0 for no limit; null to leave that as it is
 * @param bytesPerSecond about how many bytes are copied in a second, 0 for no limit; null to leave that as it is
 */
public record RunLimits(
        @Nullable Integer atOnce,
        @Nullable Long requestsPerSecond,
        @Nullable Long bytesPerSecond) {

    /** Leaves all as it is. */
    public static final RunLimits NONE = new RunLimits(null, null, null);

    /** These, and of what they leave as it is, what others say. */
    public RunLimits over(RunLimits others) {
        return new RunLimits(
                atOnce == null ? others.atOnce : atOnce,
                requestsPerSecond == null ? others.requestsPerSecond : requestsPerSecond,
                bytesPerSecond == null ? others.bytesPerSecond : bytesPerSecond);
    }

    /** Changes those of a run. */
    public void hold(Admission admission) {
        if (atOnce != null) {
            admission.places(atOnce);
        }
        if (requestsPerSecond != null) {
            admission.requestsPerSecond(requestsPerSecond);
        }
        if (bytesPerSecond != null) {
            admission.bytesPerSecond(bytesPerSecond);
        }
    }
}
