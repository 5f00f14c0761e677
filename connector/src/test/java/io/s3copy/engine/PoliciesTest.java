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
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the policies say of missing objects, refusals, and uploads that others touch. */
class PoliciesTest {
    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

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
}
