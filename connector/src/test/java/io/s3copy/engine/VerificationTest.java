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
package io.s3copy.engine;

import static io.s3copy.engine.CopierOnStub.MIB;
import static io.s3copy.engine.CopierOnStub.OTHER;
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.MultipartETag;
import io.s3copy.testkit.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What proves a copy, and what becomes of one that nothing proves. */
class VerificationTest {

    private static final String SUM = "AAAAAAAAAAA=";

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    private static Response head(long size, String eTag, String sum) {
        return Response.headObject(size, eTag)
                .withHeader("x-amz-checksum-crc64nvme", sum)
                .withHeader("x-amz-checksum-type", "FULL_OBJECT");
    }

    private static Response copied(String eTag, String sum) {
        return Response.xml(
                200,
                "<CopyObjectResult><ETag>" + eTag + "</ETag><ChecksumType>FULL_OBJECT</ChecksumType><ChecksumCRC64NVME>"
                        + sum + "</ChecksumCRC64NVME></CopyObjectResult>");
    }

    @Test
    void equalChecksumsProveACopyWhoseETagDiffers() {
        stub.s3.answer(HEAD_OBJECT, head -> head(9, PLANNED, SUM));
        stub.s3.answer(COPY_OBJECT, copy -> copied(OTHER, SUM));
        CopyResult result = stub.copied(settings().verify(Verify.checksum));
        assertThat(result.verified()).isEqualTo(Verified.CHECKSUM);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, COPY_OBJECT);
    }

    @Test
    void anotherChecksumFailsTheCopy() {
        stub.s3.answer(HEAD_OBJECT, head -> head(9, PLANNED, SUM));
        stub.s3.answer(COPY_OBJECT, copy -> copied(OTHER, "/////////////w=="));
        assertThat(stub.failure(settings().verify(Verify.size)))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("is not the source");
    }

    @Test
    void withoutAChecksumInTheAnswerTheCopyIsAskedForIt() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> head(9, head.bucket().equals("in") ? PLANNED : OTHER, SUM)
                        .withHeader("x-amz-server-side-encryption", "aws:kms"));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(OTHER));
        CopyResult result = stub.copied(settings().verify(Verify.checksum));
        assertThat(result.verified()).isEqualTo(Verified.CHECKSUM);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, COPY_OBJECT, HEAD_OBJECT);
    }

    @Test
    void aSourceThatNothingCouldProveIsNotCopied() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(9, PLANNED).withHeader("x-amz-server-side-encryption", "aws:kms"));
        assertThat(stub.failure(settings().verify(Verify.checksum)))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("verify=size");
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT);
    }

    @Test
    void aCopyOfAnotherSizeFails() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(head.bucket().equals("in") ? 9 : 8, "\"no-digest\""));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult("\"no-digest\""));
        assertThat(stub.failure(settings().verify(Verify.size))).hasMessageContaining("it has 8 bytes, the source 9");
    }

    @Test
    void aCopyThatAnotherWriteReplacedIsNotTakenForProven() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(9, head.bucket().equals("in") ? "\"no-digest\"" : "\"foreign\""));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult("\"ours\""));
        assertThat(stub.failure(settings().verify(Verify.size))).hasMessageContaining("another object has replaced it");
    }

    private void versionOfOurs(Response current, Response written) {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> head.bucket().equals("in")
                        ? Response.headObject(9, "\"no-digest\"")
                        : head.queryParameter("versionId").filter("v1"::equals).isPresent() ? written : current);
        stub.s3.answer(
                COPY_OBJECT, copy -> Response.copyObjectResult("\"ours\"").withHeader("x-amz-version-id", "v1"));
    }

    @Test
    void aCopyThatAnotherVersionFollowedIsVerifiedByItsVersion() {
        versionOfOurs(
                Response.headObject(9, "\"foreign\"").withHeader("x-amz-version-id", "v2"),
                Response.headObject(9, "\"ours\"").withHeader("x-amz-version-id", "v1"));
        assertThat(stub.copied(settings().verify(Verify.size)).verified()).isEqualTo(Verified.SIZE);
    }

    @Test
    void aCopyThatADeleteMarkerHidesIsVerifiedByItsVersion() {
        versionOfOurs(Response.empty(404), Response.headObject(9, "\"ours\"").withHeader("x-amz-version-id", "v1"));
        assertThat(stub.copied(settings().verify(Verify.size)).verified()).isEqualTo(Verified.SIZE);
    }

    @Test
    void aCopyWhoseVersionIsGoneFails() {
        versionOfOurs(Response.empty(404), Response.empty(404));
        assertThat(stub.failure(settings().verify(Verify.size))).hasMessageContaining("gone before it was verified");
    }

    @Test
    void aCopyThatStandsThereIsNotAskedForByItsVersion() {
        versionOfOurs(Response.headObject(9, "\"ours\"").withHeader("x-amz-version-id", "v1"), Response.empty(403));
        assertThat(stub.copied(settings().verify(Verify.size)).verified()).isEqualTo(Verified.SIZE);
    }

    @Test
    void equalETagsBesideAChecksumOfTheSourceAloneAreNoEqualChecksums() {
        String whole = "\"" + "0".repeat(32) + "-2\"";
        stub.s3.answer(
                HEAD_OBJECT,
                head -> head.bucket().equals("in") ? head(16 * MIB, whole, SUM) : Response.headObject(16 * MIB, whole));
        stub.s3.answer(UPLOAD_PART_COPY, copy -> Response.copyPartResult("\"no-digest\""));
        stub.s3.answer(
                COMPLETE_MULTIPART_UPLOAD, complete -> Response.completeMultipartUploadResult("out", "copy", whole));
        assertThat(stub.copied(inParts().verify(Verify.checksum)).verified()).isEqualTo(Verified.ETAG);
    }

    @Test
    void aPinnedCopyWithAnotherDigestIsATornOne() {
        // as on servers that ignore the conditions on the source
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, PLANNED));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(OTHER));
        assertThat(stub.failure(settings().verify(Verify.size))).hasMessageContaining("is not the source");
    }

    @Test
    void anETagWithoutQuotesIsTheSame() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, PLANNED));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED.replace("\"", "")));
        assertThat(stub.copied(settings().verify(Verify.checksum)).verified()).isEqualTo(Verified.ETAG);
    }

    @Test
    void noneComparesNothing() {
        KnownSource known = new KnownSource(9L, PLANNED);
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        assertThat(stub.copied(settings().verify(Verify.none), request().build(), known)
                        .verified())
                .isEqualTo(Verified.NONE);
    }

    @Test
    void anOlderEventThanTheSourceIsNoFailure() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(OTHER));
        CopyResult result = stub.copied(settings(), request().build(), new KnownSource(9L, PLANNED));
        assertThat(result.verified()).isEqualTo(Verified.NONE);
        assertThat(stub.s3.operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void aChecksumOfTheWholeIsSentOnCompleteAndComparedWithTheAnswer() {
        stub.s3.answer(HEAD_OBJECT, head -> head(16 * MIB, PLANNED, SUM));
        stub.s3.answer(
                COMPLETE_MULTIPART_UPLOAD,
                complete -> Response.xml(
                        200,
                        "<CompleteMultipartUploadResult><ETag>\"x-2\"</ETag><ChecksumCRC64NVME>" + SUM
                                + "</ChecksumCRC64NVME><ChecksumType>FULL_OBJECT</ChecksumType>"
                                + "</CompleteMultipartUploadResult>"));
        assertThat(stub.copied(inParts().verify(Verify.checksum)).verified()).isEqualTo(Verified.CHECKSUM);
        assertThat(stub.s3.only(COMPLETE_MULTIPART_UPLOAD).header("x-amz-checksum-crc64nvme"))
                .contains(SUM);
    }

    @Test
    void theSourcesOwnPartsGiveItsETagAndProveTheCopy() {
        String part = "\"" + "0".repeat(32) + "\"";
        String whole = MultipartETag.of(List.of(
                        new io.s3copy.parameter.CompletedPart(1, part, Map.of()),
                        new io.s3copy.parameter.CompletedPart(2, part, Map.of())))
                .orElseThrow();
        stub.s3.answer(HEAD_OBJECT, head -> {
            String number = head.queryParameter("partNumber").orElse("");
            return Response.headObject(number.equals("1") ? 7 * MIB : number.equals("2") ? 2 * MIB : 9 * MIB, whole);
        });
        stub.s3.answer(
                io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES,
                attributes -> Response.xml(200, "<GetObjectAttributesResponse></GetObjectAttributesResponse>"));
        stub.s3.answer(UPLOAD_PART_COPY, copy -> Response.copyPartResult(part));
        CopyResult result = stub.copied(settings().partSize(new PartSize.Source()));
        assertThat(result.verified()).isEqualTo(Verified.ETAG);
        assertThat(stub.s3.requests(UPLOAD_PART_COPY).stream()
                        .map(copy -> copy.header("x-amz-copy-source-range").orElse("")))
                .containsExactlyInAnyOrder("bytes=0-7340031", "bytes=7340032-9437183");
    }

    @Test
    void aSourceOfOnePartIsCopiedWithoutARange() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, "\"" + "0".repeat(32) + "-1\""));
        stub.s3.answer(
                io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES,
                attributes -> Response.error(501, "NotImplemented", "no"));
        stub.copied(settings().partSize(new PartSize.Source()));
        assertThat(stub.s3.only(UPLOAD_PART_COPY).header("x-amz-copy-source-range"))
                .isEmpty();
    }

    @Test
    void partsThatS3ListsAreNotAskedForOneByOne() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9 * MIB, "\"" + "0".repeat(32) + "-2\""));
        stub.s3.answer(
                io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES,
                attributes -> Response.xml(
                        200,
                        "<GetObjectAttributesResponse><ObjectParts><PartsCount>2</PartsCount>"
                                + "<Part><PartNumber>1</PartNumber><Size>" + 7 * MIB + "</Size></Part>"
                                + "<Part><PartNumber>2</PartNumber><Size>" + 2 * MIB + "</Size></Part>"
                                + "</ObjectParts></GetObjectAttributesResponse>"));
        stub.copied(settings().partSize(new PartSize.Source()));
        assertThat(stub.s3.requests(HEAD_OBJECT)).hasSize(2);
        assertThat(stub.s3.requests(HEAD_OBJECT))
                .allMatch(head -> head.queryParameter("partNumber").isEmpty());
        assertThat(stub.s3.requests(UPLOAD_PART_COPY)).hasSize(2);
    }
}
