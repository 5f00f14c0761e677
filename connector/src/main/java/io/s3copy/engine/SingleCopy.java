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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ConditionProbe;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.CompletableFuture;

/** One copy in one call, which S3 makes whole or not at all. */
final class SingleCopy {

    private final Clients s3;
    private final CopySession session;
    private final CopyRequest request;
    private final Copying copying;

    /**
     * A copy.
     *
     * @param request what is sent: what the caller said, and what is to be preserved
     */
    SingleCopy(Copying copying, CopyRequest request) {
        this.s3 = copying.s3();
        this.session = copying.session();
        this.request = request;
        this.copying = copying;
    }

    CompletableFuture<S3Result> run() {
        return onCondition(request);
    }

    /**
     * Copies the state that was planned from, and no other.
     *
     * @param byPinAlone whether only the pin can tell that it was this state, because the contents cannot be compared
     * @return fails with a {@link SourceChange} when the source has changed since
     */
    CompletableFuture<S3Result> run(ObjectHead planned, boolean byPinAlone) {
        // the caller's conditions were for the HEAD: the ETag names the state that met them
        CopyRequest free = request.without(SourceReader.CONDITIONS);
        if (!planned.hasETag()) {
            leaveUnpinned();
        }
        CopyRequest pinned = !planned.hasETag() || s3.traits().refuses(Trait.sourceCondition)
                ? free
                : free.toBuilder()
                        .set(CopyParameter.COPY_SOURCE_IF_MATCH, planned.eTag())
                        .build();
        boolean learns = byPinAlone
                && planned.hasETag()
                && s3.traits().isUnknown(Trait.sourceCondition)
                && !WriteCondition.isIn(pinned);
        CompletableFuture<S3Result> made = learns ? probe().sourceCondition(pinned) : onCondition(pinned);
        return made.exceptionallyCompose(failure -> {
            Throwable cause = Causes.of(failure);
            SourceReader reader = new SourceReader(s3, session, request);
            boolean bySource = S3CallException.isUnmet(cause) || S3CallException.isMissing(cause);
            if (!bySource || cause instanceof UnknownOutcomeException) {
                return CompletableFuture.failedFuture(cause);
            } else if (WriteCondition.isIn(pinned)) {
                // the condition on the destination may be the one that is not met
                return reader.confirm(planned).thenCompose(unchanged -> CompletableFuture.failedFuture(cause));
            }
            return reader.explain(planned, (S3CallException) cause);
        });
    }

    private void leaveUnpinned() {
        if (copying.settings().strict()) {
            throw new CopyFailedException("strict: HEAD tells no ETag of the source that its copy could be pinned to");
        }
        session.leaveUnproven("that the copy is of the state that was looked at (HEAD tells no ETag to pin it to)");
    }

    /** Sends a copy; a condition on the destination counts as one only at a service that is known to heed it. */
    private CompletableFuture<S3Result> onCondition(CopyRequest sent) {
        return !WriteCondition.isHeededOnCopy(s3.traits(), sent)
                ? new WriteCondition(copying).copy(sent, this::send, probe())
                : send(sent);
    }

    private ConditionProbe probe() {
        return new ConditionProbe(s3.traits(), this::send, sent -> send(sent, false));
    }

    /**
     * If a repeated call finds its destination condition unmet, that may be its own success: an earlier attempt whose
     * answer was lost may have made the copy, whatever the last one is told.
     */
    private CompletableFuture<S3Result> send(CopyRequest sent) {
        return send(sent, true);
    }

    private CompletableFuture<S3Result> send(CopyRequest sent, boolean mayHaveSucceeded) {
        Attempts attempts = new Attempts(session);
        return attempts.send(
                        () -> s3.destination().call(S3Call.COPY_OBJECT, sent),
                        unread -> lostAnswer().seen(unread))
                .exceptionallyCompose(failure -> {
                    if (!(Causes.of(failure) instanceof S3CallException call)) {
                        return CompletableFuture.failedFuture(Causes.of(failure));
                    } else if (mayHaveSucceeded && attempts.isRepeated() && isUnmet(sent, call)) {
                        return lostAnswer().ownSuccess(call);
                    }
                    return attempts.isAnswerLost() ? lostAnswer().outcome(call) : CompletableFuture.failedFuture(call);
                });
    }

    private static boolean isUnmet(CopyRequest sent, Throwable failure) {
        return WriteCondition.isIn(sent) && S3CallException.isUnmet(failure);
    }

    private LostAnswer lostAnswer() {
        return new LostAnswer(s3, session, request);
    }
}
