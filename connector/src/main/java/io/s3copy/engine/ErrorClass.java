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

import io.s3copy.parameter.S3CopyException;
import java.util.Set;

/** Whose fault a failure is, which decides what should become of it. */
public enum ErrorClass {
    /** The object's: it is missing, archived, or a condition is not met. Another object may well succeed. */
    OBJECT,
    /** A passing one: a throttle, a fault of the server, a cut connection. The same request may succeed later. */
    TRANSIENT,
    /** The set-up's: no permission, no bucket, expired credentials. Every object would fail alike. */
    SYSTEMIC,
    /** Nobody's yet: the answer was lost, and whether S3 did what was asked is not known. */
    UNKNOWN;

    private static final Set<String> TRANSIENT_CODES = Set.of(
            "SlowDown",
            "InternalError",
            "ServiceUnavailable",
            "RequestTimeout",
            "RequestLimitExceeded",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "BandwidthLimitExceeded",
            "OperationAborted",
            "IncompleteBody");

    private static final Set<String> SYSTEMIC_CODES = Set.of(
            "AccessDenied",
            "AllAccessDisabled",
            "AccountProblem",
            "NoSuchBucket",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "RequestTimeTooSkewed",
            "PermanentRedirect",
            "AuthorizationHeaderMalformed",
            "KMS.DisabledException",
            "KMS.NotFoundException",
            "KMS.InvalidStateException");

    /** S3 says these with 403, though it is the object that must be restored. */
    private static final Set<String> OBJECT_CODES = Set.of("InvalidObjectState", "ObjectNotInActiveTierError");

    private static final Set<String> THROTTLES = Set.of(
            "SlowDown",
            "RequestLimitExceeded",
            "Throttling",
            "ThrottlingException",
            "TooManyRequestsException",
            "BandwidthLimitExceeded");

    /**
     * The class of a failed call.
     *
     * @param code S3's error code, or null
     * @param status the HTTP status, or 0 where no answer came
     */
    public static ErrorClass of(String code, int status) {
        if (code != null && TRANSIENT_CODES.contains(code)) {
            return TRANSIENT;
        } else if (code != null && OBJECT_CODES.contains(code)) {
            return OBJECT;
        } else if (code != null && SYSTEMIC_CODES.contains(code)) {
            return SYSTEMIC;
        } else if (status == 0 || status == 429 || (status >= 500 && status != 501)) {
            return TRANSIENT;
        } else if (status == 200) {
            // an answer that is none: something between S3 and us broke it
            return TRANSIENT;
        }
        // a redirect: the bucket is in another Region than the client
        return status == 401 || status == 403 || status == 301 || status == 307 ? SYSTEMIC : OBJECT;
    }

    /** The class of whatever ended a copy. */
    public static ErrorClass of(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof S3CallException call) {
            return call.errorClass();
        }
        if (cause instanceof CopyFailedException && cause.getCause() instanceof S3CallException call) {
            // the engine gave up as S3 refused a call that comes after the copy
            return call.errorClass();
        } else if (cause instanceof JournalFailureException) {
            return SYSTEMIC;
        }
        boolean known = cause instanceof S3CopyException && !(cause instanceof CopyStoppedException);
        // what nobody foresaw, such as a database that is down, says nothing of the object
        return known ? OBJECT : TRANSIENT;
    }

    /** Whether S3 asks for fewer requests, rather than having a fault of its own. */
    static boolean isThrottle(String code, int status) {
        return status == 503 || status == 429 || (code != null && THROTTLES.contains(code));
    }
}
