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
package io.s3copy.engine.http;

import io.s3copy.engine.answer.Dates;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.parameter.ByteRange;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CustomerKey;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.Wire;
import io.s3copy.text.Unicode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes requests, those of a copy from the mirror's table: each row of a request goes where the table says. */
final class CallWriter {

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    /** The names of headers, in lower case. */
    private static final Map<CopyParameter, String> HEADERS = new EnumMap<>(CopyParameter.class);

    static {
        for (CopyParameter row : CopyParameter.requestRows()) {
            Wire.Place place = row.wire().place();
            if (place == Wire.Place.HEADER || place == Wire.Place.HEADER_PREFIX) {
                HEADERS.put(row, row.wire().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private CallWriter() {}

    /** One of the calls of a copy, from what the call carries. */
    static HttpCall copy(S3Call call, CopyRequest request) {
        HttpCall http =
                new HttpCall(method(call), request.required(CopyParameter.BUCKET), request.required(CopyParameter.KEY));
        Map<String, String> query = new TreeMap<>();
        for (CopyParameter row : request.rows()) {
            Object value = Objects.requireNonNull(request.get(row));
            switch (row.wire().place()) {
                case HEADER -> {
                    if (row != CopyParameter.COPY_SOURCE) {
                        http.header(name(row), text(row, value));
                    }
                }
                case HEADER_PREFIX ->
                    ((Map<?, ?>) value)
                            .forEach((name, text) -> http.header(name(row) + lower(String.valueOf(name)), text));
                case QUERY -> query.put(row.wire().name(), value.toString());
                case PAYLOAD -> http.body(parts((List<?>) value));
                case PATH, SOURCE, ALIAS -> {
                    // where it goes, or said by another row
                }
            }
        }
        if (call == S3Call.CREATE_MULTIPART_UPLOAD) {
            http.subresource("uploads");
        }
        query.forEach(http::query);
        if (call.readsSource()) {
            http.header(
                    "x-amz-copy-source",
                    request.source().map(CopySource::headerValue).orElse(null));
        }
        return http;
    }

    private static String name(CopyParameter row) {
        return Objects.requireNonNull(HEADERS.get(row));
    }

    private static String method(S3Call call) {
        return switch (call) {
            case COPY_OBJECT, UPLOAD_PART_COPY -> "PUT";
            case CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD -> "POST";
            case ABORT_MULTIPART_UPLOAD -> "DELETE";
            case LIST_PARTS -> "GET";
        };
    }

    private static String text(CopyParameter row, Object value) {
        if (value instanceof CustomerKey key) {
            return key.base64();
        } else if (value instanceof Instant time) {
            return row == CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE ? time.toString() : Dates.http(time);
        }
        return value instanceof ByteRange range ? range.toString() : value.toString();
    }

    private static String parts(List<?> parts) {
        StringBuilder xml = new StringBuilder(128 + parts.size() * 96);
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml.append("<CompleteMultipartUpload xmlns=\"").append(NAMESPACE).append("\">");
        for (Object one : parts) {
            CompletedPart part = (CompletedPart) one;
            xml.append("<Part>");
            element("ETag", part.eTag(), xml);
            new TreeMap<>(part.checksums()).forEach((name, value) -> element(name, value, xml));
            element("PartNumber", String.valueOf(part.partNumber()), xml);
            xml.append("</Part>");
        }
        return xml.append("</CompleteMultipartUpload>").toString();
    }

    private static void element(String name, String value, StringBuilder xml) {
        xml.append('<').append(name).append('>');
        for (int at = 0; at < value.length(); at++) {
            char one = value.charAt(at);
            switch (one) {
                case '"' -> xml.append("&quot;");
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                default -> xml.append(one);
            }
        }
        xml.append("</").append(name).append('>');
    }

    static HttpCall head(ObjectQuery query) {
        HttpCall http = new HttpCall("HEAD", query.bucket(), query.key())
                .query("partNumber", query.partNumber())
                .query("versionId", query.versionId())
                .header("if-match", query.ifMatch())
                .header("if-none-match", query.ifNoneMatch())
                .header("if-modified-since", http(query.ifModifiedSince()))
                .header("if-unmodified-since", http(query.ifUnmodifiedSince()))
                .header("x-amz-checksum-mode", query.checksums() ? "ENABLED" : null);
        CustomerKey key = query.customerKey();
        if (key != null) {
            http.header("x-amz-server-side-encryption-customer-algorithm", "AES256")
                    .header("x-amz-server-side-encryption-customer-key", key.base64())
                    .header("x-amz-server-side-encryption-customer-key-md5", key.md5());
        }
        return paid(http, query.requestPayer(), query.expectedBucketOwner());
    }

    static HttpCall delete(ObjectQuery query) {
        HttpCall http = new HttpCall("DELETE", query.bucket(), query.key())
                .query("versionId", query.versionId())
                .header("if-match", query.ifMatch());
        return paid(http, query.requestPayer(), query.expectedBucketOwner());
    }

    /** A continuation token says where a page begins, so that nothing else need. */
    static HttpCall objects(ListQuery query) {
        HttpCall http = new HttpCall("GET", query.bucket(), null)
                .query("continuation-token", query.token())
                .query("encoding-type", "url")
                .query("list-type", 2)
                .query("max-keys", query.maxKeys())
                .query("prefix", query.prefix().isEmpty() ? null : sendable(query.prefix()))
                .query("start-after", query.token() == null ? sendable(query.after()) : null);
        return paid(http, query.requestPayer(), query.expectedBucketOwner());
    }

    static HttpCall versions(ListQuery query) {
        HttpCall http = new HttpCall("GET", query.bucket(), null)
                .query("encoding-type", "url")
                .query("key-marker", sendable(query.after()))
                .query("max-keys", query.maxKeys())
                .query("prefix", query.prefix().isEmpty() ? null : sendable(query.prefix()))
                .query("version-id-marker", query.token())
                .subresource("versions");
        return paid(http, query.requestPayer(), query.expectedBucketOwner());
    }

    /** A half pair has no bytes: it would be sent as a question mark, and the listing would begin elsewhere. */
    private static @Nullable String sendable(@Nullable String text) {
        if (text != null && Unicode.hasHalfPair(text)) {
            throw new IllegalArgumentException("half a surrogate pair is in no key");
        }
        return text;
    }

    private static HttpCall paid(HttpCall http, @Nullable String payer, @Nullable String owner) {
        return http.header("x-amz-request-payer", payer).header("x-amz-expected-bucket-owner", owner);
    }

    private static @Nullable String http(@Nullable Instant time) {
        return time == null ? null : Dates.http(time);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
