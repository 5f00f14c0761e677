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

import io.s3copy.parameter.S3CopyException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose fault a failure is, which decides what should become of it. */
public enum ErrorClass {
    /** The object's: it is missing, archived, or a condition is not met. Another object may well succeed. */
    OBJECT,
    /** A passing one: a throttle, a fault of the server, a cut connection. The same request may succeed later. */
    TRANSIENT,
    /** A configuration fault: no permission, no bucket, expired credentials. Every object would fail alike. */
    SYSTEMIC,
    /** Nobody's yet: the answer was lost, and whether S3 did what was asked is not known. */
    UNKNOWN;

    private static final String KMS = "KMS.";

    /** S3 asks for fewer requests. */
    private static final Set<String> THROTTLES = Set.of(
            "SlowDown",
            "SlowDownRead",
            "SlowDownWrite",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "TooManyRequests",
            "TooManyRequestsException",
            "ProvisionedThroughputExceededException",
            "BandwidthLimitExceeded",
            "KMS.ThrottlingException",
            "KMS.LimitExceededException",
            "KMS.RequestLimitExceededException");

    private static final Set<String> TRANSIENT_CODES = Set.of(
            "InternalError",
            "InternalFailure",
            "InternalServerError",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "ServiceFailure",
            "ServerBusy",
            "Busy",
            "RequestTimeout",
            "RequestTimeoutException",
            "OperationAborted",
            "ClientDisconnected",
            "IncompleteBody",
            "PriorRequestNotComplete",
            "KMS.KMSInternalException",
            "KMS.DependencyTimeoutException",
            // of MinIO while it starts, heals, or waits for its disks
            "XMinioServerNotInitialized",
            "XMinioReadQuorum",
            "XMinioWriteQuorum",
            "XMinioBackendDown",
            "XMinioIAMNotInitialized");

    /** What no other object would fare better with, until somebody mends it. */
    private static final Set<String> SYSTEMIC_CODES = Set.of(
            "AccessDenied",
            "AllAccessDisabled",
            "AccountProblem",
            "AuthorizationHeaderMalformed",
            "AuthorizationQueryParametersError",
            "BucketRegionError",
            "ExpiredToken",
            "ExpiredTokenException",
            "Forbidden",
            "IllegalLocationConstraintException",
            "IncorrectEndpoint",
            "InvalidAccessKeyId",
            "InvalidAccessPoint",
            "InvalidBucketState",
            "InvalidClientTokenId",
            "InvalidLocationConstraint",
            "InvalidRegion",
            "InvalidSecurity",
            "InvalidToken",
            "MissingAuthenticationToken",
            "MissingSecurityHeader",
            "NoSuchAccessPoint",
            "NoSuchBucket",
            "NoSuchMultiRegionAccessPoint",
            "NotSignedUp",
            "PermanentRedirect",
            "QuotaExceeded",
            "Redirect",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch",
            "TemporaryRedirect",
            "TokenRefreshRequired",
            "UnauthorizedAccess",
            "UnrecognizedClientException",
            "XMinioAdminBucketQuotaExceeded",
            "XMinioStorageFull");

    /** S3 gives these the status of a configuration fault, but they are about the object. */
    private static final Set<String> OBJECT_CODES =
            Set.of("InvalidObjectState", "ObjectNotInActiveTierError", "MethodNotAllowed", "NotImplemented");

    /** What a status means that comes without S3's words: whoever stands before S3 says it, and not of an object. */
    private static final Map<Integer, ErrorClass> WITHOUT_WORDS = Map.of(
            // not S3 at all, or S3 behind something that has lost it
            404, TRANSIENT,
            410, TRANSIENT,
            408, TRANSIENT,
            425, TRANSIENT,
            429, TRANSIENT,
            // of this one request: a condition, its length
            304, OBJECT,
            409, OBJECT,
            412, OBJECT,
            414, OBJECT,
            416, OBJECT);

    /** What a status means whose code is in no list. */
    private static final Map<Integer, ErrorClass> BY_STATUS = Map.of(
            301, SYSTEMIC, 302, SYSTEMIC, 303, SYSTEMIC, 307, SYSTEMIC, 308, SYSTEMIC, 401, SYSTEMIC, 403, SYSTEMIC,
            407, SYSTEMIC, 421, SYSTEMIC, 429, TRANSIENT);

    /**
     * The class of a failed call.
     *
     * @param code S3's error code; null where S3 has not said one
     * @param status the HTTP status, or 0 where no answer came
     */
    public static ErrorClass of(@Nullable String code, int status) {
        if (status == 0 && code == null) {
            return TRANSIENT;
        } else if (code == null) {
            return withoutWords(status);
        } else if (isThrottle(code, 0) || TRANSIENT_CODES.contains(code)) {
            return TRANSIENT;
        } else if (OBJECT_CODES.contains(code)) {
            return OBJECT;
        } else if (SYSTEMIC_CODES.contains(code) || code.startsWith(KMS)) {
            return SYSTEMIC;
        } else if (status == 0 || status == 200 || (status >= 500 && status != 501)) {
            return TRANSIENT;
        }
        return BY_STATUS.getOrDefault(status, OBJECT);
    }

    /** An answer that is none of S3's tells nothing of an object; in doubt it is passing, or somebody must look. */
    private static ErrorClass withoutWords(int status) {
        boolean passing = status < 300 || status >= 500;
        return WITHOUT_WORDS.getOrDefault(status, passing ? TRANSIENT : SYSTEMIC);
    }

    /** The class of whatever ended a copy. */
    public static ErrorClass of(Throwable failure) {
        Throwable cause = Causes.of(failure);
        if (cause instanceof S3CallException call) {
            return call.errorClass();
        }
        if (cause instanceof CopyFailedException && cause.getCause() instanceof S3CallException call) {
            // the engine gave up as S3 refused a call that comes after the copy
            return call.errorClass();
        } else if (cause instanceof JournalFailureException) {
            return SYSTEMIC;
        } else if (cause instanceof Classified own) {
            return own.errorClass();
        }
        boolean known = cause instanceof S3CopyException && !(cause instanceof CopyStoppedException);
        // what nobody foresaw, such as a database that is down, says nothing of the object
        return known ? OBJECT : TRANSIENT;
    }

    /** Whether S3 asks for fewer requests; otherwise the fault is its own. */
    public static boolean isThrottle(@Nullable String code, int status) {
        return status == 503 || status == 429 || (code != null && THROTTLES.contains(code));
    }
}
