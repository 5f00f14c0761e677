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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from. What only informs is null when the sender left it out or wrote it in a way of its own. All
 * texts are the sender's, of any length and any characters: never a name of a metric, nor a line of a log as they are.
 *
 * @param name the event's name as it was sent: {@code ObjectCreated:Put}, {@code s3:ObjectCreated:Put}, {@code Object
 *     Created}
 * @param source what the sender calls itself: {@code aws:s3}, {@code aws.s3}, {@code minio:s3}, {@code ceph:s3}; or null
 * @param schema by whose rules it was read
 * @param envelopes what it came in, outermost first
 * @param eventId an id of this event, or null: EventBridge and Ceph give one, S3's own records have none
 * @param time when it happened, or null
 * @param region or null
 * @param principal who did it: an IAM id, an account or service at EventBridge, a user at MinIO and Ceph; or null
 * @param requestId of the request that did it, or null. Several objects deleted by one request share it.
 */
public record EventOrigin(
        String name,
        @Nullable String source,
        EventSchema schema,
        List<EventEnvelope> envelopes,
        @Nullable String eventId,
        @Nullable Instant time,
        @Nullable String region,
        @Nullable String principal,
        @Nullable String requestId) {

    public EventOrigin {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(schema, "schema");
        envelopes = List.copyOf(envelopes);
    }
}
