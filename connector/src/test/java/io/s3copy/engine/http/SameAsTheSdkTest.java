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

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Whatever comes back, both clients make the same of it: where they differed, one would be wrong. */
class SameAsTheSdkTest {

    private static final RecordingS3 SERVER = RecordingS3.start();
    private static final S3AsyncClient CLIENT = SERVER.newClient();

    private static final String XMLNS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

    private static final Map<String, Response> ANSWERS = answers();

    private static Map<String, Response> answers() {
        Map<String, Response> all = new LinkedHashMap<>();
        all.put("nothing", Response.empty(200));
        all.put("no content", Response.empty(204));
        all.put("a refusal", Response.error(403, "AccessDenied", "no"));
        all.put("no key", Response.error(404, "NoSuchKey", "not there"));
        all.put("no upload", Response.error(404, "NoSuchUpload", "not there"));
        all.put("unmet", Response.error(412, "PreconditionFailed", "no"));
        all.put("slow down", Response.error(503, "SlowDown", "later"));
        all.put("an internal error", Response.error(500, "InternalError", "sorry"));
        all.put("not implemented", Response.error(501, "NotImplemented", "what?"));
        all.put("moved", Response.error(301, "PermanentRedirect", "there"));
        all.put("an error in a success", Response.errorAfterOk("InternalError", "after all"));
        all.put("a slow down in a success", Response.errorAfterOk("SlowDown", "after all"));
        for (int status : new int[] {200, 400, 403, 404, 405, 412, 429, 500, 502, 503, 504}) {
            all.put("a proxy's page " + status, Response.notS3(status, "text/html", "<html><body>hello</body></html>"));
            all.put("no words " + status, Response.empty(status));
        }
        all.put("json", Response.notS3(403, "application/json", "{\"message\":\"Forbidden\"}"));
        all.put("text", Response.notS3(503, "text/plain", "upstream connect error"));
        all.put("another's xml", Response.xml(404, "<error><what>gone</what></error>"));
        all.put("an empty code", Response.xml(404, "<Error><Code></Code><Message>m</Message></Error>"));
        all.put("broken xml", Response.xml(500, "<Error><Code>InternalErr"));
        all.put("a broken success", Response.xml(200, "<CopyObjectResult><ETag>\"e\"</ETa"));
        all.put(
                "details",
                Response.xml(
                        404,
                        "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchBucket</Code><Message>m &amp; n</Message>"
                                + "<BucketName>out</BucketName><RequestId>R1</RequestId><HostId>H1</HostId></Error>"));
        all.put(
                "a control character",
                Response.xml(404, "<Error><Code>NoSuchKey</Code><Message>a&#x7;b</Message></Error>"));
        String copied = "<CopyObjectResult" + XMLNS + "><LastModified>%s</LastModified><ETag>%s</ETag>"
                + "<ChecksumCRC32>AAAAAA==</ChecksumCRC32><ChecksumType>FULL_OBJECT</ChecksumType></CopyObjectResult>";
        all.put("a copy", Response.xml(200, copied.formatted("2026-04-01T10:00:00.000Z", "\"e\"")));
        all.put("a copy of a plain ETag", Response.xml(200, copied.formatted("2026-04-01T10:00:00Z", "e")));
        all.put(
                "a copy with an odd date",
                Response.xml(200, copied.formatted("Wed, 01 Apr 2026 10:00:00 GMT", "\"e\"")));
        all.put("a copy with no date", Response.xml(200, copied.formatted("yesterday", "\"e\"")));
        all.put(
                "a copy after blanks",
                Response.xml(200, "\n\n  <?xml version=\"1.0\"?>" + copied.formatted("", "\"e\"")));
        all.put("blanks", Response.xml(200, "   \n "));
        all.put(
                "a copy with all headers",
                Response.xml(200, copied.formatted("2026-04-01T10:00:00.123Z", "\"e\""))
                        .withHeader("x-amz-version-id", "v1")
                        .withHeader("x-amz-copy-source-version-id", "v0")
                        .withHeader("x-amz-expiration", "expiry-date=\"x\"")
                        .withHeader("x-amz-server-side-encryption", "aws:kms")
                        .withHeader("x-amz-server-side-encryption-aws-kms-key-id", "arn:aws:kms:x")
                        .withHeader("x-amz-server-side-encryption-context", "e30=")
                        .withHeader("x-amz-server-side-encryption-bucket-key-enabled", "true")
                        .withHeader("x-amz-server-side-encryption-customer-algorithm", "AES256")
                        .withHeader("x-amz-server-side-encryption-customer-key-MD5", "bWQ1")
                        .withHeader("x-amz-request-charged", "requester"));
        all.put(
                "an upload",
                Response.createMultipartUploadResult("out", "k", "U1")
                        .withHeader("x-amz-abort-date", "Wed, 01 Apr 2026 10:00:00 GMT")
                        .withHeader("x-amz-abort-rule-id", "rule")
                        .withHeader("x-amz-checksum-algorithm", "CRC32")
                        .withHeader("x-amz-checksum-type", "COMPOSITE"));
        all.put("a part", Response.copyPartResult("\"p\""));
        all.put("a completion", Response.completeMultipartUploadResult("out", "k", "\"e-1\""));
        all.put(
                "a head",
                Response.headObject(77, "\"e\"")
                        .withHeader("x-amz-meta-author", "Ann")
                        .withHeader("x-amz-meta-Title", "A \"book\"")
                        .withHeader("x-amz-tagging-count", "3")
                        .withHeader("x-amz-missing-meta", "1")
                        .withHeader("x-amz-mp-parts-count", "2")
                        .withHeader("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")
                        .withHeader("x-amz-checksum-type", "FULL_OBJECT")
                        .withHeader("Cache-Control", "no-cache")
                        .withHeader("Expires", "never")
                        .withHeader("Content-Type", "image/png")
                        .withHeader("x-amz-storage-class", "GLACIER")
                        .withHeader("x-amz-restore", "ongoing-request=\"true\"")
                        .withHeader("x-amz-website-redirect-location", "/there")
                        .withHeader("x-amz-object-lock-mode", "GOVERNANCE")
                        .withHeader("x-amz-object-lock-retain-until-date", "2099-01-02T03:04:05Z")
                        .withHeader("x-amz-object-lock-legal-hold", "ON")
                        .withHeader("x-amz-version-id", "v9"));
        String page = "<ListBucketResult" + XMLNS + "><Name>out</Name><Prefix></Prefix>%s</ListBucketResult>";
        String entry = "<Contents><Key>%s</Key><LastModified>2026-04-01T10:00:00.000Z</LastModified>"
                + "<ETag>&quot;e&quot;</ETag><Size>5</Size><StorageClass>STANDARD</StorageClass></Contents>";
        all.put("a page", Response.xml(200, page.formatted("<IsTruncated>false</IsTruncated>" + entry.formatted("a"))));
        all.put(
                "an encoded page",
                Response.xml(
                        200,
                        page.formatted("<EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>"
                                + "<NextContinuationToken>t+%2B=</NextContinuationToken><KeyCount>2</KeyCount>"
                                + entry.formatted("a+b%2Bc%E2%82%AC") + entry.formatted("%07"))));
        all.put(
                "a page that tells late how it encodes",
                Response.xml(
                        200,
                        page.formatted("<IsTruncated>false</IsTruncated>" + entry.formatted("a%20b")
                                + "<EncodingType>url</EncodingType>" + entry.formatted("c%20d"))));
        all.put(
                "a page that is not encoded",
                Response.xml(200, page.formatted("<IsTruncated>false</IsTruncated>" + entry.formatted("a%20b"))));
        all.put(
                "a page of keys that are not UTF-8",
                Response.xml(
                        200,
                        page.formatted("<EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>"
                                + entry.formatted("a%FF"))));
        all.put("a page without its end", Response.xml(200, page.formatted(entry.formatted("a"))));
        all.put(
                "a page with an empty end",
                Response.xml(200, page.formatted("<IsTruncated></IsTruncated>" + entry.formatted("a"))));
        all.put(
                "a page of another count",
                Response.xml(
                        200,
                        page.formatted(
                                "<KeyCount>7</KeyCount><IsTruncated>false</IsTruncated>" + entry.formatted("a"))));
        all.put("a page without a token", Response.xml(200, page.formatted("<IsTruncated>true</IsTruncated>")));
        all.put(
                "versions",
                Response.xml(
                        200,
                        "<ListVersionsResult" + XMLNS + "><Name>out</Name><IsTruncated>true</IsTruncated>"
                                + "<NextKeyMarker>b</NextKeyMarker><NextVersionIdMarker>v3</NextVersionIdMarker>"
                                + "<Version><Key>a</Key><VersionId>v1</VersionId><IsLatest>true</IsLatest>"
                                + "<LastModified>2026-04-01T10:00:00.000Z</LastModified><ETag>\"e\"</ETag>"
                                + "<Size>5</Size><ChecksumAlgorithm>CRC32</ChecksumAlgorithm>"
                                + "<ChecksumType>COMPOSITE</ChecksumType><StorageClass>STANDARD</StorageClass></Version>"
                                + "<DeleteMarker><Key>b</Key><VersionId>v2</VersionId><IsLatest>true</IsLatest>"
                                + "<LastModified>2026-04-01T10:00:00.000Z</LastModified></DeleteMarker>"
                                + "<Version><Key>b</Key><VersionId>v3</VersionId><IsLatest>false</IsLatest></Version>"
                                + "</ListVersionsResult>"));
        String parts = "<ListPartsResult" + XMLNS + "><Bucket>out</Bucket><Key>k</Key><UploadId>U1</UploadId>"
                + "<PartNumberMarker>0</PartNumberMarker>%s</ListPartsResult>";
        String more = "<NextPartNumberMarker>2</NextPartNumberMarker><IsTruncated>%s</IsTruncated>";
        String part = "<Part><PartNumber>%s</PartNumber><LastModified>2026-04-01T10:00:00.000Z</LastModified>"
                + "<ETag>&quot;p&quot;</ETag><Size>5</Size></Part>";
        String two = part.formatted(1)
                + "<Part><ETag>p</ETag><PartNumber>2</PartNumber><ChecksumCRC32>AAAAAA==</ChecksumCRC32></Part>";
        all.put("parts", Response.xml(200, parts.formatted(more.formatted("false") + two)));
        all.put("parts of more", Response.xml(200, parts.formatted(two + more.formatted("true"))));
        all.put("parts without an end", Response.xml(200, parts.formatted(two)));
        all.put("parts without a marker", Response.xml(200, parts.formatted("<IsTruncated>true</IsTruncated>" + two)));
        all.put("no parts", Response.xml(200, parts.formatted("")));
        all.put("no parts of the old name", Response.xml(200, "<ListMultipartUploadResult" + XMLNS + "/>"));
        all.put("a part without a number", Response.xml(200, parts.formatted("<Part><ETag>p</ETag></Part>")));
        all.put(
                "a part without an ETag",
                Response.xml(200, parts.formatted("<Part><PartNumber>1</PartNumber></Part>")));
        all.put("a part of no number", Response.xml(200, parts.formatted(part.formatted("one"))));
        all.put("an object", Response.content(200, 5_000));
        all.put(
                "a deletion",
                Response.empty(204).withHeader("x-amz-delete-marker", "true").withHeader("x-amz-version-id", "m1"));
        return all;
    }

    private static final Map<String, Function<S3Calls, CompletableFuture<?>>> CALLS = calls();

    private static Map<String, Function<S3Calls, CompletableFuture<?>>> calls() {
        CopyRequest copy =
                CopyRequest.builder().source("in", "k").destination("out", "k").build();
        CopyRequest destination = CopyRequest.builder().destination("out", "k").build();
        CopyRequest upload =
                destination.toBuilder().set(CopyParameter.UPLOAD_ID, "U1").build();
        Map<String, Function<S3Calls, CompletableFuture<?>>> all = new LinkedHashMap<>();
        all.put("CopyObject", calls -> calls.call(S3Call.COPY_OBJECT, copy));
        all.put(
                "UploadPartCopy",
                calls -> calls.call(
                        S3Call.UPLOAD_PART_COPY,
                        copy.toBuilder()
                                .set(CopyParameter.UPLOAD_ID, "U1")
                                .set(CopyParameter.PART_NUMBER, 1)
                                .build()));
        all.put("Create", calls -> calls.call(S3Call.CREATE_MULTIPART_UPLOAD, destination));
        all.put(
                "Complete",
                calls -> calls.call(
                        S3Call.COMPLETE_MULTIPART_UPLOAD,
                        upload.toBuilder()
                                .set(CopyParameter.MULTIPART_UPLOAD, List.of(Map.of("PartNumber", 1, "ETag", "\"p\"")))
                                .build()));
        all.put("Abort", calls -> calls.call(S3Call.ABORT_MULTIPART_UPLOAD, upload));
        all.put("HEAD", calls -> calls.headObject(ObjectQuery.ofDestination(destination)));
        all.put("Delete", calls -> calls.deleteObject(ObjectQuery.ofDestination(destination)));
        all.put("ListObjectsV2", calls -> calls.listObjects(ListQuery.of("out", "")));
        all.put("ListParts", calls -> calls.uploadedParts(upload, 0));
        all.put("ListObjectVersions", calls -> calls.listVersions(ListQuery.of("out", "")));
        return all;
    }

    @BeforeEach
    void forget() {
        SERVER.reset();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    static Stream<Arguments> everyAnswerToEveryCall() {
        return CALLS.keySet().stream()
                .flatMap(call -> ANSWERS.keySet().stream()
                        // for other calls a length without a body is an answer that never ends
                        .filter(answer -> !answer.equals("a head") || call.equals("HEAD"))
                        .map(answer -> Arguments.of(call, answer)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyAnswerToEveryCall")
    void bothMakeTheSameOfIt(String call, String answer) {
        String sdk = outcome(new SdkS3Calls(CLIENT), CALLS.get(call), ANSWERS.get(answer));
        String lean = outcome(CallsUnderTest.lean(CLIENT), CALLS.get(call), ANSWERS.get(answer));

        assertThat(lean).isEqualTo(sdk).doesNotContain("Timeout");
    }

    private static String outcome(S3Calls calls, Function<S3Calls, CompletableFuture<?>> call, Response answer) {
        SERVER.reset();
        Response[] answers = new Response[3];
        Arrays.fill(answers, answer);
        SERVER.next(answers);
        return call.apply(calls)
                .orTimeout(60, TimeUnit.SECONDS)
                .handle((value, failure) -> failure == null ? told(value) : told(Causes.of(failure)))
                .join();
    }

    private static String told(Object value) {
        if (value instanceof S3Result result) {
            return "done: " + new TreeMap<>(result.members()) + " " + result.requestId();
        } else if (value instanceof S3CallException failure) {
            return failure.getClass().getSimpleName() + " " + failure.api() + " " + failure.code() + " "
                    + failure.status() + " " + failure.answer()
                    // the SDK does not tell the id of an answer that it cannot read
                    + (failure.answer() == Answer.UNREADABLE
                            ? ""
                            : " " + failure.requestId() + " " + failure.extendedRequestId());
        }
        return String.valueOf(value);
    }
}
