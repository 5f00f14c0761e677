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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Xml;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls on one object, and its content. */
final class ObjectCalls {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final Store store;
    private final Set<Quirk> quirks;
    private final Conditions conditions;
    private final WrittenHeaders written;
    private final Encryption encryption;
    private volatile long copyLimit;

    ObjectCalls(Store store, Set<Quirk> quirks) {
        this.store = store;
        this.quirks = quirks;
        this.conditions = new Conditions(quirks);
        this.written = new WrittenHeaders(quirks);
        this.encryption = new Encryption(quirks);
    }

    /** CopyObject of more than so many bytes is too large; 0 for S3's own limit. */
    void copyLimit(long bytes) {
        copyLimit = bytes;
    }

    Response copy(RecordedRequest request) {
        CopySourceHeader named = CopySourceHeader.of(request);
        StoredObject source =
                store.get(named.bucket(), named.key(), named.versionId()).orElse(null);
        if (!store.has(request.bucket()) || !store.has(named.bucket())) {
            return Refusals.noSuchBucket();
        } else if (source == null) {
            return named.versionId().isPresent() ? Refusals.noSuchVersion() : Refusals.noSuchKey();
        } else if (source.isArchived()) {
            return Refusals.archived();
        }
        Optional<StoredObject> there = store.get(request.bucket(), request.key());
        Optional<Response> refused = encryption
                .unreadableSource(request, source)
                .or(() -> conditions.ofSource(request, source))
                .or(() -> conditions.ofDestination(request, there))
                .or(() -> tooLarge(source));
        if (refused.isPresent()) {
            return refused.get();
        }
        StoredObject copy = store.put(
                request.bucket(), request.key(), written.describe(request, StoredObject.of(source.content()), source));
        Response result = Response.xml(
                200,
                S3Xml.document(
                        "CopyObjectResult",
                        S3Xml.element("LastModified", copy.lastModified().toString())
                                + S3Xml.element("ETag", copy.eTag())
                                + checksum(copy, quirks)));
        return encryption.said(request, versioned(ofVersion(result, source), copy), copy);
    }

    /** Keeps what is sent, so that it can be read back as long as it is text. */
    Response put(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        Optional<Response> unmet = conditions.ofDestination(request, store.get(request.bucket(), request.key()));
        if (unmet.isPresent()) {
            return unmet.get();
        }
        StoredObject put = store.put(
                request.bucket(),
                request.key(),
                written.describe(request, StoredObject.of(store.newContent(SentBody.of(request)))));
        return encryption.said(request, versioned(Response.empty(200).withHeader("ETag", put.eTag()), put), put);
    }

    private Optional<Response> tooLarge(StoredObject source) {
        boolean decimal = quirks.contains(Quirk.LIMIT_5_GB_DECIMAL);
        long limit = copyLimit > 0 ? copyLimit : decimal ? Limits.DECIMAL_SINGLE_COPY : Limits.MAX_SINGLE_COPY;
        if (source.size() <= limit) {
            return Optional.empty();
        }
        return Optional.of(limit == Limits.MAX_SINGLE_COPY ? Refusals.sourceTooLarge() : Refusals.entityTooLarge());
    }

    static Response ofVersion(Response response, StoredObject source) {
        return source.versionId() == null
                ? response
                : response.withHeader("x-amz-copy-source-version-id", source.versionId());
    }

    static Response versioned(Response response, StoredObject written) {
        return written.versionId() == null ? response : response.withHeader("x-amz-version-id", written.versionId());
    }

    static String checksum(StoredObject object, Set<Quirk> quirks) {
        return object.checksummed() && !quirks.contains(Quirk.IGNORES_CHECKSUMS)
                ? S3Xml.element("ChecksumCRC64NVME", object.content().checksum())
                        + S3Xml.element("ChecksumType", "FULL_OBJECT")
                : "";
    }

    Response head(RecordedRequest request) {
        StoredObject object = named(request).orElse(null);
        if (object == null) {
            return Response.empty(404);
        }
        return encryption
                .unreadable(request, object)
                .or(() -> conditions.ofRead(request, object))
                .map(refused -> Response.empty(refused.status()))
                .orElseGet(() -> described(request, object));
    }

    /** The content, of which little is known but its size; a range of it where one is asked for. */
    Response get(RecordedRequest request) {
        StoredObject object = named(request).orElse(null);
        if (object == null) {
            return missing(request);
        }
        return encryption
                .unreadable(request, object)
                .or(() -> conditions.ofRead(request, object))
                .orElseGet(() -> content(request, object));
    }

    private Response content(RecordedRequest request, StoredObject object) {
        Matcher range = RANGE.matcher(request.header("Range").orElse(""));
        if (!range.matches()) {
            return withHeaders(bytes(200, object.content()), request, object);
        }
        long first = Long.parseLong(range.group(1));
        long last =
                Math.min(object.size() - 1, range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2)));
        return first > last
                ? Refusals.invalidRange()
                : withHeaders(bytes(206, object.content().slice(first, last)), request, object)
                        .withHeader("Content-Range", "bytes " + first + "-" + last + "/" + object.size());
    }

    private Response bytes(int status, Content content) {
        return store.text(content)
                .map(text -> Response.empty(status).withBody(text))
                .orElseGet(() -> Response.content(status, content.size()));
    }

    private Response described(RecordedRequest request, StoredObject object) {
        int part = request.queryParameter("partNumber").map(Integer::parseInt).orElse(0);
        boolean ofPart = part > 0 && !object.partSizes().isEmpty();
        if (part > Math.max(1, object.partSizes().size())) {
            return Response.empty(416);
        }
        long length = ofPart ? object.partSizes().get(part - 1) : object.size();
        Response head = Response.empty(part > 0 ? 206 : 200).withHeader("Content-Length", Long.toString(length));
        if (ofPart) {
            head = head.withHeader(
                    "x-amz-mp-parts-count", Integer.toString(object.partSizes().size()));
        }
        return withHeaders(head, request, object);
    }

    private Response withHeaders(Response plain, RecordedRequest request, StoredObject object) {
        Response head = plain.withHeader("Accept-Ranges", "bytes")
                .withHeader("ETag", object.eTag())
                .withHeader(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                object.lastModified().atZone(ZoneOffset.UTC)));
        for (Map.Entry<String, String> header : object.headers().entrySet()) {
            head = head.withHeader(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> entry : object.metadata().entrySet()) {
            head = head.withHeader("x-amz-meta-" + entry.getKey(), entry.getValue());
        }
        if (!object.tags().isEmpty()) {
            head = head.withHeader(
                    "x-amz-tagging-count", Integer.toString(object.tags().size()));
        }
        boolean checksums = request.header("x-amz-checksum-mode").orElse("").equals("ENABLED");
        if (checksums && object.checksummed() && !quirks.contains(Quirk.IGNORES_CHECKSUMS)) {
            head = head.withHeader("x-amz-checksum-crc64nvme", object.content().checksum())
                    .withHeader("x-amz-checksum-type", "FULL_OBJECT");
        }
        return versioned(head, object);
    }

    Response delete(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        Optional<Response> unmet = conditions.ofDelete(request, store.get(request.bucket(), request.key()));
        if (unmet.isPresent()) {
            return unmet.get();
        }
        store.delete(request.bucket(), request.key(), request.queryParameter("versionId"));
        return Response.empty(204);
    }

    Response missing(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        return request.queryParameter("versionId").isPresent() ? Refusals.noSuchVersion() : Refusals.noSuchKey();
    }

    Optional<StoredObject> named(RecordedRequest request) {
        return store.get(request.bucket(), request.key(), request.queryParameter("versionId"));
    }
}
