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
package io.s3copy.camel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds notifications as S3 writes them, of the bucket inbox. */
final class Notices {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Map<String, Object>> records = new ArrayList<>();
    private Instant time = Instant.parse("2026-01-01T00:00:00Z");

    private Notices() {}

    static Notices notice() {
        return new Notices();
    }

    /** One that says that these objects were put. */
    static String put(String... keys) {
        Notices notices = notice();
        for (String key : keys) {
            notices.record("ObjectCreated:Put", key, Map.of("size", 5, "eTag", "9b2cf535f27731c974343645a3985328"));
        }
        return notices.text();
    }

    static String deleted(String key) {
        return notice().record("ObjectRemoved:Delete", key, Map.of()).text();
    }

    /** The time of the records that follow. */
    Notices at(Instant told) {
        time = told;
        return this;
    }

    Notices record(String type, String key, Map<String, ?> object) {
        return record("inbox", type, key, object);
    }

    Notices record(String bucket, String type, String key, Map<String, ?> object) {
        Map<String, Object> described = new LinkedHashMap<>(object);
        described.put("key", URLEncoder.encode(key, StandardCharsets.UTF_8));
        described.putIfAbsent("sequencer", "0055AED6DCD9028" + Integer.toHexString(records.size()));
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("eventVersion", "2.1");
        record.put("eventSource", "aws:s3");
        record.put("eventTime", time.toString());
        record.put("eventName", type);
        record.put("userIdentity", Map.of("principalId", "AWS:AIDAEXAMPLE"));
        record.put("s3", Map.of("bucket", Map.of("name", bucket), "object", described));
        records.add(record);
        return this;
    }

    String text() {
        try {
            return JSON.writeValueAsString(Map.of("Records", records));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
