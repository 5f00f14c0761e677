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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FaultTest {

    private static Throwable answered(int status, String code, String message) {
        return S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .sdkHttpResponse(SdkHttpResponse.builder()
                                .statusCode(status)
                                .putHeader("x-amz-bucket-region", "eu-west-1\u001b[2J")
                                .build())
                        .build())
                .build();
    }

    @Test
    void tellsWhatS3SaidInOneLine() {
        Fault fault = Fault.of(new CompletionException(answered(403, "AccessDenied", "No\nway")));
        assertThat(fault.cause()).startsWith("403 AccessDenied: No").doesNotContain("\n");
        assertThat(fault.errorClass()).isEqualTo(ErrorClass.SYSTEMIC);
    }

    @Test
    void theRegionOfABucketIsTextOfAStranger() {
        assertThat(Fault.of(answered(301, "PermanentRedirect", "there")).bucketRegion())
                .startsWith("eu-west-1")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError, true",
        "503, SlowDown, true",
        "429,, true",
        "501, NotImplemented, false",
        "403, AccessDenied, false",
        "404, NoSuchBucket, false"
    })
    void aFaultOfTheServiceMayPass(int status, String code, boolean passing) {
        assertThat(Fault.of(answered(status, code, "said")).isPassing()).isEqualTo(passing);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket, true",
        "400, BadRequest, true",
        "301, PermanentRedirect, true",
        "403, AccessDenied, false",
        "503, SlowDown, false"
    })
    void aBucketThatMayNotBeLookedAtMayStillTakeCopies(int status, String code, boolean last) {
        assertThat(Fault.of(answered(status, code, "said")).isFinalForABucket()).isEqualTo(last);
    }

    @Test
    void aClientThatGotNoAnswerSaysSoWithTheReasonBelow() {
        Fault fault =
                Fault.of(SdkClientException.create("cannot send", new IllegalStateException("connection refused")));
        assertThat(fault.isUnanswered()).isTrue();
        assertThat(fault.isPassing()).isTrue();
        assertThat(fault.cause()).startsWith("no answer: ").contains("cannot send", "connection refused");
    }

    @Test
    void aTimeoutIsNoAnswer() {
        assertThat(Fault.of(new TimeoutException()).cause()).isEqualTo("no answer: it took too long");
    }

    @Test
    void whatIsNotOfARequestIsNeitherAnswerNorSilence() {
        Fault fault = Fault.of(new IllegalStateException("a bug"));
        assertThat(fault.cause()).isEqualTo("a bug");
        assertThat(fault.isUnanswered()).isFalse();
        assertThat(fault.isPassing()).isFalse();
    }

    @Test
    void aFailedCallOfACopyIsTheSameFault() {
        Throwable call = S3CallException.of(
                "CopyObject",
                CopyRequest.builder().build(),
                new S3CallException.Failure("SlowDown", 503, "slow", null, null),
                answered(503, "SlowDown", "slow"));
        Fault fault = Fault.of(call);
        assertThat(fault.status()).isEqualTo(503);
        assertThat(fault.code()).isEqualTo("SlowDown");
        assertThat(fault.isPassing()).isTrue();
    }
}
