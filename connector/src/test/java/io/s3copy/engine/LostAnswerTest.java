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

import static io.s3copy.engine.CopierOnStub.A_MOMENT;
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
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A lost answer becomes success, failure or an unknown outcome by a look at what stands there. */
@Tag("sdk")
class LostAnswerTest {

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void answer() {
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
        stub.s3.answer(COPY_OBJECT, copy -> Response.connectionCut());
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private static Response written(String eTag, Instant when) {
        return Response.empty(200)
                .withHeader("Content-Length", "9")
                .withHeader("ETag", eTag)
                .withHeader(
                        "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(when.atOffset(ZoneOffset.UTC)));
    }

    private void heads(Response source, Response destination) {
        stub.s3.answer(HEAD_OBJECT, head -> head.bucket().equals("in") ? source : destination);
    }

    @Test
    void theSourceStandingThereAnewIsSuccess() {
        heads(written(PLANNED, Instant.now().minusSeconds(3600)), written(PLANNED, Instant.now()));
        assertThat(stub.copied(settings().retryFor(A_MOMENT)).way()).isEqualTo(Way.SINGLE);
    }

    @Test
    void nothingThereIsAPassingFailure() {
        heads(written(PLANNED, Instant.now()), Response.empty(404));
        assertThat(stub.failure(settings())).isInstanceOf(TransientFailureException.class);
    }

    @Test
    void anObjectFromBeforeIsUnknown() {
        heads(written(PLANNED, Instant.now()), written(PLANNED, Instant.now().minusSeconds(3600)));
        assertThat(stub.failure(settings())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void anotherObjectIsUnknown() {
        heads(written(PLANNED, Instant.now()), written(OTHER, Instant.now()));
        assertThat(stub.failure(settings()))
                .isInstanceOf(UnknownOutcomeException.class)
                .hasMessageContaining("whether S3 did it is unknown");
    }

    @Test
    void aDestinationThatCannotBeLookedAtIsUnknown() {
        heads(written(PLANNED, Instant.now()), Response.empty(403));
        assertThat(stub.failure(settings())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void anAnswerThatWasLostIsRememberedWhateverTheLastAttemptIsTold() {
        heads(written(PLANNED, Instant.now()), written(OTHER, Instant.now()));
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(404, "NoSuchKey", "gone"));
        stub.s3.next(COPY_OBJECT, Response.connectionCut());
        assertThat(stub.failure(settings().onMissing(CopySettings.OnMissing.skip)))
                .isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aSettledCopyWithKmsPassesItsVerification() {
        Response source = written(PLANNED, Instant.now())
                .withHeader("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")
                .withHeader("x-amz-checksum-type", "FULL_OBJECT");
        heads(
                source,
                written(OTHER, Instant.now())
                        .withHeader("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")
                        .withHeader("x-amz-checksum-type", "FULL_OBJECT")
                        .withHeader("x-amz-server-side-encryption", "aws:kms")
                        .withHeader("x-amz-version-id", "v7"));
        CopyResult settled = stub.copied(settings().retryFor(A_MOMENT).verify(CopySettings.Verify.checksum));
        assertThat(settled.verified() + " " + settled.versionId()).isEqualTo("CHECKSUM v7");
    }

    @Test
    void aRefusalIsNoLostAnswer() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(503, "SlowDown", "slower"));
        assertThat(stub.failure(settings())).isInstanceOf(TransientFailureException.class);
        assertThat(stub.s3.operations()).doesNotContain(HEAD_OBJECT);
    }

    @Test
    void aConditionUnmetAfterALostAnswerIsUnknownWhereNothingCanBeCompared() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(412, "PreconditionFailed", "it exists"));
        stub.s3.next(COPY_OBJECT, Response.connectionCut());
        Response kms = written(PLANNED, Instant.now()).withHeader("x-amz-server-side-encryption", "aws:kms");
        heads(kms, kms);
        assertThat(stub.failure(
                        settings(),
                        request().set(CopyParameter.IF_NONE_MATCH, "*").build()))
                .isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aCompletionWithoutAnAnswerWhoseUploadIsStillOpenIsAbortedAndFails() {
        heads(Response.headObject(16 * MIB, PLANNED), Response.empty(404));
        stub.s3.answer(COMPLETE_MULTIPART_UPLOAD, complete -> Response.connectionCut());
        assertThat(stub.failure(inParts())).isInstanceOf(TransientFailureException.class);
        assertThat(stub.s3.operations()).contains(LIST_PARTS, ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void aCompletionWithoutAnAnswerWhoseUploadIsGoneIsUnknown() {
        heads(Response.headObject(16 * MIB, PLANNED), Response.empty(404));
        stub.s3.answer(COMPLETE_MULTIPART_UPLOAD, complete -> Response.connectionCut());
        stub.s3.answer(LIST_PARTS, list -> Response.error(404, "NoSuchUpload", "gone"));
        assertThat(stub.failure(inParts())).isInstanceOf(UnknownOutcomeException.class);
        assertThat(stub.s3.operations()).doesNotContain(ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void aLostBeginningIsToldAsAnUploadThatMayBeLeft() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.next(CREATE_MULTIPART_UPLOAD, Response.connectionCut());
        List<String> abandoned = new ArrayList<>();
        CopyListener listener = new CopyListener() {
            @Override
            public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
                abandoned.add(copy.key() + " " + uploadId);
            }
        };
        stub.copier(inParts().build(), listener)
                .copy(request().build(), KnownSource.NOTHING)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        assertThat(abandoned).containsExactly("copy null");
    }
}
