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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An answer of {@link RecordingS3}. The static factories give what S3 answers; the {@code with…}, {@code held…} and
 * similar methods return a changed copy.
 *
 * <p>ETags are given and sent as written: with their double quotes where the test means S3, without where it means
 * Ceph.
 */
public record Response(int status, List<Line> headers, String body, Delivery delivery) {

    public Response {
        headers = List.copyOf(headers);
    }

    /** A status with headers of S3's and no body. */
    public static Response empty(int status) {
        return new Response(status, List.of(), "", Delivery.WHOLE_AT_ONCE);
    }

    /** A status and a body, which is declared as XML and sent as UTF-8. */
    public static Response xml(int status, String body) {
        return new Response(status, List.of(new Line("Content-Type", "application/xml")), body, Delivery.WHOLE_AT_ONCE);
    }

    /**
     * A copy made.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
     */
    public static Response copyObjectResult(String etag) {
        return xml(200, S3Xml.copyObjectResult(etag));
    }

    /**
     * A part copied.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
     */
    public static Response copyPartResult(String etag) {
        return xml(200, S3Xml.copyPartResult(etag));
    }

    public static Response createMultipartUploadResult(String bucket, String key, String uploadId) {
        return xml(200, S3Xml.initiateMultipartUploadResult(bucket, key, uploadId));
    }

    public static Response completeMultipartUploadResult(String bucket, String key, String etag) {
        return xml(200, S3Xml.completeMultipartUploadResult(bucket, key, etag));
    }

    /** The only page of a part list; {@code parts} maps part numbers to ETags. Every part is 5 MiB. */
    public static Response listPartsResult(
            String bucket, String key, String uploadId, SortedMap<Integer, String> parts) {
        return xml(200, S3Xml.listPartsResult(bucket, key, uploadId, parts));
    }

    /** What HEAD says of an object of {@code contentLength} bytes. */
    public static Response headObject(long contentLength, String etag) {
        return empty(200)
                .withHeader("Content-Length", Long.toString(contentLength))
                .withHeader("Content-Type", "binary/octet-stream")
                .withHeader("Last-Modified", "Wed, 01 Apr 2026 10:00:00 GMT")
                .withHeader("Accept-Ranges", "bytes")
                .withHeader("ETag", etag);
    }

    public static Response tagging(Map<String, String> tags) {
        return xml(200, S3Xml.tagging(tags));
    }

    /** An error as S3 words it. For an answer to HEAD, S3 sends the status alone, and so does the stub. */
    public static Response error(int status, String code, String message) {
        return xml(status, S3Xml.error(code, message));
    }

    /** An error that S3 found after it had already said 200. */
    public static Response errorAfterOk(String code, String message) {
        return error(200, code, message);
    }

    /**
     * What a proxy, a load balancer or another server says: none of S3's headers and none of its XML.
     *
     * @param contentType empty for an answer that names none
     */
    public static Response notS3(int status, String contentType, String body) {
        List<Line> type = contentType.isEmpty() ? List.of() : List.of(new Line("Content-Type", contentType));
        return new Response(status, type, body, Delivery.WHOLE_AT_ONCE).with(Oddity.NOT_S3);
    }

    /** An object's content: so many bytes, which are made as they are sent and mean nothing. */
    public static Response content(int status, long bytes) {
        Response nothing = empty(status);
        return nothing.delivered(nothing.delivery.filledWith(bytes));
    }

    /** The request is read whole, then the connection is cut: the client cannot know what became of it. */
    public static Response connectionCut() {
        Response nothing = empty(200);
        return nothing.delivered(nothing.delivery.beforeAnswerCut());
    }

    public Response withStatus(int newStatus) {
        return new Response(newStatus, headers, body, delivery);
    }

    /** One more header line, sent exactly as written. */
    public Response withHeader(String name, String value) {
        return new Response(
                status,
                Stream.concat(headers.stream(), Stream.of(new Line(name, value)))
                        .toList(),
                body,
                delivery);
    }

    /** The same without the headers whose names fit, which are given in lower case. */
    public Response withoutHeaders(Predicate<String> names) {
        return new Response(
                status,
                headers.stream()
                        .filter(line -> !names.test(line.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                body,
                delivery);
    }

    public Response withBody(String newBody) {
        return new Response(status, headers, newBody, delivery);
    }

    public Response with(Oddity oddity) {
        return delivered(delivery.with(oddity));
    }

    /** Nothing is sent before the stage completes; it may complete with a failure. Holds no thread. */
    public Response heldUntil(CompletionStage<?> stage) {
        return delivered(delivery.heldUntil(stage));
    }

    /**
     * Status, headers and the XML declaration are sent at once, the rest when the stage completes, as S3 does in a copy
     * that takes long. The body is chunked.
     */
    public Response bodyHeldUntil(CompletionStage<?> stage) {
        return delivered(delivery.bodyHeldUntil(stage));
    }

    /** The body is chunked, with so many chunks of white space after the XML declaration, as S3 sends them. */
    public Response keptAliveWithWhiteSpace(int chunks) {
        return delivered(delivery.withWhiteSpace(chunks, false));
    }

    /** The same, with the white space before the XML declaration: XML forbids it, some servers do it. */
    public Response ledByWhiteSpace(int chunks) {
        return delivered(delivery.withWhiteSpace(chunks, true));
    }

    /** The connection is cut after so many bytes of the body, whose length was announced as whole. */
    public Response truncatedAfter(int bodyBytes) {
        return delivered(delivery.truncatedAfter(bodyBytes));
    }

    private Response delivered(Delivery how) {
        return new Response(status, headers, body, how);
    }
}
