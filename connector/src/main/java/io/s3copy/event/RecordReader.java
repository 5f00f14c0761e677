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
import java.util.regex.Pattern;

/**
 * Reads one of S3's {@code Records}, also as MinIO and Ceph write them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 * @see <a href="https://docs.ceph.com/en/latest/radosgw/notifications/">Ceph bucket notifications</a>
 */
final class RecordReader {

    private static final String MINIO = "minio:s3";
    private static final String CEPH = "ceph:s3";

    /** The minor version grows with fields that readers are to ignore. */
    private static final Pattern VERSION = Pattern.compile("2(\\.[0-9]{1,9})?");

    private final KeyEncoding encoding;

    RecordReader(KeyEncoding encoding) {
        this.encoding = encoding;
    }

    /** @param told by whose rules, or null to go by what the record says of its source */
    ObjectEvent read(Element record, EventSchema told, List<EventEnvelope> envelopes) {
        checkVersion(record);
        String source = record.note("eventSource");
        EventSchema schema = told == null ? schema(source) : told;
        String name = record.at("eventName").text("the name of an event");
        EventType type = EventType.ofRecord(name);
        Element s3 = record.at("s3").object();
        EventOrigin origin = new EventOrigin(
                name,
                source,
                schema,
                envelopes,
                emptyAsNull(record.note("eventId")),
                record.time("eventTime"),
                record.note("awsRegion"),
                record.at("userIdentity").note("principalId"),
                record.at("responseElements").note("x-amz-request-id"));
        Element restore = record.at("glacierEventData").at("restoreEventData");
        Instant expiry = restore.time("lifecycleRestorationExpiryTime");
        return EventReading.event(
                type, object(s3, schema, type), origin, expiry, restore.note("lifecycleRestoreStorageClass"));
    }

    private static void checkVersion(Element record) {
        Element version = record.at("eventVersion");
        boolean absent = version.node().isMissingNode() || version.node().isNull();
        if (!absent && !VERSION.matcher(version.node().asText()).matches()) {
            throw new EventFormatException(
                    version.where(),
                    "a version 2.x",
                    version.node().isContainerNode()
                            ? Excerpt.of(version.node())
                            : Excerpt.quoted(version.node().asText()));
        }
    }

    private static EventSchema schema(String source) {
        if (MINIO.equals(source)) {
            return EventSchema.MINIO;
        }
        return CEPH.equals(source) ? EventSchema.CEPH : EventSchema.S3_RECORDS;
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
                EventReading.key(key, decoded(key, schema), type),
                object.textOrNull("versionId"),
                size,
                EventReading.eTag(object.textOrNull("eTag")),
                object.textOrNull("sequencer"));
    }

    private String decoded(Element key, EventSchema schema) {
        String text = key.text("the key of an object");
        if (encoding == KeyEncoding.RAW || (encoding == KeyEncoding.AUTO && schema == EventSchema.CEPH)) {
            return text;
        }
        String decoded = FormEncoding.decode(text);
        if (decoded == null) {
            throw key.expected("a key in form-encoded UTF-8");
        }
        return decoded;
    }

    private static String emptyAsNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
