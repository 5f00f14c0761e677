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
package io.s3copy.engine.service;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Learns whether a service heeds a condition, by a copy with one that cannot be met. A service that heeds it refuses,
 * and nothing has happened. One that does not heed it makes the very copy that was wanted, so nothing unwanted is
 * written. One request, once for each service and hour; AWS is never asked.
 */
public final class ConditionProbe {

    /** The ETag of no object. */
    public static final String NO_ETAG = "\"00000000000000000000000000000000\"";

    private final ServiceTraits traits;
    private final Function<CopyRequest, CompletableFuture<S3Result>> send;
    private final Function<CopyRequest, CompletableFuture<S3Result>> sendImpossible;

    /**
     * A probe.
     *
     * @param send sends a copy
     * @param sendImpossible sends one whose condition cannot be met: a refusal is one, and never its own success
     */
    public ConditionProbe(
            ServiceTraits traits,
            Function<CopyRequest, CompletableFuture<S3Result>> send,
            Function<CopyRequest, CompletableFuture<S3Result>> sendImpossible) {
        this.traits = traits;
        this.send = send;
        this.sendImpossible = sendImpossible;
    }

    /** Makes a copy on condition of its source's ETag. */
    public CompletableFuture<S3Result> sourceCondition(CopyRequest pinned) {
        CopyRequest impossible = pinned.toBuilder()
                .set(CopyParameter.COPY_SOURCE_IF_MATCH, NO_ETAG)
                .build();
        CopyRequest without = pinned.without(List.of(CopyParameter.COPY_SOURCE_IF_MATCH));
        return probe(Trait.sourceCondition, impossible, pinned, without);
    }

    /**
     * Makes a copy on a condition on its destination, which a look has just found to be met.
     *
     * @param unconditional what is sent to a service that refuses the header
     */
    public CompletableFuture<S3Result> writeCondition(CopyRequest conditional, CopyRequest unconditional) {
        CopyRequest impossible =
                unconditional.toBuilder().set(CopyParameter.IF_MATCH, NO_ETAG).build();
        return probe(Trait.writeCondition, impossible, conditional, unconditional);
    }

    private CompletableFuture<S3Result> probe(
            Trait trait, CopyRequest impossible, CopyRequest real, CopyRequest withoutHeader) {
        return Futures.afterEnd(sendImpossible.apply(impossible), (made, failure) -> {
            // of a destination that is not there, S3 says that an If-Match names no key
            boolean refused = S3CallException.isUnmet(failure)
                    || (trait == Trait.writeCondition && S3CallException.isMissing(failure));
            if (failure == null) {
                traits.learn(trait, Answer.ignored);
                return CompletableFuture.completedFuture(made);
            } else if (S3CallException.isNotUnderstood(failure)) {
                return learnt(trait, Answer.refused, send.apply(withoutHeader));
            } else if (refused) {
                return learnt(trait, Answer.heeded, send.apply(real));
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    /** The same copy was made otherwise: so it was the impossible condition that was refused before. */
    private CompletableFuture<S3Result> learnt(Trait trait, Answer answer, CompletableFuture<S3Result> copy) {
        return copy.thenApply(result -> {
            traits.learn(trait, answer);
            return result;
        });
    }
}
