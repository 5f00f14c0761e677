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

import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.S3CallException.Failure;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a client has read it, made a failure in our words.
 *
 * @param head what came before the body; it says nothing where nobody kept it
 * @param code what S3 calls it; null where its body names none
 * @param message S3's words; null where there are none
 * @param requestId of S3; null where none was sent
 * @param extendedRequestId of S3; null where none was sent
 * @param body the beginning of the body; empty where there was none
 */
public record Refusal(
        AnswerHead head,
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId,
        @Nullable String extendedRequestId,
        String body) {

    /** Answers to these have no body, so that only what else is in them tells whether S3 has answered. */
    private static final Set<String> WITHOUT_BODY = Set.of("HeadObject", "HeadBucket");

    /** How much of the body of a refusal is kept. */
    public static final int KEPT = 4096;

    /**
     * The failure of the call.
     *
     * @param status the HTTP status
     * @param unusual the names of sent headers that not every server knows
     */
    public Failure failure(String api, CopyRequest request, int status, Supplier<List<String>> unusual) {
        String said = WITHOUT_BODY.contains(api) && body.isEmpty() ? codeOfHead(api, status) : code;
        said = said == null || said.isBlank() ? null : said;
        String words = said == null
                ? "the answer is not in S3's words (" + S3Answers.shown(body) + ")"
                : message + RefusalDetails.of(said, request, body, unusual);
        return new Failure(said, status, words, requestId, extendedRequestId);
    }

    /**
     * A HEAD that S3 has answered has its id, and the status says as much as a code would. A client may call every 404 of a
     * HEAD NoSuchKey, whoever has answered.
     */
    private @Nullable String codeOfHead(String api, int status) {
        if (!S3Answers.isOfS3(head)) {
            return null;
        }
        return switch (status) {
            case 304 -> "NotModified";
            case 403 -> "AccessDenied";
            case 404 -> api.equals("HeadBucket") ? "NoSuchBucket" : "NoSuchKey";
            case 405 -> "MethodNotAllowed";
            case 412 -> "PreconditionFailed";
            default -> null;
        };
    }

    /** Where S3 sends an object, it does not know what was asked; anything else may send something in passing. */
    public static Failure another(int status, boolean ofS3, String beginning) {
        return new Failure(
                null,
                status,
                "the answer is not what was asked for, and was cut off; it begins: " + beginning,
                null,
                null,
                ofS3 ? Answer.ANOTHER : Answer.UNREADABLE);
    }
}
