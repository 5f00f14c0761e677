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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads notifications about objects, whoever sent them: S3's {@code Records} (plain, as the body of an SQS message, in an
 * SNS notification or raw), also of MinIO, Ceph and other servers; Amazon EventBridge; Cloudflare R2, Alibaba Cloud OSS,
 * Tencent Cloud COS, Huawei Cloud OBS, Google Cloud Storage and Backblaze B2; each of them in the envelopes of {@link
 * EventEnvelope}; arrays of any, and lines of JSON. Unknown members are ignored, and so is {@code s3:TestEvent}, but for
 * being counted.
 *
 * <p>A body is read as a whole: if one of its records cannot be read, none is given. Records of a type that means nothing
 * to a copy are no reason to refuse the others. Whatever a body holds, the outcome is events or an {@link
 * EventFormatException}, in time and memory that are linear in its length: documents are at most 64 levels deep, and at
 * most 8 envelopes are taken off. An SNS request to confirm a subscription is such an error, too: it is not an event, and
 * somebody has to confirm.
 *
 * <p>Safe for use by many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">Amazon S3 Event
 *     Notifications</a>
 */
public final class EventDecoder {

    /** As HTTP, Kafka, and AMQP or JMS name the attribute that every binary CloudEvent has. */
    private static final Set<String> VERSION_HEADERS =
            Set.of("ce-specversion", "ce_specversion", "cloudevents:specversion", "cloudevents_specversion");

    private final DecoderOptions options;

    public EventDecoder(DecoderOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * Reads a body without headers.
     *
     * @throws EventFormatException when it is no notification about objects
     */
    public Decoded decode(@Nullable String body) {
        return decode(body, Map.of());
    }

    /**
     * Reads the bytes of a body, which are UTF-8.
     *
     * @param headers as of {@link #decode(String, Map)}
     * @throws EventFormatException when it is no notification about objects
     */
    public Decoded decode(byte @Nullable [] body, Map<String, String> headers) {
        if (body == null) {
            throw nothing();
        }
        checkLength(body.length);
        return decode(Json.text(body, ""), headers);
    }

    /**
     * Reads a body.
     *
     * @param headers of the message, of which only one counts, in upper or lower case: the version of a binary CloudEvent
     *     ({@code ce-specversion} of HTTP, {@code ce_specversion} of Kafka, {@code cloudEvents:specversion} of AMQP).
     *     They never say what happened to which object.
     * @throws EventFormatException when it is no notification about objects
     */
    public Decoded decode(@Nullable String body, Map<String, String> headers) {
        if (body == null) {
            throw nothing();
        }
        checkLength(body.length());
        boolean binary = isBinaryCloudEvent(headers);
        EventFormat format = options.format();
        BodyReader reader = new BodyReader(options.keys());
        if (binary && (format == EventFormat.CLOUD_EVENTS || format == EventFormat.AUTO)) {
            reader.read(body, EventFormat.AUTO, List.of(EventEnvelope.CLOUD_EVENTS));
        } else {
            reader.read(body, format, List.of());
        }
        return reader.decoded();
    }

    private static EventFormatException nothing() {
        return new EventFormatException("", "JSON", "nothing");
    }

    private void checkLength(int length) {
        if (length == 0) {
            throw nothing();
        } else if (length > options.maxBody()) {
            throw new EventFormatException(
                    "", "a body of at most " + options.maxBody() + " bytes", length + " of them");
        }
    }

    /** Headers of another version are no reason to refuse a body that can be read. */
    private static boolean isBinaryCloudEvent(Map<String, String> headers) {
        return headers.entrySet().stream()
                .anyMatch(header -> header.getKey() != null
                        && header.getValue() != null
                        && VERSION_HEADERS.contains(header.getKey().toLowerCase(Locale.ROOT))
                        && EnvelopeReader.CLOUD_EVENTS_VERSION
                                .matcher(header.getValue().strip())
                                .matches());
    }
}
