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

import io.s3copy.engine.answer.Refusal;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3CopyException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Failures in our own words, with the SDK's as their cause. */
final class SdkFailures {

    /** Netty's status of an answer that it cannot decode: what came is not HTTP. */
    private static final int UNDECODED = 999;

    private static final int NO_ANSWER = 0;
    private static final int MAX_DEPTH = 10;

    private SdkFailures() {}

    static S3CopyException exception(String api, CopyRequest request, Throwable failure, Trace trace) {
        Throwable cause = Causes.of(failure);
        if (cause instanceof S3CopyException ours) {
            return ours;
        }
        Failure said = describe(api, request, cause, trace);
        if (cause instanceof AwsServiceException || said.answer() == Answer.UNREACHED) {
            withoutFrames(cause);
        }
        return S3CallException.of(api, request, said, cause);
    }

    /** The failure of a call that a client did not make, as it is closed. */
    static S3CopyException closed(CopyRequest request) {
        return S3CallException.of("CopyObject", request, Failure.unreached("the client is closed"));
    }

    /** What becomes of a call for which there are no credentials. */
    static Throwable noIdentity(@Nullable Throwable failure) {
        return failure == null ? new IllegalStateException("the provider gave no credentials") : Causes.of(failure);
    }

    /** What S3 or the network says is no fault of the code whose frames these are: they fill logs, and tell nothing. */
    private static void withoutFrames(Throwable failure) {
        int depth = 0;
        for (Throwable one = failure; one != null && depth < MAX_DEPTH; one = one.getCause()) {
            one.setStackTrace(new StackTraceElement[0]);
            for (Throwable before : one.getSuppressed()) {
                before.setStackTrace(new StackTraceElement[0]);
            }
            depth++;
        }
    }

    private static Failure describe(String api, CopyRequest request, Throwable cause, Trace trace) {
        if (trace.another() != null) {
            return Refusal.another(trace.status(), trace.isOfS3(), trace.another());
        }
        return cause instanceof AwsServiceException answer
                ? refusal(api, request, answer, trace)
                : Unanswered.describe(cause, trace);
    }

    private static Failure refusal(String api, CopyRequest request, AwsServiceException service, Trace trace) {
        if (service.statusCode() == UNDECODED) {
            return new Failure(null, NO_ANSWER, "what came as an answer is not HTTP", null, null, Answer.UNREADABLE);
        }
        AwsErrorDetails details = service.awsErrorDetails();
        Refusal refusal = new Refusal(
                SdkProof.head(details == null ? null : details.sdkHttpResponse()),
                details == null ? null : details.errorCode(),
                details == null || details.errorMessage() == null ? service.getMessage() : details.errorMessage(),
                service.requestId(),
                service.extendedRequestId(),
                trace.refusal());
        return refusal.failure(api, request, service.statusCode(), trace::unusualHeaders);
    }
}
