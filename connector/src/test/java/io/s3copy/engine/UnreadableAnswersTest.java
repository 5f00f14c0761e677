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
import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_MULTIPART_UPLOADS;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.s3.Limits;
import io.s3copy.testkit.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A 200 is read if it says plainly what it means; one that cannot be read is settled by a look before any repeat. */
@Tag("sdk")
class UnreadableAnswersTest {

    private static final String GARBLED = "<?xml version=\"1.0\"?><CopyObjectResult><ETag>";

    private static final Duration FOR_LONG = Duration.ofHours(1);

    @AutoClose
    private final CopierOnStub stub = CopierOnStub.withoutTags();

    private static Response written(String eTag, long size) {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        return Response.headObject(size, eTag)
                .withoutHeaders(name -> name.equals("last-modified"))
                .withHeader("Last-Modified", now);
    }

    static Stream<Response> plain() {
        String result = "<CopyObjectResult><LastModified>2026-04-01T10:00:00.000Z</LastModified><ETag>" + PLANNED
                + "</ETag></CopyObjectResult>";
        String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + result;
        String rfc1123 = declared.replace("2026-04-01T10:00:00.000Z", "Wed, 01 Apr 2026 10:00:00 GMT");
        return Stream.of(
                Response.xml(200, " " + declared),
                Response.xml(200, "\n" + declared),
                Response.xml(200, "\uFEFF" + declared),
                Response.xml(200, declared).ledByWhiteSpace(3),
                Response.xml(200, rfc1123),
                Response.xml(200, declared.replace("2026-04-01T10:00:00.000Z", "")));
    }

    @ParameterizedTest
    @MethodSource("plain")
    void whatIsPlainIsRead(Response answer) {
        stub.s3.answer(COPY_OBJECT, copy -> answer);
        assertThat(stub.copied(settings().retryFor(FOR_LONG)).eTag()).isEqualTo(PLANNED);
        assertThat(stub.s3.operations()).containsExactly(COPY_OBJECT);
    }

    @Test
    void aHeadWithADateOfXmlIsRead() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(9, PLANNED)
                        .withoutHeaders(name -> name.equals("last-modified"))
                        .withHeader("Last-Modified", "2026-04-01T10:00:00Z"));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        assertThat(stub.copied(settings().verify(CopySettings.Verify.size)).isCopied())
                .isTrue();
    }

    @Test
    void aCopyWhoseAnswerCannotBeReadIsLookedAtAndNotRepeated() {
        stub.heads(Response.headObject(9, PLANNED), written(PLANNED, 9));
        stub.s3.answer(COPY_OBJECT, copy -> Response.xml(200, GARBLED));
        assertThat(stub.copied(settings().retryFor(FOR_LONG)).way()).isEqualTo(Way.SINGLE);
        assertThat(stub.s3.operations()).containsExactly(COPY_OBJECT, HEAD_OBJECT, HEAD_OBJECT);
    }

    @Test
    void aCopyThatDoesNotStandThereIsRepeatedAFewTimes() {
        stub.heads(Response.headObject(9, PLANNED), Response.empty(404));
        stub.s3.answer(COPY_OBJECT, copy -> Response.xml(200, GARBLED));
        Throwable failure =
                stub.lastingFailure(settings().retryFor(FOR_LONG), request().build());
        assertThat(failure).isInstanceOf(TransientFailureException.class);
        assertThat(stub.s3.requests(COPY_OBJECT)).hasSize(5);
    }

    @Test
    void aPageInPassingIsRepeated() {
        stub.heads(Response.headObject(9, PLANNED), Response.empty(404));
        stub.s3.next(COPY_OBJECT, Response.notS3(200, "text/plain", "Welcome"));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        assertThat(stub.copied(settings().retryFor(FOR_LONG)).isCopied()).isTrue();
        assertThat(stub.s3.requests(COPY_OBJECT)).hasSize(2);
    }

    @Test
    void aPartWhoseAnswerCannotBeReadIsListedAndNotRepeated() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(10 * MIB, PLANNED));
        stub.s3.answer(UPLOAD_PART_COPY, part -> Response.xml(200, GARBLED));
        stub.s3.answer(
                LIST_PARTS,
                list -> Response.listPartsResult(
                        "out", "copy", "u", new TreeMap<>(Map.of(1, "\"one\"", 2, "\"two\""))));
        CopySettings.Builder five =
                settings().multipartThreshold(Limits.MIN_PART).partSize(new PartSize.Fixed(5 * MIB));
        assertThat(stub.copied(five).parts()).isEqualTo(2);
        assertThat(stub.s3.requests(UPLOAD_PART_COPY)).hasSize(2);
        assertThat(stub.s3.only(COMPLETE_MULTIPART_UPLOAD).body())
                .asString()
                .contains("one")
                .contains("two");
    }

    @Test
    void anUploadWhoseAnswerCannotBeReadIsAbortedBeforeAnotherIsBegun() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.next(CREATE_MULTIPART_UPLOAD, Response.xml(200, GARBLED));
        stub.s3.answer(
                LIST_MULTIPART_UPLOADS,
                list -> Response.xml(
                        200,
                        "<ListMultipartUploadsResult><Bucket>out</Bucket><IsTruncated>false</IsTruncated><Upload>"
                                + "<Key>copy</Key><UploadId>lost</UploadId><Initiated>" + Instant.now()
                                + "</Initiated></Upload></ListMultipartUploadsResult>"));
        stub.s3.answer(
                LIST_PARTS, list -> Response.listPartsResult("out", "copy", "lost", new TreeMap<Integer, String>()));
        assertThat(stub.copied(inParts().retryFor(FOR_LONG)).way()).isEqualTo(Way.MULTIPART);
        assertThat(stub.s3.requests(ABORT_MULTIPART_UPLOAD))
                .extracting(abort -> abort.queryParameter("uploadId").orElseThrow())
                .contains("lost");
    }

    @Test
    void anUploadThatIsBegunWithoutAWordAndNotFoundFailsTheCopyInPassingAndIsNamed() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(CREATE_MULTIPART_UPLOAD, create -> Response.xml(200, GARBLED));
        stub.s3.answer(LIST_MULTIPART_UPLOADS, list -> Response.error(403, "AccessDenied", "no listing"));
        assertThat(stub.failure(inParts().retryFor(FOR_LONG)))
                .as("nothing can have become visible, and another try may succeed")
                .isInstanceOf(TransientFailureException.class)
                .hasMessageContaining("nothing was copied, but an upload without parts may be left")
                .hasMessageContaining("operation=cleanup");
        assertThat(stub.s3.requests(CREATE_MULTIPART_UPLOAD))
                .as("each could leave another")
                .hasSize(1);
    }

    @Test
    void aKeyThatXmlCannotSayIsCopiedInPartsByOneUpload() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(
                CREATE_MULTIPART_UPLOAD,
                create -> Response.xml(
                        200,
                        "<?xml version=\"1.0\"?><InitiateMultipartUploadResult><Bucket>out</Bucket>"
                                + "<Key>bell&#x7;.bin</Key><UploadId>u</UploadId></InitiateMultipartUploadResult>"));
        CopyResult result = stub.copied(
                inParts().retryFor(FOR_LONG),
                request().destination("out", "bell\u0007.bin").build(),
                KnownSource.NOTHING);
        assertThat(result.way()).isEqualTo(Way.MULTIPART);
        assertThat(stub.s3.requests(CREATE_MULTIPART_UPLOAD)).hasSize(1);
    }
}
