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
package io.s3copy.camel.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.event.Decoded;
import io.s3copy.event.DecoderOptions;
import io.s3copy.event.EventDecoder;
import io.s3copy.event.EventFormatException;
import io.s3copy.event.ObjectEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/** Reads the body of a message, and leaves it unchanged or at least readable. */
final class Notification {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** In bytes. Not more is read of a stream. */
    private static final int MAX_BODY = DecoderOptions.DEFAULT.maxBody();

    private Notification() {}

    /**
     * The events in a message's body.
     *
     * @throws PoisonEventException when it is not a notification
     */
    static Decoded read(Message message, EventDecoder decoder) {
        unwrap(message);
        Object body = message.getBody();
        if (body instanceof Decoded decoded) {
            return decoded;
        } else if (body instanceof ObjectEvent event) {
            return new Decoded(List.of(event), 0);
        } else if (body instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(ObjectEvent.class::isInstance)) {
            return new Decoded(list.stream().map(ObjectEvent.class::cast).toList(), 0);
        }
        try {
            Map<String, String> headers = versionsOfCloudEvents(message);
            return body instanceof String text
                    ? decoder.decode(text, headers)
                    : decoder.decode(bytes(message, body), headers);
        } catch (EventFormatException e) {
            throw new PoisonEventException(e);
        }
    }

    /** Batches of Camel's consumers are lists of exchanges: the body of a part is in its own message. */
    private static void unwrap(Message message) {
        if (message.getBody() instanceof Exchange part) {
            message.setBody(part.getMessage().getBody());
        } else if (message.getBody() instanceof Message part) {
            message.setBody(part.getBody());
        }
    }

    private static byte @Nullable [] bytes(Message message, @Nullable Object body) {
        if (body == null || body instanceof byte[]) {
            return (byte[]) body;
        } else if (body instanceof Map || body instanceof List || body instanceof JsonNode) {
            return json(body);
        } else if (body instanceof StreamCache cache) {
            refuseLonger(cache.length());
            byte[] bytes = converted(message, body);
            cache.reset();
            return bytes;
        } else if (body instanceof InputStream stream) {
            return read(stream, message);
        }
        byte[] bytes = converted(message, body);
        if (body instanceof Reader) {
            // read to its end: the steps after us find its content here
            message.setBody(bytes);
        }
        return bytes;
    }

    /** Reads as much as a notification may have, and leaves a body that begins at the start. */
    private static byte[] read(InputStream stream, Message message) {
        try {
            byte[] bytes = stream.readNBytes(MAX_BODY + 1);
            InputStream again = new ByteArrayInputStream(bytes);
            message.setBody(bytes.length > MAX_BODY ? new SequenceInputStream(again, stream) : bytes);
            refuseLonger(bytes.length);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the body could not be read", e);
        }
    }

    private static void refuseLonger(long length) {
        if (length > MAX_BODY) {
            throw new PoisonEventException("a body of at most " + MAX_BODY + " bytes", "more");
        }
    }

    private static byte[] converted(Message message, Object body) {
        try {
            byte[] bytes = message.getBody(byte[].class);
            if (bytes != null) {
                return bytes;
            }
        } catch (RuntimeCamelException e) { // its message shows the body
            throw notText(body);
        }
        throw notText(body);
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw notText(body);
        }
    }

    private static PoisonEventException notText(Object body) {
        return new PoisonEventException("a body of text", "a " + body.getClass().getName());
    }

    private static Map<String, String> versionsOfCloudEvents(Message message) {
        Map<String, String> versions = new HashMap<>();
        if (message.hasHeaders()) {
            for (String name : message.getHeaders().keySet()) {
                if (name.toLowerCase(Locale.ROOT).endsWith("specversion")) {
                    versions.put(name, message.getHeader(name, String.class));
                }
            }
        }
        return versions;
    }
}
