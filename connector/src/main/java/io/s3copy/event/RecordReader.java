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

/**
 * Reads one of S3's {@code Records}, also as MinIO, Ceph and others write them. Its version is no condition: what can be
 * understood is read, whatever it calls itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 * @see <a href="https://docs.ceph.com/en/latest/radosgw/notifications/">Ceph bucket notifications</a>
 * @see <a href="https://github.com/scality/backbeat/blob/development/9.0/extensions/notification/utils/message.js">Scality's
 *     notifications</a>
 */
final class RecordReader {

    private final KeyReader keys;

    RecordReader(KeyReader keys) {
        this.keys = keys;
    }

    /** @param told by whose rules, or null to go by what the record says of its source */
    ObjectEvent read(Element record, @Nullable EventSchema told, List<EventEnvelope> envelopes) {
        String name = record.at("eventName").text("the name of an event");
        EventType type = EventType.ofRecord(name);
        Element s3 = record.at("s3").object();
        EventSchema schema = told == null ? RecordSender.of(record) : told;
        EventOrigin origin = new EventOrigin(
                name,
                record.note("eventSource"),
                schema,
                envelopes,
                emptyAsNull(record.note("eventId")),
                record.time("eventTime"),
                record.note("awsRegion"),
                record.at("userIdentity").note("principalId"),
                record.at("responseElements").note("x-amz-request-id"));
        Element restore = record.at("glacierEventData").at("restoreEventData");
        Instant expiry = restore.time("lifecycleRestorationExpiryTime");
        EventObject object = EventReading.object(type, s3.at("bucket").at("name"), () -> object(s3, schema, type));
        return EventReading.event(type, object, origin, expiry, restore.note("lifecycleRestoreStorageClass"));
    }

    private EventObject object(Element s3, EventSchema schema, EventType type) {
        Element object = s3.at("object").object();
        Element key = object.at("key");
        Long size = object.bytesOrNull("size");
        if (size == null && schema == EventSchema.MINIO && type.family() == EventType.Family.CREATED) {
            size = 0L;
        }
        return new EventObject(
                s3.at("bucket").object().at("name").bucket(),
                EventReading.key(key, keys.read(key, schema), type),
                object.textOrNull("versionId"),
                size,
                EventReading.eTag(object.textOrNull("eTag")),
                object.textOrNull("sequencer"));
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
