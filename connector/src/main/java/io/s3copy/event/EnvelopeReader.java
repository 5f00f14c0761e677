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
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Takes one envelope off, and hands what is in it to the reader of bodies. */
final class EnvelopeReader {

    /** Of CloudEvents. Earlier drafts have other names for their members. */
    static final Pattern CLOUD_EVENTS_VERSION = Pattern.compile("1(\\.[0-9]{1,9}){0,2}");

    private final BodyReader body;

    EnvelopeReader(BodyReader body) {
        this.body = body;
    }

    void open(Shape shape, Element message, Within within) {
        switch (shape) {
            case CLOUD_EVENT -> cloudEvent(message, within);
            case SNS_NOTIFICATION -> notification(message, "Type", "Message", within, EventEnvelope.SNS);
            case SNS_RECORD -> notification(message.at("Sns").object(), "Type", "Message", within, EventEnvelope.SNS);
            case SNS_PUBLISH -> content(message.at("Message"), within.envelope(EventEnvelope.SNS, message.where()));
            case SMN_NOTIFICATION -> notification(message, "type", "message", within, EventEnvelope.SMN);
            case MNS_NOTIFICATION ->
                content(message.at("Message"), within.envelope(EventEnvelope.MNS, message.where()));
            case SQS_MESSAGE -> {
                Element text = message.at(message.has("Body") ? "Body" : "body");
                text.text("the body of a message");
                content(text, within.envelope(EventEnvelope.SQS, message.where()));
            }
            case KAFKA_CONNECT ->
                content(message.at("payload"), within.envelope(EventEnvelope.KAFKA_CONNECT, message.where()));
            case PUB_SUB_ENVELOPE -> pubSub(message.at("message"), within);
            case PUB_SUB_MESSAGE -> pubSub(message, within);
            default -> throw new IllegalArgumentException("no envelope: " + shape);
        }
    }

    /** A message, or a text that holds a document of its own. */
    private void content(Element content, Within within) {
        if (content.node().isTextual()) {
            body.document(content.node().textValue(), content.where() + "#", within);
        } else {
            body.value(content, within);
        }
    }

    /**
     * Takes off SNS, or what is like it.
     *
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html">Amazon SNS message
     *     formats</a>
     */
    private void notification(
            Element notification, String type, String message, Within within, EventEnvelope envelope) {
        if (notification.says(type, "SubscriptionConfirmation")) {
            // its SubscribeURL is not fetched: anybody could make us call any address
            throw new EventFormatException(
                    notification.at(type).where(),
                    "a notification of " + envelope,
                    "a request to confirm a subscription: confirm it in " + envelope + " by its owner");
        } else if (!notification.says(type, "Notification")) {
            throw notification.at(type).expected("a notification of " + envelope);
        }
        Element text = notification.at(message);
        text.text("the message of a notification");
        content(text, within.envelope(envelope, notification.at(type).where()));
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
        Within inside = within.envelope(EventEnvelope.CLOUD_EVENTS, event.where());
        Element base64 = event.at("data_base64");
        if (event.begins("type", GcsReader.CLOUD_EVENTS)) {
            Element data = base64.node().isMissingNode()
                    ? resource(event.at("data"))
                    : resource(new Element(TextNode.valueOf(decoded(base64)), base64.where()));
            body.add(GcsReader.ofCloudEvent(event, data, inside.envelopes()));
        } else if (base64.node().isMissingNode()) {
            content(event.at("data"), inside);
        } else {
            body.document(decoded(base64), base64.where() + "#", inside);
        }
    }

    /**
     * Takes off Pub/Sub. What Cloud Storage sends says in its attributes what happened.
     *
     * @see <a href="https://cloud.google.com/pubsub/docs/push#receive_push">Push subscriptions</a>
     */
    private void pubSub(Element message, Within within) {
        Within inside = within.envelope(EventEnvelope.PUB_SUB, message.where());
        Element data = message.at("data");
        if (!GcsReader.wrote(message)) {
            body.document(decoded(data), data.where() + "#", inside);
            return;
        }
        boolean described = message.at("attributes").says("payloadFormat", "JSON_API_V1")
                && data.node().isTextual();
        Element resource = described ? resource(new Element(TextNode.valueOf(decoded(data)), data.where())) : null;
        body.add(GcsReader.ofMessage(message, resource, inside.envelopes()));
    }

    /** An object of Cloud Storage, or a text that holds one. */
    private static Element resource(Element given) {
        if (!given.node().isTextual()) {
            return given.object();
        }
        String start = given.where() + "#";
        List<JsonNode> documents = Json.parse(given.node().textValue(), start);
        if (documents.size() != 1) {
            throw new EventFormatException(start, "one object", "several");
        }
        return new Element(documents.get(0), start).object();
    }

    private static String decoded(Element base64) {
        try {
            return Json.text(Base64.getDecoder().decode(base64.text("base64")), base64.where());
        } catch (IllegalArgumentException e) {
            throw base64.expected("base64");
        }
    }
}
