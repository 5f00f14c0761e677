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

import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What stands where a copy goes, and the policy on it. */
final class ExistingObject {

    private final S3Calls destination;
    private final ServiceTraits traits;
    private final CopySession session;
    private final CopySettings settings;
    private final CopyRequest request;

    ExistingObject(Clients s3, CopySession session, CopySettings settings, CopyRequest request) {
        this.destination = s3.destination();
        this.traits = s3.traits();
        this.session = session;
        this.settings = settings;
        this.request = request;
    }

    /**
     * A policy on existing objects is a condition on the destination, which S3 checks when it writes. A condition of the
     * caller's own outweighs it.
     *
     * @return the request with the condition; empty if the policy adds none
     */
    static Optional<CopyRequest> onCondition(CopyRequest said, IfExists policy) {
        boolean policed = policy == IfExists.skip || policy == IfExists.fail;
        boolean conditional = said.has(CopyParameter.IF_MATCH) || said.has(CopyParameter.IF_NONE_MATCH);
        return policed && !conditional
                ? Optional.of(
                        said.toBuilder().set(CopyParameter.IF_NONE_MATCH, "*").build())
                : Optional.empty();
    }

    /**
     * Why the copy is to be skipped, before the source is asked about; empty if it is not. If the caller's own
     * condition requires an object there, it outweighs the policy, and S3 checks it.
     *
     * @return in a dry run, and at a service that may not check it, fails with what S3 would say of an unmet condition
     */
    CompletableFuture<Optional<String>> skipReason() {
        boolean conditional = request.has(CopyParameter.IF_MATCH) || request.has(CopyParameter.IF_NONE_MATCH);
        boolean skips = settings.ifExists() == IfExists.skip && !request.has(CopyParameter.IF_MATCH);
        boolean looks = conditional && (settings.dryRun() || WriteCondition.needsLook(traits, request));
        if (!skips && !looks) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return head().thenApply(there -> {
            if (there.isPresent() && skips) {
                return Optional.of("the destination exists");
            } else if (looks && !meetsConditions(there)) {
                throw unmet(there);
            }
            return Optional.empty();
        });
    }

    /**
     * Looks again, at a service that may not check the condition itself: the look before may be hours ago.
     *
     * @return fails where the condition is not met
     */
    CompletableFuture<Void> lookAgain() {
        return head().thenAccept(there -> {
            if (!meetsConditions(there)) {
                throw unmet(there);
            }
        });
    }

    /** Why the copy of that source is to be skipped; empty if it is not. */
    CompletableFuture<Optional<String>> skipReason(ObjectHead source) {
        if (settings.ifExists() != IfExists.skipIfSame) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        boolean eTagsTell =
                Likeness.eTagsTell(request.source().orElseThrow().bucket(), request.required(CopyParameter.BUCKET));
        return head().thenApply(there -> there.filter(one -> Likeness.of(source, one, eTagsTell) == Likeness.SAME)
                .map(same -> "the destination is the same"));
    }

    /** Empty if there is none. */
    private CompletableFuture<Optional<ObjectHead>> head() {
        return session.send(() -> destination.headObject(ObjectQuery.ofDestination(request)))
                .handle((there, failure) -> {
                    if (failure == null || S3CallException.isMissing(failure)) {
                        return Optional.ofNullable(there);
                    }
                    throw new CompletionException(Causes.of(failure));
                });
    }

    private boolean meetsConditions(Optional<ObjectHead> there) {
        String match = request.text(CopyParameter.IF_MATCH);
        String noneMatch = request.text(CopyParameter.IF_NONE_MATCH);
        boolean matches =
                match == null || there.filter(one -> isNamed(match, one)).isPresent();
        boolean differs = noneMatch == null
                || there.filter(one -> isNamed(noneMatch, one)).isEmpty();
        return matches && differs;
    }

    private static boolean isNamed(String condition, ObjectHead there) {
        return condition.equals("*") || ETags.equal(condition, there.eTag());
    }

    private S3CallException unmet(Optional<ObjectHead> there) {
        String seen = there.map(one -> "there is one with ETag " + one.eTag()).orElse("there is no object");
        return S3CallException.of(
                S3Call.COPY_OBJECT.api(),
                request,
                S3CallException.Failure.unmet((settings.dryRun() ? "dry run: " : "a look before the copy: ")
                        + "the condition on the destination is not met, where " + seen));
    }

    /**
     * Whether a failure says that the destination exists. Only a 412 of a call that writes the destination says so.
     *
     * @param sourceIsPinned whether changes of the source have been told apart already
     */
    boolean isSaidBy(Throwable failure, boolean sourceIsPinned) {
        boolean writes = failure instanceof S3CallException call
                && (call.api().equals(S3Call.COMPLETE_MULTIPART_UPLOAD.api())
                        || (call.api().equals(S3Call.COPY_OBJECT.api())
                                && (sourceIsPinned
                                        || SourceReader.CONDITIONS.stream().noneMatch(request::has))));
        return writes && request.has(CopyParameter.IF_NONE_MATCH) && S3CallException.isUnmet(failure);
    }
}
