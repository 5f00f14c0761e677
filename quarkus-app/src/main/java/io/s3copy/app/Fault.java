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

import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.text.Printable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What went wrong with a request, in one line.
 *
 * @param status HTTP's; 0 where no answer came, -1 where none was asked for
 * @param code S3's, or null
 * @param message in S3's words or, where it did not answer, the client's
 * @param bucketRegion the Region that S3 said the bucket is in, or null
 * @param errorClass whose fault it is
 */
record Fault(int status, String code, String message, String bucketRegion, ErrorClass errorClass) {

    private static final int NOT_ASKED = -1;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULT = 500;
    private static final int NOT_IMPLEMENTED = 501;

    static Fault of(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof S3CallException call) {
            return new Fault(call.status(), call.code(), text(cause), bucketRegion(call.getCause()), call.errorClass());
        } else if (cause instanceof AwsServiceException service) {
            AwsErrorDetails details = service.awsErrorDetails();
            String code = details == null ? null : details.errorCode();
            String said = details == null ? null : details.errorMessage();
            return new Fault(
                    service.statusCode(),
                    code,
                    said == null ? text(cause) : Printable.of(said),
                    bucketRegion(cause),
                    ErrorClass.of(code, service.statusCode()));
        }
        if (cause instanceof TimeoutException) {
            return new Fault(0, null, "it took too long", null, ErrorClass.TRANSIENT);
        }
        return cause instanceof SdkException
                ? new Fault(0, null, text(cause), null, ErrorClass.TRANSIENT)
                : new Fault(NOT_ASKED, null, text(cause), null, ErrorClass.of(cause));
    }

    /** The message, and where it is no more than a wrapping, its cause's. */
    private static String text(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String below = root.getMessage();
        boolean told = root == failure || below == null || text.contains(below);
        return Printable.of(told ? text : text + ": " + below);
    }

    private static String bucketRegion(Throwable failure) {
        return failure instanceof AwsServiceException service
                        && service.awsErrorDetails() != null
                        && service.awsErrorDetails().sdkHttpResponse() != null
                ? service.awsErrorDetails()
                        .sdkHttpResponse()
                        .firstMatchingHeader("x-amz-bucket-region")
                        .map(Printable::of)
                        .orElse(null)
                : null;
    }

    /** Whether S3 did not answer at all. */
    boolean isUnanswered() {
        return status == 0;
    }

    /** Whether the same request may be answered well in a moment. */
    boolean isPassing() {
        if (status == NOT_ASKED) {
            return false;
        }
        return isUnanswered()
                || status == TOO_MANY_REQUESTS
                || (status >= SERVER_FAULT && status != NOT_IMPLEMENTED)
                || errorClass == ErrorClass.TRANSIENT;
    }

    /** Whether the answer to a request for a bucket's HEAD says that no copy can go there. */
    boolean isFinalForABucket() {
        return status == NOT_FOUND
                || status == BAD_REQUEST
                || (errorClass == ErrorClass.SYSTEMIC && status != FORBIDDEN);
    }

    /** What S3 said, or that it said nothing. */
    String cause() {
        if (isUnanswered()) {
            return "no answer: " + message;
        }
        return status == NOT_ASKED ? message : status + (code == null ? "" : " " + code) + ": " + message;
    }
}
