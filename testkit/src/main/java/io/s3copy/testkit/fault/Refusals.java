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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.Response;

/** Errors, as S3 words them. */
final class Refusals {

    private Refusals() {}

    static Response unmet() {
        return Response.error(
                412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
    }

    static Response noSuchKey() {
        return Response.error(404, "NoSuchKey", "The specified key does not exist.");
    }

    static Response noSuchVersion() {
        return Response.error(404, "NoSuchVersion", "The specified version does not exist.");
    }

    static Response noSuchTagSet() {
        return Response.error(404, "NoSuchTagSet", "The TagSet does not exist");
    }

    static Response notImplemented() {
        return Response.error(
                501, "NotImplemented", "A header you provided implies functionality that is not implemented");
    }

    static Response entityTooLarge() {
        return Response.error(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed object size.");
    }

    static Response invalidRange() {
        return Response.error(416, "InvalidRange", "The requested range is not satisfiable");
    }

    static Response noSuchBucket() {
        return Response.error(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    static Response noSuchUpload() {
        return Response.error(404, "NoSuchUpload", "The specified upload does not exist.");
    }

    static Response archived() {
        return Response.error(
                403, "InvalidObjectState", "The operation is not valid for the source object's storage class");
    }

    static Response sourceTooLarge() {
        return invalidRequest("The specified copy source is larger than the maximum allowable size for a copy source: "
                + Limits.MAX_SINGLE_COPY);
    }

    static Response invalidRequest(String message) {
        return Response.error(400, "InvalidRequest", message);
    }

    static Response invalidArgument(String message) {
        return Response.error(400, "InvalidArgument", message);
    }

    static Response slowDown() {
        return Response.error(503, "SlowDown", "Please reduce your request rate.");
    }

    static Response internalError() {
        return Response.error(500, "InternalError", "We encountered an internal error. Please try again.");
    }

    static Response lateInternalError() {
        return Response.errorAfterOk("InternalError", "We encountered an internal error. Please try again.")
                .keptAliveWithWhiteSpace(3);
    }

    static Response serviceUnavailable() {
        return Response.error(503, "ServiceUnavailable", "Service is unable to handle request.");
    }

    static Response conflict() {
        return Response.error(
                409,
                "ConditionalRequestConflict",
                "The conditional request cannot succeed due to a conflicting operation");
    }
}
