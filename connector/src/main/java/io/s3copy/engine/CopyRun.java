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

import io.s3copy.engine.CopyResult.Verified;
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.OnChange;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One copy from its request to its result: which way it goes, and what the policies say of what is met on it. */
final class CopyRun {

    /**
     * How uploads are remembered.
     *
     * @param journaling null where they are not
     * @param timer for the signs of life of those that run
     */
    record Uploads(Journaling journaling, Executor timer) {}

    private static final int CONFLICTS = 3;
    private static final int CHANGES = 5;

    private final Clients s3;
    private final CopySession session;
    private final CopySettings settings;
    private final Uploads uploads;
    private final CopyRequest request;
    private final KnownSource known;
    private final ExistingObject existing;
    private final ArchivedSource archived;
    private final SourceDeletion deletion;
    private final Results results;

    CopyRun(
            Clients s3,
            CopySession session,
            CopySettings settings,
            Uploads uploads,
            CopyRequest request,
            KnownSource known) {
        this.s3 = s3;
        this.uploads = uploads;
        this.session = session;
        this.settings = settings;
        this.request = request;
        this.known = known;
        this.existing = new ExistingObject(s3.destination(), session, settings, request);
        this.archived = new ArchivedSource(s3.source(), session, settings, request);
        this.results = new Results(session, settings, request);
        this.deletion = new SourceDeletion(s3.source(), session, request, settings.deleteSource());
    }

    CompletableFuture<CopyResult> run() {
        deletion.refuseSelf();
        return existing.skipReason()
                .thenCompose(why -> why == null ? copy(CHANGES) : skipped(why))
                .exceptionallyCompose(failure -> skippedOrFailed(Futures.cause(failure)));
    }

    private CompletableFuture<CopyResult> copy(int changesLeft) {
        return (needsHead() ? planned() : unseen()).exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            if (!(cause instanceof SourceChange change)) {
                return CompletableFuture.failedFuture(cause);
            }
            return settings.onChange() == OnChange.retry && changesLeft > 0
                    ? copy(changesLeft - 1)
                    : CompletableFuture.failedFuture(change.why());
        });
    }

    /** Whether the source must be known before the first call; else S3 itself tells what is wrong. */
    private boolean needsHead() {
        boolean sizeMatters = known.size() == null
                ? settings.multipartThreshold() < Limits.MAX_SINGLE_COPY
                : plan(known.size()) instanceof CopyPlan.Parts;
        return sizeMatters
                || isPinned()
                || settings.dryRun()
                || settings.partSize() instanceof PartSize.Source
                || settings.ifExists() == CopySettings.IfExists.skipIfSame;
    }

    /** Whether one call, too, must copy the very state that was asked about. */
    private boolean isPinned() {
        return !settings.preserve().isEmpty()
                || settings.deletesSource()
                || settings.verify() == Verify.checksum
                || settings.verify() == Verify.size;
    }

    private CopyPlan plan(long size) {
        if (size > Limits.MAX_OBJECT) {
            throw new CopyFailedException(
                    "the source has " + size + " bytes, and an object of S3 at most " + Limits.MAX_OBJECT + " (50 TB)",
                    null);
        }
        return Planner.plan(size, settings.multipartThreshold(), settings.partSize());
    }

    private SourceReader reader() {
        return new SourceReader(s3.source(), session, request);
    }

    /** One call, of a source that nobody has asked about. */
    private CompletableFuture<CopyResult> unseen() {
        return new SingleCopy(s3, session, request)
                .run()
                .thenApply(result -> results.single(result, known.size(), verifiedByEvent(result), List.of()))
                .exceptionallyCompose(failure -> refused(Futures.cause(failure)));
    }

    /** Who told of the source may have told of an earlier state, so that a difference is no failure. */
    private Verified verifiedByEvent(S3Result result) {
        boolean equal = settings.verify() != Verify.none
                && ETags.isMd5(known.eTag())
                && ETags.equal(result.text(CopyParameter.RESULT_ETAG), known.eTag());
        return equal ? Verified.ETAG : Verified.NONE;
    }

    /** S3 refuses a source over 5 GiB with InvalidRequest, which it says of other faults too: the size tells. */
    private CompletableFuture<CopyResult> refused(Throwable refusal) {
        boolean mayBeSize = refusal instanceof S3CallException call
                && ("InvalidRequest".equals(call.code()) || "EntityTooLarge".equals(call.code()));
        if (mayBeSize) {
            return headAfter(refusal)
                    .thenCompose(head -> head.size() > Limits.MAX_SINGLE_COPY
                            ? planned(head)
                            : CompletableFuture.failedFuture(refusal));
        } else if (ArchivedSource.isCause(refusal) && settings.onArchived() == CopySettings.OnArchived.restore) {
            return headAfter(refusal).thenCompose(archived::skipReason).thenCompose(this::skipped);
        }
        return CompletableFuture.failedFuture(refusal);
    }

    /** What S3 refused the copy with says more than a HEAD that fails, too. */
    private CompletableFuture<ObjectHead> headAfter(Throwable refusal) {
        return reader().head().exceptionallyCompose(unseen -> {
            refusal.addSuppressed(Futures.cause(unseen));
            return CompletableFuture.failedFuture(refusal);
        });
    }

    private CompletableFuture<CopyResult> planned() {
        return reader().head().thenCompose(this::planned);
    }

    private CompletableFuture<CopyResult> planned(ObjectHead head) {
        if (head.isArchived()) {
            return archived.skipReason(head).thenCompose(this::skipped);
        }
        return existing.skipReason(head)
                .thenCompose(why -> why != null
                        ? skipped(why)
                        : Preserved.of(reader(), request, head, settings)
                                .thenCompose(preserved -> planned(head, preserved)));
    }

    private CompletableFuture<CopyResult> planned(ObjectHead head, Preserved preserved) {
        // an upload of one empty part is as good as one call
        boolean asSource =
                settings.partSize() instanceof PartSize.Source && head.uploadedParts() > 0 && head.size() > 0;
        verification(head).requireProvable(asSource);
        CompletableFuture<? extends CopyPlan> plan = asSource
                ? new SourceLayout(s3.source(), session, request, head).read()
                : CompletableFuture.completedFuture(plan(head.size()));
        return plan.thenCompose(decided ->
                decided instanceof CopyPlan.Parts parts ? inParts(head, preserved, parts) : inOneCall(head, preserved));
    }

    private CompletableFuture<CopyResult> inOneCall(ObjectHead head, Preserved preserved) {
        requireCarried(preserved.notCarried());
        if (settings.dryRun()) {
            return CompletableFuture.completedFuture(
                    results.planned(Way.SINGLE, head, 0, Verified.NONE, preserved.notCarried(), null));
        }
        SingleCopy copy = new SingleCopy(s3, session, preserved.request());
        if (!isPinned()) {
            return copy.run().thenApply(s3Result -> {
                Verified verified = ETags.equal(s3Result.text(CopyParameter.RESULT_ETAG), head.eTag())
                        ? verification(head).ofSingle(s3Result)
                        : Verified.NONE;
                return results.single(s3Result, head.size(), verified, preserved.notCarried());
            });
        }
        return copy.run(head)
                .thenCompose(s3Result -> verification(head)
                        .complete(s3Result, verification(head).ofSingle(s3Result))
                        .thenApply(verified -> results.single(s3Result, head.size(), verified, preserved.notCarried())))
                .thenCompose(made -> moved(head, made));
    }

    private CompletableFuture<CopyResult> inParts(ObjectHead head, Preserved preserved, CopyPlan.Parts parts) {
        return reader().tags(head, settings.onTagsDenied()).thenCompose(tags -> {
            Carried carried = Carried.of(preserved.request(), head, tags, preserved.notCarried());
            requireCarried(carried.notCarried());
            if (settings.dryRun()) {
                return CompletableFuture.completedFuture(
                        results.planned(Way.MULTIPART, head, parts.count(), Verified.NONE, carried.told(), null));
            }
            return inParts(new MultipartCopy.Plan(parts, head, carried), CONFLICTS)
                    .thenCompose(made -> verification(head)
                            .complete(made.s3(), made.told())
                            .thenApply(verified -> results.planned(
                                            Way.MULTIPART, head, parts.count(), verified, carried.told(), made.s3())
                                    .withResumedParts(made.resumed())))
                    .thenCompose(made -> moved(head, made));
        });
    }

    /**
     * An upload that is of no use any more is followed by another: there was another write to the key while it was
     * completed (409), or somebody else has aborted it.
     */
    private CompletableFuture<MultipartCopy.Outcome> inParts(MultipartCopy.Plan plan, int conflictsLeft) {
        JournaledUpload journal =
                new JournaledUpload(uploads.journaling(), uploads.timer(), session, request, plan, settings.resume());
        MultipartCopy copy = new MultipartCopy(s3, session, request, plan, journal, settings.resume());
        return copy.run().exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            boolean useless = cause instanceof S3CallException call
                    && ("ConditionalRequestConflict".equals(call.code())
                            || ("NoSuchUpload".equals(call.code())
                                    && S3Call.UPLOAD_PART_COPY.api().equals(call.api())));
            return useless && conflictsLeft > 0
                    ? inParts(plan, conflictsLeft - 1)
                    : CompletableFuture.failedFuture(cause);
        });
    }

    private Verification verification(ObjectHead head) {
        return new Verification(s3.destination(), session, request, settings, head);
    }

    private void requireCarried(List<String> notCarried) {
        if (settings.strict() && !notCarried.isEmpty()) {
            throw new CopyFailedException("strict: the copy cannot carry " + String.join(", ", notCarried), null);
        }
    }

    private CompletableFuture<CopyResult> moved(ObjectHead head, CopyResult made) {
        return settings.deletesSource()
                ? deletion.run(head, made.s3().text(CopyParameter.RESULT_COPY_SOURCE_VERSION_ID))
                        .thenApply(deleted -> made.withSourceDeleted(deleted, session))
                : CompletableFuture.completedFuture(made);
    }

    private CompletableFuture<CopyResult> skippedOrFailed(Throwable failure) {
        if (failure instanceof UnknownOutcomeException) {
            // it may have been made, so that it was not skipped
            return CompletableFuture.failedFuture(failure);
        }
        if (S3CallException.isMissing(failure) && settings.onMissing() == OnMissing.skip) {
            return request.has(CopyParameter.IF_MATCH)
                    ? skippedIfSourceIsMissing(failure)
                    : skipped(CopyResult.SOURCE_MISSING);
        } else if (ArchivedSource.isCause(failure) && settings.onArchived() == CopySettings.OnArchived.skip) {
            return skipped("the source is archived");
        } else if (settings.ifExists() == CopySettings.IfExists.skip && existing.isSaidBy(failure, isPinned())) {
            return skipped("the destination exists");
        }
        return CompletableFuture.failedFuture(failure);
    }

    /** Where the destination must have an object, S3 says with the same words that it has none. */
    private CompletableFuture<CopyResult> skippedIfSourceIsMissing(Throwable failure) {
        return Futures.afterEnd(
                reader().head(),
                (there, unseen) -> S3CallException.isMissing(unseen)
                        ? skipped(CopyResult.SOURCE_MISSING)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<CopyResult> skipped(String why) {
        return CompletableFuture.completedFuture(results.skipped(why));
    }
}
