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
package io.s3copy.camel.route;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Reads the body of a request of {@code platform-http}, whatever its content type says, and never more than a bound of
 * it. Where the endpoint has {@code useBodyHandler=false}, on Vert.x, nothing of the body is read before: a route can look
 * at the secret first.
 */
public final class RequestBody {

    /** The largest notification, of any sender, is 256 KiB. */
    private static final int DEFAULT_MAX_BYTES = 1 << 20;
    /** A body is held in memory. */
    static final int MOST_BYTES = 1 << 30;

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);

    /** Charsets that need no conversion. */
    private static final Set<Charset> SELF_EVIDENT = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII);

    private int maxBytes = DEFAULT_MAX_BYTES;
    private Duration within = Duration.ofSeconds(10);

    /** Sets how many bytes a body may have, compressed or not, up to 1 GiB; by default 1 MiB. */
    public void setMaxBytes(long maxBytes) {
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("A body of " + maxBytes
                    + " bytes at most (max-body of the route, maxBody" + " of the Kamelet): write a number from 1 to "
                    + MOST_BYTES + ", as bodies are held in memory");
        }
        this.maxBytes = (int) maxBytes;
    }

    /** Sets within which time a body must have come, in ms; by default 10 s. */
    public void setWithin(Duration within) {
        if (within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException("A body within " + within + ": write a time of more than nothing");
        }
        this.within = within;
    }

    /**
     * Replaces the body of the message by its bytes, in UTF-8.
     *
     * @throws RefusedRequestException 413 when it is too long, 415 when it is encoded in a way that is not known, 408
     *     when it does not come, 400 when it breaks off, 503 when something else took it before, or when the time of
     *     the request was over before
     */
    public void read(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] body = bytes(message, left(exchange));
        body = inflated(body, message.getHeader(Exchange.CONTENT_ENCODING, String.class));
        message.setBody(utf8(body, message.getHeader(Exchange.CONTENT_TYPE, String.class)));
    }

    private Duration left(Exchange exchange) {
        Duration left = AnswerDeadline.left(exchange, within);
        return left.compareTo(within) > 0 ? within : left;
    }

    /** Leaves the body of a sender that may not send any, and discards it once the answer is sent. */
    public void discard(Exchange exchange) {
        leave(exchange);
    }

    static void leave(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        exchange.getMessage().setBody(null);
        if (VertxBody.isOne(body)) {
            VertxBody.discard(body);
        }
    }

    private byte[] bytes(Message message, Duration within) {
        Object body = message.getBody();
        if (VertxBody.isOne(body)) {
            return VertxBody.read(body, maxBytes, within);
        } else if (body == null) {
            return new byte[0];
        } else if (body instanceof byte[] || body instanceof String) {
            return bounded(message.getBody(byte[].class));
        }
        // of another server than Vert.x
        InputStream stream = message.getBody(InputStream.class);
        if (stream == null) {
            throw new RefusedRequestException(415, "the server took the body for a form: send application/json");
        }
        try {
            return bounded(stream.readNBytes(maxBytes + 1));
        } catch (IOException e) {
            throw new RefusedRequestException(400, "the body broke off: " + e.getMessage());
        }
    }

    private byte[] bounded(byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw tooLong(maxBytes);
        }
        return bytes;
    }

    /** If the request's time was over before its body was waited for, the sender is not at fault. */
    static RefusedRequestException late(Duration within) {
        return within.isZero()
                ? new RefusedRequestException(503, "the time of the request was over before its body was read")
                : new RefusedRequestException(408, "the body did not come within " + within);
    }

    static RefusedRequestException tooLong(int maxBytes) {
        return new RefusedRequestException(413, "a body of more than " + maxBytes + " bytes");
    }

    private byte[] inflated(byte[] body, String encoding) {
        String name = Objects.requireNonNullElse(encoding, "").strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("identity")) {
            return body;
        } else if (!name.equals("gzip") && !name.equals("x-gzip")) {
            throw new RefusedRequestException(415, "a body whose Content-Encoding is neither gzip nor identity");
        }
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return bounded(stream.readNBytes(maxBytes + 1));
        } catch (IOException e) {
            throw new RefusedRequestException(400, "a body that is not gzip, as its Content-Encoding says");
        }
    }

    private static byte[] utf8(byte[] body, String contentType) {
        Matcher named = CHARSET.matcher(Objects.requireNonNullElse(contentType, ""));
        if (!named.find()) {
            return body;
        }
        Charset charset;
        try {
            charset = Charset.forName(named.group(1));
        } catch (IllegalArgumentException e) {
            throw new RefusedRequestException(415, "a body in a charset that is not known");
        }
        return SELF_EVIDENT.contains(charset) ? body : new String(body, charset).getBytes(StandardCharsets.UTF_8);
    }
}
