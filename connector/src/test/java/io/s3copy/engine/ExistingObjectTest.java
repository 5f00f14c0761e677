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

import static io.s3copy.engine.CopierOnStub.OTHER;
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of an object that is at the destination already. */
class ExistingObjectTest {

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    // ifExists=skipIfSame

    @Test
    void aDestinationWithTheSameContentIsSkipped() {
        stub.heads(Response.headObject(9, PLANNED), Response.headObject(9, PLANNED));
        CopyResult result = stub.copied(settings().ifExists(IfExists.skipIfSame));
        assertThat(result.skipped()).isEqualTo("the destination is the same");
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, HEAD_OBJECT);
    }

    @Test
    void aDestinationOfTheSameSizeWithAnotherETagIsReplaced() {
        stub.heads(Response.headObject(9, PLANNED), Response.headObject(9, OTHER));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, HEAD_OBJECT, COPY_OBJECT);
    }

    @Test
    void aDestinationWithTheSameChecksumIsTheSameWhateverItsETag() {
        stub.heads(
                withSum(Response.headObject(9, "\"" + "a".repeat(32) + "-2\""), "AAAAAAAAAAA="),
                withSum(Response.headObject(9, OTHER), "AAAAAAAAAAA="));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SKIPPED);
    }

    @Test
    void whatCannotBeComparedIsCopied() {
        stub.heads(
                Response.headObject(9, PLANNED).withHeader("x-amz-server-side-encryption", "aws:kms"),
                Response.headObject(9, PLANNED).withHeader("x-amz-server-side-encryption", "aws:kms"));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SINGLE);
    }

    @Test
    void withoutADestinationThereIsNothingToCompare() {
        stub.heads(Response.headObject(9, PLANNED), Response.empty(404));
        assertThat(stub.copied(settings().ifExists(IfExists.skipIfSame)).way()).isEqualTo(Way.SINGLE);
    }

    // ifExists=skip beside a condition of the caller's

    @Test
    void aConditionThatWantsAnObjectThereOutweighsThePolicyToSkipIt() {
        stub.heads(Response.headObject(9, PLANNED), Response.headObject(9, OTHER));
        CopyRequest onlyOver = request().set(CopyParameter.IF_MATCH, OTHER).build();
        CopyResult result = stub.copied(settings().ifExists(IfExists.skip), onlyOver, KnownSource.NOTHING);
        assertThat(result.way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.only(COPY_OBJECT).header("if-match")).contains(OTHER);
    }

    @Test
    void aConditionThatWantsAnotherObjectThereFailsBesideThePolicyToSkip() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(412, "PreconditionFailed", "another"));
        stub.heads(Response.headObject(9, PLANNED), Response.headObject(9, PLANNED));
        CopyRequest onlyOver = request().set(CopyParameter.IF_MATCH, OTHER).build();
        assertThat(stub.failure(settings().ifExists(IfExists.skip), onlyOver))
                .isInstanceOf(ObjectFailureException.class)
                .hasMessageContaining("412");
    }

    private static Response withSum(Response head, String sum) {
        return head.withHeader("x-amz-checksum-crc64nvme", sum).withHeader("x-amz-checksum-type", "FULL_OBJECT");
    }
}
