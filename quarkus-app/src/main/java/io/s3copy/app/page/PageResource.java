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
package io.s3copy.app.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.s3copy.app.job.Jobs;
import io.s3copy.app.rest.JobJson;
import io.s3copy.app.rest.RunJson;
import io.s3copy.app.route.OwnRoute;
import io.s3copy.app.route.OwnRoutes;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What operators look at. The server writes what does not change, the script of the page fills in the rest from the API, as
 * text: keys are whatever strangers named their objects.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PageResource {

    private static final int SHOWN_RUNS = 20;

    private final Jobs jobs;
    private final OwnRoutes routes;

    PageResource(Jobs jobs, OwnRoutes routes) {
        this.jobs = jobs;
        this.routes = routes;
    }

    /** The templates; Quarkus checks them when the application is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance overview(List<JobJson> jobs, List<OwnRoute> routes);

        static native TemplateInstance job(
                JobJson job, @Nullable RunJson run, List<Tile> tiles, List<RunJson> runs, boolean newest);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance overview() {
        return Templates.overview(jobs.all().stream().map(JobJson::of).toList(), routes.all());
    }

    @GET
    @Path("jobs/{job}")
    @Operation(hidden = true)
    public TemplateInstance job(String job) {
        JobJson found = JobJson.of(jobs.one(job));
        return Templates.job(found, found.run(), Tile.of(found.kind()), runs(job), true);
    }

    @GET
    @Path("runs/{id}")
    @Operation(hidden = true)
    public TemplateInstance run(long id) {
        RunJson run = RunJson.of(jobs.run(id));
        JobJson job = JobJson.of(jobs.one(run.job()));
        boolean newest = job.run() != null && job.run().id() == id;
        return Templates.job(job, run, Tile.of(job.kind()), runs(run.job()), newest);
    }

    private List<RunJson> runs(String job) {
        return jobs.runs(job, Long.MAX_VALUE, SHOWN_RUNS).stream()
                .map(RunJson::of)
                .toList();
    }
}
