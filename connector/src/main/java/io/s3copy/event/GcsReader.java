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
import org.jspecify.annotations.Nullable;

/**
 * Reads an event of Google Cloud Storage: a message of Pub/Sub, whose attributes say what happened, or a CloudEvent, whose
 * type does. Its generation is no version of the S3 API, and the ETag of its JSON API is not that of S3.
 *
 * @see <a href="https://cloud.google.com/storage/docs/pubsub-notifications">Pub/Sub notifications</a>
 */
final class GcsReader {

    /** What types of CloudEvents begin with. */
    static final String CLOUD_EVENTS = "google.cloud.storage.object.v1.";

    private GcsReader() {}

    /** Whether this is the data of a CloudEvent alone: in binary mode the type stands in a header, which anybody writes. */
    static boolean isBareObject(Element message) {
        return message.begins("kind", "storage#object");
    }

    /** Whether a message of Pub/Sub is one of Cloud Storage. */
    static boolean wrote(Element message) {
        Element attributes = message.at("attributes");
        return attributes.hasText("eventType") && attributes.hasText("bucketId") && attributes.hasText("objectId");
    }

    /**
     * A message of Pub/Sub.
     *
     * @param resource the object in its data, or null where it has none
     */
    static ObjectEvent ofMessage(Element message, @Nullable Element resource, List<EventEnvelope> envelopes) {
        Element attributes = message.at("attributes");
        String name = attributes.at("eventType").text("the type of an event");
        // what was replaced by a newer generation is neither gone nor hidden
        boolean replaced = attributes.hasText("overwrittenByGeneration");
        EventType type = EventType.ofRecord(name);
        Long size = resource == null ? null : resource.bytesOrNull("size");
        EventOrigin origin = origin(name, envelopes, message.note("messageId"), attributes, "eventTime");
        return event(
                replaced && type.family() != EventType.Family.CREATED ? EventType.OTHER : type,
                attributes.at("bucketId"),
                attributes.at("objectId"),
                size,
                origin);
    }

    /** The data of a CloudEvent. */
    static ObjectEvent ofCloudEvent(Element event, Element data, List<EventEnvelope> envelopes) {
        String name = event.at("type").text("the type of an event");
        EventOrigin origin = origin(name, envelopes, event.note("id"), event, "time");
        return event(EventType.ofRecord(name), data.at("bucket"), data.at("name"), data.bytesOrNull("size"), origin);
    }

    private static EventOrigin origin(
            String name, List<EventEnvelope> envelopes, @Nullable String id, Element times, String time) {
        return new EventOrigin(name, null, EventSchema.GCS, envelopes, id, times.time(time), null, null, null);
    }

    private static ObjectEvent event(
            EventType type, Element bucket, Element key, @Nullable Long size, EventOrigin origin) {
        EventObject object = EventReading.object(
                type,
                bucket,
                () -> new EventObject(
                        bucket.bucket(),
                        EventReading.key(key, key.text("the key of an object"), type),
                        null,
                        type.family() == EventType.Family.CREATED ? size : null,
                        null,
                        null));
        return EventReading.event(type, object, origin, null, null);
    }
}
