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
package io.s3copy.app.route;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a route of the user's own stands. */
@Schema(name = "Route")
public record OwnRoute(
        String id,

        @Schema(description = "Its file in the folder s3copy.routes")
        String file,

        @Schema(
                description =
                        "started, suspended or stopped; waiting for a file whose routes could not start, which is tried again")
        String state,

        @Schema(description = "Exchanges that are under way")
        int inFlight,

        @Schema(description = "Exchanges that ended well since the start of the process")
        long done,

        @Schema(description = "Exchanges that failed") long failed,

        @Schema(description = "When an exchange ended last") @Nullable
        Instant last,

        @Schema(description = "Why the newest failure came, or why it could not start; may be empty")
        String trouble) {}
