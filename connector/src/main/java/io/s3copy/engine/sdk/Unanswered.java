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

import io.s3copy.engine.S3CallException.Failure;
import java.util.List;

/** Why no answer came: whether a request may have gone out, and if not, whether the next one may. */
final class Unanswered {

    private static final List<String> PREPARING = List.of(
            "software.amazon.awssdk.auth.credentials.",
            "software.amazon.awssdk.profiles.",
            "software.amazon.awssdk.regions.",
            "software.amazon.awssdk.services.s3.endpoints.");

    private Unanswered() {}

    static Failure describe(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return isBeforeSending(cause) ? Failure.notSent(message) : new Failure(null, 0, message, null, null);
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
}
