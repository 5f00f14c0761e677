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
package io.s3copy.camel.event;

import io.s3copy.camel.event.EventResult.Outcome;
import java.util.List;

/**
 * What came of a notification.
 *
 * @param all what came of each event, in the notification's order
 * @param testEvents how many test events there were beside them
 */
public record EventResults(List<EventResult> all, int testEvents) {

    public EventResults {
        all = List.copyOf(all);
    }

    /** What came of those with an outcome. */
    public List<EventResult> with(Outcome outcome) {
        return all.stream().filter(one -> one.outcome() == outcome).toList();
    }

    /** What did not fail. */
    public List<EventResult> succeeded() {
        return all.stream().filter(one -> one.outcome() != Outcome.FAILED).toList();
    }

    /** What failed. */
    public List<EventResult> failed() {
        return with(Outcome.FAILED);
    }
}
