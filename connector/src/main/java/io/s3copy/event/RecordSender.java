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

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by a record who wrote it. What S3 never writes proves that it was another, even where it calls itself S3. What is
 * only absent proves nothing: pipes cut records down.
 */
final class RecordSender {

    private static final String AWS = "aws:s3";

    private static final Map<String, EventSchema> BY_SOURCE = Map.of(
            AWS,
            EventSchema.S3_RECORDS,
            "minio:s3",
            EventSchema.MINIO,
            "rustfs:s3",
            EventSchema.RUSTFS,
            "ceph:s3",
            EventSchema.CEPH,
            "scality:s3",
            EventSchema.SCALITY);

    /**
     * The Versity gateway calls itself S3 and has one configuration for all buckets, of these names.
     *
     * @see <a href="https://github.com/versity/versitygw/blob/main/s3event/event.go">its events</a>
     */
    private static final Set<String> OF_VERSITYGW =
            Set.of("kafka-global", "nats-global", "rabbitmq-global", "webhook-global");

    /** It writes the path of the request for the name of the bucket. */
    private static final String ARN_OF_VERSITYGW = "arn:aws:s3:::/";

    /** Ceph called itself S3 once, and has always put a region into the ARN of a bucket. */
    private static final Pattern ARN_OF_CEPH = Pattern.compile("arn:aws:s3:[^:]+::[^:]+");

    private static final Pattern ARN_OF_S3 = Pattern.compile("arn:aws[a-z-]{0,20}:s3:::[^/]+");
    private static final Pattern VERSION_OF_S3 = Pattern.compile("2(\\.[0-9]{1,9})?");

    private RecordSender() {}

    static EventSchema of(Element record) {
        String source = record.note("eventSource");
        EventSchema named =
                source == null ? EventSchema.S3_RECORDS : BY_SOURCE.getOrDefault(source, EventSchema.OTHER_RECORDS);
        if (named != EventSchema.S3_RECORDS) {
            return named;
        } else if (isVersitygw(record.at("s3"))) {
            return EventSchema.VERSITYGW;
        } else if (isCeph(record.at("s3").at("bucket"))) {
            return EventSchema.CEPH;
        }
        return isPlausible(record) ? EventSchema.S3_RECORDS : EventSchema.OTHER_RECORDS;
    }

    private static boolean isVersitygw(Element s3) {
        String configuration = s3.note("configurationId");
        String arn = s3.at("bucket").note("arn");
        return (configuration != null && OF_VERSITYGW.contains(configuration))
                || (arn != null && arn.startsWith(ARN_OF_VERSITYGW));
    }

    private static boolean isCeph(Element bucket) {
        String arn = bucket.note("arn");
        return arn != null && ARN_OF_CEPH.matcher(arn).matches();
    }

    /** Whether S3 itself can have written it: no {@code s3:} before the name, an ARN of a bucket, a version 2.x. */
    private static boolean isPlausible(Element record) {
        String name = record.note("eventName");
        JsonNode arn = record.at("s3").at("bucket").node().path("arn");
        JsonNode version = record.node().path("eventVersion");
        return (name == null || !name.startsWith("s3:"))
                && (arn.isMissingNode() || ARN_OF_S3.matcher(arn.asText()).matches())
                && (version.isMissingNode()
                        || VERSION_OF_S3.matcher(version.asText()).matches());
    }
}
