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
import io.s3copy.bulk.BulkOutcome;
import java.util.List;

/**
 * What of a run is done, at one moment. What lies in no open span is done, and its outcomes are in this commit or in an
 * earlier one; what lies in one is done again by a run that goes on from here, and was not reported.
 *
 * @param open the spans that are not done, in order; none overlaps another
 * @param outcomes those to report that are done since the commit before; of each range in the order of its positions
 * @param counts of all that is done, since the run began
 */
public record Commit<P>(List<Span<P>> open, List<BulkOutcome> outcomes, BulkCounts counts) {

    /** Whether all is done. */
    public boolean isFinished() {
        return open.isEmpty();
    }
}
