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

import java.util.List;

/**
 * Reads an event of Alibaba Cloud OSS: of a list of {@code events}, as queues and functions get it, or on its own, as
 * EventBridge there wraps it into a CloudEvent.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/mns/user-guide/create-a-rule-to-generate-oss-event-notifications">OSS
 *     event notification</a>
 */
final class OssReader {

    private OssReader() {}

    static ObjectEvent read(Element event, KeyReader keys, List<EventEnvelope> envelopes) {
        String name = event.at("eventName").text("the name of an event");
        EventType type = EventType.ofRecord(name);
        Element oss = event.at("oss").object();
        EventOrigin origin = new EventOrigin(
                name,
                event.note("eventSource"),
                EventSchema.OSS,
                envelopes,
                null,
                event.time("eventTime"),
                event.note("region"),
                event.at("userIdentity").note("principalId"),
                event.at("responseElements").note("requestId"));
        Element bucket = oss.at("bucket").at("name");
        return EventReading.event(
                type, EventReading.object(type, bucket, () -> object(oss, keys, type)), origin, null, null);
    }

    private static EventObject object(Element oss, KeyReader keys, EventType type) {
        Element object = oss.at("object").object();
        Element key = object.at("key");
        return new EventObject(
                oss.at("bucket").object().at("name").bucket(),
                EventReading.key(key, keys.read(key, EventSchema.OSS), type),
                object.textOrNull("versionId"),
                type.family() == EventType.Family.CREATED ? object.bytesOrNull("size") : null,
                EventReading.eTag(object.textOrNull("eTag")),
                null);
    }
}
