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
package io.s3copy.bulk.checkpoint;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkRequests;
import io.s3copy.bulk.listing.KeyRange;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From where a run goes on, by whatever process.
 *
 * @param job which job it is
 * @param run whoever wrote it; another text for each process
 * @param attempt the how manieth attempt wrote it; 1 for the first
 * @param report what of its report counts
 * @param ranges the keys that are not done; empty if work is lines
 * @param lines the lines that are not done; empty if work is keys
 * @param counts of all that is done
 * @param requests that were made for it
 * @param boundaries where a listing may be cut next time, in order; hints only, at most {@value #MAX_BOUNDARIES}
 * @param started when the first attempt began
 * @param updated when this was written
 * @param finished whether all is done, the report included
 */
public record Checkpoint(
        JobIdentity job,
        String run,
        int attempt,
        ReportParts report,
        List<KeyRange> ranges,
        List<Span<Long>> lines,
        BulkCounts counts,
        BulkRequests requests,
        List<String> boundaries,
        Instant started,
        Instant updated,
        boolean finished) {

    /** So many boundaries are kept; of more, some that are spread evenly. */
    public static final int MAX_BOUNDARIES = 10_000;

    /** A checkpoint, which later changes of the lists do not change. */
    public Checkpoint {
        ranges = List.copyOf(ranges);
        lines = List.copyOf(lines);
        boundaries = thinned(boundaries);
    }

    private static List<String> thinned(List<String> boundaries) {
        int size = boundaries.size();
        if (size <= MAX_BOUNDARIES) {
            return List.copyOf(boundaries);
        }
        return IntStream.range(0, MAX_BOUNDARIES)
                .mapToObj(at -> boundaries.get((int) ((long) at * size / MAX_BOUNDARIES)))
                .toList();
    }
}
