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

import java.util.List;

/**
 * Reads an event of Cloudflare R2, the body of a message of a queue there. It has no versions and no sequencer.
 *
 * @see <a href="https://developers.cloudflare.com/r2/buckets/event-notifications/">Event notifications</a>
 */
final class R2Reader {

    private R2Reader() {}

    static ObjectEvent read(Element event, List<EventEnvelope> envelopes) {
        String action = event.at("action").text("an action");
        EventType type = EventType.ofRecord(action);
        EventOrigin origin = new EventOrigin(
                action,
                null,
                EventSchema.R2,
                envelopes,
                null,
                event.time("eventTime"),
                null,
                event.note("account"),
                null);
        return EventReading.event(
                type, EventReading.object(type, event.at("bucket"), () -> object(event, type)), origin, null, null);
    }

    private static EventObject object(Element event, EventType type) {
        Element object = event.at("object").object();
        Element key = object.at("key");
        return new EventObject(
                event.at("bucket").bucket(),
                EventReading.key(key, key.text("the key of an object"), type),
                null,
                object.bytesOrNull("size"),
                EventReading.eTag(object.textOrNull("eTag")),
                null);
    }
}
