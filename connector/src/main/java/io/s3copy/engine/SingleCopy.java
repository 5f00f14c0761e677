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
package io.s3copy.engine;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.CompletableFuture;

/** One copy in one call, which S3 makes whole or not at all. */
final class SingleCopy {

    private final Clients s3;
    private final CopySession session;
    private final CopyRequest request;

    SingleCopy(Clients s3, CopySession session, CopyRequest request) {
        this.s3 = s3;
        this.session = session;
        this.request = request;
    }

    CompletableFuture<S3Result> run() {
        return run(request);
    }

    /**
     * Copies the state that was planned from, and no other.
     *
     * @return fails with a {@link SourceChange} when the source has changed since
     */
    CompletableFuture<S3Result> run(ObjectHead planned) {
        // the caller's conditions were for the HEAD: the state that met them is what the ETag names
        CopyRequest pinned = request.without(SourceReader.CONDITIONS).toBuilder()
                .set(CopyParameter.COPY_SOURCE_IF_MATCH, planned.eTag())
                .build();
        return run(pinned).exceptionallyCompose(failure -> {
            if (!S3CallException.isUnmet(failure)) {
                return CompletableFuture.failedFuture(Futures.cause(failure));
            }
            // the condition on the destination may be the one that is not met
            return new SourceReader(s3.source(), session, request)
                    .confirm(planned)
                    .thenCompose(unchanged -> CompletableFuture.failedFuture(Futures.cause(failure)));
        });
    }

    /**
     * Where a repeated call finds its destination condition unmet, that may be its own success. Whatever the last attempt
     * was told, an earlier one whose answer was lost may have made the copy.
     */
    private CompletableFuture<S3Result> run(CopyRequest sent) {
        Attempts attempts = new Attempts(session);
        return attempts.send(
                        () -> s3.destination().call(S3Call.COPY_OBJECT, sent),
                        unread -> lostAnswer().seen(unread))
                .exceptionallyCompose(failure -> {
                    if (!(Futures.cause(failure) instanceof S3CallException call)) {
                        return CompletableFuture.failedFuture(Futures.cause(failure));
                    } else if (attempts.isRepeated() && isUnmet(sent, call)) {
                        return lostAnswer().ownSuccess(call);
                    }
                    return attempts.isAnswerLost() ? lostAnswer().outcome(call) : CompletableFuture.failedFuture(call);
                });
    }

    private static boolean isUnmet(CopyRequest sent, Throwable failure) {
        boolean conditional = sent.has(CopyParameter.IF_NONE_MATCH) || sent.has(CopyParameter.IF_MATCH);
        return conditional && S3CallException.isUnmet(failure);
    }

    private LostAnswer lostAnswer() {
        return new LostAnswer(s3, session, request);
    }
}
