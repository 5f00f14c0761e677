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

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message body is taken for. All but {@link #AUTO} refuse every other shape. It is about the body itself: what is
 * inside an envelope is recognised by its content.
 */
public enum EventFormat {
    /** Recognised by its content. */
    AUTO("auto"),
    /** S3's {@code Records}, whatever server they name: also SNS with raw delivery. */
    S3("s3"),
    /** An SNS notification. */
    SNS("sns"),
    /** An event of Amazon EventBridge. */
    EVENTBRIDGE("eventbridge"),
    /** MinIO's records. */
    MINIO("minio"),
    /** Ceph's records. */
    CEPH("ceph"),
    /** CloudEvents 1.x, structured, as a batch, or binary. */
    CLOUD_EVENTS("cloudEvents");

    private final String text;

    EventFormat(String text) {
        this.text = text;
    }

    /**
     * Reads the option's value, in upper or lower case.
     *
     * @throws IllegalArgumentException when there is no such format
     */
    public static EventFormat of(String text) {
        return Stream.of(values())
                .filter(format -> format.text.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Excerpt.quoted(text) + " is no format of events. Use "
                        + Stream.of(values()).map(EventFormat::toString).collect(Collectors.joining(", "))));
    }

    /** Whether records stand at the top of this format; null for what is recognised by each record's source. */
    @Nullable
    EventSchema schema() {
        return switch (this) {
            case S3 -> EventSchema.S3_RECORDS;
            case MINIO -> EventSchema.MINIO;
            case CEPH -> EventSchema.CEPH;
            case EVENTBRIDGE -> EventSchema.EVENTBRIDGE;
            case AUTO, SNS, CLOUD_EVENTS -> null;
        };
    }

    /** As the option says it. */
    @Override
    public String toString() {
        return text;
    }
}
