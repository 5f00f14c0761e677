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
import java.util.ArrayList;
import java.util.List;

/** Reads one body: takes off the envelopes and hands what is in them to the reader of its shape. */
final class BodyReader {

    private final EnvelopeReader envelopes = new EnvelopeReader(this);
    private final KeyReader keys;
    private final RecordReader records;
    private final List<ObjectEvent> events = new ArrayList<>();
    private int testEvents;

    BodyReader(KeyEncoding encoding) {
        this.keys = new KeyReader(encoding);
        this.records = new RecordReader(keys);
    }

    Decoded decoded() {
        return new Decoded(events, testEvents);
    }

    void read(String body, EventFormat format, List<EventEnvelope> around) {
        document(body, "", new Within(format, around));
    }

    /** A text that holds a document, or several; or what can stand for one. */
    void document(String text, String where, Within within) {
        if (within.format() == EventFormat.AUTO || within.format() == EventFormat.SNS) {
            String published = DocumentText.published(text);
            if (published != null) {
                document(published, where + "#", within.envelope(EventEnvelope.SNS, where));
                return;
            }
        }
        byte[] bytes = within.format() == EventFormat.AUTO ? DocumentText.ofBase64(text) : null;
        if (bytes != null) {
            document(Json.text(bytes, where), where + "#", within.envelope(EventEnvelope.BASE64, where));
            return;
        }
        List<JsonNode> documents = Json.parse(text, where);
        for (int i = 0; i < documents.size(); i++) {
            value(new Element(documents.get(i), documents.size() == 1 ? where : where + "/" + i), within);
        }
    }

    /** A message, an array of them, or a text that holds either. */
    void value(Element value, Within within) {
        if (value.node().isArray()) {
            value.elements().forEach(one -> one(one, within));
        } else if (within.format() == EventFormat.AUTO) {
            one(value, within);
        } else {
            message(value, within);
        }
    }

    private void one(Element one, Within within) {
        if (one.node().isTextual()) {
            document(one.node().textValue(), one.where() + "#", within.envelope(EventEnvelope.JSON_TEXT, one.where()));
        } else {
            message(one, within);
        }
    }

    void message(Element message, Within within) {
        Shape shape = Shape.of(message, within.format());
        switch (shape) {
            case TEST_EVENT -> testEvents++;
            case RECORDS -> message.at("Records").array().elements().forEach(one -> oneOfRecords(one, within));
            case EVENTS -> message.at("events").elements().forEach(one -> message(one, within));
            case SQS_MESSAGES -> message.at("Messages").elements().forEach(one -> message(one, within));
            case RECORD -> record(message, within);
            case EVENTBRIDGE_EVENT -> events.add(EventBridgeReader.read(message, within.envelopes()));
            case OBS_RECORD -> events.add(ObsReader.read(message, keys, within.envelopes()));
            case OSS_EVENT -> events.add(OssReader.read(message, keys, within.envelopes()));
            case COS_RECORD -> events.add(CosReader.read(message, within.envelopes()));
            case R2_EVENT -> events.add(R2Reader.read(message, within.envelopes()));
            case B2_EVENT -> b2(message, within);
            default -> envelopes.open(shape, message, within);
        }
    }

    /** Functions get messages of queues and topics in Records, too, and two clouds have records of their own. */
    private void oneOfRecords(Element one, Within within) {
        if (within.format() != EventFormat.AUTO || one.has("s3") || !Shape.isOfOthers(one)) {
            record(one.object(), within);
        } else {
            message(one, within);
        }
    }

    private void record(Element record, Within within) {
        if (EventType.isTest(record.note("eventName"))) {
            testEvents++;
        } else {
            events.add(records.read(record, within.format().schema(), within.envelopes()));
        }
    }

    private void b2(Element event, Within within) {
        if (EventType.isTest(event.note("eventType"))) {
            testEvents++;
        } else {
            events.add(B2Reader.read(event, within.envelopes()));
        }
    }

    void add(ObjectEvent event) {
        events.add(event);
    }
}
