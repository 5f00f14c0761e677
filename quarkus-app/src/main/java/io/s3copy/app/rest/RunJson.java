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
package io.s3copy.app.rest;

import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.job.SpeedLimits;
import io.s3copy.app.store.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run, as the API has it. */
@Schema(name = "Run")
public record RunJson(
        long id,
        String job,
        String kind,

        @Schema(
                description =
                        "scheduled, running, draining, pausing, paused, waiting, cancelling, interrupted, done, warnings, failed or cancelled")
        String state,

        @Schema(description = "What began it: operator, schedule, start, replication or retry")
        String cause,

        @Schema(description = "How many times it began or went on")
        int attempts,

        Instant started,
        @Nullable Instant ended,

        @Schema(description = "From its start to its end, or to now")
        long millis,

        @Schema(description = "Why it ended as it did; may be empty")
        String message,

        @Schema(
                description =
                        "Whether it can go on where it ended: the newest run of its job, failed, cancelled or paused, if the job is still the same")
        boolean resumable,

        @Schema(description = "How many runs go before a scheduled one; null for others") @Nullable
        Integer ahead,

        @Schema(description = "When a paused run goes on by itself; null if it does not") @Nullable
        Instant until,

        @Schema(description = "The run whose failures this one tries again") @Nullable
        Long retryOf,

        @Schema(description = "Limits that were changed while it runs; null where they are those of the job")
        SpeedLimits limits,

        long objects,
        @Schema(description = "Bytes that were copied") long bytes,
        RunProgress progress,

        @Schema(description = "What it is at now; null if it does not run") @Nullable
        LoadJson load,

        Map<String, String> links) {

    /** The run. */
    public static RunJson of(RunStatus status) {
        RunRow row = status.row();
        String self = "/api/runs/" + row.id();
        Instant until = row.ended() == null ? Instant.now() : row.ended();
        return new RunJson(
                row.id(),
                row.job(),
                row.kind(),
                row.state().text(),
                row.cause().text(),
                row.attempts(),
                row.started(),
                row.ended(),
                Duration.between(row.started(), until).toMillis(),
                row.message(),
                status.resumable(),
                status.ahead().isPresent() ? status.ahead().getAsInt() : null,
                row.until(),
                row.retry() == null ? null : row.retry().of(),
                status.limits(),
                status.progress().objects(),
                status.progress().bytesCopied(),
                status.progress(),
                LoadJson.of(status.load()),
                Map.of(
                        "self", self,
                        "job", "/api/jobs/" + row.job(),
                        "failures", self + "/failures",
                        "report", self + "/report"));
    }
}
