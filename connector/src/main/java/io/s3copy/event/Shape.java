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

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The shapes of a message, told apart by the members that no other shape has. The first that fits is taken. */
enum Shape {
    CLOUD_EVENT(Set.of(EventFormat.CLOUD_EVENTS), message -> message.hasText("specversion")),
    SNS_NOTIFICATION(
            Set.of(EventFormat.SNS),
            message -> message.hasText("Type") && (message.has("Message") || message.has("TopicArn"))),
    /** What a client sends to SNS, and StorageGRID to anybody. */
    SNS_PUBLISH(Set.of(EventFormat.SNS), message -> message.says("Action", "Publish") && message.has("Message")),
    EVENTBRIDGE_EVENT(Set.of(EventFormat.EVENTBRIDGE), message -> message.hasText("detail-type")),
    RECORDS(Formats.RECORDS, message -> message.has("Records")),
    TEST_EVENT(
            Formats.RECORDS,
            message -> EventType.isTest(message.note("Event")) || EventType.isTest(message.note("eventName"))),
    /** A record on its own, as CloudEvents and pipes carry it. */
    RECORD(Formats.RECORDS, message -> message.has("s3")),
    OBS_RECORD(Set.of(), message -> message.hasObject("obs") && message.hasText("eventName")),
    COS_RECORD(Set.of(), message -> message.hasObject("cos") && message.has("event")),
    OSS_EVENT(Set.of(), message -> message.hasObject("oss") && message.hasText("eventName")),
    R2_EVENT(Set.of(), message -> message.hasText("action") && message.has("bucket") && message.hasObject("object")),
    B2_EVENT(Set.of(), message -> message.begins("eventType", B2Reader.TYPES)),
    /** A list of OSS's events, or of B2's. */
    EVENTS(Set.of(), message -> message.hasArray("events")),
    /** A message of SQS with its attributes, as pipes and functions get it, or as its API gives it. */
    SQS_MESSAGE(
            Set.of(),
            message -> message.says("eventSource", "aws:sqs")
                    || (message.hasText("body") && message.hasText("receiptHandle"))
                    || (message.hasText("Body") && (message.hasText("ReceiptHandle") || message.hasText("MessageId")))),
    /** What SQS answers to a request for messages. */
    SQS_MESSAGES(Set.of(), message -> message.hasArray("Messages")),
    /** A notification of SNS as functions get it. */
    SNS_RECORD(Set.of(), message -> message.says("EventSource", "aws:sns")),
    SMN_NOTIFICATION(Set.of(), message -> message.hasText("topic_urn") && message.hasText("message")),
    MNS_NOTIFICATION(Set.of(), message -> message.hasText("TopicOwner") && message.hasText("Message")),
    KAFKA_CONNECT(Set.of(), message -> message.has("schema") && message.has("payload")),
    /** A message of Pub/Sub, as it is pushed or pulled. */
    PUB_SUB_ENVELOPE(Set.of(), message -> message.hasObject("message") && isPubSub(message.at("message"))),
    PUB_SUB_MESSAGE(Set.of(), Shape::isPubSub);

    private static final class Formats {
        static final Set<EventFormat> RECORDS = Set.of(EventFormat.S3, EventFormat.MINIO, EventFormat.CEPH);
    }

    private final Set<EventFormat> formats;
    private final Predicate<Element> fits;

    Shape(Set<EventFormat> formats, Predicate<Element> fits) {
        this.formats = formats;
        this.fits = fits;
    }

    /** The shape of an object, within what a format allows. */
    static Shape of(Element message, EventFormat format) {
        return Stream.of(values())
                .filter(shape -> format == EventFormat.AUTO || shape.formats.contains(format))
                .filter(shape -> shape.fits.test(message))
                .findFirst()
                .orElseThrow(() -> unknown(message, format));
    }

    /** Whether what stands in {@code Records} is none of S3's: a message of a queue or a topic, or another cloud's. */
    static boolean isOfOthers(Element record) {
        return Stream.of(SQS_MESSAGE, SNS_RECORD, OBS_RECORD, COS_RECORD).anyMatch(shape -> shape.fits.test(record));
    }

    private static boolean isPubSub(Element message) {
        return (message.hasText("data") && (message.hasText("messageId") || message.hasText("publishTime")))
                || GcsReader.wrote(message);
    }

    private static EventFormatException unknown(Element message, EventFormat format) {
        if (GcsReader.isBareObject(message)) {
            throw new EventFormatException(
                    message.where(),
                    // short, as a place in the body may be long
                    "a CloudEvent in structured mode or a message of Pub/Sub",
                    "an object of Cloud Storage alone: headers are not read");
        }
        return Stranger.of(message)
                .map(stranger -> new EventFormatException(
                        message.where(), wanted(format), "an event of " + stranger + ", which is not read"))
                .orElseGet(() -> message.expected(wanted(format)));
    }

    private static String wanted(EventFormat format) {
        return switch (format) {
            case AUTO -> "one of Records, detail-type, Type with Message, specversion, s3 in an object";
            case S3, MINIO, CEPH -> "Records, or s3:TestEvent,";
            case SNS -> "Type and Message of an SNS notification";
            case EVENTBRIDGE -> "detail-type and detail of an EventBridge event";
            case CLOUD_EVENTS -> "specversion of a CloudEvent, or a ce-specversion header,";
        };
    }
}
