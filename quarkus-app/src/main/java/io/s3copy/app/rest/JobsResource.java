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

import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.RunStatus;
import io.s3copy.app.store.RunCause;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Jobs of the configuration, and their runs. */
@Path("/api/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class JobsResource {

    private static final int LONGEST_KEY = 200;

    private final Jobs jobs;

    JobsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Operation(summary = "All jobs, by name, each with its newest run")
    public List<JobJson> all() {
        return jobs.all().stream().map(JobJson::of).toList();
    }

    @GET
    @Path("{job}")
    @Operation(summary = "One job, with its newest run")
    @APIResponse(responseCode = "200", description = "The job")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public JobJson one(String job) {
        return JobJson.of(jobs.one(job));
    }

    @GET
    @Path("{job}/runs")
    @Operation(summary = "Runs of a job, the newest first")
    public RunPage runs(
            String job,
            @Parameter(description = "Only runs with a smaller id: next of the page before")
                    @QueryParam("before")
                    @DefaultValue("9223372036854775807")
                    long before,
            @Parameter(description = "1 to 100") @QueryParam("limit") @DefaultValue("20") int limit) {
        Limits.check(limit, 100);
        List<RunJson> runs =
                jobs.runs(job, before, limit + 1).stream().map(RunJson::of).toList();
        boolean more = runs.size() > limit;
        List<RunJson> page = more ? runs.subList(0, limit) : runs;
        return new RunPage(page, more ? Long.valueOf(page.get(limit - 1).id()) : null);
    }

    /**
     * A page of runs.
     *
     * @param next what before is for the next page; null on the last
     */
    public record RunPage(List<RunJson> runs, @Nullable Long next) {}

    @POST
    @Path("{job}/runs")
    @Operation(summary = "Begin a run", description = "Answers at once; the run is at the Location")
    @APIResponse(responseCode = "202", description = "The run, which has begun")
    @APIResponse(responseCode = "404", description = "There is no such job")
    @APIResponse(responseCode = "409", description = "A run of the job is under way")
    public Response start(
            String job,
            @Parameter(description = "A second call with the same key begins nothing, and answers with the same run")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new BadRequestProblem("Idempotency-Key must have 1 to " + LONGEST_KEY + " characters");
        }
        return accepted(jobs.start(job, RunCause.OPERATOR, key));
    }

    /** 202, and where the run can be watched. */
    static Response accepted(RunStatus run) {
        return Response.accepted(RunJson.of(run))
                .location(URI.create("/api/runs/" + run.row().id()))
                .build();
    }
}
