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
 * Reads an event of Amazon EventBridge. Its keys are not encoded: decoding would take {@code a+b} or {@code %41} for
 * another object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message
 *     structure</a>
 */
final class EventBridgeReader {

    private EventBridgeReader() {}

    static ObjectEvent read(Element event, List<EventEnvelope> envelopes) {
        String detailType = event.at("detail-type").text("the type of an event");
        Element detail = event.at("detail").object();
        EventType type = EventType.ofEventBridge(detailType, detail.note("reason"), detail.note("deletion-type"));
        Element object = detail.at("object").object();
        Element key = object.at("key");
        EventObject described = new EventObject(
                detail.at("bucket").object().at("name").bucket(),
                EventReading.key(key, key.text("the key of an object"), type),
                object.textOrNull("version-id"),
                object.bytesOrNull("size"),
                EventReading.eTag(object.textOrNull("etag")),
                object.textOrNull("sequencer"));
        EventOrigin origin = new EventOrigin(
                detailType,
                event.note("source"),
                EventSchema.EVENTBRIDGE,
                envelopes,
                event.textOrNull("id"),
                event.time("time"),
                event.note("region"),
                detail.note("requester"),
                detail.note("request-id"));
        return EventReading.event(
                type, described, origin, detail.time("restore-expiry-time"), detail.note("source-storage-class"));
    }
}
