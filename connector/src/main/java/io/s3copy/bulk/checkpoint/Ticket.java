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

import io.s3copy.bulk.BulkOutcome;

/** Work on one object that has begun. Its first word counts; later ones are ignored. Never blocks, from any thread. */
public interface Ticket {

    /**
     * The work is done.
     *
     * @param reported whether the outcome is handed out by {@link Ledger#commit}; if not, it is only counted
     */
    void done(BulkOutcome outcome, boolean reported);

    /** The work is done, and there is nothing to tell or to count. */
    void done();

    /** The work was stopped, and is not done: the run that goes on does it again. */
    void abandoned();
}
