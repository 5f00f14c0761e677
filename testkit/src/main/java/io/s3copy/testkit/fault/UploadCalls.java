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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls on an upload of parts. */
final class UploadCalls {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final Store store;
    private final Set<Quirk> quirks;
    private final Conditions conditions;
    private final WrittenHeaders written;
    private final Encryption encryption;

    UploadCalls(Store store, Set<Quirk> quirks) {
        this.store = store;
        this.quirks = quirks;
        this.conditions = new Conditions(quirks);
        this.written = new WrittenHeaders(quirks);
        this.encryption = new Encryption(quirks);
    }

    Response create(RecordedRequest request) {
        if (!store.has(request.bucket())) {
            return Refusals.noSuchBucket();
        }
        StoredObject asked = written.describe(request, StoredObject.of(Content.of("nothing", 0)));
        StoredObject described = quirks.contains(Quirk.IGNORES_TAGGING_AT_CREATE) ? asked.withTags(Map.of()) : asked;
        String algorithm = request.header("x-amz-checksum-algorithm").orElse("CRC64NVME");
        Upload upload = store.begin(
                request.bucket(),
                request.key(),
                algorithm.equals("CRC64NVME") ? described : described.withoutChecksum(),
                Requester.of(request));
        return encryption.said(
                request,
                Response.createMultipartUploadResult(request.bucket(), request.key(), upload.id),
                upload.becomes);
    }

    Response copyPart(RecordedRequest request) {
        return copiedPart(request, (upload, number, part) -> upload.parts.put(number, part));
    }

    /** The part is on its way for so long that an abort overtakes it. */
    Response copyPartLate(RecordedRequest request) {
        return copiedPart(request, Upload::landsLate);
    }

    /** S3 says that it has the part, and has it not. */
    Response dropPart(RecordedRequest request) {
        return copiedPart(request, (upload, number, part) -> upload.parts.remove(number));
    }

    @FunctionalInterface
    private interface Landing {
        void lands(Upload upload, int number, Upload.Part part);
    }

    private Response copiedPart(RecordedRequest request, Landing landing) {
        Upload upload = upload(request).orElse(null);
        CopySourceHeader named;
        try {
            named = quirks.contains(Quirk.DECODES_PART_SOURCE_TWICE)
                    ? CopySourceHeader.decodedTwice(request)
                    : CopySourceHeader.of(request);
        } catch (IllegalArgumentException e) {
            return Response.connectionCut();
        }
        StoredObject source =
                store.get(named.bucket(), named.key(), named.versionId()).orElse(null);
        int number = Integer.parseInt(request.queryParameter("partNumber").orElseThrow());
        if (upload == null) {
            return Refusals.noSuchUpload();
        } else if (number < 1 || number > Limits.MAX_PARTS) {
            return Refusals.invalidArgument("Part number must be an integer between 1 and 10000, inclusive");
        } else if (source == null) {
            return named.versionId().isPresent() ? Refusals.noSuchVersion() : Refusals.noSuchKey();
        } else if (source.isArchived()) {
            return Refusals.archived();
        }
        Optional<Response> refused = encryption
                .unreadableSource(request, source)
                .or(() -> encryption.unfitPart(request, upload))
                .or(() -> conditions.ofSource(request, source));
        if (refused.isPresent()) {
            return refused.get();
        }
        return ranged(request, upload, number, source, landing);
    }

    private Response ranged(RecordedRequest request, Upload upload, int number, StoredObject source, Landing landing) {
        Optional<String> range = request.header("x-amz-copy-source-range");
        if (range.isEmpty()) {
            return landed(request, upload, number, source.content(), source, landing);
        }
        Matcher bytes = RANGE.matcher(range.get());
        long first = bytes.matches() ? Long.parseLong(bytes.group(1)) : -1;
        long last = bytes.matches() ? Long.parseLong(bytes.group(2)) : -1;
        if (first < 0 || last < first || last >= source.size()) {
            return Refusals.invalidArgument("Range specified is not valid for source object of size: " + source.size());
        } else if (source.size() <= Limits.MIN_RANGED_SOURCE) {
            return Refusals.invalidRequest("The specified copy source is not supported as a byte-range copy source");
        }
        return landed(request, upload, number, source.content().slice(first, last), source, landing);
    }

    private Response landed(
            RecordedRequest request, Upload upload, int number, Content content, StoredObject source, Landing landing) {
        if (content.size() > Limits.MAX_SINGLE_COPY) {
            return Refusals.sourceTooLarge();
        }
        landing.lands(upload, number, new Upload.Part(content, source.eTag(), Instant.now()));
        Response result = Response.xml(
                200,
                S3Xml.document(
                        "CopyPartResult",
                        S3Xml.element("LastModified", Instant.now().toString())
                                + S3Xml.element("ETag", content.eTag())
                                + (upload.becomes.checksummed()
                                                && !quirks.contains(Quirk.IGNORES_CHECKSUMS)
                                                && !quirks.contains(Quirk.REPEATS_CHECKSUM_OF_COMPLETE)
                                        ? S3Xml.element("ChecksumCRC64NVME", content.checksum())
                                        : "")));
        return encryption.said(request, ObjectCalls.ofVersion(result, source), upload.becomes);
    }

    Response complete(RecordedRequest request) {
        Upload upload = upload(request).orElse(null);
        if (upload == null) {
            return Refusals.noSuchUpload();
        }
        PartList listed = PartList.of(request.bodyText());
        Optional<Response> refused = listed.refusal(upload)
                .or(() -> conditions.ofDestination(request, store.get(upload.bucket, upload.key)));
        if (refused.isPresent()) {
            return refused.get();
        }
        Content content = Content.join(listed.contents(upload));
        Optional<Response> wrong = wrongWhole(request, content);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        StoredObject becomes = upload.becomes;
        StoredObject whole = new StoredObject(
                content,
                Content.eTagOfParts(listed.eTags()),
                null,
                StoredObject.of(content).lastModified(),
                becomes.metadata(),
                becomes.headers(),
                becomes.tags(),
                listed.contents(upload).stream().map(Content::size).toList(),
                becomes.checksummed(),
                becomes.acl());
        Optional<String> repeated = request.header("x-amz-checksum-crc64nvme")
                .filter(sum -> quirks.contains(Quirk.REPEATS_CHECKSUM_OF_COMPLETE));
        StoredObject kept = repeated.map(sum -> whole.withoutChecksum()
                        .withHeader("x-amz-checksum-crc64nvme", sum)
                        .withHeader("x-amz-checksum-type", "FULL_OBJECT"))
                .orElse(whole);
        StoredObject put = store.put(upload.bucket, upload.key, kept);
        store.end(upload);
        Response result = ObjectCalls.versioned(
                Response.xml(
                        200,
                        S3Xml.document(
                                "CompleteMultipartUploadResult",
                                S3Xml.element("Bucket", upload.bucket)
                                        + S3Xml.element("Key", upload.key)
                                        + S3Xml.element("ETag", put.eTag())
                                        + repeated.map(sum -> S3Xml.element("ChecksumCRC64NVME", sum)
                                                        + S3Xml.element("ChecksumType", "FULL_OBJECT"))
                                                .orElseGet(() -> ObjectCalls.checksum(put, quirks)))),
                put);
        return encryption.said(request, result, put);
    }

    private Optional<Response> wrongWhole(RecordedRequest request, Content content) {
        long size = content.size();
        boolean otherSize = request.header("x-amz-mp-object-size")
                .map(said -> Long.parseLong(said) != size)
                .orElse(false);
        boolean otherSum = request.header("x-amz-checksum-crc64nvme")
                .map(said -> !said.equals(content.checksum()))
                .orElse(false);
        if (otherSize && !quirks.contains(Quirk.IGNORES_OBJECT_SIZE)) {
            return Optional.of(Refusals.invalidRequest("The provided 'x-amz-mp-object-size' header value "
                    + request.header("x-amz-mp-object-size").orElse("") + " does not match what was computed: "
                    + size));
        } else if (otherSum
                && !quirks.contains(Quirk.IGNORES_CHECKSUMS)
                && !quirks.contains(Quirk.REPEATS_CHECKSUM_OF_COMPLETE)) {
            return Optional.of(Response.error(400, "BadDigest", "The CRC64NVME you specified did not match"));
        }
        return size > Limits.MAX_OBJECT ? Optional.of(Refusals.entityTooLarge()) : Optional.empty();
    }

    Response abort(RecordedRequest request) {
        Upload upload = upload(request).orElse(null);
        if (upload == null) {
            return Refusals.noSuchUpload();
        }
        if (upload.abort()) {
            store.end(upload);
        }
        return Response.empty(204);
    }

    Response listParts(RecordedRequest request) {
        return upload(request).map(upload -> page(request, upload)).orElseGet(Refusals::noSuchUpload);
    }

    private Response page(RecordedRequest request, Upload upload) {
        Function<String, Optional<Integer>> number =
                name -> request.queryParameter(name).map(Integer::parseInt);
        int after = number.apply("part-number-marker").orElse(0);
        int max = Math.min(Limits.PAGE, number.apply("max-parts").orElse(Limits.PAGE));
        List<Integer> left = new ArrayList<>(upload.parts.tailMap(after + 1).keySet());
        List<Integer> shown = left.subList(0, Math.min(max, left.size()));
        StringBuilder xml = new StringBuilder(S3Xml.element("Bucket", upload.bucket)
                + S3Xml.element("Key", upload.key)
                + S3Xml.element("UploadId", upload.id)
                + BucketCalls.initiator(request, upload, quirks).asInitiator()
                + S3Xml.element("PartNumberMarker", Integer.toString(after))
                + S3Xml.element("MaxParts", Integer.toString(max))
                + S3Xml.element("IsTruncated", Boolean.toString(shown.size() < left.size())));
        if (!shown.isEmpty()) {
            xml.append(S3Xml.element(
                    "NextPartNumberMarker", shown.get(shown.size() - 1).toString()));
        }
        for (int each : shown) {
            Upload.Part part = upload.parts.get(each);
            xml.append("<Part>")
                    .append(S3Xml.element("PartNumber", Integer.toString(each)))
                    .append(S3Xml.element("LastModified", part.landed().toString()))
                    .append(S3Xml.element("ETag", part.content().eTag()))
                    .append(S3Xml.element("Size", Long.toString(part.content().size())))
                    .append("</Part>");
        }
        return Response.xml(200, S3Xml.document("ListPartsResult", xml.toString()));
    }

    private Optional<Upload> upload(RecordedRequest request) {
        return request.queryParameter("uploadId")
                .flatMap(store::upload)
                .filter(upload -> upload.bucket.equals(request.bucket()) && upload.key.equals(request.key()));
    }
}
