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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/**
 * An answer laid out as bytes.
 *
 * @param early what is sent before {@link Delivery#bodyHeld()} completes; may be empty
 * @param rest what is sent after it
 * @param filler how many bytes that mean nothing follow
 * @param closesConnection whether the connection ends behind the last byte
 */
record ResponseBytes(ByteBuffer early, ByteBuffer rest, long filler, boolean closesConnection) {

    static ResponseBytes of(Response response, RecordedRequest request) {
        boolean bodiless = request.method().equals("HEAD") || response.status() == 204 || response.status() == 304;
        boolean stray = response.delivery().is(Oddity.STRAY_BODY);
        byte[] body = bodiless && !stray ? new byte[0] : response.body().getBytes(StandardCharsets.UTF_8);
        boolean clientCloses =
                request.header("Connection").orElse("").toLowerCase(Locale.ROOT).contains("close");
        boolean closes = clientCloses || response.delivery().truncated();
        return response.delivery().chunked() && !bodiless
                ? chunked(response, body, closes)
                : sized(response, body, bodiless, closes);
    }

    private static ResponseBytes sized(Response response, byte[] body, boolean bodiless, boolean closes) {
        StringBuilder head = head(response, closes);
        long filler = bodiless ? 0 : response.delivery().filler();
        boolean lengthGiven =
                response.headers().stream().anyMatch(line -> line.name().equalsIgnoreCase("Content-Length"));
        boolean lengthLeftOut = response.delivery().is(Oddity.NO_LENGTH) || (bodiless && response.status() != 200);
        if (!lengthGiven && !lengthLeftOut) {
            head.append("Content-Length: ").append(body.length + filler).append("\r\n");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin1(head.append("\r\n")));
        out.writeBytes(kept(body, response.delivery()));
        return new ResponseBytes(ByteBuffer.allocate(0), ByteBuffer.wrap(out.toByteArray()), filler, closes);
    }

    private static ResponseBytes chunked(Response response, byte[] body, boolean closes) {
        Delivery delivery = response.delivery();
        boolean declared = response.body().startsWith(S3Xml.DECLARATION);
        byte[] kept = kept(body, delivery);
        int opening = declared && !delivery.whiteSpaceFirst() ? Math.min(kept.length, S3Xml.DECLARATION.length()) : 0;
        ByteArrayOutputStream early = new ByteArrayOutputStream();
        early.writeBytes(latin1(head(response, closes).append("Transfer-Encoding: chunked\r\n\r\n")));
        chunk(early, Arrays.copyOf(kept, opening));
        for (int i = 0; i < delivery.whiteSpaceChunks(); i++) {
            chunk(early, new byte[] {' '});
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        chunk(rest, Arrays.copyOfRange(kept, opening, kept.length));
        if (!delivery.truncated()) {
            rest.writeBytes(latin1(new StringBuilder("0\r\n\r\n")));
        }
        return new ResponseBytes(ByteBuffer.wrap(early.toByteArray()), ByteBuffer.wrap(rest.toByteArray()), 0, closes);
    }

    private static StringBuilder head(Response response, boolean closes) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(response.status())
                .append(response.status() < 300 ? " OK" : " Other")
                .append("\r\n")
                .append(identity(response.delivery()));
        if (response.headers().stream().noneMatch(line -> line.name().equalsIgnoreCase("Date"))) {
            head.append("Date: ")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)))
                    .append("\r\n");
        }
        for (Line line : response.headers()) {
            head.append(line.name()).append(": ").append(line.value()).append("\r\n");
        }
        return closes ? head.append("Connection: close\r\n") : head;
    }

    /** The headers by which S3 is known, on all of its answers. */
    private static String identity(Delivery delivery) {
        if (delivery.is(Oddity.NOT_S3)) {
            return "Server: proxy\r\n";
        }
        String requestId = delivery.is(Oddity.NO_REQUEST_ID) ? "" : "x-amz-request-id: TX234S0F24A06C7\r\n";
        return "x-amz-id-2: recording-stub\r\n" + requestId + "Server: AmazonS3\r\n";
    }

    private static byte[] kept(byte[] body, Delivery delivery) {
        return delivery.truncated() ? Arrays.copyOf(body, Math.min(body.length, delivery.bodyBytes())) : body;
    }

    private static void chunk(ByteArrayOutputStream out, byte[] data) {
        // A chunk of no bytes would end the body.
        if (data.length > 0) {
            out.writeBytes(latin1(new StringBuilder(Integer.toHexString(data.length)).append("\r\n")));
            out.writeBytes(data);
            out.writeBytes(latin1(new StringBuilder("\r\n")));
        }
    }

    private static byte[] latin1(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
