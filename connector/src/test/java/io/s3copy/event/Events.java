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

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds events for tests. */
final class Events {

    private EventType type = EventType.OBJECT_CREATED_PUT;
    private EventSchema schema = EventSchema.S3_RECORDS;
    private String name = "ObjectCreated:Put";
    private @Nullable String source = "aws:s3";
    private String bucket = "inbox";
    private String key = "a.txt";
    private @Nullable String versionId;
    private @Nullable Long size = 5L;
    private @Nullable String eTag = "e1";
    private @Nullable String sequencer = "0055AED6DCD90281E5";
    private @Nullable String eventId;
    private @Nullable Instant time = Instant.EPOCH;
    private @Nullable String principal = "AWS:AIDAEXAMPLE";
    private @Nullable String requestId = "C3D13FE58DE4C810";

    private Events() {}

    static Events created() {
        return new Events();
    }

    static Events of(EventType type) {
        Events events = new Events();
        events.type = type;
        events.name = type.toString();
        return events;
    }

    Events named(String other) {
        this.name = other;
        return this;
    }

    Events schema(EventSchema other) {
        this.schema = other;
        return this;
    }

    Events source(@Nullable String other) {
        this.source = other;
        return this;
    }

    Events bucket(String other) {
        this.bucket = other;
        return this;
    }

    Events key(String other) {
        this.key = other;
        return this;
    }

    Events version(@Nullable String other) {
        this.versionId = other;
        return this;
    }

    Events size(@Nullable Long other) {
        this.size = other;
        return this;
    }

    Events eTag(@Nullable String other) {
        this.eTag = other;
        return this;
    }

    Events sequencer(@Nullable String other) {
        this.sequencer = other;
        return this;
    }

    Events id(@Nullable String other) {
        this.eventId = other;
        return this;
    }

    Events time(@Nullable Instant other) {
        this.time = other;
        return this;
    }

    Events principal(@Nullable String other) {
        this.principal = other;
        return this;
    }

    Events request(@Nullable String other) {
        this.requestId = other;
        return this;
    }

    ObjectEvent event() {
        return EventReading.event(
                type,
                new EventObject(bucket, key, versionId, size, eTag, sequencer),
                new EventOrigin(name, source, schema, List.of(), eventId, time, "eu-west-1", principal, requestId),
                null,
                null);
    }
}
