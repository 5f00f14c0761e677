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
package io.s3copy.behaviour;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A plain client's call failed, said in words that follow the server's name: "answers 501 NotImplemented to …". */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refused(String message, int status, String code, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    /** The answer of a call. */
    static <T> T ask(String operation, CompletableFuture<T> call) {
        try {
            return call.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AwsServiceException service) {
                String code = service.awsErrorDetails() == null
                                || service.awsErrorDetails().errorCode() == null
                        ? ""
                        : " " + service.awsErrorDetails().errorCode();
                throw new Refused(
                        "answers " + service.statusCode() + code + " to " + operation,
                        service.statusCode(),
                        code.strip(),
                        service);
            }
            throw new Refused("does not answer " + operation + ": " + e.getCause(), 0, "", e);
        }
    }

    /** S3's code for it; empty where there was none, as in an answer to HEAD. */
    String code() {
        return code;
    }

    /** The HTTP status; 0 where there was no answer. */
    int status() {
        return status;
    }
}
