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

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.RunReport;
import io.s3copy.app.job.RunReport.Failures;
import io.s3copy.app.job.SpeedLimits;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.Sizes;
import io.s3copy.text.Printable;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Runs of any time. */
@Path("/api/runs/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RunsResource {

    private static final int MOST_FAILURES = 1000;

    private final Jobs jobs;

    RunsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Operation(summary = "One run")
    @APIResponse(responseCode = "200", description = "The run")
    @APIResponse(responseCode = "404", description = "There is no such run")
    public RunJson one(long id) {
        return RunJson.of(jobs.run(id));
    }

    @POST
    @Path("cancel")
    @Operation(
            summary = "Let a run come to a stop",
            description = "What is under way ends, and what is done is written down, so that the run can go on later")
    @APIResponse(responseCode = "202", description = "The run, which comes to a stop")
    @APIResponse(responseCode = "409", description = "It is not under way")
    public Response cancel(long id) {
        return JobsResource.accepted(jobs.cancel(id));
    }

    @POST
    @Path("resume")
    @Operation(summary = "Let a failed, cancelled or paused run go on where it ended")
    @APIResponse(responseCode = "202", description = "The run, which goes on")
    @APIResponse(responseCode = "409", description = "It is not the newest of its job, or did not end so")
    public Response resume(long id) {
        return JobsResource.accepted(jobs.resume(id));
    }

    @POST
    @Path("confirm")
    @Operation(
            summary = "Say yes to what a run would do",
            description = "A run that waits has counted it (progress.plan), and does it from now on")
    @APIResponse(responseCode = "202", description = "The run, which goes on")
    @APIResponse(responseCode = "409", description = "It does not wait for a yes")
    public Response confirm(long id) {
        return JobsResource.accepted(jobs.confirm(id));
    }

    @POST
    @Path("pause")
    @Operation(
            summary = "Let a run rest",
            description =
                    "What is under way ends, and what is done is written down. The run stays paused after a restart, too,"
                            + " until it is resumed, or until a time")
    @APIResponse(responseCode = "202", description = "The run, which comes to rest")
    @APIResponse(responseCode = "400", description = "The time is none, or has passed")
    @APIResponse(responseCode = "409", description = "It does not run, or is of a replication")
    public Response pause(
            long id,
            @Parameter(description = "When it goes on by itself, such as 2026-12-01T06:00:00Z")
                    @QueryParam("until")
                    @Nullable
                    String until) {
        return JobsResource.accepted(jobs.pause(id, until == null ? null : time(until)));
    }

    private static Instant time(String until) {
        try {
            Instant time = OffsetDateTime.parse(until).toInstant();
            if (time.isAfter(Instant.now())) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw new BadRequestProblem(
                "until=" + Printable.of(until) + " must be a time to come. Write for example 2026-12-01T06:00:00Z");
    }

    @POST
    @Path("priority")
    @Operation(
            summary = "Change which of the runs that wait for their turn goes first",
            description = "It holds until the run begins, or its process ends")
    @APIResponse(responseCode = "202", description = "The run")
    @APIResponse(responseCode = "400", description = "The priority is out of its bounds")
    @APIResponse(responseCode = "409", description = "It does not wait for its turn")
    public Response priority(
            long id,
            @Parameter(description = "0 to 9; the highest goes first") @QueryParam("value") @Nullable Integer value) {
        if (value == null || value < 0 || value > JobSpec.HIGHEST_PRIORITY) {
            throw new BadRequestProblem("value=" + value + " must be a priority from 0 to " + JobSpec.HIGHEST_PRIORITY
                    + ", the highest first");
        }
        return JobsResource.accepted(jobs.prioritize(id, value));
    }

    @POST
    @Path("limits")
    @Operation(
            summary = "Change how fast a run works",
            description =
                    "What is left out stays as it is. It holds until the run or its process ends; the next run has those of"
                            + " the job again")
    @APIResponse(responseCode = "202", description = "The run")
    @APIResponse(responseCode = "400", description = "A limit is out of its bounds")
    @APIResponse(responseCode = "409", description = "It does not work, or is of a replication")
    public Response limits(
            long id,
            @Parameter(description = "How many objects at once: 1 to the job's option max-pending")
                    @QueryParam("max-pending")
                    @Nullable
                    Integer maxPending,
            @Parameter(description = "0 for no limit") @QueryParam("requests-per-second") @Nullable
                    Long requestsPerSecond,
            @Parameter(description = "Bytes, or such as 50M; 0 for no limit") @QueryParam("bytes-per-second") @Nullable
                    String bytesPerSecond) {
        if (maxPending == null && requestsPerSecond == null && bytesPerSecond == null) {
            throw new BadRequestProblem("No limit is named. Name max-pending, requests-per-second or bytes-per-second");
        }
        try {
            Long bytes = bytesPerSecond == null ? null : Sizes.parse("bytes-per-second", bytesPerSecond);
            return JobsResource.accepted(jobs.limit(id, new SpeedLimits(maxPending, requestsPerSecond, bytes)));
        } catch (InvalidParameterException e) {
            throw new BadRequestProblem(String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("retry")
    @Operation(
            summary = "Try again what a run left to do",
            description = "Begins a new run of the same job over what failed, is missing or differs in this one")
    @APIResponse(responseCode = "202", description = "The new run")
    @APIResponse(responseCode = "409", description = "It has not ended, or left nothing to copy")
    public Response retry(
            long id,
            @Parameter(description = "Only what has that code, such as AccessDenied") @QueryParam("code") @Nullable
                    String code) {
        return JobsResource.accepted(jobs.retry(id, code));
    }

    @POST
    @Path("cut-over")
    @Operation(
            summary = "Let a replication come to its end",
            description =
                    "Once nothing waits at its source, it stops to follow events, and proves by a check that both sides are"
                            + " equal. Let nobody write to the source any more")
    @APIResponse(responseCode = "202", description = "The run, which drains")
    @APIResponse(responseCode = "409", description = "It is no replication, or does not follow events")
    public Response cutOver(long id) {
        return JobsResource.accepted(jobs.cutOver(id));
    }

    @POST
    @Path("follow")
    @Operation(summary = "Let a replication follow events again that was to be cut over")
    @APIResponse(responseCode = "202", description = "The run, which follows events")
    @APIResponse(responseCode = "409", description = "It is not on the way to a cut-over")
    public Response follow(long id) {
        return JobsResource.accepted(jobs.follow(id));
    }

    @GET
    @Path("failures")
    @Operation(
            summary = "Objects that somebody has to look at",
            description = "Failed, missing, different: as the report has them, which is written every few seconds")
    public FailurePage failures(
            long id,
            @Parameter(description = "next of the page before") @QueryParam("after") @DefaultValue("0") long after,
            @Parameter(description = "1 to 1000") @QueryParam("limit") @DefaultValue("100") int limit,
            @Parameter(description = "Only these: failed, missing, differs, extra, unprovable or undecided")
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @Parameter(
                            description =
                                    "Only those with this code, as progress.outcomes has it; empty for those without one")
                    @QueryParam("code")
                    @Nullable
                    String code) {
        Limits.check(limit, MOST_FAILURES);
        Failures failures = jobs.report(id).failures(after, limit, outcome, code);
        return new FailurePage(failures.rows(), failures.next());
    }

    /**
     * A page of failures.
     *
     * @param next what after is for the next page; null on the last
     */
    public record FailurePage(
            List<JsonNode> failures, @Nullable Long next) {}

    @GET
    @Path("report")
    @Operation(summary = "The files of a run's report", description = "Manifests name what is left to do")
    public List<ReportLink> report(long id) {
        return jobs.report(id).files().stream()
                .map(file -> new ReportLink(file.name(), file.bytes(), "/api/runs/" + id + "/report/" + file.name()))
                .toList();
    }

    /** A file to download. */
    public record ReportLink(String name, long bytes, String href) {}

    @GET
    @Path("report/{file:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "One file of the report")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Response file(long id, String file) {
        RunReport report = jobs.report(id);
        java.nio.file.Path found =
                report.file(file).orElseThrow(() -> new NotFoundException("The report has no such file"));
        String name = String.valueOf(found.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(found.toFile())
                .header("Content-Disposition", "attachment; filename=\"run-" + id + "-" + name + "\"")
                .build();
    }
}
