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
import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ConditionProbe;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.text.Printable;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second half of a move: deletes the source of a verified copy, if it is still the copied one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html">Conditional deletes</a>
 */
final class SourceDeletion {

    /** The key of no object. */
    private static final String PROBE = ".s3copy-probe-";

    /** In characters, so that its UTF-8 and the rest of the key fit into 1,024 bytes. */
    private static final int LONGEST_FOLDER = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SourceDeletion.class);

    private final S3Calls source;
    private final ServiceTraits traits;
    private final CopySession session;
    private final CopyRequest request;
    private final CopySettings settings;
    private final DeleteSource mode;

    SourceDeletion(Clients s3, CopySession session, CopyRequest request, CopySettings settings) {
        this.source = s3.source();
        this.traits = s3.traits();
        this.session = session;
        this.request = request;
        this.settings = settings;
        this.mode = settings.deleteSource();
    }

    /** Refuses a move of an object onto itself, which would delete the copy. */
    void refuseSelf() {
        CopySource from = request.source().orElseThrow();
        String bucket = request.required(CopyParameter.BUCKET);
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

    /** A copy with what became of its source, where this is a move. */
    CompletableFuture<CopyResult> after(ObjectHead planned, CopyResult made, List<String> lacks) {
        return settings.deletesSource()
                ? run(planned, made, lacks).thenApply(deleted -> made.withSourceDeleted(deleted, session))
                : CompletableFuture.completedFuture(made);
    }

    /**
     * Deletes the source, unless something tells against it.
     *
     * @param planned what was copied
     * @param made the copy
     * @param lacks what the copy is known to lack
     */
    private CompletableFuture<SourceDeleted> run(ObjectHead planned, CopyResult made, List<String> lacks) {
        if (made.verified() == Verified.NONE) {
            return kept(SourceDeleted.UNPROVEN, "nothing proves that its copy has its content");
        } else if (!lacks.isEmpty() && !settings.deleteSourceIncomplete()) {
            return kept(
                    SourceDeleted.INCOMPLETE,
                    "its copy lacks " + String.join(", ", lacks) + ", and deleteSourceIncomplete is not set");
        }
        ObjectQuery any = ObjectQuery.ofSource(request);
        String version = mode == DeleteSource.version ? versionOf(planned, made.s3()) : null;
        if (version != null) {
            LOG.debug(
                    "Move of {}: version {} is deleted, which nobody can replace",
                    session.task(),
                    Printable.of(version));
            return delete(any.unconditional(version));
        }
        return deleteIf(now -> now.isSameState(planned), planned.eTag());
    }

    /**
     * Deletes the current object, if it is the one that is meant.
     *
     * @param same whether what a HEAD tells is the one
     * @param eTag of the one that is meant
     */
    CompletableFuture<SourceDeleted> deleteIf(Predicate<ObjectHead> same, @Nullable String eTag) {
        ObjectQuery current = ObjectQuery.ofSource(request).unconditional(null);
        boolean hasETag = !ETags.bare(eTag).isEmpty();
        // an object that was replaced and put back has the same ETag as before: only a HEAD tells
        return Futures.afterEnd(session.send(() -> source.headObject(current)), (now, failure) -> {
            if (failure == null && same.test(now) && !(hasETag || settings.deleteSourceUnchecked())) {
                return kept(
                        SourceDeleted.UNCHECKED,
                        "HEAD tells no ETag of it, and only a condition on that keeps an object that is written in between");
            } else if (failure == null && same.test(now)) {
                return deleteIfHeeded(current.onCondition(eTag));
            } else if (failure == null || isChange(failure)) {
                LOG.debug(
                        "Move of {}: the source is kept: {} since it was copied",
                        session.task(),
                        failure == null ? "it has changed" : "it was deleted or replaced");
                return CompletableFuture.completedFuture(SourceDeleted.CHANGED);
            }
            return CompletableFuture.failedFuture(failure);
        });
    }

    private CompletableFuture<SourceDeleted> kept(SourceDeleted why, String reason) {
        LOG.warn(
                "The source {} of a move is kept: {}",
                Printable.of(request.source().orElseThrow().toString()),
                Printable.of(reason));
        return CompletableFuture.completedFuture(why);
    }

    /** A newer object may be written at any moment. Only a condition that the service itself checks protects it. */
    private CompletableFuture<SourceDeleted> deleteIfHeeded(ObjectQuery copied) {
        if (settings.deleteSourceUnchecked()) {
            boolean refused = traits.refuses(Trait.deleteCondition);
            LOG.debug(
                    "Move of {}: the source is deleted {} (deleteSourceUnchecked)",
                    session.task(),
                    refused
                            ? "without a condition, which the service refuses"
                            : "on a condition, which the service may ignore");
            return delete(refused ? copied.unconditional(null) : copied);
        }
        return heedsCondition()
                .thenCompose(heeded -> heeded
                        ? deleteOnCondition(copied)
                        : kept(
                                SourceDeleted.UNCHECKED,
                                "the service " + traits.service()
                                        + " is not known to heed If-Match on DeleteObject (trait "
                                        + Trait.deleteCondition
                                        + "), so an object written in between would be deleted;"
                                        + " deleteSourceUnchecked=true takes that risk, and in a bucket with versions"
                                        + " deleteSource=version has none"));
    }

    private CompletableFuture<SourceDeleted> deleteOnCondition(ObjectQuery copied) {
        LOG.debug(
                "Move of {}: the source is deleted if its ETag is still {}",
                session.task(),
                Printable.of(String.valueOf(copied.ifMatch())));
        return delete(copied);
    }

    /**
     * Whether the service heeds a condition on DeleteObject. The deletion of a missing object tells: it cannot meet its
     * condition. Some services answer any deletion of a missing object with 404. Then a deletion without a condition
     * tells whether the condition was the reason.
     */
    private CompletableFuture<Boolean> heedsCondition() {
        if (!traits.isUnknown(Trait.deleteCondition)) {
            return CompletableFuture.completedFuture(traits.heeds(Trait.deleteCondition));
        }
        ObjectQuery nothing = ObjectQuery.ofSource(request).ofKey(probeKey());
        LOG.debug(
                "Move of {}: whether the service heeds a condition on DeleteObject is not known: the deletion of {}, which"
                        + " is not there, tells",
                session.task(),
                Printable.of(nothing.key()));
        return traits.once(
                Trait.deleteCondition,
                () -> answer(nothing.onCondition(ConditionProbe.NO_ETAG))
                        .thenCompose(answer -> answer == Answer.unclear
                                ? answer(nothing)
                                        .thenApply(plain -> plain == Answer.ignored ? Answer.heeded : Answer.unclear)
                                : CompletableFuture.completedFuture(answer))
                        .thenApply(answer -> {
                            traits.learn(Trait.deleteCondition, answer);
                            return traits.heeds(Trait.deleteCondition);
                        }),
                () -> CompletableFuture.completedFuture(traits.heeds(Trait.deleteCondition)));
    }

    /**
     * What the deletion of a missing object tells. If it succeeds, the service ignores its condition. A 404 tells
     * nothing yet.
     */
    private CompletableFuture<Answer> answer(ObjectQuery nothing) {
        return Futures.afterEnd(session.send(() -> source.deleteObject(nothing)), (done, failure) -> {
            if (failure == null) {
                return unmarked(nothing, done).thenApply(gone -> Answer.ignored);
            } else if (S3CallException.isUnmet(failure)) {
                return CompletableFuture.completedFuture(Answer.heeded);
            } else if (S3CallException.isNotUnderstood(failure)) {
                return CompletableFuture.completedFuture(Answer.refused);
            } else if (ErrorClass.of(failure) == ErrorClass.TRANSIENT) {
                return CompletableFuture.failedFuture(failure);
            }
            // no such key; or the probe is denied where the source is not
            return CompletableFuture.completedFuture(
                    S3CallException.isMissing(failure) ? Answer.unclear : Answer.refused);
        });
    }

    /** Removes the delete marker that a versioned bucket keeps of the probe, and that nobody needs. */
    private CompletableFuture<Void> unmarked(ObjectQuery nothing, S3Calls.Deleted done) {
        return done.marker() && done.versionId() != null
                ? session.send(() -> source.deleteObject(nothing.unconditional(done.versionId())))
                        .<Void>thenApply(gone -> null)
                        .exceptionally(left -> null)
                : CompletableFuture.completedFuture(null);
    }

    /** Beside the source, as permissions may end at a prefix. */
    private String probeKey() {
        String key = request.source().orElseThrow().key();
        String folder = key.substring(0, key.lastIndexOf('/') + 1);
        return (folder.length() > LONGEST_FOLDER ? "" : folder) + PROBE + UUID.randomUUID();
    }

    private @Nullable String versionOf(ObjectHead planned, @Nullable S3Result made) {
        String named = request.source().orElseThrow().versionId();
        if (named != null) {
            return named;
        }
        String told = made == null ? null : made.text(CopyParameter.RESULT_COPY_SOURCE_VERSION_ID);
        String copied = told == null ? planned.versionId() : told;
        return "null".equals(copied) ? null : copied;
    }

    private CompletableFuture<SourceDeleted> delete(ObjectQuery query) {
        AtomicBoolean lost = new AtomicBoolean();
        return session.send(() -> source.deleteObject(query).exceptionallyCompose(failure -> {
                    lost.compareAndSet(false, LostAnswer.isPossible(failure));
                    return CompletableFuture.failedFuture(Causes.of(failure));
                }))
                .thenApply(deleted ->
                        deleted.marker() && query.versionId() == null ? SourceDeleted.MARKER : SourceDeleted.DELETED)
                .exceptionallyCompose(failure -> {
                    if (!isChange(failure)) {
                        return CompletableFuture.failedFuture(Causes.of(failure));
                    }
                    LOG.debug(
                            "Move of {}: the source was not deleted, as it is gone or has changed{}",
                            session.task(),
                            lost.get() ? "; an answer was lost: HEAD tells whether we deleted it" : "");
                    return lost.get() ? ownSuccess(query) : CompletableFuture.completedFuture(SourceDeleted.CHANGED);
                });
    }

    /** A repeated deletion that finds no such object may have found its own success. */
    private CompletableFuture<SourceDeleted> ownSuccess(ObjectQuery query) {
        return session.settle(() -> source.headObject(query.unconditional(query.versionId())))
                .handle((there, failure) ->
                        S3CallException.isMissing(failure) ? SourceDeleted.DELETED : SourceDeleted.CHANGED);
    }

    private static boolean isChange(Throwable failure) {
        return S3CallException.isUnmet(failure) || S3CallException.isMissing(failure);
    }
}
