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
import static io.s3copy.testkit.S3Operation.GET_OBJECT_ACL;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_ATTRIBUTES;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_BUCKET;
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
    /** The same, and what was there first is kept for {@link #SOURCE_PUT_BACK}. The source of a read is what it reads. */
    SOURCE_REPLACED(
            COPY_OBJECT, UPLOAD_PART_COPY, HEAD_OBJECT, GET_OBJECT_TAGGING, GET_OBJECT_ACL, GET_OBJECT_ATTRIBUTES),
    /**
     * What {@link #SOURCE_REPLACED} replaced is there again just before the request takes effect: the same ETag, put
     * later, with a version of its own. Without that, the source is put once more as it is.
     */
    SOURCE_PUT_BACK(
            COPY_OBJECT, UPLOAD_PART_COPY, HEAD_OBJECT, GET_OBJECT_TAGGING, GET_OBJECT_ACL, GET_OBJECT_ATTRIBUTES),
    /** S3 says that it has copied the part, and has not. */
    DROP_PART(UPLOAD_PART_COPY),
    /** 404 NoSuchKey, though the key is there. */
    NO_SUCH_KEY,
    /** 404 of an ingress without a backend: text, and none of S3's headers. */
    PROXY_404_TEXT,
    /** 404 as a page of HTML, with none of S3's headers. */
    PROXY_404_HTML,
    /** 404 as JSON, with none of S3's headers. */
    PROXY_404_JSON,
    /** 404 with no body and none of S3's headers. */
    PROXY_404_EMPTY,
    /** 302 to a page to log in at; not from S3. */
    REDIRECT_302,
    /** 308 to another path; not from S3. */
    REDIRECT_308,
    /** 407: the proxy wants credentials. */
    PROXY_AUTHENTICATION_407,
    /** 421: the connection does not lead to that host. */
    MISDIRECTED_421,
    /** 408 of a proxy: the request took too long to arrive. */
    REQUEST_TIMEOUT_408,
    /** 425 of a proxy: too early. */
    TOO_EARLY_425,
    /** 400 KMS.KMSInvalidStateException: the key is disabled or about to be deleted. */
    KMS_INVALID_STATE,
    /** 400 KMS.ThrottlingException. */
    KMS_THROTTLING,
    /** 400 IllegalLocationConstraintException: the Region of the request is not the bucket's. */
    ILLEGAL_LOCATION,
    /** HEAD is 400 without a body: an expired token, or another Region. */
    HEAD_400_EMPTY(HEAD_OBJECT, HEAD_BUCKET);

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
