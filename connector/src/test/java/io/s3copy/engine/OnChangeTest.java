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
import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.OnChange;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.testkit.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of a source that changes while it is copied. */
class OnChangeTest {

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

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
}
