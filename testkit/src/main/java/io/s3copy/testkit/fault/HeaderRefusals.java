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

import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.PUT_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Calls and headers that a server does not have, and how it says so. */
final class HeaderRefusals {

    /** What S3Proxy 4.1.0 lets pass, besides user metadata. */
    private static final Set<String> KNOWN_TO_S3PROXY = Set.of(
            "x-amz-acl",
            "x-amz-api-version",
            "x-amz-bucket-object-lock-enabled",
            "x-amz-checksum-algorithm",
            "x-amz-checksum-crc32",
            "x-amz-checksum-crc32c",
            "x-amz-checksum-crc64nvme",
            "x-amz-checksum-mode",
            "x-amz-checksum-sha1",
            "x-amz-checksum-sha256",
            "x-amz-checksum-type",
            "x-amz-content-sha256",
            "x-amz-copy-source",
            "x-amz-copy-source-if-match",
            "x-amz-copy-source-if-modified-since",
            "x-amz-copy-source-if-none-match",
            "x-amz-copy-source-if-unmodified-since",
            "x-amz-copy-source-range",
            "x-amz-copy-source-server-side-encryption-customer-algorithm",
            "x-amz-copy-source-server-side-encryption-customer-key",
            "x-amz-copy-source-server-side-encryption-customer-key-md5",
            "x-amz-date",
            "x-amz-decoded-content-length",
            "x-amz-if-match-last-modified-time",
            "x-amz-if-match-size",
            "x-amz-metadata-directive",
            "x-amz-mfa",
            "x-amz-object-attributes",
            "x-amz-sdk-checksum-algorithm",
            "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-aws-kms-key-id",
            "x-amz-server-side-encryption-bucket-key-enabled",
            "x-amz-server-side-encryption-context",
            "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-server-side-encryption-customer-key",
            "x-amz-server-side-encryption-customer-key-md5",
            "x-amz-storage-class",
            "x-amz-te",
            "x-amz-trailer",
            "x-amz-user-agent");

    /** Fits every request, as each has this header. */
    private static final Predicate<String> ALWAYS = "host"::equals;

    private static final Set<S3Operation> WRITES = Set.of(COPY_OBJECT, CREATE_MULTIPART_UPLOAD);

    /** The first header that fits, of the calls named, is answered so; no call named is every call. */
    private record Row(
            Quirk quirk, Set<S3Operation> calls, Predicate<String> header, Function<String, Response> answer) {}

    // spotless:off
    private static final List<Row> ROWS = List.of(
            new Row(Quirk.REFUSES_CHECKSUM_MODE, Set.of(HEAD_OBJECT), "x-amz-checksum-mode"::equals, name -> Response.empty(400)),
            new Row(Quirk.REFUSES_MP_OBJECT_SIZE, Set.of(COMPLETE_MULTIPART_UPLOAD), "x-amz-mp-object-size"::equals, HeaderRefusals::notImplemented),
            new Row(Quirk.REFUSES_CHECKSUM_ON_COMPLETE, Set.of(COMPLETE_MULTIPART_UPLOAD), name -> name.startsWith("x-amz-checksum-"), HeaderRefusals::notImplemented),
            new Row(Quirk.REFUSES_CHECKSUM_AT_CREATE, Set.of(CREATE_MULTIPART_UPLOAD), name -> name.startsWith("x-amz-checksum-"), HeaderRefusals::notImplemented),
            new Row(Quirk.REFUSES_ENCRYPTION, WRITES, Encryption.PREFIX::equals, HeaderRefusals::notImplemented),
            new Row(Quirk.REFUSES_REDIRECT, WRITES, "x-amz-website-redirect-location"::equals, HeaderRefusals::notImplemented),
            new Row(Quirk.NO_TAGGING, WRITES, "x-amz-tagging"::equals, HeaderRefusals::notImplemented),
            new Row(Quirk.NO_TAGGING, Set.of(GET_OBJECT_TAGGING, PUT_OBJECT_TAGGING), ALWAYS, name -> Refusals.notImplemented()),
            new Row(Quirk.NO_UPLOAD_PART_COPY, Set.of(UPLOAD_PART_COPY), ALWAYS, name -> Refusals.notImplemented()),
            new Row(Quirk.REFUSES_UNKNOWN_HEADERS, Set.of(), HeaderRefusals::isUnknownToS3Proxy, name -> Refusals.notImplemented()));
    // spotless:on

    private final Set<Quirk> quirks;

    HeaderRefusals(Set<Quirk> quirks) {
        this.quirks = quirks;
    }

    Optional<Response> of(RecordedRequest request) {
        for (Row row : ROWS) {
            if (quirks.contains(row.quirk) && (row.calls.isEmpty() || row.calls.contains(request.operation()))) {
                Optional<String> refused = request.headers().names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .filter(row.header)
                        .findFirst();
                if (refused.isPresent()) {
                    return refused.map(row.answer);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isUnknownToS3Proxy(String name) {
        return name.startsWith("x-amz-") && !name.startsWith("x-amz-meta-") && !KNOWN_TO_S3PROXY.contains(name);
    }

    private static Response notImplemented(String header) {
        Response plain = Refusals.notImplemented();
        return plain.withBody(plain.body().replace("</Message>", "</Message><Header>" + header + "</Header>"));
    }
}
