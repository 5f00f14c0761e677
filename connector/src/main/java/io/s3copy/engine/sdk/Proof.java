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

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.model.S3Response;

/** Whether a successful answer proves that S3 did what was asked. */
final class Proof {

    private Proof() {}

    /** An answer without a telling member must at least not be the page of something that stands before S3. */
    static Void requireOfS3(String api, Supplier<CopyRequest> request, S3Response response) {
        if (!S3Answers.mayBeOfS3(response.sdkHttpResponse())) {
            throw missing(api, request.get(), response, "x-amz-request-id and is a text");
        }
        return null;
    }

    /** The failure of a call whose answer lacks the member that proves it. */
    static S3CallException missing(String api, CopyRequest request, S3Response response, String member) {
        return failure(api, request, response, "the answer holds no " + member + ", so nothing says that S3 did it");
    }

    /** The failure of a call whose answer contradicts itself or the question. */
    static S3CallException unreadable(String api, CopyRequest request, S3Response response, String words) {
        return failure(api, request, response, "the answer cannot be right: it " + words);
    }

    private static S3CallException failure(String api, CopyRequest request, S3Response response, String words) {
        return S3CallException.of(
                api,
                request,
                new Failure(
                        null,
                        response.sdkHttpResponse().statusCode(),
                        words,
                        SdkResults.read(response).requestId(),
                        null,
                        Answer.UNREADABLE),
                null);
    }
}
