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
package io.s3copy.engine.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.LostAnswer;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose fault a refusal is, by S3's code, and by the status where S3 has said none. */
class ErrorClassTest {

    @ParameterizedTest
    @CsvSource({
        // keys of KMS: S3 says 400
        "KMS.KMSInvalidStateException, 400, SYSTEMIC",
        "KMS.KeyUnavailableException, 400, SYSTEMIC",
        "KMS.KeyUnavailableException, 500, SYSTEMIC",
        "KMS.DisabledException, 400, SYSTEMIC",
        "KMS.NotFoundException, 400, SYSTEMIC",
        "KMS.InvalidKeyUsageException, 400, SYSTEMIC",
        "KMS.ThrottlingException, 400, TRANSIENT",
        "KMS.LimitExceededException, 400, TRANSIENT",
        "KMS.KMSInternalException, 500, TRANSIENT",
        // who asks, and where
        "AccessDenied, 403, SYSTEMIC",
        "ExpiredToken, 400, SYSTEMIC",
        "InvalidToken, 400, SYSTEMIC",
        "InvalidSecurity, 403, SYSTEMIC",
        "NotSignedUp, 403, SYSTEMIC",
        "RequestExpired, 400, SYSTEMIC",
        "InvalidRegion, 400, SYSTEMIC",
        "AuthorizationHeaderMalformed, 400, SYSTEMIC",
        "IllegalLocationConstraintException, 400, SYSTEMIC",
        "PermanentRedirect, 301, SYSTEMIC",
        "TemporaryRedirect, 307, SYSTEMIC",
        "NoSuchBucket, 404, SYSTEMIC",
        "NoSuchAccessPoint, 404, SYSTEMIC",
        "InvalidBucketState, 409, SYSTEMIC",
        "QuotaExceeded, 403, SYSTEMIC",
        "XMinioStorageFull, 507, SYSTEMIC",
        "XMinioAdminBucketQuotaExceeded, 400, SYSTEMIC",
        // it passes
        "SlowDown, 503, TRANSIENT",
        "SlowDownRead, 503, TRANSIENT",
        "SlowDownWrite, 503, TRANSIENT",
        "TooManyRequests, 429, TRANSIENT",
        "ServerBusy, 503, TRANSIENT",
        "InternalError, 500, TRANSIENT",
        "InternalError, 200, TRANSIENT",
        "RequestTimeout, 400, TRANSIENT",
        "OperationAborted, 409, TRANSIENT",
        "XMinioServerNotInitialized, 503, TRANSIENT",
        "SomethingNew, 502, TRANSIENT",
        // the object's own
        "NoSuchKey, 404, OBJECT",
        "NoSuchVersion, 404, OBJECT",
        "NoSuchUpload, 404, OBJECT",
        "NoSuchTagSet, 404, OBJECT",
        "PreconditionFailed, 412, OBJECT",
        "InvalidObjectState, 403, OBJECT",
        "MethodNotAllowed, 405, OBJECT",
        "NotImplemented, 501, OBJECT",
        "InvalidRequest, 400, OBJECT",
        "EntityTooLarge, 400, OBJECT"
    })
    void aCodeSaysWhoseFaultItIs(String code, int status, ErrorClass expected) {
        assertThat(ErrorClass.of(code, status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308, 400, 401, 402, 403, 405, 406, 407, 421, 426, 451})
    void whatStandsBeforeS3IsSetUpWrong(int status) {
        assertThat(ErrorClass.of(null, status)).isEqualTo(ErrorClass.SYSTEMIC);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 404, 408, 410, 425, 429, 500, 501, 502, 503, 504, 520, 599})
    void whatStandsBeforeS3MayPass(int status) {
        assertThat(ErrorClass.of(null, status)).isEqualTo(ErrorClass.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KMS.ThrottlingException", "KMS.LimitExceededException", "SlowDownWrite", "TooManyRequests"})
    void throttlesAskForFewerRequests(String code) {
        assertThat(ErrorClass.isThrottle(code, 400)).isTrue();
    }

    @Test
    void aKeyThatCannotBeUsedIsNoThrottle() {
        assertThat(ErrorClass.isThrottle("KMS.KeyUnavailableException", 400)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // of the set-up: credentials, certificates, names
        "NOT_SENT, SYSTEMIC",
        "UNRESOLVED, SYSTEMIC",
        // of nobody knows what
        "UNPREPARED, SYSTEMIC",
        // of this one request
        "NOT_MADE, OBJECT",
        "ANOTHER, OBJECT",
        // it passes
        "UNREACHED, TRANSIENT",
        "NONE, TRANSIENT",
        "UNREADABLE, TRANSIENT"
    })
    void whatDidNotComeBackSaysWhoseFaultItIs(Answer answer, ErrorClass expected) {
        S3CallException failure = S3CallException.of(
                "CopyObject",
                CopyRequest.builder().destination("out", "key").build(),
                new Failure(null, 0, "no", null, null, answer),
                null);
        assertThat(ErrorClass.of(failure)).isEqualTo(expected);
        assertThat(ErrorClass.of(new CopyFailedException("given up after it", failure)))
                .as("what the engine gives up for it")
                .isEqualTo(expected);
    }

    @Test
    void whatNobodyForesawSaysNothingOfTheObject() {
        assertThat(ErrorClass.of(new IllegalStateException("a database is down")))
                .isEqualTo(ErrorClass.TRANSIENT);
        assertThat(ErrorClass.of(new CopyFailedException("it lacks something", null)))
                .isEqualTo(ErrorClass.OBJECT);
    }

    @ParameterizedTest
    @EnumSource(Answer.class)
    void nothingThatWasNotSentIsUnknown(Answer answer) {
        S3CallException failure = S3CallException.of(
                "CopyObject",
                CopyRequest.builder().destination("out", "key").build(),
                new Failure(null, 0, "no", null, null, answer),
                null);
        boolean sent = EnumSet.of(Answer.REFUSED, Answer.NONE, Answer.UNREADABLE, Answer.ANOTHER)
                .contains(answer);
        assertThat(failure.sent()).isEqualTo(sent);
        assertThat(LostAnswer.isPossible(failure)).isEqualTo(answer == Answer.NONE || answer == Answer.UNREADABLE);
    }
}
