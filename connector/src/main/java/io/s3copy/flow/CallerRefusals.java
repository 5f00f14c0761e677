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
package io.s3copy.flow;

import io.s3copy.engine.failure.S3CallException;
import java.util.Set;

/** Refusals of every request, because S3 does not accept the caller, or none can be sent. */
final class CallerRefusals {

    private static final Set<String> CODES = Set.of(
            "AllAccessDisabled",
            "AccountProblem",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "RequestTimeTooSkewed");

    private static final int FORBIDDEN = 403;
    private static final String KMS = "KMS.";

    private CallerRefusals() {}

    /** Whether a failure is one. */
    static boolean isOne(Throwable failure) {
        return failure instanceof S3CallException call
                && (isOfAllRequests(call.answer()) || (call.code() != null && CODES.contains(call.code())));
    }

    /** Whether a refusal may be the fault of an object: of its own policy or tags, or of the key that it is encrypted with. */
    static boolean mayBeOfOneObject(Throwable failure) {
        return !isOne(failure)
                && failure instanceof S3CallException call
                && call.code() != null
                && (call.status() == FORBIDDEN || call.code().startsWith(KMS));
    }

    /** That one request cannot be sent may be the fault of its key. */
    private static boolean isOfAllRequests(S3CallException.Answer answer) {
        return answer == S3CallException.Answer.NOT_SENT || answer == S3CallException.Answer.UNRESOLVED;
    }
}
