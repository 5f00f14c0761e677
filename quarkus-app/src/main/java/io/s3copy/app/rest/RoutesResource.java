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

import io.s3copy.app.route.OwnRoute;
import io.s3copy.app.route.OwnRoutes;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Routes of the user's own. */
@Path("/api/routes")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class RoutesResource {

    private final OwnRoutes routes;

    RoutesResource(OwnRoutes routes) {
        this.routes = routes;
    }

    @GET
    @Operation(summary = "Your own routes, from the folder s3copy.routes")
    @APIResponse(responseCode = "200", description = "The routes, by id")
    public List<OwnRoute> all() {
        return routes.all();
    }

    @POST
    @Path("{id}/stop")
    @Operation(
            summary = "Stop a route",
            description = "What it has taken in is done first. It starts again with the process, or when it is told to")
    @APIResponse(responseCode = "200", description = "The route")
    @APIResponse(responseCode = "404", description = "There is no such route")
    @APIResponse(responseCode = "409", description = "It could not be stopped")
    public OwnRoute stop(String id) {
        return routes.stop(id);
    }

    @POST
    @Path("{id}/start")
    @Operation(summary = "Start a route that was stopped, or could not start")
    @APIResponse(responseCode = "200", description = "The route")
    @APIResponse(responseCode = "404", description = "There is no such route")
    @APIResponse(responseCode = "409", description = "It cannot start")
    public OwnRoute start(String id) {
        return routes.start(id);
    }
}
