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
import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.PUT_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.RESTORE_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.OnArchived;
import io.s3copy.engine.CopySettings.OnChange;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the policies say of missing, changing, archived and existing objects, of dry runs, and of long tags. */
class PoliciesTest {

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void answerTags() {
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private void heads(Response source, Response destination) {
        stub.s3.answer(HEAD_OBJECT, head -> head.bucket().equals("in") ? source : destination);
    }

    // ifExists=skipIfSame

    @Test
    void aDestinationWithTheSameContentIsSkipped() {
        heads(Response.headObject(9, PLANNED), Response.headObject(9, PLANNED));
        CopyResult result = stub.copied(settings().ifExists(IfExists.skipIfSame));
        assertThat(result.skipped()).isEqualTo("the destination is the same");
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, HEAD_OBJECT);
    }

    @Test
    void aDestinationOfTheSameSizeWithAnotherETagIsReplaced() {
        heads(Response.headObject(9, PLANNED), Response.headObject(9, OTHER));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, HEAD_OBJECT, COPY_OBJECT);
    }

    @Test
    void aDestinationWithTheSameChecksumIsTheSameWhateverItsETag() {
        heads(
                withSum(Response.headObject(9, "\"" + "a".repeat(32) + "-2\""), "AAAAAAAAAAA="),
                withSum(Response.headObject(9, OTHER), "AAAAAAAAAAA="));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SKIPPED);
    }

    @Test
    void whatCannotBeComparedIsCopied() {
        heads(
                Response.headObject(9, PLANNED).withHeader("x-amz-server-side-encryption", "aws:kms"),
                Response.headObject(9, PLANNED).withHeader("x-amz-server-side-encryption", "aws:kms"));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SINGLE);
    }

    @Test
    void withoutADestinationThereIsNothingToCompare() {
        heads(Response.headObject(9, PLANNED), Response.empty(404));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SINGLE);
    }

    // ifExists=skip beside a condition of the caller's

    @Test
    void aConditionThatWantsAnObjectThereOutweighsThePolicyToSkipIt() {
        heads(Response.headObject(9, PLANNED), Response.headObject(9, OTHER));
        CopyRequest onlyOver = request().set(CopyParameter.IF_MATCH, OTHER).build();
        CopyResult result = stub.copied(settings().ifExists(IfExists.skip), onlyOver, KnownSource.NOTHING);
        assertThat(result.way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.only(COPY_OBJECT).header("if-match")).contains(OTHER);
    }

    @Test
    void aConditionThatWantsAnotherObjectThereFailsBesideThePolicyToSkip() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(412, "PreconditionFailed", "another"));
        heads(Response.headObject(9, PLANNED), Response.headObject(9, PLANNED));
        CopyRequest onlyOver = request().set(CopyParameter.IF_MATCH, OTHER).build();
        assertThat(stub.failure(settings().ifExists(IfExists.skip), onlyOver))
                .isInstanceOf(ObjectFailureException.class)
                .hasMessageContaining("412");
    }

    private static Response withSum(Response head, String sum) {
        return head.withHeader("x-amz-checksum-crc64nvme", sum).withHeader("x-amz-checksum-type", "FULL_OBJECT");
    }

    // onMissing

    @Test
    void aMissingBucketIsToldFromAMissingObject() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        stub.s3.answer(HEAD_BUCKET, head -> Response.empty(404));
        Throwable failure = stub.failure(inParts().onMissing(OnMissing.skip));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        SystemicFailureException.class,
                        noBucket -> assertThat(noBucket.code()).isEqualTo("NoSuchBucket"));
    }

    @Test
    void aMissingObjectInABucketThatIsThereIsSkipped() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        stub.s3.answer(HEAD_BUCKET, head -> Response.empty(200));
        assertThat(stub.copied(inParts().onMissing(OnMissing.skip)).skipped()).isEqualTo("the source does not exist");
    }

    // conditions on the source

    @Test
    void aConditionThatHeadAnswersWith304IsThePreconditionFailureOfCopyObject() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(304));
        Throwable failure = stub.failure(
                inParts(),
                request().set(CopyParameter.COPY_SOURCE_IF_NONE_MATCH, PLANNED).build());
        assertThat(failure).isInstanceOfSatisfying(ObjectFailureException.class, unmet -> {
            assertThat(unmet.status()).isEqualTo(412);
            assertThat(unmet.code()).isEqualTo("PreconditionFailed");
        });
    }

    @Test
    void aRefusalIsNotHiddenByALookThatFails() {
        stub.s3.next(COPY_OBJECT, Response.error(400, "InvalidRequest", "SSE-C key is missing"));
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(400));
        assertThat(stub.failure(settings())).hasMessageContaining("SSE-C key is missing");
    }

    @Test
    void anErrorOfAListenerChangesNothing() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        CopyListener broken = new CopyListener() {
            @Override
            public void partDone(CopyTask copy, int number, int parts, long bytes) {
                throw new AssertionError("a listener's own");
            }
        };
        assertThat(stub.copier(inParts().build(), broken)
                        .copy(request().build(), KnownSource.NOTHING)
                        .orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                        .join()
                        .way())
                .isEqualTo(Way.MULTIPART);
    }

    // onChange

    @Test
    void aChangedSourceIsCopiedAnewAsItIsThen() {
        AtomicInteger heads = new AtomicInteger();
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(16 * MIB, heads.getAndIncrement() == 0 ? PLANNED : OTHER));
        stub.s3.answer(
                UPLOAD_PART_COPY,
                part -> part.header("x-amz-copy-source-if-match").orElse("").equals(PLANNED)
                        ? Response.error(412, "PreconditionFailed", "changed")
                        : Response.copyPartResult(OTHER));
        CopyResult result = stub.copied(inParts().onChange(OnChange.retry));
        assertThat(result.way()).isEqualTo(Way.MULTIPART);
        assertThat(stub.s3.requests(CREATE_MULTIPART_UPLOAD)).hasSize(2);
        assertThat(stub.s3.requests(ABORT_MULTIPART_UPLOAD)).hasSize(1);
    }

    @Test
    void aSourceThatNeverStopsChangingFailsInTheEnd() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(UPLOAD_PART_COPY, part -> Response.error(412, "PreconditionFailed", "changed"));
        assertThat(stub.failure(inParts().onChange(OnChange.retry))).isInstanceOf(ObjectFailureException.class);
        assertThat(stub.s3.requests(CREATE_MULTIPART_UPLOAD)).hasSize(6);
        assertThat(stub.s3.requests(ABORT_MULTIPART_UPLOAD)).hasSize(6);
    }

    @Test
    void aServerThatIgnoresThePinIsFoundOutBeforeTheObjectIsVisible() {
        AtomicInteger heads = new AtomicInteger();
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(16 * MIB, heads.getAndIncrement() == 0 ? PLANNED : OTHER));
        assertThat(stub.failure(inParts()))
                .isInstanceOf(ObjectFailureException.class)
                .hasMessageContaining("the source changed while it was copied");
        assertThat(stub.s3.operations())
                .doesNotContain(COMPLETE_MULTIPART_UPLOAD)
                .contains(ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void aPartOfAnotherVersionFailsTheCopy() {
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED).withHeader("x-amz-version-id", "v1"));
        stub.s3.answer(
                UPLOAD_PART_COPY,
                part -> Response.copyPartResult(OTHER)
                        .withHeader(
                                "x-amz-copy-source-version-id",
                                part.queryParameter("partNumber").orElse("").equals("1") ? "v1" : "v2"));
        assertThat(stub.failure(inParts())).hasMessageContaining("from version v2");
        assertThat(stub.s3.operations()).doesNotContain(COMPLETE_MULTIPART_UPLOAD);
    }

    @Test
    void partsOfThePlannedVersionNeedNoSecondLookAtTheSource() {
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED).withHeader("x-amz-version-id", "v1"));
        stub.s3.answer(
                UPLOAD_PART_COPY,
                part -> Response.copyPartResult(OTHER).withHeader("x-amz-copy-source-version-id", "v1"));
        stub.copied(inParts());
        assertThat(stub.s3.requests(HEAD_OBJECT)).hasSize(1);
    }

    // onArchived

    @Test
    void anArchivedSourceIsHadRestoredAndSkipped() {
        stub.s3.next(COPY_OBJECT, Response.error(403, "InvalidObjectState", "archived"));
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(9, PLANNED).withHeader("x-amz-storage-class", "GLACIER"));
        stub.s3.answer(RESTORE_OBJECT, restore -> Response.empty(202));
        CopyResult result =
                stub.copied(settings().onArchived(OnArchived.restore).restore(new CopySettings.Restore(3, "Bulk")));
        assertThat(result.skipped()).isEqualTo("the source is archived, and its restoration was requested");
        RecordedRequest restore = stub.s3.only(RESTORE_OBJECT);
        assertThat(restore.bucket()).isEqualTo("in");
        assertThat(restore.bodyText()).contains("<Days>3</Days>").contains("<Tier>Bulk</Tier>");
    }

    @Test
    void anObjectOfIntelligentTieringIsRestoredForGood() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(16 * MIB, PLANNED)
                        .withHeader("x-amz-storage-class", "INTELLIGENT_TIERING")
                        .withHeader("x-amz-archive-status", "ARCHIVE_ACCESS"));
        stub.s3.answer(RESTORE_OBJECT, restore -> Response.empty(202));
        stub.copied(inParts().onArchived(OnArchived.restore));
        assertThat(stub.s3.only(RESTORE_OBJECT).bodyText())
                .doesNotContain("<Days>")
                .contains("<Tier>Standard</Tier>");
    }

    @Test
    void aRestorationUnderWayIsNotRequestedAgain() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(16 * MIB, PLANNED)
                        .withHeader("x-amz-storage-class", "GLACIER")
                        .withHeader("x-amz-restore", "ongoing-request=\"true\""));
        assertThat(stub.copied(inParts().onArchived(OnArchived.restore)).skipped())
                .isEqualTo("the source is archived, and being restored");
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT);
    }

    @Test
    void aRestoredSourceIsCopied() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(16 * MIB, PLANNED)
                        .withHeader("x-amz-storage-class", "GLACIER")
                        .withHeader(
                                "x-amz-restore",
                                "ongoing-request=\"false\", expiry-date=\"Fri, 21 Dec 2040 00:00:00 GMT\""));
        assertThat(stub.copied(inParts()).way()).isEqualTo(Way.MULTIPART);
    }

    @Test
    void anArchivedSourceIsTheObjectsFault() {
        stub.s3.next(COPY_OBJECT, Response.error(403, "InvalidObjectState", "archived"));
        assertThat(stub.failure(settings())).isInstanceOf(ObjectFailureException.class);
    }

    @Test
    void anUploadThatSomebodyElseAbortedIsFollowedByAnother() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.next(UPLOAD_PART_COPY, Response.error(404, "NoSuchUpload", "gone"));
        assertThat(stub.copied(inParts()).way()).isEqualTo(Way.MULTIPART);
        assertThat(stub.s3.requests(CREATE_MULTIPART_UPLOAD)).hasSize(2);
    }

    @Test
    void aSumOfTheWholeThatPartsCannotHaveIsNotAskedFor() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(16 * MIB, PLANNED)
                        .withHeader("x-amz-checksum-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
                        .withHeader("x-amz-checksum-type", "FULL_OBJECT"));
        stub.copied(inParts());
        RecordedRequest create = stub.s3.only(CREATE_MULTIPART_UPLOAD);
        assertThat(create.header("x-amz-checksum-algorithm")).contains("SHA256");
        assertThat(create.header("x-amz-checksum-type")).isEmpty();
    }

    // dryRun

    @Test
    void aDryRunWritesNothingAndSaysWhatWouldBeDone() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(20 * MIB, PLANNED));
        CopyResult result = stub.copied(inParts().dryRun(true));
        assertThat(result.dryRun()).isTrue();
        assertThat(result.isCopied()).isFalse();
        assertThat(result.way()).isEqualTo(Way.MULTIPART);
        assertThat(result.parts()).isEqualTo(3);
        assertThat(result.bytes()).isEqualTo(20 * MIB);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, GET_OBJECT_TAGGING);
    }

    @Test
    void aDryRunOfASmallObjectAsksForItsSizeOnly() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, PLANNED));
        assertThat(stub.copied(settings().dryRun(true)).way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT);
    }

    @Test
    void aDryRunFailsWhereTheCopyWould() {
        heads(Response.headObject(9, PLANNED), Response.headObject(9, OTHER));
        assertThat(stub.failure(settings().dryRun(true).ifExists(IfExists.fail)))
                .isInstanceOf(ObjectFailureException.class)
                .hasMessageContaining("dry run: the condition on the destination is not met");
    }

    // tags

    @Test
    void tagsTooLongForAHeaderArePutWhenTheObjectIsThere() {
        Map<String, String> tags = longTags();
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(tags));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(PUT_OBJECT_TAGGING, put -> Response.empty(200));
        stub.copied(inParts());
        assertThat(stub.s3.only(CREATE_MULTIPART_UPLOAD).header("x-amz-tagging"))
                .isEmpty();
        assertThat(stub.s3.operations()).endsWith(COMPLETE_MULTIPART_UPLOAD, PUT_OBJECT_TAGGING);
        RecordedRequest put = stub.s3.only(PUT_OBJECT_TAGGING);
        assertThat(put.bucket()).isEqualTo("out");
        assertThat(put.bodyText()).contains("<Key>tag-9</Key>");
    }

    @Test
    void longTagsThatAreRefusedFailTheCopyAndLeaveTheObject() {
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(longTags()));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(PUT_OBJECT_TAGGING, put -> Response.error(403, "AccessDenied", "no"));
        assertThat(stub.failure(inParts()))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("the copy stands in its place, but without its 10 tags")
                .extracting(ErrorClass::of)
                .isEqualTo(ErrorClass.SYSTEMIC);
        assertThat(stub.s3.operations()).doesNotContain(ABORT_MULTIPART_UPLOAD);
    }

    private static Map<String, String> longTags() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            tags.put("tag-" + i, "x".repeat(250));
        }
        return tags;
    }
}
