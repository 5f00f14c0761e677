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

import io.s3copy.app.job.DeadLetter;
import io.s3copy.app.job.DeadLetters;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Messages that a replication could not apply. */
@Path("/api/jobs/{job}/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class DeadLettersResource {

    private static final int MOST_SHOWN = 100;
    private static final int MOST_SENT = 1_000;

    private final DeadLetters letters;

    DeadLettersResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(
            summary = "Messages that could not be applied, with their payload and cause",
            description =
                    "They stay in the queue of dead letters, in no order. For that moment nobody else sees them, and the"
                            + " queue counts that they were received")
    @APIResponse(responseCode = "200", description = "Some of them")
    @APIResponse(responseCode = "404", description = "There is no such job, or it has no queue of dead letters")
    @APIResponse(responseCode = "409", description = "The queue refuses, or does not answer")
    public List<DeadLetter> look(
            String job, @Parameter(description = "1 to 100") @QueryParam("limit") @DefaultValue("20") int limit) {
        Limits.check(limit, MOST_SHOWN);
        return letters.look(job, limit);
    }

    /**
     * What was done.
     *
     * @param sent how many messages were sent again
     */
    public record Replay(int sent) {}

    @POST
    @Path("replay")
    @Operation(
            summary = "Send dead letters again to where the job reads",
            description = "Each is deleted once it was sent. What comes back meanwhile is not sent again")
    @APIResponse(responseCode = "200", description = "How many were sent")
    @APIResponse(responseCode = "404", description = "There is no such job or message")
    @APIResponse(responseCode = "409", description = "A queue refuses, or does not answer")
    public Replay replay(
            String job,
            @Parameter(description = "Only the one of this id") @QueryParam("id") @Nullable String id,
            @Parameter(description = "How many at most: 1 to 1000") @QueryParam("limit") @DefaultValue("1000")
                    int limit) {
        Limits.check(limit, MOST_SENT);
        return new Replay(letters.replay(job, id, limit));
    }
}
