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
package io.s3copy.camel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.mirror.Samples;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.Response;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are errors, or that look like success and are none. */
@Tag("sdk")
class OddAnswersTest {

    @RegisterExtension
    static final WireCamel CAMEL = new WireCamel();

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void aServiceErrorKeepsWhatS3Said(S3Call call) {
        S3CallException failure = failure(call, Response.error(412, "PreconditionFailed", "At least one is false"));

        assertThat(failure.api()).isEqualTo(call.api());
        assertThat(failure.code()).isEqualTo("PreconditionFailed");
        assertThat(failure.status()).isEqualTo(412);
        assertThat(failure.requestId()).isEqualTo("TX234S0F24A06C7");
        assertThat(failure.extendedRequestId()).isEqualTo("recording-stub");
        assertThat(failure).hasMessageContaining("At least one is false");
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void aServiceErrorNamesTheObjects(S3Call call) {
        S3CallException failure = failure(call, Response.error(404, "NoSuchKey", "Gone"));

        assertThat(failure.destination()).isEqualTo("destination/out/a b+c.txt");
        assertThat(failure.source()).isEqualTo(call.readsSource() ? "inbox/in/a b+c.txt" : null);
        assertThat(failure).hasMessageContaining("destination/out/a b+c.txt");
    }

    @Test
    void aServiceErrorNamesTheVersionOfTheSource() {
        CAMEL.server().next(Response.error(404, "NoSuchVersion", "Gone"));

        Exchange exchange = CAMEL.send("s3copy:b?key=k", Map.of("CamelS3CopyCopySource", "inbox/a?versionId=v7"), null);

        assertThat(exchange.getException()).hasMessageContaining("inbox/a?versionId=v7");
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY_OBJECT", "UPLOAD_PART_COPY", "COMPLETE_MULTIPART_UPLOAD"})
    void anErrorAfter200IsAFailureWithItsCode(S3Call call) {
        S3CallException failure = failure(call, Response.errorAfterOk("InternalError", "Please try again"));

        assertThat(failure.code()).isEqualTo("InternalError");
    }

    /** S3 keeps a slow copy alive with white space, and may still end in an error. */
    @ParameterizedTest
    @EnumSource(names = {"COPY_OBJECT", "UPLOAD_PART_COPY", "COMPLETE_MULTIPART_UPLOAD"})
    void anErrorAfter200AndWhiteSpaceIsAFailureWithItsCode(S3Call call) {
        S3CallException failure = failure(
                call, Response.errorAfterOk("SlowDown", "Reduce your rate").keptAliveWithWhiteSpace(3));

        assertThat(failure.code()).isEqualTo("SlowDown");
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY_OBJECT", "UPLOAD_PART_COPY", "COMPLETE_MULTIPART_UPLOAD", "CREATE_MULTIPART_UPLOAD"})
    void anEmptyBodyIsNoSuccess(S3Call call) {
        S3CallException failure = failure(call, Response.empty(200));

        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure).hasMessageContaining("nothing says that S3 did it");
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY_OBJECT", "UPLOAD_PART_COPY", "COMPLETE_MULTIPART_UPLOAD", "CREATE_MULTIPART_UPLOAD"})
    void aBodyOfAnotherMakeIsNoSuccess(S3Call call) {
        S3CallException failure = failure(call, Response.xml(200, "<html><body>Welcome</body></html>"));

        assertThat(failure).hasMessageContaining("nothing says that S3 did it");
    }

    @ParameterizedTest
    @EnumSource(names = {"COPY_OBJECT", "UPLOAD_PART_COPY", "COMPLETE_MULTIPART_UPLOAD", "CREATE_MULTIPART_UPLOAD"})
    void aTruncatedBodyIsNoSuccess(S3Call call) {
        failure(call, Response.copyObjectResult("\"etag\"").truncatedAfter(60));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void anAnswerThatNeverCameHasNoStatus(S3Call call) {
        S3CallException failure = failure(call, Response.connectionCut());

        assertThat(failure.status()).isZero();
        assertThat(failure.code()).isNull();
        assertThat(failure.destination()).isEqualTo("destination/out/a b+c.txt");
    }

    /** Ceph completes so: the ETag is there, and empty. */
    @Test
    void anEmptyEtagOfCompleteIsASuccess() {
        Exchange exchange = exchange(
                S3Call.COMPLETE_MULTIPART_UPLOAD,
                Response.completeMultipartUploadResult("destination", "out/a b+c.txt", ""));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeader("CamelS3CopyResultETag")).isEqualTo("");
    }

    @Test
    void aFailureLeavesNoResultOfAnEarlierCall() {
        Exchange exchange = exchange(S3Call.COPY_OBJECT, Response.error(403, "AccessDenied", "No"));

        assertThat(exchange.getMessage().getHeaders().keySet()).noneMatch(name -> name.startsWith("CamelS3CopyResult"));
    }

    @Test
    void aRefusalBeforeTheCallLeavesNoResultOfAnEarlierCall() {
        Exchange exchange = CAMEL.send(
                "s3copy:b?key=k",
                Map.of("CamelS3CopyCopySource", "no source", "CamelS3CopyResultETag", "\"of an earlier call\""),
                null);

        assertThat(exchange.getException()).isInstanceOf(InvalidParameterException.class);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey("CamelS3CopyResultETag");
    }

    private static S3CallException failure(S3Call call, Response response) {
        Exchange exchange = exchange(call, response);
        assertThat(exchange.getException()).isInstanceOf(S3CallException.class);
        return (S3CallException) exchange.getException();
    }

    private static Exchange exchange(S3Call call, Response response) {
        CAMEL.server().next(response);
        Map<String, Object> headers = new HashMap<>(WireCamel.headers(Samples.required(call)));
        headers.put("CamelS3CopyResultETag", "\"of an earlier call\"");
        return CAMEL.send(WireCamel.uri(call), headers, null);
    }
}
