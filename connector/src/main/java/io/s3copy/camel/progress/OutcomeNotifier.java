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
package io.s3copy.camel.progress;

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.run.RunListener;
import org.apache.camel.Endpoint;

/** Tells Camel's event notifiers what became of each object of a run, and another listener everything. */
public final class OutcomeNotifier implements RunListener {

    private final Endpoint endpoint;
    private final RunListener next;

    /**
     * Tells.
     *
     * @param endpoint the source of events
     * @param next hears everything, too
     */
    public OutcomeNotifier(Endpoint endpoint, RunListener next) {
        this.endpoint = endpoint;
        this.next = next;
    }

    @Override
    public void ended(BulkOutcome outcome) {
        next.ended(outcome);
        Notifiers.tell(endpoint, () -> new BulkOutcomeEvent(endpoint, outcome));
    }

    @Override
    public void read(long keys) {
        next.read(keys);
    }

    @Override
    public void made(String call, long number) {
        next.made(call, number);
    }
}
