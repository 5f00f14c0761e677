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
package io.s3copy.app.job;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message that could not be applied, as its queue has it. What is in it was written by others. */
public record DeadLetter(
        String id,

        @Schema(description = "When it was dead-lettered; null where the queue does not tell") @Nullable
        Instant time,

        @Schema(description = "Why; may be empty") String cause,

        @Schema(description = "The message, at most its first 16384 characters")
        String payload,

        @Schema(description = "Whether the message has more characters")
        boolean cut) {}
