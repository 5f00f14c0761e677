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
package io.s3copy.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notifications of new objects, as their senders write them. */
public final class Notifications {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What S3 sends once, when someone asks it to notify. */
    public static final String TEST_EVENT = json(Map.of(
            "Service", "Amazon S3",
            "Event", "s3:TestEvent",
            "Time", "2026-11-21T08:00:00.000Z",
            "Bucket", "inbox",
            "RequestId", "5582815E1AEA5ADF",
            "HostId", "8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR"));

    private Notifications() {}

    /** S3's own, with a record for each key. */
    public static String put(String bucket, String... keys) {
        return records("ObjectCreated:Put", bucket, keys);
    }

    /** S3's own, of any type. */
    public static String records(String type, String bucket, String... keys) {
        return json(Map.of(
                "Records",
                Arrays.stream(keys).map(key -> record(type, bucket, key)).toList()));
    }

    /**
     * S3's own, of a bucket with versions.
     *
     * @param order of the changes of a key
     */
    public static String version(String type, String bucket, String key, String versionId, long order) {
        return json(Map.of(
                "Records",
                List.of(record(
                        type,
                        bucket,
                        key,
                        Map.of("versionId", versionId, "sequencer", String.format("%018X", order))))));
    }

    /** Of a server that writes S3's records, does not tell who it is, and writes the key as it is. */
    public static String ofUnknownServer(String bucket, String key) {
        Map<String, Object> record = new HashMap<>(record("s3:ObjectCreated:Put", bucket, "x"));
        record.put("eventSource", "some:s3");
        record.put("s3", Map.of("bucket", Map.of("name", bucket), "object", Map.of("key", key)));
        return json(Map.of("Records", List.of(record)));
    }

    /** Of the Versity gateway, which calls itself S3 and writes the key as it is, as its webhook sends it. */
    public static String versitygw(String bucket, String key) {
        Map<String, Object> record = new HashMap<>(record("s3:ObjectCreated:Put", bucket, "x"));
        record.put("eventVersion", "2.2");
        record.put(
                "s3",
                Map.of(
                        "bucket",
                        Map.of("name", bucket, "arn", "arn:aws:s3:::/" + bucket + "/" + key),
                        "object",
                        Map.of("key", key, "sequencer", "18D8F0C7187D2A5C")));
        return json(List.of(record));
    }

    private static Map<String, Object> record(String type, String bucket, String key) {
        return record(type, bucket, key, Map.of("sequencer", "0055AED6DCD90281E5"));
    }

    private static Map<String, Object> record(String type, String bucket, String key, Map<String, String> more) {
        Map<String, Object> object = new HashMap<>(more);
        object.put("key", URLEncoder.encode(key, StandardCharsets.UTF_8));
        return Map.of(
                "eventVersion", "2.1",
                "eventSource", "aws:s3",
                "awsRegion", "us-east-1",
                "eventTime", "2026-11-21T08:00:00.000Z",
                "eventName", type,
                "userIdentity", Map.of("principalId", "AWS:AIDAEXAMPLE"),
                "s3",
                        Map.of(
                                "s3SchemaVersion",
                                "1.0",
                                "bucket",
                                Map.of("name", bucket, "arn", "arn:aws:s3:::" + bucket),
                                "object",
                                object));
    }

    /** The same, as SNS delivers it without raw delivery. */
    public static String sns(String message) {
        return json(Map.of(
                "Type", "Notification",
                "MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
                "TopicArn", "arn:aws:sns:us-east-1:123456789012:objects",
                "Subject", "Amazon S3 Notification",
                "Message", message,
                "Timestamp", "2026-11-21T08:00:00.000Z"));
    }

    /** EventBridge's, which does not encode keys. */
    public static String eventBridge(String bucket, String key) {
        return json(Map.of(
                "version", "0",
                "id", "17793124-05d4-b198-2fde-7ededc63b103",
                "detail-type", "Object Created",
                "source", "aws.s3",
                "account", "123456789012",
                "time", "2026-11-21T08:00:00Z",
                "region", "us-east-1",
                "resources", List.of("arn:aws:s3:::" + bucket),
                "detail",
                        Map.of(
                                "version", "0",
                                "bucket", Map.of("name", bucket),
                                "object", Map.of("key", key, "size", 5, "sequencer", "00617F08299329D189"),
                                "requester", "123456789012",
                                "reason", "PutObject")));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
