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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkResult;
import io.s3copy.engine.failure.Classified;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.parameter.S3CopyException;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended before its time: it was stopped, S3 refused what all of it needs, or too many objects failed. What is
 * done stays done, and the same run goes on from its checkpoint.
 */
public final class BulkRunException extends S3CopyException implements Classified {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable BulkResult result;
    private final boolean stopped;

    BulkRunException(String message, BulkResult result, boolean stopped, @Nullable Throwable cause) {
        super(message, cause);
        this.result = result;
        this.stopped = stopped;
    }

    /** How far it came; null where the exception was sent from another process. */
    public @Nullable BulkResult result() {
        return result;
    }

    /** Whether it was told to stop, and nothing was wrong. */
    public boolean isStopped() {
        return stopped;
    }

    /** Never that of an object: the same run may be begun again, perhaps once somebody has mended something. */
    @Override
    public ErrorClass errorClass() {
        Throwable cause = getCause();
        if (stopped) {
            return ErrorClass.TRANSIENT;
        }
        ErrorClass ofCause = cause == null ? ErrorClass.SYSTEMIC : ErrorClass.of(cause);
        return ofCause == ErrorClass.OBJECT ? ErrorClass.SYSTEMIC : ofCause;
    }
}
