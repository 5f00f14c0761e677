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

import io.s3copy.app.job.Load;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a run is at now, as the API has it. */
@Schema(name = "Load")
public record LoadJson(
        @Schema(description = "How many copies in parts are under way")
        int copiesInParts,

        @Schema(description = "The largest of these, 20 at most, the largest first")
        List<LargeCopyJson> largest) {

    /** A copy in parts. */
    @Schema(name = "LargeCopy")
    public record LargeCopyJson(
            @Schema(description = "The source's key: whatever strangers wrote")
            String key,

            int parts,

            @Schema(description = "Parts that are copied; all of them while the upload is completed")
            int partsDone,

            long bytes,
            long bytesDone) {}

    static @Nullable LoadJson of(@Nullable Load load) {
        return load == null
                ? null
                : new LoadJson(
                        load.copiesInParts(),
                        load.largest().stream()
                                .map(copy -> new LargeCopyJson(
                                        copy.key(), copy.parts(), copy.partsDone(), copy.bytes(), copy.bytesDone()))
                                .toList());
    }
}
