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
    EVENTBRIDGE_EVENT(Set.of(EventFormat.EVENTBRIDGE), message -> message.hasText("detail-type")),
    RECORDS(Formats.RECORDS, message -> message.has("Records")),
    TEST_EVENT(Formats.RECORDS, message -> message.says("Event", "s3:TestEvent")),
    /** A record on its own, as CloudEvents and pipes carry it. */
    RECORD(Formats.RECORDS, message -> message.has("s3")),
    /** A message of SQS with its attributes, as pipes and functions get it. */
    SQS_MESSAGE(Set.of(), message -> message.says("eventSource", "aws:sqs")),
    /** A notification of SNS as functions get it. */
    SNS_RECORD(Set.of(), message -> message.says("EventSource", "aws:sns"));

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
                .orElseThrow(() -> message.expected(wanted(format)));
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
