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
package io.s3copy.benchmark.nulls3;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The answers of S3, as it words them, made beforehand. */
final class Answers {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    private static final String ETAG = "&quot;9b2cf535f27731c974343645a3985328&quot;";
    private static final String COPIED =
            NAMESPACE + "><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>" + ETAG + "</ETag>";

    private static final Map<Operation, ByteBuf> BODIES = new EnumMap<>(Map.of(
            Operation.CopyObject, body("<CopyObjectResult" + COPIED + "</CopyObjectResult>"),
            Operation.UploadPartCopy, body("<CopyPartResult" + COPIED + "</CopyPartResult>"),
            Operation.CreateMultipartUpload,
                    body(
                            "<InitiateMultipartUploadResult" + NAMESPACE
                                    + "><Bucket>b</Bucket><Key>k</Key><UploadId>upload</UploadId></InitiateMultipartUploadResult>"),
            Operation.CompleteMultipartUpload,
                    body("<CompleteMultipartUploadResult" + NAMESPACE + "><Bucket>b</Bucket><Key>k</Key><ETag>" + ETAG
                            + "</ETag></CompleteMultipartUploadResult>"),
            Operation.ListParts, body("<Error><Code>NoSuchUpload</Code><Message>It is gone</Message></Error>"),
            Operation.GetObjectTagging, body("<Tagging" + NAMESPACE + "><TagSet></TagSet></Tagging>"),
            Operation.Unknown, body("<Error><Code>NotImplemented</Code><Message>Null</Message></Error>")));

    private Answers() {}

    private static ByteBuf body(String xml) {
        byte[] bytes = (XML + xml).getBytes(StandardCharsets.UTF_8);
        ByteBuf body = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
        return Unpooled.unreleasableBuffer(body).asReadOnly();
    }

    static FullHttpResponse to(Operation operation, Orders orders) {
        HttpResponseStatus status = switch (operation) {
            case ListParts -> HttpResponseStatus.NOT_FOUND;
            case AbortMultipartUpload -> HttpResponseStatus.NO_CONTENT;
            case Unknown -> HttpResponseStatus.NOT_IMPLEMENTED;
            default -> HttpResponseStatus.OK;
        };
        ByteBuf body = BODIES.get(operation);
        FullHttpResponse response = response(status, body == null ? Unpooled.EMPTY_BUFFER : body.duplicate());
        response.headers()
                .set("x-amz-request-id", "TX0000000000000A")
                .set("x-amz-id-2", "u6vpzAqtZmXM0a1S1bKwTz3mBzYqvD4tMm0aQ0m2p1kVn8Jq7c0K0w5b1cVtM8mB");
        if (operation == Operation.HeadObject) {
            response.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, orders.objectSize())
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream")
                    .set(HttpHeaderNames.ETAG, "\"9b2cf535f27731c974343645a3985328-8192\"")
                    .set(HttpHeaderNames.LAST_MODIFIED, "Thu, 01 Jan 2026 00:00:00 GMT");
        }
        return response;
    }

    static FullHttpResponse text(String text) {
        return response(HttpResponseStatus.OK, Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
    }

    private static FullHttpResponse response(HttpResponseStatus status, ByteBuf body) {
        FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, body);
        if (!status.equals(HttpResponseStatus.NO_CONTENT)) {
            response.headers()
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/xml");
        }
        return response;
    }
}
