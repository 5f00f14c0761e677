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
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.RESTORE_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.OnArchived;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.s3.Restore;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of a source that must be restored first. */
class ArchivedSourceTest {

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    // onArchived

    @Test
    void anArchivedSourceIsHadRestoredAndSkipped() {
        stub.s3.next(COPY_OBJECT, Response.error(403, "InvalidObjectState", "archived"));
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(9, PLANNED).withHeader("x-amz-storage-class", "GLACIER"));
        stub.s3.answer(RESTORE_OBJECT, restore -> Response.empty(202));
        CopyResult result =
                stub.copied(settings().onArchived(OnArchived.restore).restore(new Restore(3, "Bulk")));
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
}
