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
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** How jobs stand, as it changes. */
@Path("/api/events")
public class EventsResource {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Jobs jobs;

    EventsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "All jobs, each second, as server-sent events",
            description = "The data of an event is what GET /api/jobs answers")
    public Multi<List<JobJson>> events() {
        return Multi.createFrom()
                .ticks()
                .every(PERIOD)
                // a browser that is slow gets fewer of them
                .onOverflow()
                .drop()
                .map(tick -> jobs.all().stream().map(JobJson::of).toList());
    }
}
