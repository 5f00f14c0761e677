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

import io.s3copy.engine.S3CallException;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3CopyException;
import java.util.List;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Failures in our own words, with the SDK's as their cause. */
final class SdkFailures {

    private static final List<String> PREPARING = List.of(
            "software.amazon.awssdk.auth.credentials.",
            "software.amazon.awssdk.profiles.",
            "software.amazon.awssdk.regions.",
            "software.amazon.awssdk.services.s3.endpoints.");

    private SdkFailures() {}

    static S3CopyException exception(String api, CopyRequest request, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof S3CopyException ours) {
            return ours;
        }
        return S3CallException.of(api, request, describe(cause), cause);
    }

    private static S3CallException.Failure describe(Throwable cause) {
        if (cause instanceof AwsServiceException service) {
            AwsErrorDetails details = service.awsErrorDetails();
            return new S3CallException.Failure(
                    details == null || details.errorCode() == null ? codeOf(service.statusCode()) : details.errorCode(),
                    service.statusCode(),
                    details == null || details.errorMessage() == null ? service.getMessage() : details.errorMessage(),
                    service.requestId(),
                    service.extendedRequestId());
        }
        String message = String.valueOf(cause.getMessage());
        return isBeforeSending(cause)
                ? S3CallException.Failure.notSent(message)
                : new S3CallException.Failure(null, 0, message, null, null);
    }

    /**
     * The SDK has one exception for all that fails on this side. Who threw it tells: credentials, profiles, Regions and
     * endpoints are looked up before the first attempt. Anything else may have reached S3.
     */
    private static boolean isBeforeSending(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (PREPARING.stream().anyMatch(frame.getClassName()::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** HEAD answers have no body to say a code in: the status says as much. */
    private static String codeOf(int status) {
        return switch (status) {
            case 304 -> "NotModified";
            case 403 -> "AccessDenied";
            case 404 -> "NotFound";
            case 405 -> "MethodNotAllowed";
            case 412 -> "PreconditionFailed";
            default -> null;
        };
    }
}
