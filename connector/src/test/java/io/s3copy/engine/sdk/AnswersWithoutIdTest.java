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
package io.s3copy.engine.sdk;

import static io.s3copy.testkit.S3Operation.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.DELETE_OBJECT;
import static io.s3copy.testkit.S3Operation.LIST_PARTS;
import static io.s3copy.testkit.S3Operation.PUT_OBJECT_TAGGING;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Answers of servers that send no request id are believed where they are in S3's shape, and a page is not. */
@Tag("sdk")
class AnswersWithoutIdTest {

    private static final String PAGE = "<html><body>Welcome</body></html>";
    private static final String LISTED = "<ListPartsResult><UploadId>u</UploadId><Part><PartNumber>1</PartNumber>"
            + "<ETag>\"e\"</ETag><Size>5</Size></Part></ListPartsResult>";

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    @AutoClose
    private final S3AsyncClient client = s3.newClient();

    private final S3Calls calls = CallsUnderTest.on(client);

    private static CopyRequest upload() {
        return CopyRequest.builder()
                .source("in", "key")
                .destination("out", "key")
                .set(CopyParameter.UPLOAD_ID, "u")
                .build();
    }

    private static ObjectQuery object() {
        return ObjectQuery.ofDestination(upload());
    }

    private static boolean isBelieved(CompletableFuture<?> call) {
        try {
            call.join();
            return true;
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(S3CallException.class);
            return false;
        }
    }

    private CompletableFuture<?> list() {
        return calls.call(S3Call.LIST_PARTS, upload().carriedBy(S3Call.LIST_PARTS));
    }

    private CompletableFuture<?> abort() {
        return calls.call(S3Call.ABORT_MULTIPART_UPLOAD, upload().carriedBy(S3Call.ABORT_MULTIPART_UPLOAD));
    }

    @Test
    void noContentIsWhatS3AnswersWhateverItsTypeIsSaidToBe() {
        s3.answer(DELETE_OBJECT, delete -> Response.notS3(204, "text/html", ""));
        s3.answer(ABORT_MULTIPART_UPLOAD, abort -> Response.notS3(204, "text/plain", ""));
        assertThat(isBelieved(calls.deleteObject(object()))).isTrue();
        assertThat(isBelieved(abort())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml; charset=utf-8, true", "TEXT/XML, true", "application/xml, true", "'', true",
        "text/html, false", "text/plain, false", "application/json, false", "application/xhtml+xml, false"
    })
    void anAnswerThatNobodyReadsIsJudgedByItsType(String type, boolean believed) {
        s3.answer(PUT_OBJECT_TAGGING, put -> Response.notS3(200, type, believed ? "" : PAGE));
        assertThat(isBelieved(calls.putObjectTagging(object(), Map.of("a", "b"))))
                .isEqualTo(believed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "text/plain", "application/xml", ""})
    void aListIsKnownByItsRoot(String type) {
        s3.answer(LIST_PARTS, list -> Response.notS3(200, type, LISTED));
        assertThat(isBelieved(list())).isTrue();
        s3.answer(LIST_PARTS, list -> Response.notS3(200, type, PAGE));
        assertThat(isBelieved(list())).isFalse();
        s3.answer(LIST_PARTS, list -> Response.notS3(200, type, ""));
        assertThat(isBelieved(list())).isFalse();
    }

    @Test
    void aPageIsNoDeletion() {
        s3.answer(DELETE_OBJECT, delete -> Response.notS3(200, "text/html", PAGE));
        assertThat(isBelieved(calls.deleteObject(object()))).isFalse();
    }
}
