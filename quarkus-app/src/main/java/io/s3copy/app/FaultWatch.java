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
import java.util.Set;

/**
 * Tells when a run is to stop: when what fails is not the objects but what all of them need, such as the bucket, the
 * credentials or the service.
 */
final class FaultWatch {

    /** Never said of one object among many. */
    private static final Set<String> OF_ALL = Set.of(
            "NoSuchBucket",
            "InvalidAccessKeyId",
            "ExpiredToken",
            "InvalidToken",
            "TokenRefreshRequired",
            "RequestTimeTooSkewed",
            "AccountProblem");

    /** An option that the service does not take, say; S3 gives it no code of its own. */
    private static final Set<Integer> REFUSED_REQUEST = Set.of(400, 405, 501);

    /** Refused with 400, and yet for what the object is. */
    private static final Set<String> OF_ONE =
            Set.of("InvalidObjectState", "KeyTooLongError", "EntityTooLarge", "EntityTooSmall");

    private final int limit;
    private int row;
    private boolean anySucceeded;
    private boolean stopped;

    /** @param limit so many failures in a row, of those that say nothing of their object, stop the run; 0: none does */
    FaultWatch(int limit) {
        this.limit = limit;
    }

    /** An object was copied, or S3 said that it need not be. */
    synchronized void succeeded() {
        anySucceeded = true;
        row = 0;
    }

    /** An object failed. Returns true for the one whose failure stops the run. */
    synchronized boolean failed(Throwable failure) {
        if (limit == 0 || stopped || !isOfAll(failure)) {
            return false;
        }
        row++;
        stopped = row >= limit || (failure instanceof S3CallException call && isNeverOfOne(call));
        return stopped;
    }

    /** Whether a failure adds nothing to what the run was stopped for: that of a copy that was in flight then. */
    synchronized boolean isKnown(Throwable failure) {
        return stopped && isOfAll(failure);
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** How many failed in a row, of those that say nothing of their object. */
    synchronized int row() {
        return row;
    }

    private boolean isOfAll(Throwable failure) {
        if (ErrorClass.of(failure) != ErrorClass.OBJECT) {
            return true;
        }
        return !anySucceeded
                && failure instanceof S3CallException call
                && REFUSED_REQUEST.contains(call.status())
                && (call.code() == null || !OF_ONE.contains(call.code()));
    }

    private static boolean isNeverOfOne(S3CallException call) {
        return call.code() != null && OF_ALL.contains(call.code());
    }
}
