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
@Schema(name = "Load", description = "Keys in it are whatever strangers wrote")
public record LoadJson(
        @Schema(description = "How many copies in parts are under way")
        int copiesInParts,

        @Schema(description = "The largest of these, 20 at most, the largest first")
        List<LargeCopyJson> largest,

        @Schema(description = "For how long ranges are counted: about a minute, or since the listing began")
        double seconds,

        @Schema(
                description =
                        "How busy it is by its keys, in their order, 32 at most; empty where nothing is listed. Neighbours with little to do are one")
        List<RangeJson> ranges,

        @Schema(description = "Of the requests that copy; all jobs that copy to the bucket may share it") @Nullable
        WindowJson window) {

    /** A copy in parts. */
    @Schema(name = "LargeCopy")
    public record LargeCopyJson(
            @Schema(description = "Of the source") String key,
            int parts,

            @Schema(description = "Parts that are copied; all of them while the upload is completed")
            int partsDone,

            long bytes,
            long bytesDone) {}

    /** A stretch of keys. */
    @Schema(name = "KeyRange")
    public record RangeJson(
            @Schema(description = "Behind which key it begins, without the prefix of the source; null for the first")
            @Nullable
            String after,

            @Schema(description = "Its last possible key; null for the last") @Nullable
            String upTo,

            @Schema(description = "Keys that were listed each second")
            double keysPerSecond,

            @Schema(description = "Copies that ended") long copies,

            @Schema(description = "Requests of these, retries included")
            long requests,

            @Schema(description = "How often S3 asked copies of its keys for fewer requests, as 503 SlowDown does")
            long throttles,

            @Schema(description = "How long a copy took on average, waits and retries included")
            long meanMillis) {}

    /** A window of requests. */
    @Schema(name = "Window")
    public record WindowJson(
            @Schema(description = "How many requests may be in flight now")
            int size,

            int inFlight,

            @Schema(description = "How often it was cut, because S3 asked for fewer requests or failed")
            long cuts,

            @Schema(description = "null if it was never cut") @Nullable
            Long secondsSinceCut) {}

    static @Nullable LoadJson of(@Nullable Load load) {
        if (load == null) {
            return null;
        }
        Load.Window window = load.window();
        return new LoadJson(
                load.copiesInParts(),
                load.largest().stream()
                        .map(copy -> new LargeCopyJson(
                                copy.key(), copy.parts(), copy.partsDone(), copy.bytes(), copy.bytesDone()))
                        .toList(),
                load.seconds(),
                load.ranges().stream()
                        .map(range -> new RangeJson(
                                range.after(),
                                range.upTo(),
                                range.keysPerSecond(),
                                range.copies(),
                                range.requests(),
                                range.throttles(),
                                range.meanMillis()))
                        .toList(),
                window == null
                        ? null
                        : new WindowJson(window.size(), window.inFlight(), window.cuts(), window.secondsSinceCut()));
    }
}
