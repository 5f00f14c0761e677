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

import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Reads an event of Backblaze B2, one of a list of {@code events}. A hidden file is one with a delete marker.
 *
 * @see <a href="https://www.backblaze.com/docs/cloud-storage-event-notifications-reference-guide">Event notifications
 *     reference guide</a>
 */
final class B2Reader {

    static final String TYPES = "b2:";

    private B2Reader() {}

    static ObjectEvent read(Element event, List<EventEnvelope> envelopes) {
        String name = event.at("eventType").text("the type of an event");
        EventType type = EventType.ofRecord(name);
        EventOrigin origin = new EventOrigin(
                name,
                null,
                EventSchema.B2,
                envelopes,
                event.note("eventId"),
                event.epoch("eventTimestamp", ChronoUnit.MILLIS),
                null,
                event.note("accountId"),
                null);
        Element bucket = event.at("bucketName");
        return EventReading.event(
                type, EventReading.object(type, bucket, () -> object(event, bucket, type)), origin, null, null);
    }

    private static EventObject object(Element event, Element bucket, EventType type) {
        Element key = event.at("objectName");
        return new EventObject(
                bucket.bucket(),
                EventReading.key(key, key.text("the key of an object"), type),
                event.textOrNull("objectVersionId"),
                type.family() == EventType.Family.CREATED ? event.bytesOrNull("objectSize") : null,
                null,
                null);
    }
}
