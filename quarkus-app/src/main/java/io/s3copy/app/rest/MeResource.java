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

import io.s3copy.app.access.Me;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who calls. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MeResource {

    private final Me me;

    MeResource(Me me) {
        this.me = me;
    }

    @GET
    @Operation(summary = "Who calls, and what they may do: viewer or operator. The name is empty where nobody signs in")
    public MeJson me() {
        return new MeJson(me.getName(), me.getRole());
    }

    /**
     * Somebody.
     *
     * @param role viewer or operator
     */
    public record MeJson(String name, String role) {}
}
