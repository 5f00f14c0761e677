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

import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Reads a record of Tencent Cloud COS. Its key begins with the account and the bucket, and the bucket of the S3 API is its
 * name and the account.
 *
 * @see <a href="https://www.tencentcloud.com/document/product/583/9707">COS trigger</a>
 */
final class CosReader {

    private CosReader() {}

    static ObjectEvent read(Element record, List<EventEnvelope> envelopes) {
        Element event = record.at("event").object();
        String name = event.at("eventName").text("the name of an event");
        EventType type = EventType.ofRecord(name);
        Element cos = record.at("cos").object();
        Element bucket = cos.at("cosBucket").object();
        EventOrigin origin = new EventOrigin(
                name,
                event.note("eventSource"),
                EventSchema.COS,
                envelopes,
                null,
                event.epoch("eventTime", ChronoUnit.SECONDS),
                bucket.note("region"),
                null,
                cos.at("cosObject").at("meta").note("x-cos-request-id"));
        return EventReading.event(
                type,
                EventReading.object(type, bucket.at("name"), () -> object(cos, bucket, type)),
                origin,
                null,
                null);
    }

    private static EventObject object(Element cos, Element bucket, EventType type) {
        Element object = cos.at("cosObject").object();
        String account = bucket.at("appid").bucket();
        String name = bucket.at("name").bucket();
        String start = "/" + account + "/" + name + "/";
        Element key = object.at("key");
        String text = key.text("the key of an object");
        if (!text.startsWith(start)) {
            throw key.expected("a key that begins with /appid/bucket/");
        }
        String tail = "-" + account;
        return new EventObject(
                name.endsWith(tail) ? name : name + tail,
                EventReading.key(key, text.substring(start.length()), type),
                object.textOrNull("vid"),
                object.bytesOrNull("size"),
                EventReading.eTag(object.at("meta").note("ETag")),
                null);
    }
}
