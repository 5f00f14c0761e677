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
 * Reads a record of Huawei Cloud OBS as of version 3.0, and of clouds built on it. Its version 2 is S3's.
 *
 * @see <a
 *     href="https://docs.sc.otc.t-systems.com/object-storage-service/umn/obs_console_operation_guide/event_notifications/smn-enabled_event_notifications.html">SMN-enabled
 *     event notifications</a>
 */
final class ObsReader {

    private ObsReader() {}

    static ObjectEvent read(Element record, KeyReader keys, List<EventEnvelope> envelopes) {
        String name = record.at("eventName").text("the name of an event");
        EventType type = EventType.ofRecord(name);
        Element obs = record.at("obs").object();
        EventOrigin origin = new EventOrigin(
                name,
                record.note("eventSource"),
                EventSchema.OBS,
                envelopes,
                null,
                record.time("eventTime"),
                record.note("eventRegion"),
                record.at("userIdentity").note("ID"),
                record.at("responseElements").note("x-obs-request-id"));
        Element bucket = obs.at("bucket").at("name");
        return EventReading.event(
                type, EventReading.object(type, bucket, () -> object(obs, keys, type)), origin, null, null);
    }

    private static EventObject object(Element obs, KeyReader keys, EventType type) {
        Element object = obs.at("object").object();
        Element key = object.at("key");
        return new EventObject(
                obs.at("bucket").object().at("name").bucket(),
                EventReading.key(key, keys.read(key, EventSchema.OBS), type),
                object.textOrNull("versionId"),
                object.bytesOrNull("size"),
                EventReading.eTag(object.textOrNull("eTag")),
                object.textOrNull("sequencer"));
    }
}
