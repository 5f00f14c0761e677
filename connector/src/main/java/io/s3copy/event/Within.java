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
package io.s3copy.event;

import java.util.ArrayList;
import java.util.List;

/**
 * What is around a value, and what it may be.
 *
 * @param format what it is taken for
 * @param envelopes the outermost first
 */
record Within(EventFormat format, List<EventEnvelope> envelopes) {

    /** S3 in SNS in SQS in a CloudEvent that Kafka Connect wrote is four; each may be a text or base64. */
    static final int MAX_ENVELOPES = 8;

    /** What is inside of an envelope is recognised, whatever the body was taken for. */
    Within envelope(EventEnvelope envelope, String where) {
        if (envelopes.size() >= MAX_ENVELOPES) {
            throw new EventFormatException(
                    where, "at most " + MAX_ENVELOPES + " envelopes around an event", "one more");
        }
        List<EventEnvelope> more = new ArrayList<>(envelopes);
        more.add(envelope);
        return new Within(EventFormat.AUTO, List.copyOf(more));
    }
}
