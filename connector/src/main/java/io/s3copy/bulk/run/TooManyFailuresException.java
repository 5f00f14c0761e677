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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.engine.failure.Classified;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.parameter.S3CopyException;
import io.s3copy.text.Printable;

/** More objects of a run failed than {@code maxFailures} allows. */
public final class TooManyFailuresException extends S3CopyException implements Classified {

    private static final long serialVersionUID = 1L;

    TooManyFailuresException(long failures, long objects, FailureLimit limit, BulkOutcome last) {
        super(
                failures + " of " + objects + " objects failed, and maxFailures is " + limit + "; the last was "
                        + Printable.of(last.key()) + ": " + Printable.of(last.message()),
                null);
    }

    @Override
    public ErrorClass errorClass() {
        return ErrorClass.SYSTEMIC;
    }
}
