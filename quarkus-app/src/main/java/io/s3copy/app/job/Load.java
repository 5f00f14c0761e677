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

import io.s3copy.bulk.run.RunLoad;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run is at now. It is in memory only. Keys are text that strangers wrote.
 *
 * @param copiesInParts how many copies in parts are under way
 * @param largest the largest of these
 * @param seconds for how long ranges are counted
 * @param ranges how busy it is in each stretch of its keys; empty where nothing is listed
 * @param window of the requests that copy; null where none is known
 */
public record Load(
        int copiesInParts,
        List<LargeCopy> largest,
        double seconds,
        List<Range> ranges,
        @Nullable Window window) {

    /**
     * A copy in parts that is under way.
     *
     * @param key of the source
     * @param bytesDone of the parts that are copied
     */
    public record LargeCopy(String key, int parts, int partsDone, long bytes, long bytesDone) {}

    /**
     * A stretch of keys, behind the prefix of the source.
     *
     * @param after behind which key it begins; null for the first
     * @param upTo its last possible key; null for the last
     * @param keysPerSecond that were listed
     * @param copies that ended
     * @param requests of these
     * @param throttles how often S3 asked for fewer requests
     * @param meanMillis how long a copy took, retries included
     */
    public record Range(
            @Nullable String after,
            @Nullable String upTo,
            double keysPerSecond,
            long copies,
            long requests,
            long throttles,
            long meanMillis) {}

    /**
     * A window.
     *
     * @param secondsSinceCut null if it was never cut
     */
    public record Window(
            int size, int inFlight, long cuts, @Nullable Long secondsSinceCut) {}

    static Load of(RunLoad load) {
        double seconds = load.seconds();
        return new Load(
                load.copiesInParts(),
                load.largest().stream()
                        .map(copy -> new LargeCopy(
                                copy.key(), copy.parts(), copy.partsDone(), copy.bytes(), copy.bytesDone()))
                        .toList(),
                seconds,
                load.ranges().stream()
                        .map(range -> new Range(
                                range.after(),
                                range.upTo(),
                                seconds <= 0 ? 0 : range.keys() / seconds,
                                range.copies(),
                                range.requests(),
                                range.throttles(),
                                range.meanMillis()))
                        .toList(),
                load.window() == null
                        ? null
                        : new Window(
                                load.window().size(),
                                load.window().inFlight(),
                                load.window().cuts(),
                                load.window().sinceCut() == null
                                        ? null
                                        : load.window().sinceCut().toSeconds()));
    }
}
