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
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_OBJECTS_V2;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.OnTagsDenied;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only S3's own words mean that something is missing, exists, has changed or is denied: a status alone says nothing. */
@Tag("sdk")
class MissingTest {
    @AutoClose
    private final CopierOnStub stub = new CopierOnStub();

    private static final Response PAGE =
            Response.notS3(404, "text/html", "<html><body><h1>404 Not Found</h1></body></html>");

    static Stream<Response> notOfS3() {
        return Stream.of(
                Response.notS3(404, "text/plain", "404 page not found"),
                PAGE,
                Response.notS3(404, "application/json", "{\"code\":\"NoSuchKey\"}"),
                Response.notS3(404, "text/xml", "<error>no backend</error>"),
                Response.notS3(404, "", ""));
    }

    private static void isPassing(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(TransientFailureException.class, passing -> {
            assertThat(passing.status()).isEqualTo(404);
            assertThat(passing.code()).isNull();
        });
    }

    // a call with a body

    @ParameterizedTest
    @MethodSource("notOfS3")
    void aCopyIsNotSkippedFor404OfAProxy(Response answer) {
        stub.s3.answer(COPY_OBJECT, copy -> answer);
        isPassing(stub.failure(settings().onMissing(OnMissing.skip)));
        assertThat(stub.s3.requests(COPY_OBJECT)).hasSizeGreaterThan(1);
    }

    @Test
    void aCopyIsSkippedForTheWordsOfS3() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(404, "NoSuchVersion", "gone"));
        assertThat(stub.copied(settings().onMissing(OnMissing.skip)).skipped()).isEqualTo(CopyResult.SOURCE_MISSING);
    }

    @Test
    void aDestinationThatMustBeThereIsNotTakenForTheSource() {
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(404, "NoSuchKey", "nothing to match"));
        Throwable failure = stub.failure(
                settings().onMissing(OnMissing.skip),
                request().set(CopyParameter.IF_MATCH, PLANNED).build());
        assertThat(failure).isInstanceOf(ObjectFailureException.class);
    }

    // HEAD

    @Test
    void aHeadThatS3HasAnsweredIsBelieved() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        assertThat(stub.copied(inParts().onMissing(OnMissing.skip)).skipped()).isEqualTo(CopyResult.SOURCE_MISSING);
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, HEAD_BUCKET);
    }

    @Test
    void aHeadOfAServerWithoutRequestIdsIsLookedAtOnceMore() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.notS3(404, "", ""));
        stub.s3.answer(GET_OBJECT, get -> Response.error(404, "NoSuchKey", "gone"));
        assertThat(stub.copied(inParts().onMissing(OnMissing.skip)).skipped()).isEqualTo(CopyResult.SOURCE_MISSING);
        RecordedRequest look = stub.s3.only(GET_OBJECT);
        assertThat(look.header("Range")).contains("bytes=0-0");
        assertThat(look.bucket() + "/" + look.key()).isEqualTo("in/a b+c");
    }

    @Test
    void theWordsOfAServerWithoutRequestIdsAreS3s() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.notS3(404, "", ""));
        stub.s3.answer(
                GET_OBJECT,
                get -> Response.notS3(
                        404, "application/xml", "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>"));
        assertThat(stub.copied(inParts().onMissing(OnMissing.skip)).skipped()).isEqualTo(CopyResult.SOURCE_MISSING);
    }

    @ParameterizedTest
    @MethodSource("notOfS3")
    void aHeadThatNoWordsOfS3FollowFails(Response answer) {
        stub.s3.answer(HEAD_OBJECT, head -> Response.notS3(404, "", ""));
        stub.s3.answer(GET_OBJECT, get -> answer);
        isPassing(stub.failure(inParts().onMissing(OnMissing.skip)));
    }

    @Test
    void aHeadThatTheObjectItselfContradictsFails() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.notS3(404, "", ""));
        stub.s3.answer(GET_OBJECT, get -> Response.headObject(1, PLANNED).withStatus(206));
        isPassing(stub.failure(inParts().onMissing(OnMissing.skip)));
    }

    @Test
    void aBucketIsMissingOnlyInTheWordsOfS3() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        stub.s3.answer(HEAD_BUCKET, head -> Response.notS3(404, "", ""));
        stub.s3.answer(LIST_OBJECTS_V2, list -> PAGE);
        isPassing(stub.failure(inParts().onMissing(OnMissing.skip)));
        stub.s3.answer(LIST_OBJECTS_V2, list -> Response.error(404, "NoSuchBucket", "gone"));
        assertThat(S3CallException.isBucketMissing(stub.failure(inParts()))).isTrue();
    }

    // what stands at the destination

    @Test
    void aBare412DoesNotSayThatTheDestinationExists() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.empty(404));
        stub.s3.answer(COPY_OBJECT, copy -> Response.notS3(412, "", ""));
        assertThat(stub.failure(settings().ifExists(IfExists.skip))).isInstanceOf(S3CallException.class);
        stub.s3.answer(COPY_OBJECT, copy -> Response.error(412, "PreconditionFailed", "it exists"));
        assertThat(stub.copied(settings().ifExists(IfExists.skip)).skipped()).isEqualTo("the destination exists");
    }

    @Test
    void aCopyThatIsVerifiedIsNotGoneForA404OfAProxy() {
        AtomicInteger looks = new AtomicInteger();
        stub.s3.answer(
                HEAD_OBJECT,
                head -> head.bucket().equals("in")
                        ? Response.headObject(9, PLANNED)
                        : looks.getAndIncrement() == 0 ? Response.notS3(404, "", "") : Response.headObject(9, PLANNED));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        stub.s3.answer(GET_OBJECT, get -> PAGE);
        CopyResult result = stub.copied(settings().verify(CopySettings.Verify.size));
        assertThat(result.isCopied()).isTrue();
    }

    // a move

    @Test
    void aMoveDoesNotTakeA404OfAProxyForAChange() {
        AtomicInteger heads = new AtomicInteger();
        stub.s3.answer(
                HEAD_OBJECT,
                head -> heads.getAndIncrement() == 0 ? Response.headObject(9, PLANNED) : Response.notS3(404, "", ""));
        stub.s3.answer(GET_OBJECT, get -> PAGE);
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        isPassing(stub.failure(settings().deleteSource(DeleteSource.marker)));
    }

    @Test
    void aPageIsNoDeletion() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(9, PLANNED));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
        stub.s3.answer(DELETE_OBJECT, delete -> Response.notS3(200, "text/html", "<html>Welcome</html>"));
        assertThat(stub.failure(settings().deleteSource(DeleteSource.marker)))
                .isInstanceOf(TransientFailureException.class);
    }

    // uploads

    @Test
    void anUploadIsNotGoneForA404OfAProxy() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(GET_OBJECT_TAGGING, get -> Response.tagging(Map.of()));
        stub.s3.answer(UPLOAD_PART_COPY, part -> Response.error(400, "InvalidArgument", "no"));
        stub.s3.answer(ABORT_MULTIPART_UPLOAD, abort -> PAGE);
        stub.s3.answer(LIST_PARTS, list -> PAGE);
        AtomicInteger abandoned = new AtomicInteger();
        CopyListener counting = new CopyListener() {
            @Override
            public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
                abandoned.incrementAndGet();
            }
        };
        assertThat(stub.copier(inParts().retryFor(CopierOnStub.A_MOMENT).build(), counting)
                        .copy(request().build(), KnownSource.NOTHING))
                .failsWithin(java.time.Duration.ofSeconds(30));
        assertThat(abandoned).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("looksAfterAnAbort")
    void anUploadIsGoneOnlyIfS3SaysSo(Response looked, int abandonedOnes) {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(GET_OBJECT_TAGGING, get -> Response.tagging(Map.of()));
        stub.s3.answer(UPLOAD_PART_COPY, part -> Response.error(400, "InvalidArgument", "no"));
        stub.s3.answer(LIST_PARTS, list -> looked);
        AtomicInteger abandoned = new AtomicInteger();
        CopyListener counting = new CopyListener() {
            @Override
            public void uploadAbandoned(CopyTask copy, @Nullable String uploadId) {
                abandoned.incrementAndGet();
            }
        };
        assertThat(stub.copier(inParts().retryFor(CopierOnStub.A_MOMENT).build(), counting)
                        .copy(request().build(), KnownSource.NOTHING))
                .failsWithin(java.time.Duration.ofSeconds(30));
        assertThat(abandoned).hasValue(abandonedOnes);
    }

    static Stream<Arguments> looksAfterAnAbort() {
        return Stream.of(
                arguments(PAGE, 1),
                arguments(Response.error(503, "SlowDown", "later"), 1),
                arguments(Response.notS3(403, "text/html", "<html>Forbidden</html>"), 1),
                arguments(Response.error(404, "NoSuchUpload", "gone"), 0),
                // its yes to the abort stands
                arguments(Response.error(403, "AccessDenied", "no"), 0));
    }

    // tags

    @Test
    void tagsAreNotDeniedByA403OfAProxy() {
        stub.s3.answer(HEAD_OBJECT, head -> Response.headObject(16 * MIB, PLANNED));
        stub.s3.answer(GET_OBJECT_TAGGING, get -> Response.notS3(403, "text/plain", "blocked"));
        assertThat(stub.failure(inParts().onTagsDenied(OnTagsDenied.ignore)))
                .isInstanceOf(SystemicFailureException.class);
    }
}
