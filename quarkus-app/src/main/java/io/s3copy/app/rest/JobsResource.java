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
import io.s3copy.app.job.Jobs;
import io.s3copy.app.job.KeyHistory;
import io.s3copy.app.job.KeyHistory.Found;
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
import java.time.Instant;
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

    private static final int MOST_ENTRIES = 100;

    private final Jobs jobs;
    private final KeyHistory history;

    JobsResource(Jobs jobs, KeyHistory history) {
        this.jobs = jobs;
        this.history = history;
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

    @GET
    @Path("{job}/history")
    @Operation(
            summary = "What runs did with one object",
            description =
                    "As the reports of the kept runs have it, the newest run first. Where reports name only what failed, a"
                            + " run that is not here may have copied it")
    @APIResponse(responseCode = "200", description = "What is known of it")
    @APIResponse(responseCode = "400", description = "No key is named")
    @APIResponse(responseCode = "404", description = "There is no such job")
    public KeyPage history(
            String job,
            @Parameter(description = "Its key, at the source or at the destination") @QueryParam("key") @Nullable
                    String key) {
        if (key == null || key.isEmpty()) {
            throw new BadRequestProblem("key is missing: name the object, such as key=2026/a.jpg");
        }
        Found found = history.of(job, key, MOST_ENTRIES);
        return new KeyPage(
                found.entries().stream()
                        .map(entry -> new KeyEntry(
                                entry.run().id(), entry.run().job(), entry.run().started(), entry.row()))
                        .toList(),
                found.searched(),
                found.whole());
    }

    /**
     * What is known of an object.
     *
     * @param searched how many runs were looked at
     * @param whole whether their reports name each object
     */
    public record KeyPage(List<KeyEntry> entries, int searched, boolean whole) {}

    /**
     * What a run did with it.
     *
     * @param row as its report has it
     */
    public record KeyEntry(long run, String job, Instant started, JsonNode row) {}

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
