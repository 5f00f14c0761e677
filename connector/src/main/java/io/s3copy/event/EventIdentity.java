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

import io.s3copy.text.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that is the same for two deliveries of one event and differs for two events: the key of an idempotent
 * repository.
 *
 * <p>EventBridge gives every event an id, and keeps it on redelivery. Others have none: there it is source, type, bucket,
 * key, version (or ETag), and sequencer; where there is no sequencer, as with tags and restores, time and request, too.
 * Two events that S3 itself sends for one change are one identity in records, and may be two at EventBridge.
 */
public final class EventIdentity {

    /** Of the texts that {@link #of} gives, in characters of ASCII: less than what databases keep of a message id. */
    public static final int MAX_LENGTH = 200;

    private EventIdentity() {}

    /** The identity of an event, at most {@value #MAX_LENGTH} characters of printable ASCII, a digest if need be. */
    public static String of(ObjectEvent event) {
        EventObject object = event.object();
        EventOrigin origin = event.origin();
        String full;
        if (origin.schema() == EventSchema.EVENTBRIDGE && origin.eventId() != null) {
            full = joined("eventbridge", origin.eventId());
        } else {
            boolean sequenced = object.sequencer() != null;
            full = joined(
                    "object",
                    origin.source(),
                    event.type() == EventType.OTHER
                            ? origin.name()
                            : event.type().toString(),
                    object.bucket(),
                    object.key(),
                    object.versionId() == null ? tagged("etag", object.eTag()) : tagged("version", object.versionId()),
                    sequenced ? tagged("sequencer", object.sequencer()) : tagged("time", origin.time()),
                    sequenced ? null : tagged("request", origin.requestId()));
        }
        return full.length() <= MAX_LENGTH ? full : "sha256:" + digest(full);
    }

    private static @Nullable String tagged(String tag, @Nullable Object value) {
        return value == null ? null : tag + "=" + value;
    }

    /** No piece holds the separator, so no two lists of pieces have one text; a missing one differs from an empty one. */
    private static String joined(@Nullable String... pieces) {
        return Stream.of(pieces)
                .map(piece -> piece == null ? "-" : "'" + escaped(piece))
                .collect(Collectors.joining(":"));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c > ' ' && c < 0x7f && c != ':' && c != '%') {
                escaped.append(c);
            } else {
                escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return escaped.toString();
    }

    private static String digest(String text) {
        return Digests.sha256Hex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
