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
package io.s3copy.camel.mirror;

import static io.s3copy.parameter.CopyParameter.*;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers with every member that S3 documents for them, written out here from its API reference, so that neither the
 * table nor the SDK can agree with itself on a member that is missing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html">S3
 *     API</a>
 */
public final class ScriptedResults {

    private static final List<CopyParameter> CHECKSUMS = List.of(
            RESULT_CHECKSUM_CRC32,
            RESULT_CHECKSUM_CRC32C,
            RESULT_CHECKSUM_CRC64NVME,
            RESULT_CHECKSUM_SHA1,
            RESULT_CHECKSUM_SHA256,
            RESULT_CHECKSUM_SHA512,
            RESULT_CHECKSUM_MD5,
            RESULT_CHECKSUM_XXHASH64,
            RESULT_CHECKSUM_XXHASH3,
            RESULT_CHECKSUM_XXHASH128);

    private static final Map<CopyParameter, String> HEADERS = new EnumMap<>(Map.ofEntries(
            Map.entry(RESULT_EXPIRATION, "x-amz-expiration"),
            Map.entry(RESULT_COPY_SOURCE_VERSION_ID, "x-amz-copy-source-version-id"),
            Map.entry(RESULT_VERSION_ID, "x-amz-version-id"),
            Map.entry(RESULT_SERVER_SIDE_ENCRYPTION, "x-amz-server-side-encryption"),
            Map.entry(RESULT_SSE_CUSTOMER_ALGORITHM, "x-amz-server-side-encryption-customer-algorithm"),
            Map.entry(RESULT_SSE_CUSTOMER_KEY_MD5, "x-amz-server-side-encryption-customer-key-MD5"),
            Map.entry(RESULT_SSE_KMS_KEY_ID, "x-amz-server-side-encryption-aws-kms-key-id"),
            Map.entry(RESULT_SSE_KMS_ENCRYPTION_CONTEXT, "x-amz-server-side-encryption-context"),
            Map.entry(RESULT_BUCKET_KEY_ENABLED, "x-amz-server-side-encryption-bucket-key-enabled"),
            Map.entry(RESULT_REQUEST_CHARGED, "x-amz-request-charged"),
            Map.entry(RESULT_ABORT_DATE, "x-amz-abort-date"),
            Map.entry(RESULT_ABORT_RULE_ID, "x-amz-abort-rule-id")));

    private ScriptedResults() {}

    /** The members of the response to a call. */
    public static List<CopyParameter> members(S3Call call) {
        return switch (call) {
            case COPY_OBJECT ->
                and(
                        CHECKSUMS,
                        RESULT_ETAG,
                        RESULT_LAST_MODIFIED,
                        RESULT_CHECKSUM_TYPE,
                        RESULT_EXPIRATION,
                        RESULT_COPY_SOURCE_VERSION_ID,
                        RESULT_VERSION_ID,
                        RESULT_SERVER_SIDE_ENCRYPTION,
                        RESULT_SSE_CUSTOMER_ALGORITHM,
                        RESULT_SSE_CUSTOMER_KEY_MD5,
                        RESULT_SSE_KMS_KEY_ID,
                        RESULT_SSE_KMS_ENCRYPTION_CONTEXT,
                        RESULT_BUCKET_KEY_ENABLED,
                        RESULT_REQUEST_CHARGED);
            case UPLOAD_PART_COPY ->
                and(
                        CHECKSUMS,
                        RESULT_ETAG,
                        RESULT_LAST_MODIFIED,
                        RESULT_COPY_SOURCE_VERSION_ID,
                        RESULT_SERVER_SIDE_ENCRYPTION,
                        RESULT_SSE_CUSTOMER_ALGORITHM,
                        RESULT_SSE_CUSTOMER_KEY_MD5,
                        RESULT_SSE_KMS_KEY_ID,
                        RESULT_BUCKET_KEY_ENABLED,
                        RESULT_REQUEST_CHARGED);
            case CREATE_MULTIPART_UPLOAD ->
                List.of(
                        RESULT_ABORT_DATE,
                        RESULT_ABORT_RULE_ID,
                        RESULT_BUCKET,
                        RESULT_KEY,
                        RESULT_UPLOAD_ID,
                        RESULT_SERVER_SIDE_ENCRYPTION,
                        RESULT_SSE_CUSTOMER_ALGORITHM,
                        RESULT_SSE_CUSTOMER_KEY_MD5,
                        RESULT_SSE_KMS_KEY_ID,
                        RESULT_SSE_KMS_ENCRYPTION_CONTEXT,
                        RESULT_BUCKET_KEY_ENABLED,
                        RESULT_REQUEST_CHARGED,
                        RESULT_CHECKSUM_ALGORITHM,
                        RESULT_CHECKSUM_TYPE);
            case COMPLETE_MULTIPART_UPLOAD ->
                and(
                        CHECKSUMS,
                        RESULT_LOCATION,
                        RESULT_BUCKET,
                        RESULT_KEY,
                        RESULT_EXPIRATION,
                        RESULT_ETAG,
                        RESULT_CHECKSUM_TYPE,
                        RESULT_SERVER_SIDE_ENCRYPTION,
                        RESULT_VERSION_ID,
                        RESULT_SSE_KMS_KEY_ID,
                        RESULT_BUCKET_KEY_ENABLED,
                        RESULT_REQUEST_CHARGED);
            case ABORT_MULTIPART_UPLOAD -> List.of(RESULT_REQUEST_CHARGED);
            case LIST_PARTS ->
                List.of(
                        RESULT_ABORT_DATE,
                        RESULT_ABORT_RULE_ID,
                        RESULT_BUCKET,
                        RESULT_KEY,
                        RESULT_UPLOAD_ID,
                        RESULT_PART_NUMBER_MARKER,
                        RESULT_NEXT_PART_NUMBER_MARKER,
                        RESULT_MAX_PARTS,
                        RESULT_IS_TRUNCATED,
                        RESULT_PARTS,
                        RESULT_INITIATOR,
                        RESULT_OWNER,
                        RESULT_STORAGE_CLASS,
                        RESULT_REQUEST_CHARGED,
                        RESULT_CHECKSUM_ALGORITHM,
                        RESULT_CHECKSUM_TYPE);
        };
    }

    private static List<CopyParameter> and(List<CopyParameter> some, CopyParameter... others) {
        return Stream.concat(some.stream(), Arrays.stream(others)).toList();
    }

    /** The answer to a call with those members; Create and ListParts tell their checksum in different places. */
    public static Response response(S3Call call, Collection<CopyParameter> members) {
        Map<CopyParameter, String> headers = new EnumMap<>(HEADERS);
        if (call == S3Call.CREATE_MULTIPART_UPLOAD) {
            headers.put(RESULT_CHECKSUM_ALGORITHM, "x-amz-checksum-algorithm");
            headers.put(RESULT_CHECKSUM_TYPE, "x-amz-checksum-type");
        }
        String content = members.stream()
                .filter(row -> !headers.containsKey(row))
                .map(ScriptedResults::xml)
                .collect(Collectors.joining());
        Response response = call == S3Call.ABORT_MULTIPART_UPLOAD
                ? Response.empty(204)
                : Response.xml(200, "<" + root(call) + ">" + content + "</" + root(call) + ">");
        for (CopyParameter row : members) {
            if (headers.containsKey(row)) {
                response = response.withHeader(headers.get(row), text(row));
            }
        }
        return response;
    }

    /** What the header of a result must hold, {@link CopyParameter#RESULT_PARTS} aside. */
    public static Object value(CopyParameter row) {
        return switch (row) {
            case RESULT_LAST_MODIFIED, RESULT_ABORT_DATE -> Instant.parse("2026-04-01T10:00:00Z");
            case RESULT_BUCKET_KEY_ENABLED, RESULT_IS_TRUNCATED -> true;
            case RESULT_PART_NUMBER_MARKER -> 4;
            case RESULT_NEXT_PART_NUMBER_MARKER -> 5;
            case RESULT_MAX_PARTS -> 6;
            default -> "text of " + row.member();
        };
    }

    /** The part of the listing, with the checksums that the SDK reads. */
    public static Map<String, Object> part(Predicate<CopyParameter> isRead) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("PartNumber", 5);
        part.put("LastModified", value(RESULT_LAST_MODIFIED));
        part.put("ETag", value(RESULT_ETAG));
        part.put("Size", 5_242_880L);
        CHECKSUMS.stream().filter(isRead).forEach(row -> part.put(row.member(), value(row)));
        return part;
    }

    private static String text(CopyParameter row) {
        return row == RESULT_ABORT_DATE
                ? "Wed, 01 Apr 2026 10:00:00 GMT"
                : value(row).toString();
    }

    private static String xml(CopyParameter row) {
        String member = row.member();
        return switch (row) {
            case RESULT_INITIATOR, RESULT_OWNER ->
                "<" + member + "><ID>" + text(row) + "</ID><DisplayName>name</DisplayName></" + member + ">";
            case RESULT_PARTS ->
                "<Part>"
                        + part(checksum -> true).entrySet().stream()
                                .map(entry ->
                                        element(entry.getKey(), entry.getValue().toString()))
                                .collect(Collectors.joining())
                        + "</Part>";
            default -> element(member, text(row));
        };
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + text + "</" + name + ">";
    }

    private static String root(S3Call call) {
        return switch (call) {
            case COPY_OBJECT -> "CopyObjectResult";
            case UPLOAD_PART_COPY -> "CopyPartResult";
            case CREATE_MULTIPART_UPLOAD -> "InitiateMultipartUploadResult";
            default -> call.api() + "Result";
        };
    }
}
