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
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ConditionProbe;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A condition on the destination at a service that may not heed it. A HEAD has found the condition met before. The
 * result says whether the service checks it again when it writes; otherwise a write in between could be lost.
 */
final class WriteCondition {

    private static final List<CopyParameter> ROWS = List.of(CopyParameter.IF_MATCH, CopyParameter.IF_NONE_MATCH);

    private final ServiceTraits traits;
    private final CopySession session;
    private final boolean strict;
    private final ExistingObject existing;

    WriteCondition(Copying copying) {
        this.traits = copying.s3().traits();
        this.session = copying.session();
        this.strict = copying.settings().strict();
        this.existing = copying.existing();
    }

    /** Whether a request has one. */
    static boolean isIn(CopyRequest request) {
        return request.hasAny(ROWS);
    }

    /**
     * Whether a look must come before the write, because some way to write may not heed the condition of the request.
     */
    static boolean needsLook(ServiceTraits traits, CopyRequest request) {
        return !isHeededOnCopy(traits, request) || !traits.heeds(Trait.completeCondition);
    }

    /** Whether a copy in one call is known to be made only on all its conditions. */
    static boolean isHeededOnCopy(ServiceTraits traits, CopyRequest request) {
        for (CopyParameter row : ROWS) {
            if (request.has(row) && !traits.heeds(traitOnCopy(row))) {
                return false;
            }
        }
        return true;
    }

    /** Each condition is learnt by itself: MinIO heeds one and not the other. */
    private static Trait traitOnCopy(CopyParameter row) {
        return row == CopyParameter.IF_MATCH ? Trait.writeCondition : Trait.writeIfNoneMatch;
    }

    /** Makes a copy in one call. */
    CompletableFuture<S3Result> copy(
            CopyRequest sent, Function<CopyRequest, CompletableFuture<S3Result>> send, ConditionProbe probe) {
        for (CopyParameter row : ROWS) {
            if (sent.has(row)) {
                refuseIfStrict(traitOnCopy(row));
            }
        }
        boolean learns = sent.has(CopyParameter.IF_MATCH) && traits.isUnknown(Trait.writeCondition);
        CompletableFuture<S3Result> made = learns
                ? traits.once(
                        Trait.writeCondition,
                        () -> probe.writeCondition(sent, sent.without(List.of(CopyParameter.IF_MATCH))),
                        // it has waited for another copy, which may have taken a while
                        () -> lookAgain(sent, isHeededOnCopy(traits, sent))
                                .thenCompose(met -> send.apply(asFarAsTaken(sent))))
                : sentOrRefused(sent, send);
        if (!sent.hasAny(ROWS)) {
            return made;
        }
        return made.thenApply(result -> {
            ROWS.stream().filter(sent::has).forEach(row -> tellUnlessHeeded(row, traitOnCopy(row)));
            return result;
        });
    }

    /** A look has found nothing there. If the service refuses the header, that must suffice. */
    private CompletableFuture<S3Result> sentOrRefused(
            CopyRequest sent, Function<CopyRequest, CompletableFuture<S3Result>> send) {
        return send.apply(asFarAsTaken(sent)).exceptionallyCompose(failure -> {
            boolean refusable =
                    sent.has(CopyParameter.IF_NONE_MATCH) && traits.isUnknown(Trait.writeIfNoneMatch) && !strict;
            if (!refusable || !S3CallException.isNotUnderstood(failure)) {
                return CompletableFuture.failedFuture(Causes.of(failure));
            }
            return send.apply(asFarAsTaken(sent).without(List.of(CopyParameter.IF_NONE_MATCH)))
                    .thenApply(result -> {
                        traits.learn(Trait.writeIfNoneMatch, ServiceTraits.Answer.refused);
                        return result;
                    });
        });
    }

    private CopyRequest asFarAsTaken(CopyRequest sent) {
        return sent.without(
                ROWS.stream().filter(row -> traits.refuses(traitOnCopy(row))).toList());
    }

    private CompletableFuture<Void> lookAgain(CopyRequest sent, boolean heeded) {
        return isIn(sent) && !heeded ? existing.lookAgain() : CompletableFuture.completedFuture(null);
    }

    /** Makes a completion. If the service may not check its condition, a HEAD looks once more what stands there. */
    CompletableFuture<S3Result> complete(
            CopyRequest complete, Function<CopyRequest, CompletableFuture<S3Result>> send) {
        return lookAgain(complete, traits.heeds(Trait.completeCondition))
                .thenCompose(met -> send.apply(completion(complete)))
                .exceptionallyCompose(failure -> {
                    boolean refusable = isIn(complete) && traits.isUnknown(Trait.completeCondition) && !strict;
                    if (!refusable || !S3CallException.isNotUnderstood(failure)) {
                        return CompletableFuture.failedFuture(Causes.of(failure));
                    }
                    return send.apply(complete.without(ROWS)).thenApply(result -> {
                        traits.learn(Trait.completeCondition, ServiceTraits.Answer.refused);
                        return result;
                    });
                });
    }

    /** Fails, before an upload is begun, if its completion could not be made. */
    void refuseUnlessSendable(CopyRequest request) {
        if (isIn(request)) {
            refuseIfStrict(Trait.completeCondition);
        }
    }

    /** A completion as it can be sent; what it does not prove is remembered. */
    private CopyRequest completion(CopyRequest complete) {
        if (!isIn(complete) || traits.heeds(Trait.completeCondition)) {
            return complete;
        }
        ROWS.stream().filter(complete::has).forEach(row -> tellUnlessHeeded(row, Trait.completeCondition));
        return traits.refuses(Trait.completeCondition) ? complete.without(ROWS) : complete;
    }

    /** Fails, before anything is written, if only a condition that is heeded will do. */
    private void refuseIfStrict(Trait trait) {
        if (strict && !traits.heeds(trait)) {
            throw new CopyFailedException(
                    "strict: the service " + traits.service() + " is not known to heed conditions on the destination"
                            + " (trait " + trait
                            + "), so that another write may be lost; if it does, set serviceTraits="
                            + trait + "=heeded");
        }
    }

    private void tellUnlessHeeded(CopyParameter row, Trait trait) {
        if (!traits.heeds(trait)) {
            String name = row == CopyParameter.IF_MATCH ? "If-Match" : "If-None-Match";
            session.leaveUnproven(name + " (checked by a look before the copy, and not atomically: the service is not"
                    + " known to heed it, trait " + trait + ")");
        }
    }
}
