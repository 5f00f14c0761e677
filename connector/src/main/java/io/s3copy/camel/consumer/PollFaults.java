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
package io.s3copy.camel.consumer;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.parameter.S3CopyException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Decides whether the failure of an exchange ends the poll. A poll goes on after an object that is at fault itself, and after
 * a failure that is not ours. It also goes on after an object that S3 denies by a policy or by its encryption key, but not
 * after many in a row: a revoked permission denies all. Any other failure of S3 would meet every object, and ends the poll.
 */
public final class PollFaults {

    private final int maxDenied;

    @GuardedBy("this")
    private int deniedInARow;

    @GuardedBy("this")
    private int failures;

    @GuardedBy("this")
    private @Nullable Exception end;

    /**
     * No failure yet.
     *
     * @param maxDenied how many denied objects in a row a poll steps over
     */
    public PollFaults(int maxDenied) {
        this.maxDenied = maxDenied;
    }

    /** A poll begins. */
    public synchronized void begin() {
        deniedInARow = 0;
        failures = 0;
        end = null;
    }

    /** An exchange ended well. */
    public synchronized void succeeded() {
        deniedInARow = 0;
    }

    /**
     * An exchange failed.
     *
     * @param failure null if a route only marked it to be rolled back
     */
    public synchronized void failed(@Nullable Throwable failure) {
        failures++;
        boolean ends = failure instanceof Exception && endsPoll(failure);
        if (ends && isDenied(failure)) {
            deniedInARow++;
            ends = deniedInARow > maxDenied;
        }
        if (ends && end == null) {
            end = (Exception) failure;
        }
    }

    private static boolean endsPoll(Throwable failure) {
        if (failure instanceof SdkException) {
            // of a step with aws2-s3
            return !(failure instanceof NoSuchKeyException missing && isOfS3(missing));
        } else if (!(failure instanceof S3CopyException)) {
            return false;
        }
        ErrorClass whose = ErrorClass.of(failure);
        return whose == ErrorClass.SYSTEMIC || whose == ErrorClass.TRANSIENT;
    }

    /** The SDK throws this for every 404 of a HEAD, whatever server answered. */
    private static boolean isOfS3(NoSuchKeyException missing) {
        AwsErrorDetails details = missing.awsErrorDetails();
        boolean hasWords = details != null
                && details.rawResponse() != null
                && details.rawResponse().asByteArrayUnsafe().length > 0;
        return hasWords || missing.requestId() != null;
    }

    /** Not the deletion of a source after its copy: that is a permission. */
    private static boolean isDenied(@Nullable Throwable failure) {
        if (failure instanceof S3Exception other && other.statusCode() == 403) {
            AwsErrorDetails details = other.awsErrorDetails();
            // the answer to a HEAD has no code
            return details == null
                    || details.errorCode() == null
                    || details.errorCode().equals("AccessDenied");
        }
        if (!(failure instanceof SystemicFailureException call)) {
            return false;
        }
        String code = call.code();
        return code != null
                && !call.api().equals("DeleteObject")
                && (code.equals("AccessDenied") || code.startsWith("KMS."));
    }

    /** Whether the poll is to end. */
    public synchronized boolean endPoll() {
        return end != null;
    }

    /** How many exchanges of the poll failed. */
    public synchronized int failures() {
        return failures;
    }

    /**
     * The poll is done.
     *
     * @throws Exception what ended it before its time
     */
    public synchronized void done() throws Exception {
        if (end != null) {
            throw end;
        }
    }
}
