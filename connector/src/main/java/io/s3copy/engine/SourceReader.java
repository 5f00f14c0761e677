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
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ObjectGrants;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a copy must know of its source before it can be made in parts. */
final class SourceReader {

    /** The conditions of a copy on its source. */
    static final List<CopyParameter> CONDITIONS = List.of(
            CopyParameter.COPY_SOURCE_IF_MATCH,
            CopyParameter.COPY_SOURCE_IF_NONE_MATCH,
            CopyParameter.COPY_SOURCE_IF_MODIFIED_SINCE,
            CopyParameter.COPY_SOURCE_IF_UNMODIFIED_SINCE);

    private static final int FORBIDDEN = 403;

    private static final int NOT_FOUND = 404;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Calls source;
    private final ServiceTraits traits;
    private final CopySession session;
    private final CopyRequest request;

    SourceReader(Clients s3, CopySession session, CopyRequest request) {
        this.source = s3.source();
        this.traits = s3.traits();
        this.session = session;
        this.request = request;
    }

    /** The source as it is now, if it meets the conditions of the copy. */
    CompletableFuture<ObjectHead> head() {
        return session.send(() -> source.headObject(ObjectQuery.ofSource(request)))
                .exceptionallyCompose(failure -> explained((RuntimeException) Causes.of(failure)));
    }

    /** A failed HEAD has no body. This finds out what CopyObject would have said. */
    private CompletableFuture<ObjectHead> explained(RuntimeException failure) {
        if (S3CallException.isMissing(failure)) {
            return bucketIsThere()
                    .thenCompose(there -> CompletableFuture.failedFuture(
                            there
                                    ? failure
                                    : as("NoSuchBucket", NOT_FOUND, "the source bucket does not exist", failure)));
        } else if (failure instanceof S3CallException call && call.status() == NOT_MODIFIED) {
            // where CopyObject answers 412
            return CompletableFuture.failedFuture(as(
                    "PreconditionFailed",
                    PRECONDITION_FAILED,
                    "a condition on the source is not met (HEAD answered 304)",
                    failure));
        }
        return CompletableFuture.failedFuture(failure);
    }

    private CompletableFuture<Boolean> bucketIsThere() {
        String bucket = request.source().orElseThrow().bucket();
        return session.send(() -> source.headBucket(bucket, request.text(CopyParameter.EXPECTED_SOURCE_BUCKET_OWNER)))
                .handle((there, failure) -> {
                    if (failure != null && ErrorClass.of(failure) == ErrorClass.TRANSIENT) {
                        // nobody can tell whether the key is missing, or its bucket
                        throw new CompletionException(Causes.of(failure));
                    }
                    return !S3CallException.isBucketMissing(failure);
                });
    }

    private S3CallException as(String code, int status, String message, @Nullable Throwable cause) {
        return S3CallException.of(
                S3Call.COPY_OBJECT.api(), request, S3CallException.Failure.of(code, status, message), cause);
    }

    /**
     * Makes sure that the source is in the planned state, and was all the time. An object that was replaced and put
     * back has the same ETag, but another time.
     *
     * @return fails with a {@link SourceChange} when it is not
     */
    CompletableFuture<Void> confirm(ObjectHead planned) {
        // without a condition: not every service heeds one, and Swift refuses one that is met
        ObjectQuery any = ObjectQuery.ofSource(request).unconditional(versionOf(request));
        return session.send(() -> source.headObject(any)).handle((now, failure) -> {
            boolean changed = failure == null
                    ? !now.isSameState(planned)
                    : S3CallException.isUnmet(failure) || S3CallException.isMissing(failure);
            if (changed) {
                throw new SourceChange(as(
                        "PreconditionFailed",
                        PRECONDITION_FAILED,
                        "the source changed while it was copied: it had the ETag " + planned.eTag() + " of "
                                + planned.lastModified(),
                        failure));
            } else if (failure != null) {
                throw new CompletionException(Causes.of(failure));
            }
            return null;
        });
    }

    /**
     * The failure of a copy that S3 refused for its source, although HEAD had found the source. Only another HEAD tells
     * whether the source is gone or has changed, or whether the service reads another object or cannot pin this one.
     *
     * @param refusal a 404 or 412 of a call that reads the source
     * @return always fails
     */
    <T> CompletableFuture<T> explain(ObjectHead planned, S3CallException refusal) {
        if (traits.isDocumented() && S3CallException.isUnmet(refusal)) {
            // S3's word is enough
            return CompletableFuture.failedFuture(new SourceChange(refusal));
        }
        return Futures.afterEnd(confirm(planned), (unchanged, change) -> {
            if (change instanceof SourceChange changed
                    && S3CallException.isMissing(changed.why().getCause())) {
                // gone, and not replaced: S3's own word for it is the failure
                return CompletableFuture.failedFuture(S3CallException.isMissing(refusal) ? refusal : changed);
            } else if (change != null) {
                return CompletableFuture.failedFuture(change);
            }
            String why = S3CallException.isMissing(refusal)
                    ? "HEAD finds the source, and " + refusal.api()
                            + " does not: the service reads the key of a copy's source otherwise"
                    : "the service refuses the condition that the source has the ETag " + planned.eTag()
                            + ", which HEAD says it has: this object cannot be pinned there (as segmented objects of"
                            + " Swift), so that its copy could be torn";
            return CompletableFuture.failedFuture(new CopyFailedException(why, refusal));
        });
    }

    private static @Nullable String versionOf(CopyRequest request) {
        return request.source().orElseThrow().versionId();
    }

    /** The grants of the source. */
    CompletableFuture<ObjectGrants> grants() {
        return session.send(() -> source.getObjectAcl(ObjectQuery.ofSource(request)));
    }

    /** Whether an upload is to carry the source's tags. */
    boolean carriesTags() {
        return !"REPLACE".equals(request.text(CopyParameter.TAGGING_DIRECTIVE));
    }

    /**
     * The source's tags, for an upload that is to carry them. Empty if they may not be read and the settings ignore
     * that. HEAD counts tags only for those who may read them: no count means no tags, or no permission.
     */
    CompletableFuture<Optional<Map<String, String>>> tags(ObjectHead head, CopySettings.OnTagsDenied onDenied) {
        boolean none = head.tagCount() != null && head.tagCount() == 0;
        if (none || !carriesTags()) {
            return CompletableFuture.completedFuture(Optional.of(Map.of()));
        }
        return session.send(() -> source.getObjectTagging(ObjectQuery.ofSource(request)))
                .thenApply(Optional::of)
                .exceptionally(failure -> {
                    if (S3CallException.isNotUnderstood(failure) || isNoTags(failure)) {
                        return Optional.of(Map.of());
                    } else if (S3CallException.isSaid(failure, FORBIDDEN)
                            && onDenied == CopySettings.OnTagsDenied.ignore) {
                        return Optional.empty();
                    }
                    throw new CompletionException(Causes.of(failure));
                });
    }

    /** What some servers answer for an object without tags. */
    static boolean isNoTags(Throwable failure) {
        return Causes.of(failure) instanceof S3CallException call
                && ("NoSuchTagSet".equals(call.code()) || "NoSuchTagSetError".equals(call.code()));
    }
}
