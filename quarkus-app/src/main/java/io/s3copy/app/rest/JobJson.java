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

import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.JobStatus;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job, as the API has it. */
@Schema(name = "Job")
public record JobJson(
        String name,

        @Schema(description = "copy, sync, check, cleanup or replicate")
        String kind,

        @Schema(description = "Such as s3://bucket/prefix/") String source,
        String destination,

        @Schema(description = "Where the requests go: AWS, or the URL of a service")
        String service,

        @Schema(description = "Options of the component") Map<String, String> options,

        @Schema(description = "Whether it writes nothing, and counts what would be copied")
        boolean dryRun,

        @Nullable String cron,
        boolean atStart,

        @Schema(description = "0 to 9: when several runs wait for their turn, the highest goes first")
        int priority,

        @Schema(description = "A run that would copy more objects waits for a yes; null if none does") @Nullable
        Long confirmAbove,

        @Schema(description = "Whether a run that would delete an object waits for a yes")
        boolean confirmDeletes,

        @Schema(description = "When the schedule begins the next run") @Nullable
        Instant next,

        @Schema(description = "The newest run; none if the job never ran") @Nullable
        RunJson run) {

    /** The job. */
    public static JobJson of(JobStatus status) {
        JobSpec spec = status.spec();
        return new JobJson(
                spec.name(),
                spec.kind().text(),
                JobSpec.text(spec.source()),
                JobSpec.text(spec.destination()),
                spec.store().service(),
                spec.written(),
                spec.dryRun(),
                spec.cron(),
                spec.atStart(),
                spec.priority(),
                spec.confirm() == null ? null : spec.confirm().above(),
                spec.confirm() != null && spec.confirm().deletes(),
                status.next(),
                status.run() == null ? null : RunJson.of(status.run()));
    }
}
