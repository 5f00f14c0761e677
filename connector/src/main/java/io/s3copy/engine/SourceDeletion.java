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

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.InvalidParameterException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The second half of a move: deletes the source of a verified copy, if it is still the copied one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html">Conditional deletes</a>
 */
final class SourceDeletion {

    private final S3Calls source;
    private final CopySession session;
    private final CopyRequest request;
    private final DeleteSource mode;

    SourceDeletion(S3Calls source, CopySession session, CopyRequest request, DeleteSource mode) {
        this.source = source;
        this.session = session;
        this.request = request;
        this.mode = mode;
    }

    /** Refuses a move of an object onto itself, which would delete the copy. */
    void refuseSelf() {
        CopySource from = request.source().orElseThrow();
        String bucket = request.text(CopyParameter.BUCKET);
        // an access point may lead to the source's own bucket, by whatever name
        boolean maybeOneBucket = from.bucket().equals(bucket) || isAlias(from.bucket()) || isAlias(bucket);
        boolean self = maybeOneBucket && from.key().equals(request.text(CopyParameter.KEY));
        boolean oldVersion = mode == DeleteSource.version && from.versionId() != null;
        if (mode != DeleteSource.never && self && !oldVersion) {
            throw new InvalidParameterException(
                    "option deleteSource",
                    mode,
                    "would delete the copy itself: source and destination are one object, or may be, by way of an access point",
                    "Name another destination, or, with deleteSource=version, the version to move");
        }
    }

    private static boolean isAlias(String bucket) {
        return bucket.startsWith("arn:") || bucket.endsWith("-s3alias") || bucket.endsWith(".mrap");
    }

    /**
     * Deletes the source.
     *
     * @param planned what was copied
     * @param copiedVersion the version that S3 says it copied, or null
     */
    CompletableFuture<SourceDeleted> run(ObjectHead planned, String copiedVersion) {
        HeadQuery any = HeadQuery.ofSource(request);
        String version = mode == DeleteSource.version ? versionOf(planned, copiedVersion) : null;
        if (version != null) {
            return delete(any.unconditional(version));
        }
        HeadQuery copied = any.unconditional(null).onCondition(planned.eTag());
        // servers that do not know conditional deletes would take a newer object: it is looked for first
        return session.send(() -> source.headObject(copied))
                .handle((now, failure) -> {
                    if (failure == null) {
                        return ETags.equal(now.eTag(), planned.eTag());
                    } else if (isChange(failure)) {
                        return false;
                    }
                    throw new CompletionException(Futures.cause(failure));
                })
                .thenCompose(unchanged ->
                        unchanged ? delete(copied) : CompletableFuture.completedFuture(SourceDeleted.CHANGED));
    }

    private String versionOf(ObjectHead planned, String copiedVersion) {
        String named = request.source().orElseThrow().versionId();
        if (named != null) {
            return named;
        }
        String copied = copiedVersion == null ? planned.versionId() : copiedVersion;
        return "null".equals(copied) ? null : copied;
    }

    private CompletableFuture<SourceDeleted> delete(HeadQuery query) {
        AtomicBoolean lost = new AtomicBoolean();
        return session.send(() -> source.deleteObject(query).exceptionallyCompose(failure -> {
                    lost.compareAndSet(false, LostAnswer.isPossible(failure));
                    return CompletableFuture.failedFuture(Futures.cause(failure));
                }))
                .thenApply(deleted ->
                        deleted.marker() && query.versionId() == null ? SourceDeleted.MARKER : SourceDeleted.DELETED)
                .exceptionallyCompose(failure -> {
                    if (!isChange(failure)) {
                        return CompletableFuture.failedFuture(Futures.cause(failure));
                    }
                    return lost.get() ? ownSuccess(query) : CompletableFuture.completedFuture(SourceDeleted.CHANGED);
                });
    }

    /** A repeated deletion that finds no such object may have found its own success. */
    private CompletableFuture<SourceDeleted> ownSuccess(HeadQuery query) {
        return session.settle(() -> source.headObject(query.unconditional(query.versionId())))
                .handle((there, failure) ->
                        S3CallException.isMissing(failure) ? SourceDeleted.DELETED : SourceDeleted.CHANGED);
    }

    private static boolean isChange(Throwable failure) {
        return S3CallException.isUnmet(failure) || S3CallException.isMissing(failure);
    }
}
