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
import io.s3copy.bulk.checkpoint.RangeLedger;
import io.s3copy.bulk.checkpoint.Ticket;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Gives works to a run that are numbered, by one thread, which may wait. */
final class LineFeed {

    private final Doing doing;

    LineFeed(Doing doing) {
        this.doing = doing;
    }

    /**
     * Gives one on. Blocks until there is a place.
     *
     * @param key of the object, for people
     * @param failed how a failure of the work is reported
     */
    void give(
            Decision decision,
            long number,
            RangeLedger<Long> range,
            String key,
            Function<Throwable, BulkOutcome> failed) {
        CompletableFuture<Void> due = doing.commitDue();
        if (due != null) {
            due.join();
        }
        if (decision instanceof Decision.Work work) {
            // this thread may wait: nobody else reads
            doing.admission().enter(work.bytes(), work.requests()).join();
            Ticket ticket = range.begin(number);
            range.through(number);
            doing.begin(key, work, ticket, failed);
        } else if (decision instanceof Decision.Known known) {
            BulkOutcome outcome = known.outcome();
            doing.known(outcome);
            range.begin(number).done(outcome, doing.reports(outcome.what()));
            range.through(number);
        } else {
            range.through(number);
        }
    }
}
