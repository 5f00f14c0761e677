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
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.s3.MultipartETag;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.CapturedLog;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.logging.log4j.Level;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The upload tells first what became of a completion without an answer, and what stands at the destination after it. */
@Tag("sdk")
class LostAnswerToCompleteTest {

    private static final Response NO_UPLOAD = Response.error(404, "NoSuchUpload", "gone");

    private static final String MADE = MultipartETag.of(List.of(
                    new CompletedPart(1, "\"%032x\"".formatted(1), Map.of()),
                    new CompletedPart(2, "\"%032x\"".formatted(2), Map.of())))
            .orElseThrow();

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void lose() {
        destination(Response.empty(404));
        stub.s3.answer(COMPLETE_MULTIPART_UPLOAD, complete -> NO_UPLOAD);
        stub.s3.next(COMPLETE_MULTIPART_UPLOAD, Response.connectionCut());
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private void destination(Response there) {
        stub.s3.answer(
                HEAD_OBJECT, head -> head.bucket().equals("in") ? Response.headObject(16 * MIB, PLANNED) : there);
    }

    private void listing(Response answer) {
        stub.s3.answer(LIST_PARTS, list -> answer);
    }

    @Test
    void anEqualObjectFromBeforeIsNotTakenForOursWhileTheUploadIsOpen() {
        destination(Response.headObject(16 * MIB, MADE));
        assertThat(stub.failure(inParts())).isInstanceOf(ObjectFailureException.class);
        assertThat(stub.s3.operations()).contains(ABORT_MULTIPART_UPLOAD);
    }

    @Test
    void anEqualObjectIsOursWhenTheUploadIsGone() {
        destination(Response.headObject(16 * MIB, MADE));
        listing(NO_UPLOAD);
        assertThat(stub.copied(inParts().retryFor(A_MOMENT)).eTag()).isEqualTo(MADE);
    }

    @Test
    void anUploadThatIsListedWithoutPartsIsGone() {
        destination(Response.headObject(16 * MIB, MADE));
        listing(Response.listPartsResult("out", "copy", "upload-1", new TreeMap<>()));
        assertThat(stub.copied(inParts().retryFor(A_MOMENT)).eTag()).isEqualTo(MADE);
    }

    @Test
    void anEqualObjectFromBeforeIsUnknownWhereTheUploadMayNotBeListed() {
        destination(Response.headObject(16 * MIB, MADE));
        listing(Response.error(403, "AccessDenied", "no"));
        assertThat(stub.failure(inParts())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aLostAnswerIsRememberedWhateverTheLastAttemptIsTold() {
        listing(NO_UPLOAD);
        assertThat(stub.failure(inParts())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aLostAnswerBeforeARefusalIsRemembered() {
        stub.s3.answer(COMPLETE_MULTIPART_UPLOAD, complete -> Response.error(400, "InvalidPart", "none"));
        listing(NO_UPLOAD);
        assertThat(stub.failure(inParts())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aDestinationThatCannotBeLookedAtIsUnknown() {
        destination(Response.empty(403));
        listing(NO_UPLOAD);
        assertThat(stub.failure(inParts())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aSettledCompletionCarriesWhatTheLookTold() {
        destination(Response.headObject(16 * MIB, MADE)
                .withHeader("x-amz-version-id", "v7")
                .withHeader("x-amz-server-side-encryption", "AES256")
                .withHeader("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")
                .withHeader("x-amz-checksum-type", "FULL_OBJECT"));
        listing(NO_UPLOAD);
        assertThat(stub.copied(inParts().retryFor(A_MOMENT)).s3())
                .extracting(S3Result::members, InstanceOfAssertFactories.map(CopyParameter.class, Object.class))
                .containsEntry(CopyParameter.RESULT_VERSION_ID, "v7")
                .containsEntry(CopyParameter.RESULT_SERVER_SIDE_ENCRYPTION, "AES256")
                .containsEntry(CopyParameter.RESULT_CHECKSUM_CRC64NVME, "AAAAAAAAAAA=")
                .containsEntry(CopyParameter.RESULT_CHECKSUM_TYPE, "FULL_OBJECT");
    }

    @Test
    void aSettledCompletionWithKmsIsKnownByItsChecksum() {
        stub.s3.answer(HEAD_OBJECT, head -> {
            Response there = Response.headObject(16 * MIB, head.bucket().equals("in") ? PLANNED : "\"ab-2\"")
                    .withHeader("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=")
                    .withHeader("x-amz-checksum-type", "FULL_OBJECT");
            return head.bucket().equals("in") ? there : there.withHeader("x-amz-server-side-encryption", "aws:kms");
        });
        listing(NO_UPLOAD);
        assertThat(stub.copied(inParts().retryFor(A_MOMENT)).verified()).isEqualTo(Verified.CHECKSUM);
    }

    @Test
    void whatTellsThatItWasCompletedIsLogged() {
        destination(Response.headObject(16 * MIB, MADE));
        listing(NO_UPLOAD);
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.engine.UploadCompletion", Level.DEBUG))) {
            assertThat(stub.copied(inParts().retryFor(A_MOMENT)).eTag()).isEqualTo(MADE);
            assertThat(log.text())
                    .contains("out/copy: the completion failed, but may have been done (")
                    .contains("out/copy: the upload is gone, and the object at the destination is what the parts make");
        }
    }

    @Test
    void anUploadWhoseOutcomeIsUnknownIsToldAndLoggedAsLeft() {
        listing(NO_UPLOAD);
        List<String> abandoned = new ArrayList<>();
        CopyListener listener = new CopyListener() {
            @Override
            public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
                abandoned.add(uploadId);
            }
        };
        try (CapturedLog log = new CapturedLog(Map.of("io.s3copy.engine.MultipartCopy", Level.WARN))) {
            assertThat(stub.copier(inParts().retryFor(A_MOMENT).build(), listener)
                            .copy(CopierOnStub.request().build(), KnownSource.NOTHING))
                    .failsWithin(Duration.ofSeconds(30));
            assertThat(log.text() + abandoned).contains("WARN", "Upload upload-1 to copy in bucket out", "[upload-1]");
        }
    }
}
