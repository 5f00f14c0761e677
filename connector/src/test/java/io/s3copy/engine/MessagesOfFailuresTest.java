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
import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What failures say beside their code: which bucket, which header, which way out. */
@Tag("sdk")
class MessagesOfFailuresTest {
    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    private static Response noBucket(String element) {
        return Response.xml(
                404,
                "<Error><Code>NoSuchBucket</Code><Message>The bucket does not exist</Message>" + element + "</Error>");
    }

    @Test
    void theMissingBucketIsTheOneThatS3Names() {
        stub.s3.answer(COPY_OBJECT, copy -> noBucket("<BucketName>in</BucketName>"));
        assertThat(stub.failure(settings())).hasMessageContaining("the source's bucket in");
        stub.s3.answer(COPY_OBJECT, copy -> noBucket("<BucketName>out</BucketName>"));
        assertThat(stub.failure(settings())).hasMessageContaining("the destination's bucket out");
        assertThat(stub.s3.requests(HEAD_BUCKET)).isEmpty();
    }

    @Test
    void theMissingBucketIsLookedForWhereS3DoesNotNameIt() {
        stub.s3.answer(COPY_OBJECT, copy -> noBucket(""));
        stub.s3.answer(HEAD_BUCKET, head -> Response.empty(200));
        assertThat(stub.failure(settings())).hasMessageContaining("the source's bucket in");
        stub.s3.answer(HEAD_BUCKET, head -> Response.empty(404));
        assertThat(stub.failure(settings())).hasMessageContaining("the destination's bucket out");
    }

    @Test
    void theUnknownHeaderIsTheOneThatTheServerNames() {
        stub.s3.answer(
                COPY_OBJECT,
                copy -> Response.xml(
                        501,
                        "<Error><Code>NotImplemented</Code><Message>A header is not implemented</Message>"
                                + "<Header>x-amz-storage-class</Header></Error>"));
        assertThat(stub.failure(settings())).hasMessageContaining("(header x-amz-storage-class)");
    }

    @Test
    void whereTheServerNamesNoneTheUnusualHeadersAreListedWithoutTheirValues() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(501, "NotImplemented", "A header is not implemented"));
        assertThat(stub.failure(
                        settings(),
                        request().set(CopyParameter.STORAGE_CLASS, "GLACIER_IR").build()))
                .hasMessageContaining("x-amz-storage-class")
                .message()
                .doesNotContain("GLACIER_IR");
    }

    @Test
    void aServerThatCopiesNoPartsFailsTheCopyAtOnceAndTheWayOutIsSaid() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(UPLOAD_PART_COPY, part -> Response.error(501, "NotImplemented", "no"));
        assertThat(stub.failure(inParts()))
                .isInstanceOf(ObjectFailureException.class)
                .hasMessageContaining("does not copy parts (UploadPartCopy)")
                .hasMessageContaining("operation=copyObject");
        assertThat(stub.s3.requests(UPLOAD_PART_COPY)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatS3SaysFillsNoLogWithFrames() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(403, "AccessDenied", "no"));
        Throwable cause = stub.failure(settings()).getCause();
        // the lean client has no words of another's to tell
        assertThat(cause == null ? 0 : cause.getStackTrace().length).isZero();
    }
}
