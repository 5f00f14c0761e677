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
import io.s3copy.text.Printable;
import java.util.Locale;
import org.apache.camel.Endpoint;

/**
 * What became of one object of a run, as Camel's event notifiers hear it. They come on the threads of the run, many at once: a
 * notifier is quick, and does not block. What a run did before it was stopped is not told again when it goes on.
 */
public final class BulkOutcomeEvent extends EndpointEvent {

    private final BulkOutcome outcome;

    BulkOutcomeEvent(Endpoint endpoint, BulkOutcome outcome) {
        super(endpoint);
        this.outcome = outcome;
    }

    /** What became of it. */
    public BulkOutcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        return Printable.of("s3copy " + outcome.what().name().toLowerCase(Locale.ROOT) + " " + outcome.bucket() + "/"
                + outcome.key());
    }
}
