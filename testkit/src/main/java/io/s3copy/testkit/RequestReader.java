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
package io.s3copy.testkit;

import io.s3copy.testkit.RecordedHeaders.Line;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns the bytes of one connection into requests. Written by hand because the JDK's HTTP server capitalises header
 * names and answers paths that begin with two slashes itself. Not thread-safe.
 */
final class RequestReader {

    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] END_OF_LINE = ascii("\r\n");

    private byte[] unread = new byte[0];
    private boolean continueSent;

    void append(ByteBuffer bytes) {
        int before = unread.length;
        unread = Arrays.copyOf(unread, before + bytes.remaining());
        bytes.get(unread, before, unread.length - before);
    }

    /** The next whole request, if its last byte has arrived. */
    Optional<RecordedRequest> next() {
        int endOfHead = indexOf(END_OF_HEAD, 0);
        if (endOfHead < 0) {
            return Optional.empty();
        }
        List<String> lines = head(endOfHead);
        RecordedHeaders headers = headers(lines);
        int bodyStart = endOfHead + END_OF_HEAD.length;
        boolean chunked = headers.first("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked");
        Optional<Body> body = chunked ? chunkedBody(bodyStart) : sizedBody(bodyStart, headers);
        return body.map(whole -> {
            unread = Arrays.copyOfRange(unread, whole.end(), unread.length);
            continueSent = false;
            String[] requestLine = lines.get(0).split(" ", 3);
            return new RecordedRequest(requestLine[0], requestLine[1], headers, whole.bytes());
        });
    }

    /** True once for each request whose client waits for "100 Continue" before it sends the body. */
    boolean wantsContinue() {
        int endOfHead = indexOf(END_OF_HEAD, 0);
        if (continueSent || endOfHead < 0 || !headers(head(endOfHead)).contains("Expect")) {
            return false;
        }
        continueSent = true;
        return true;
    }

    private List<String> head(int endOfHead) {
        return List.of(new String(unread, 0, endOfHead, StandardCharsets.ISO_8859_1).split("\r\n", -1));
    }

    private static RecordedHeaders headers(List<String> head) {
        return new RecordedHeaders(head.stream()
                .skip(1)
                .map(line -> line.split(":", 2))
                .map(pair -> new Line(pair[0], pair[1].strip()))
                .toList());
    }

    private Optional<Body> sizedBody(int start, RecordedHeaders headers) {
        int length = headers.first("Content-Length").map(Integer::parseInt).orElse(0);
        return unread.length < start + length
                ? Optional.empty()
                : Optional.of(new Body(Arrays.copyOfRange(unread, start, start + length), start + length));
    }

    private Optional<Body> chunkedBody(int start) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int at = start; ; ) {
            int endOfSize = indexOf(END_OF_LINE, at);
            if (endOfSize < 0) {
                return Optional.empty();
            }
            String size = new String(unread, at, endOfSize - at, StandardCharsets.US_ASCII).split(";", 2)[0];
            int length = Integer.parseInt(size.strip(), 16);
            int data = endOfSize + END_OF_LINE.length;
            int end = data + length + END_OF_LINE.length;
            if (unread.length < end) {
                return Optional.empty();
            }
            if (length == 0) {
                return Optional.of(new Body(body.toByteArray(), end));
            }
            body.write(unread, data, length);
            at = end;
        }
    }

    private int indexOf(byte[] wanted, int from) {
        for (int at = from; at <= unread.length - wanted.length; at++) {
            if (Arrays.equals(unread, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The body of a request, and where in the unread bytes the next request begins. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call and is never compared
    private record Body(byte[] bytes, int end) {}
}
