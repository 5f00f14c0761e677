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
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A move deletes the source of a proven copy, and nothing else. */
class MoveTest {

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void answer() {
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, PLANNED));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        stub.s3.answer(DELETE_OBJECT, delete -> Response.empty(204));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private static CopySettings.Builder moving() {
        return settings().deleteSource(DeleteSource.marker);
    }

    @Test
    void theSourceIsDeletedOnConditionOfTheCopiedETag() {
        CopyResult result = stub.copied(moving());
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, COPY_OBJECT, HEAD_OBJECT, DELETE_OBJECT);
        assertThat(stub.s3.only(COPY_OBJECT).header("x-amz-copy-source-if-match"))
                .contains(PLANNED);
        RecordedRequest delete = stub.s3.only(DELETE_OBJECT);
        assertThat(delete.header("If-Match")).contains(PLANNED);
        assertThat(delete.bucket() + "/" + delete.key()).isEqualTo("in/a b+c");
        assertThat(delete.queryParameter("versionId")).isEmpty();
    }

    @Test
    void aMarkerIsToldFromADeletion() {
        stub.s3.answer(DELETE_OBJECT, delete -> Response.empty(204).withHeader("x-amz-delete-marker", "true"));
        assertThat(stub.copied(moving()).sourceDeleted()).isEqualTo(SourceDeleted.MARKER);
    }

    @Test
    void theCopiedVersionIsDeletedWhenThatIsAskedFor() {
        stub.s3.answer(
                COPY_OBJECT,
                copy -> Response.copyObjectResult(PLANNED).withHeader("x-amz-copy-source-version-id", "v7"));
        assertThat(stub.copied(settings().deleteSource(DeleteSource.version)).sourceDeleted())
                .isEqualTo(SourceDeleted.DELETED);
        assertThat(stub.s3.only(DELETE_OBJECT).queryParameter("versionId")).contains("v7");
    }

    @Test
    void aNewerObjectSurvives() {
        AtomicInteger heads = new AtomicInteger();
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, heads.getAndIncrement() == 0 ? PLANNED : OTHER));
        CopyResult result = stub.copied(moving());
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.CHANGED);
        assertThat(stub.s3.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void aNewerObjectSurvivesThatComesBetweenLookAndDeletion() {
        stub.s3.answer(DELETE_OBJECT, delete -> Response.error(412, "PreconditionFailed", "changed"));
        assertThat(stub.copied(moving()).sourceDeleted()).isEqualTo(SourceDeleted.CHANGED);
    }

    @Test
    void aCopyThatItsCallsDoNotProveIsLookedAtBeforeItsSourceIsDeleted() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(9, head.bucket().equals("in") ? PLANNED : OTHER)
                        .withHeader("x-amz-server-side-encryption", "aws:kms"));
        stub.s3.answer(
                COPY_OBJECT,
                copy -> Response.copyObjectResult(OTHER).withHeader("x-amz-server-side-encryption", "aws:kms"));
        CopyResult result = stub.copied(moving());
        assertThat(result.verified()).isEqualTo(Verified.SIZE);
        assertThat(stub.s3.operations())
                .containsExactly(HEAD_OBJECT, COPY_OBJECT, HEAD_OBJECT, HEAD_OBJECT, DELETE_OBJECT);
        assertThat(stub.s3.requests(HEAD_OBJECT).get(1).bucket()).isEqualTo("out");
    }

    @Test
    void aCopyThatDoesNotVerifyKeepsItsSource() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(OTHER));
        assertThat(stub.failure(moving()))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("is not the source");
        assertThat(stub.s3.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void aSkippedCopyKeepsItsSource() {
        assertThat(stub.copied(moving().ifExists(IfExists.skip)).way()).isEqualTo(CopyResult.Way.SKIPPED);
        assertThat(stub.s3.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void anUnknownOutcomeKeepsTheSource() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.connectionCut());
        assertThat(stub.failure(moving())).isInstanceOf(UnknownOutcomeException.class);
        assertThat(stub.s3.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void aSourceThatMayNotBeDeletedFailsTheMove() {
        stub.s3.answer(DELETE_OBJECT, delete -> Response.error(403, "AccessDenied", "no"));
        assertThat(stub.failure(moving()))
                .isInstanceOfSatisfying(
                        SystemicFailureException.class,
                        denied -> assertThat(denied.api()).isEqualTo("DeleteObject"));
    }

    @Test
    void aCopyInPartsIsMovedToo() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(
                io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD,
                complete -> Response.completeMultipartUploadResult("out", "copy", PLANNED));
        CopyResult result = stub.copied(inParts().deleteSource(DeleteSource.marker));
        assertThat(result.sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
        assertThat(stub.s3.operations()).endsWith(DELETE_OBJECT);
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsRecognised() {
        AtomicInteger heads = new AtomicInteger();
        stub.s3.answer(
                HEAD_OBJECT,
                head -> heads.incrementAndGet() <= 2 ? Response.headObject(9, PLANNED) : Response.empty(404));
        stub.s3.answer(DELETE_OBJECT, delete -> Response.error(412, "PreconditionFailed", "gone"));
        stub.s3.next(DELETE_OBJECT, Response.connectionCut());
        assertThat(stub.copied(moving()).sourceDeleted()).isEqualTo(SourceDeleted.DELETED);
    }

    @Test
    void aCopyThatVanishesBeforeItIsVerifiedIsNoMissingSource() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> head.bucket().equals("in")
                        ? Response.headObject(9, PLANNED).withHeader("x-amz-server-side-encryption", "aws:kms")
                        : Response.empty(404));
        assertThat(stub.failure(moving().onMissing(CopySettings.OnMissing.skip)))
                .isInstanceOf(CopyFailedException.class)
                .hasMessageContaining("gone before it was verified");
        assertThat(stub.s3.operations()).doesNotContain(DELETE_OBJECT);
    }

    @Test
    void anObjectIsNotMovedOntoItself() {
        CopyRequest self = CopyRequest.builder()
                .source("out", "copy")
                .destination("out", "copy")
                .set(io.s3copy.parameter.CopyParameter.STORAGE_CLASS, "STANDARD_IA")
                .build();
        assertThat(stub.failure(moving(), self))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("deleteSource");
        assertThat(stub.s3.operations()).isEmpty();
    }

    @Test
    void anAccessPointMayLeadToTheSourceItself() {
        CopyRequest maybeSelf = CopyRequest.builder()
                .source("in", "copy")
                .destination("arn:aws:s3:eu-west-1:123456789012:accesspoint/writer", "copy")
                .build();
        assertThat(stub.failure(moving(), maybeSelf))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("access point");
        assertThat(stub.s3.operations()).isEmpty();
    }

    @Test
    void anOldVersionMayBeMovedToTheTop() {
        CopyRequest self = CopyRequest.builder()
                .set(io.s3copy.parameter.CopyParameter.COPY_SOURCE, new CopySource("out", "copy", "v1"))
                .destination("out", "copy")
                .build();
        stub.copied(settings().deleteSource(DeleteSource.version), self, KnownSource.NOTHING);
        assertThat(stub.s3.only(DELETE_OBJECT).queryParameter("versionId")).contains("v1");
    }

    @Test
    void aMoveWithoutVerificationIsRefused() {
        CopySettings.Builder blind = moving().verify(Verify.none);
        assertThatThrownBy(blind::build).isInstanceOf(IllegalArgumentException.class);
    }
}
