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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a run does about one key. */
public sealed interface Decision {

    /** There is nothing to do, and nothing to tell. */
    Decision NOTHING = new Nothing();

    /** What work came to that has nothing to tell. */
    BulkOutcome UNTOLD = new BulkOutcome("", "", null, BulkOutcome.What.SAME, null, 0, "nothing to tell", -1, "", "");

    /** There is nothing to do, and nothing to tell. */
    record Nothing() implements Decision {}

    /** It is known already what becomes of it. */
    record Known(BulkOutcome outcome) implements Decision {}

    /**
     * There is work, which takes requests.
     *
     * @param bytes how many are copied, for the limit of bytes; 0 where none are, or nobody knows
     * @param requests about how many requests it takes, for the limit of requests
     * @param begin begins it; may be repeated after a failure. A failure of the future is one of the object. It may come to
     *     {@link #UNTOLD}
     */
    record Work(long bytes, long requests, Supplier<CompletableFuture<BulkOutcome>> begin) implements Decision {}

    /** What a decision comes to, within other work. */
    static CompletableFuture<BulkOutcome> outcome(Decision decision) {
        if (decision instanceof Work work) {
            return work.begin().get();
        } else if (decision instanceof Known known) {
            return CompletableFuture.completedFuture(known.outcome());
        }
        return CompletableFuture.completedFuture(UNTOLD);
    }
}
