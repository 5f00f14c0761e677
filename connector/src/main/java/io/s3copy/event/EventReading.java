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

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all senders' events have in common. */
final class EventReading {

    /** S3's limit, in bytes of UTF-8. */
    private static final int KEY_BYTES = 1024;

    private EventReading() {}

    static ObjectEvent event(
            EventType type,
            EventObject object,
            EventOrigin origin,
            @Nullable Instant restoreExpiry,
            @Nullable String storageClass) {
        return switch (type.family()) {
            case CREATED -> new ObjectEvent.Created(type, object, origin);
            case REMOVED -> new ObjectEvent.Removed(type, object, origin);
            case DELETE_MARKER -> new ObjectEvent.DeleteMarkerCreated(type, object, origin);
            case RESTORED -> new ObjectEvent.Restored(type, object, origin, restoreExpiry, storageClass);
            case TAGGED -> new ObjectEvent.Tagged(type, object, origin);
            case OTHER -> new ObjectEvent.Other(object, origin);
        };
    }

    /**
     * The object of an event. An event that means nothing to a copy is no reason to refuse a message: of it, the bucket is
     * enough.
     *
     * @param bucket where its name stands
     * @param strictly reads all that steers a copy
     */
    static EventObject object(EventType type, Element bucket, Supplier<EventObject> strictly) {
        try {
            return strictly.get();
        } catch (EventFormatException e) {
            if (type == EventType.OTHER && bucket.isBucket()) {
                return new EventObject(bucket.bucket(), "", null, null, null, null);
            }
            throw e;
        }
    }

    /** A key that an object can have. Only events that are of no interest may be about none. */
    static String key(Element where, String key, EventType type) {
        int bytes = where.unicode(key).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > KEY_BYTES || (bytes == 0 && type != EventType.OTHER)) {
            throw where.expected("a key of 1 to 1,024 bytes");
        }
        return key;
    }

    /** Without the quotes of HTTP, which some senders leave on. */
    static @Nullable String eTag(@Nullable String given) {
        return given != null && given.length() > 2 && given.startsWith("\"") && given.endsWith("\"")
                ? given.substring(1, given.length() - 1)
                : given;
    }
}
