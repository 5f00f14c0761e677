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

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one body: takes off the envelopes and hands what is in them to the reader of its shape. */
final class BodyReader {

    /** S3 in SNS in SQS in CloudEvents is three. */
    private static final int MAX_ENVELOPES = 4;

    /** Of CloudEvents. Earlier drafts have other names for their members. */
    static final Pattern CLOUD_EVENTS_VERSION = Pattern.compile("1(\\.[0-9]{1,9}){0,2}");

    private final RecordReader records;
    private final List<ObjectEvent> events = new ArrayList<>();
    private int testEvents;

    BodyReader(KeyEncoding keys) {
        this.records = new RecordReader(keys);
    }

    Decoded decoded() {
        return new Decoded(events, testEvents);
    }

    /** What is around a value, and what it may be. */
    private record Within(EventFormat format, List<EventEnvelope> envelopes) {

        /** What is inside of an envelope is recognised, whatever the body was taken for. */
        Within envelope(EventEnvelope envelope, Element where) {
            if (envelopes.size() >= MAX_ENVELOPES) {
                throw new EventFormatException(
                        where.where(), "at most " + MAX_ENVELOPES + " envelopes around an event", "one more");
            }
            List<EventEnvelope> more = new ArrayList<>(envelopes);
            more.add(envelope);
            return new Within(EventFormat.AUTO, List.copyOf(more));
        }
    }

    void read(String body, EventFormat format, List<EventEnvelope> envelopes) {
        value(new Element(Json.parse(body, ""), ""), new Within(format, envelopes));
    }

    private void value(Element value, Within within) {
        if (!value.node().isArray()) {
            message(value, within);
            return;
        }
        for (Element one : value.elements()) {
            if (one.node().isTextual()) {
                document(one, one.node().textValue(), within.envelope(EventEnvelope.JSON_TEXT, one));
            } else {
                message(one, within);
            }
        }
    }

    private void message(Element message, Within within) {
        switch (Shape.of(message, within.format())) {
            case CLOUD_EVENT -> cloudEvent(message, within);
            case SNS_NOTIFICATION -> sns(message, within);
            case SNS_RECORD -> sns(message.at("Sns").object(), within);
            case SQS_MESSAGE ->
                document(
                        message.at("body"),
                        message.at("body").text("the body of a message"),
                        within.envelope(EventEnvelope.SQS, message));
            case EVENTBRIDGE_EVENT -> events.add(EventBridgeReader.read(message, within.envelopes()));
            case TEST_EVENT -> testEvents++;
            case RECORD -> record(message, within);
            case RECORDS -> message.at("Records").array().elements().forEach(one -> oneOfRecords(one, within));
        }
    }

    /** Functions get messages of queues and topics in Records, too. */
    private void oneOfRecords(Element one, Within within) {
        boolean queued = one.says("eventSource", "aws:sqs") || one.says("EventSource", "aws:sns");
        if (queued && within.format() == EventFormat.AUTO) {
            message(one, within);
        } else {
            record(one.object(), within);
        }
    }

    private void record(Element record, Within within) {
        events.add(records.read(record, within.format().schema(), within.envelopes()));
    }

    /** A text that holds a document of its own. */
    private void document(Element where, String text, Within within) {
        String start = where.where() + "#";
        value(new Element(Json.parse(text, start), start), within);
    }

    /**
     * Takes off SNS.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Amazon SNS message
     *     formats</a>
     */
    private void sns(Element notification, Within within) {
        Element type = notification.at("Type");
        if (notification.says("Type", "SubscriptionConfirmation")) {
            // its SubscribeURL is not fetched: anybody could make us call any address
            throw new EventFormatException(
                    type.where(),
                    "a notification of SNS",
                    "a request to confirm a subscription: confirm it in SNS by its owner");
        } else if (!notification.says("Type", "Notification")) {
            throw type.expected("a notification of SNS");
        }
        Element message = notification.at("Message");
        document(message, message.text("the message of a notification"), within.envelope(EventEnvelope.SNS, type));
    }

    /**
     * Takes off structured CloudEvents.
     *
     * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON event format
     *     for CloudEvents</a>
     */
    private void cloudEvent(Element event, Within within) {
        Element version = event.at("specversion");
        if (!CLOUD_EVENTS_VERSION.matcher(version.node().asText()).matches()) {
            throw version.expected("version 1.x of CloudEvents");
        }
        Within inside = within.envelope(EventEnvelope.CLOUD_EVENTS, event);
        Element base64 = event.at("data_base64");
        Element data = event.at("data");
        if (!base64.node().isMissingNode()) {
            document(base64, Json.text(bytes(base64), base64.where()), inside);
        } else if (data.node().isTextual()) {
            document(data, data.node().textValue(), inside);
        } else {
            value(data, inside);
        }
    }

    private static byte[] bytes(Element base64) {
        try {
            return Base64.getDecoder().decode(base64.text("base64"));
        } catch (IllegalArgumentException e) {
            throw base64.expected("base64");
        }
    }
}
