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

import static io.s3copy.testkit.S3Operation.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static io.s3copy.testkit.S3Operation.UPLOAD_PART_COPY;

import io.s3copy.testkit.S3Operation;
import java.util.Set;

/** What may go wrong with a request. */
public enum Fault {
    /** 503 SlowDown, and no effect. */
    SLOW_DOWN,
    /** 500 InternalError, and no effect. */
    INTERNAL_ERROR,
    /** 503 ServiceUnavailable, and no effect. */
    SERVICE_UNAVAILABLE,
    /** The connection is cut, and there is no effect. */
    CUT_BEFORE,
    /** The effect takes place, and the connection is cut: the answer is lost. */
    CUT_AFTER,
    /** 200, white space, then an error in the body; no effect. */
    LATE_ERROR(COPY_OBJECT, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD),
    /** 409 ConditionalRequestConflict, and no effect. */
    CONFLICT(COPY_OBJECT, COMPLETE_MULTIPART_UPLOAD),
    /** The part lands so late that it survives an abort; the connection is cut. */
    LATE_PART(UPLOAD_PART_COPY),
    /** All is well, but slow. */
    DELAY,
    /** 403 AccessDenied, and no effect. */
    ACCESS_DENIED,
    /** 412 PreconditionFailed, and no effect. */
    PRECONDITION_FAILED(COPY_OBJECT, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, HEAD_OBJECT),
    /** 304 NotModified. */
    NOT_MODIFIED(HEAD_OBJECT),
    /** The source is replaced by another state of the same size just before the request takes effect. */
    SOURCE_CHANGES(COPY_OBJECT, UPLOAD_PART_COPY),
    /** S3 says that it has copied the part, and has not. */
    DROP_PART(UPLOAD_PART_COPY);

    private final Set<S3Operation> where;

    Fault(S3Operation... where) {
        this.where = Set.of(where);
    }

    boolean fits(S3Operation operation) {
        return where.isEmpty() || where.contains(operation);
    }

    /** The faults that pass: the same request, or the same copy, may well succeed the next time. */
    public static Fault[] passing() {
        return new Fault[] {
            SLOW_DOWN,
            INTERNAL_ERROR,
            SERVICE_UNAVAILABLE,
            CUT_BEFORE,
            CUT_AFTER,
            LATE_ERROR,
            CONFLICT,
            LATE_PART,
            DELAY
        };
    }
}
