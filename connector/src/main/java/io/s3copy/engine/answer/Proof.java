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
package io.s3copy.engine.answer;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a successful answer proves that S3 did what was asked. */
public final class Proof {

    private Proof() {}

    /** The member without which a call cannot have succeeded; Ceph sends an empty ETag from Complete, but sends it. */
    public static @Nullable CopyParameter of(S3Call call) {
        return switch (call) {
            case COPY_OBJECT, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD -> CopyParameter.RESULT_ETAG;
            case CREATE_MULTIPART_UPLOAD -> CopyParameter.RESULT_UPLOAD_ID;
            case ABORT_MULTIPART_UPLOAD, LIST_PARTS -> null;
        };
    }

    /** An answer without a telling member must at least not be the page of something that stands before S3. */
    public static void requireOfS3(String api, Supplier<CopyRequest> request, AnswerHead answer) {
        if (!S3Answers.mayBeOfS3(answer)) {
            throw missing(api, request.get(), answer, null, "x-amz-request-id and is a text");
        }
    }

    /** The failure of a call whose answer lacks the member that proves it. */
    public static S3CallException missing(
            String api, CopyRequest request, AnswerHead answer, @Nullable String requestId, String member) {
        return failure(
                api, request, answer, requestId, "the answer holds no " + member + ", so nothing says that S3 did it");
    }

    /** The failure of a call whose answer contradicts itself or the question. */
    public static S3CallException unreadable(
            String api, CopyRequest request, AnswerHead answer, @Nullable String requestId, String words) {
        return failure(api, request, answer, requestId, "the answer cannot be right: it " + words);
    }

    private static S3CallException failure(
            String api, CopyRequest request, AnswerHead answer, @Nullable String requestId, String words) {
        return S3CallException.of(
                api, request, new Failure(null, answer.status(), words, requestId, null, Answer.UNREADABLE), null);
    }
}
