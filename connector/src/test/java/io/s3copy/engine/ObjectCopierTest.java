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

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.MultipartETag;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** The order and content of S3's calls; sizes are only numbers here. */
class ObjectCopierTest {

    private static final long GIB = 1L << 30;

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();

    @BeforeEach
    void answerTags() {
        s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of("team", "a b", "keep", "1+1")));
    }

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private ObjectCopier copier(CopySettings settings) {
        S3Calls calls = CallsUnderTest.on(client);
        return ObjectCopier.builder(calls, new RequestWindow(16, 64), ForkJoinPool.commonPool(), settings)
                .build();
    }

    private static CopySettings inPartsOf(long partSize) {
        return with(Limits.MIN_PART, new PartSize.Fixed(partSize), Duration.ofMinutes(1));
    }

    private static CopySettings with(long threshold, PartSize partSize, Duration retryFor) {
        return CopySettings.builder()
                .multipartThreshold(threshold)
                .partSize(partSize)
                .retryFor(retryFor)
                .build();
    }

    private static CopyRequest.Builder request() {
        return CopyRequest.builder().source("in", "a b+c").destination("out", "copy");
    }

    private CopyResult copied(CopySettings settings, CopyRequest request, KnownSource known) {
        return copier(settings)
                .copy(request, known)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void aSmallObjectCostsOneRequest() {
        CopyResult result = copied(CopySettings.defaults(), request().build(), KnownSource.NOTHING);
        assertThat(s3.operations()).containsExactly(COPY_OBJECT);
        assertThat(result.way()).isEqualTo(Way.SINGLE);
        assertThat(result.requests()).isEqualTo(1);
    }

    @Test
    void aKnownSizeAndETagCostNoRequestMoreAndVerifyTheCopy() {
        CopyResult result =
                copied(CopySettings.defaults(), request().build(), new KnownSource(1024L, RecordingS3.ETAG));
        assertThat(s3.operations()).containsExactly(COPY_OBJECT);
        assertThat(result.verified()).isEqualTo(Verified.ETAG);
    }

    @Test
    void anObjectThatS3RefusesForItsSizeIsCopiedInParts() {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(6 * GIB, "\"planned\""));
        s3.next(COPY_OBJECT, Response.error(400, "InvalidRequest", "The specified copy source is larger than …"));
        CopyResult result = copied(CopySettings.defaults(), request().build(), KnownSource.NOTHING);
        assertThat(result.way()).isEqualTo(Way.MULTIPART);
        assertThat(result.bytes()).isEqualTo(6 * GIB);
        assertThat(s3.operations())
                .startsWith(COPY_OBJECT, HEAD_OBJECT, GET_OBJECT_TAGGING, CREATE_MULTIPART_UPLOAD, UPLOAD_PART_COPY)
                .endsWith(UPLOAD_PART_COPY, HEAD_OBJECT, COMPLETE_MULTIPART_UPLOAD);
        assertThat(s3.requests(UPLOAD_PART_COPY)).hasSize(result.parts()).hasSize(96);
    }

    @Test
    void anotherInvalidRequestIsRaisedUnchanged() {
        s3.next(COPY_OBJECT, Response.error(400, "InvalidRequest", "SSE-C key is missing"));
        assertThatThrownBy(() -> copied(CopySettings.defaults(), request().build(), KnownSource.NOTHING))
                .cause()
                .isInstanceOf(S3CallException.class)
                .hasMessageContaining("SSE-C key is missing");
        assertThat(s3.operations()).containsExactly(COPY_OBJECT, HEAD_OBJECT);
    }

    @Test
    void everyPartIsPinnedToTheETagThatWasPlannedFrom() {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(20L << 20, "\"planned\""));
        copied(inPartsOf(8L << 20), request().build(), KnownSource.NOTHING);
        List<RecordedRequest> parts = s3.requests(UPLOAD_PART_COPY);
        assertThat(parts).hasSize(3).allSatisfy(part -> {
            assertThat(part.header("x-amz-copy-source-if-match")).contains("\"planned\"");
            assertThat(part.header("x-amz-copy-source")).contains("in/a%20b%2Bc");
        });
        assertThat(parts.stream()
                        .map(part -> part.header("x-amz-copy-source-range").orElse("")))
                .containsExactlyInAnyOrder("bytes=0-8388607", "bytes=8388608-16777215", "bytes=16777216-20971519");
    }

    @Test
    void whatTheSourceHasIsCarriedIntoTheUpload() {
        s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(20L << 20, "\"planned\"")
                        .withHeader("Cache-Control", "no-cache")
                        .withHeader("x-amz-meta-owner", "me")
                        .withHeader("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")
                        .withHeader("x-amz-checksum-type", "FULL_OBJECT"));
        copied(inPartsOf(8L << 20), request().build(), KnownSource.NOTHING);
        RecordedRequest create = s3.only(CREATE_MULTIPART_UPLOAD);
        assertThat(create.header("Content-Type")).contains("binary/octet-stream");
        assertThat(create.header("Cache-Control")).contains("no-cache");
        assertThat(create.header("x-amz-meta-owner")).contains("me");
        assertThat(create.header("x-amz-tagging").orElse("").split("&"))
                .containsExactlyInAnyOrder("team=a%20b", "keep=1%2B1");
        assertThat(create.header("x-amz-checksum-algorithm")).contains("CRC64NVME");
        RecordedRequest complete = s3.only(COMPLETE_MULTIPART_UPLOAD);
        assertThat(complete.header("x-amz-checksum-crc64nvme")).contains("AAAAAAAAAAA=");
        assertThat(complete.header("x-amz-mp-object-size")).contains(String.valueOf(20L << 20));
    }

    @Test
    void replacedMetadataAndTagsAreNotReadFromTheSource() {
        s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(20L << 20, "\"planned\"").withHeader("x-amz-meta-owner", "me"));
        CopyRequest replacing = request()
                .set(CopyParameter.METADATA_DIRECTIVE, "REPLACE")
                .set(CopyParameter.METADATA, Map.of("by", "us"))
                .set(CopyParameter.TAGGING_DIRECTIVE, "REPLACE")
                .build();
        copied(inPartsOf(8L << 20), replacing, KnownSource.NOTHING);
        assertThat(s3.operations()).doesNotContain(GET_OBJECT_TAGGING);
        RecordedRequest create = s3.only(CREATE_MULTIPART_UPLOAD);
        assertThat(create.header("x-amz-meta-by")).contains("us");
        assertThat(create.header("x-amz-meta-owner")).isEmpty();
    }

    @Test
    void ownersPayersAndConditionsGoOnEveryCallThatTakesThem() {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(20L << 20, "\"planned\""));
        CopyRequest guarded = request()
                .set(CopyParameter.EXPECTED_BUCKET_OWNER, "111111111111")
                .set(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER, "222222222222")
                .set(CopyParameter.REQUEST_PAYER, "requester")
                .set(CopyParameter.IF_NONE_MATCH, "*")
                .set(CopyParameter.COPY_SOURCE_IF_NONE_MATCH, "\"old\"")
                .build();
        copied(inPartsOf(8L << 20), guarded, KnownSource.NOTHING);
        List<RecordedRequest> heads = s3.requests(HEAD_OBJECT);
        assertThat(heads)
                .allSatisfy(head ->
                        assertThat(head.header("x-amz-expected-bucket-owner")).contains("222222222222"));
        assertThat(heads.get(0).header("If-None-Match")).contains("\"old\"");
        assertThat(heads.get(1).header("If-None-Match"))
                .as("what it says is compared")
                .isEmpty();
        assertThat(s3.only(COMPLETE_MULTIPART_UPLOAD).header("If-None-Match")).contains("*");
        assertThat(s3.requests(UPLOAD_PART_COPY)).allSatisfy(part -> {
            assertThat(part.header("x-amz-source-expected-bucket-owner")).contains("222222222222");
            assertThat(part.header("x-amz-copy-source-if-none-match")).isEmpty();
        });
        assertThat(s3.requests())
                .allSatisfy(any -> assertThat(any.header("x-amz-request-payer")).contains("requester"));
        assertThat(s3.requests().stream().filter(any -> any.bucket().equals("out")))
                .allSatisfy(any ->
                        assertThat(any.header("x-amz-expected-bucket-owner")).contains("111111111111"));
    }

    @Test
    void aChangedSourceFailsTheCopyAndAbortsItsUpload() {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(64L << 20, "\"planned\""));
        s3.next(UPLOAD_PART_COPY, Response.error(412, "PreconditionFailed", "At least one of the pre-conditions"));
        assertThatThrownBy(() -> copied(inPartsOf(8L << 20), request().build(), KnownSource.NOTHING))
                .cause()
                .isInstanceOfSatisfying(
                        S3CallException.class,
                        failure -> assertThat(failure.status()).isEqualTo(412));
        assertThat(s3.operations())
                .doesNotContain(COMPLETE_MULTIPART_UPLOAD)
                .endsWith(ABORT_MULTIPART_UPLOAD, LIST_PARTS);
    }

    @Test
    void anAbortWaitsForThePartsInFlight() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        s3.answer(HEAD_OBJECT, head -> Response.headObject(24L << 20, "\"planned\""));
        s3.answer(
                UPLOAD_PART_COPY,
                part -> part.queryParameter("partNumber").orElse("").equals("2")
                        ? Response.error(412, "PreconditionFailed", "changed")
                        : Response.copyPartResult("\"part\"").heldUntil(slow));
        CompletableFuture<CopyResult> copy =
                copier(inPartsOf(8L << 20)).copy(request().build(), KnownSource.NOTHING);
        Awaitility.await().until(() -> s3.requests(UPLOAD_PART_COPY).size() == 3);
        assertThat(s3.operations()).doesNotContain(ABORT_MULTIPART_UPLOAD);
        slow.complete(null);
        assertThatThrownBy(copy::join).hasCauseInstanceOf(S3CallException.class);
        assertThat(s3.operations()).contains(ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void aCancelledCopyAbortsItsUpload() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        s3.answer(HEAD_OBJECT, head -> Response.headObject(640L << 20, "\"planned\""));
        s3.answer(UPLOAD_PART_COPY, part -> Response.copyPartResult("\"part\"").heldUntil(slow));
        CompletableFuture<CopyResult> copy =
                copier(inPartsOf(8L << 20)).copy(request().build(), KnownSource.NOTHING);
        Awaitility.await().until(() -> s3.requests(UPLOAD_PART_COPY).size() == 16);
        copy.cancel(true);
        slow.complete(null);
        Awaitility.await().until(() -> s3.operations().contains(ABORT_MULTIPART_UPLOAD));
        assertThat(Collections.frequency(s3.operations(), UPLOAD_PART_COPY)).isLessThan(40);
    }

    @Test
    void throttlesAreRetriedUntilTheyEnd() {
        for (int i = 0; i < 6; i++) {
            s3.next(COPY_OBJECT, Response.error(503, "SlowDown", "Please reduce your request rate."));
        }
        CopyResult result = copied(CopySettings.defaults(), request().build(), KnownSource.NOTHING);
        assertThat(result.requests()).isEqualTo(7);
    }

    @Test
    void aLostAnswerToCompleteIsRecognisedAsSuccess() {
        s3.answer(UPLOAD_PART_COPY, part -> Response.copyPartResult("\"d41d8cd98f00b204e9800998ecf8427e\""));
        s3.next(
                COMPLETE_MULTIPART_UPLOAD,
                Response.connectionCut(),
                Response.error(404, "NoSuchUpload", "The specified upload does not exist."));
        s3.answer(LIST_PARTS, list -> Response.error(404, "NoSuchUpload", "The specified upload does not exist."));
        String expected = MultipartETag.of(List.of(
                        new CompletedPart(1, "\"d41d8cd98f00b204e9800998ecf8427e\"", Map.of()),
                        new CompletedPart(2, "\"d41d8cd98f00b204e9800998ecf8427e\"", Map.of())))
                .orElseThrow();
        s3.answer(HEAD_OBJECT, head -> Response.headObject(16L << 20, expected));
        assertThat(copied(inPartsOf(8L << 20), request().build(), KnownSource.NOTHING)
                        .way())
                .isEqualTo(Way.MULTIPART);
    }

    @Test
    void aLostAnswerToAConditionalCopyIsRecognisedAsSuccess() {
        s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(1024, "\"9b2cf535f27731c974343645a3985328\"")
                        .withHeader("x-amz-server-side-encryption", "AES256"));
        s3.next(COPY_OBJECT, Response.connectionCut(), Response.error(412, "PreconditionFailed", "it exists"));
        CopyRequest conditional =
                request().set(CopyParameter.IF_NONE_MATCH, "*").build();
        assertThat(copied(CopySettings.defaults(), conditional, KnownSource.NOTHING)
                        .way())
                .isEqualTo(Way.SINGLE);
    }

    @Test
    void aSourceWithAnEmptyETagIsNotCopiedInPartsAndNoUploadIsBegun() {
        s3.answer(HEAD_OBJECT, head -> Response.headObject(16L << 20, "\"\""));
        assertThatThrownBy(() -> copied(inPartsOf(8L << 20), request().build(), KnownSource.NOTHING))
                .cause()
                .hasMessageContaining("no ETag");
        assertThat(s3.requests(CREATE_MULTIPART_UPLOAD)).isEmpty();
    }

    @Test
    void aForeignObjectAfterALostAnswerStaysAFailure() {
        s3.next(HEAD_OBJECT, Response.headObject(1024, "\"one\""), Response.headObject(1024, "\"other\""));
        s3.next(COPY_OBJECT, Response.connectionCut(), Response.error(412, "PreconditionFailed", "it exists"));
        CopyRequest conditional =
                request().set(CopyParameter.IF_NONE_MATCH, "*").build();
        assertThatThrownBy(() -> copied(CopySettings.defaults(), conditional, KnownSource.NOTHING))
                .cause()
                .hasMessageContaining("412 PreconditionFailed");
    }

    @Test
    void aConflictIsRepeatedForOneCallAndBeginsANewUploadForParts() {
        s3.next(COPY_OBJECT, Response.error(409, "ConditionalRequestConflict", "another write"));
        CopyRequest conditional =
                request().set(CopyParameter.IF_NONE_MATCH, "*").build();
        assertThat(copied(CopySettings.defaults(), conditional, KnownSource.NOTHING)
                        .requests())
                .isEqualTo(2);
        s3.reset();
        s3.answer(HEAD_OBJECT, head -> Response.headObject(16L << 20, "\"planned\""));
        s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
        s3.next(COMPLETE_MULTIPART_UPLOAD, Response.error(409, "ConditionalRequestConflict", "another write"));
        copied(inPartsOf(8L << 20), conditional, KnownSource.NOTHING);
        assertThat(s3.requests(CREATE_MULTIPART_UPLOAD)).hasSize(2);
        assertThat(s3.requests(ABORT_MULTIPART_UPLOAD)).hasSize(1);
    }

    @Test
    void aSourceThatChangesIsNotTakenForAnExistingDestination() {
        s3.answer(
                HEAD_OBJECT,
                head -> head.bucket().equals("out")
                        ? Response.empty(404)
                        : Response.headObject(16L << 20, "\"planned\""));
        s3.next(UPLOAD_PART_COPY, Response.error(412, "PreconditionFailed", "the source changed"));
        CopySettings skipping = CopySettings.builder()
                .multipartThreshold(Limits.MIN_PART)
                .partSize(new PartSize.Fixed(8L << 20))
                .ifExists(CopySettings.IfExists.skip)
                .build();
        assertThatThrownBy(() -> copied(skipping, request().build(), KnownSource.NOTHING))
                .cause()
                .isInstanceOfSatisfying(
                        S3CallException.class,
                        failure -> assertThat(failure.api()).isEqualTo("UploadPartCopy"));
    }

    @Test
    void aDestinationThatAppearsMeanwhileIsSkipped() {
        s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        s3.next(COPY_OBJECT, Response.error(412, "PreconditionFailed", "it exists"));
        CopySettings skipping =
                CopySettings.builder().ifExists(CopySettings.IfExists.skip).build();
        assertThat(copied(skipping, request().build(), KnownSource.NOTHING).way())
                .isEqualTo(Way.SKIPPED);
    }
}
