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

import io.s3copy.bulk.run.RunLimits;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a run that were changed while it works, as the configuration names them; null where they are those of the job.
 *
 * @param maxPending how many objects at once
 * @param requestsPerSecond 0 for no limit
 * @param bytesPerSecond 0 for no limit
 */
@Schema(name = "Limits")
public record SpeedLimits(
        @Nullable Integer maxPending,
        @Nullable Long requestsPerSecond,
        @Nullable Long bytesPerSecond) {

    static SpeedLimits of(RunLimits limits) {
        return new SpeedLimits(limits.atOnce(), limits.requestsPerSecond(), limits.bytesPerSecond());
    }

    RunLimits ofRun() {
        return new RunLimits(maxPending, requestsPerSecond, bytesPerSecond);
    }
}
