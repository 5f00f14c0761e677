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

import io.s3copy.engine.answer.AnswerHead;
import io.s3copy.engine.answer.Proof;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Response;

/** {@link Proof} of answers in the SDK's types. */
final class SdkProof {

    private SdkProof() {}

    static @Nullable Void requireOfS3(String api, Supplier<CopyRequest> request, S3Response response) {
        Proof.requireOfS3(api, request, head(response.sdkHttpResponse()));
        return null;
    }

    static S3CallException missing(String api, CopyRequest request, S3Response response, String member) {
        return Proof.missing(api, request, head(response.sdkHttpResponse()), requestId(response), member);
    }

    static S3CallException unreadable(String api, CopyRequest request, S3Response response, String words) {
        return Proof.unreadable(api, request, head(response.sdkHttpResponse()), requestId(response), words);
    }

    private static @Nullable String requestId(S3Response response) {
        return SdkResults.read(response).requestId();
    }

    /** An answer's head in our words; an answer that nobody kept says nothing. */
    static AnswerHead head(@Nullable SdkHttpResponse answer) {
        return new Head(answer);
    }

    private record Head(@Nullable SdkHttpResponse answer) implements AnswerHead {

        @Override
        public int status() {
            return answer == null ? 0 : answer.statusCode();
        }

        @Override
        public @Nullable String header(String name) {
            return answer == null ? null : answer.firstMatchingHeader(name).orElse(null);
        }

        @Override
        public boolean hasHeaderOf(String prefix) {
            return answer != null
                    && answer.headers().keySet().stream()
                            .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(prefix));
        }
    }
}
