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

import io.s3copy.engine.CopySettings.OnChange;
import io.s3copy.engine.CopySettings.OnMissing;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.plan.PartSize;
import io.s3copy.engine.plan.Planner;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.service.Clients;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One copy from its request to its result: which way it goes, and what the policies say of what is met on it. */
final class CopyRun {

    private static final Logger LOG = LoggerFactory.getLogger(CopyRun.class);

    private static final int CHANGES = 5;

    private final Copying copying;
    private final CopySettings settings;
    private final CopyRequest request;
    private final KnownSource known;
    private final ExistingObject existing;
    private final ArchivedSource archived;
    private final SourceDeletion deletion;
    private final CopyInOneCall oneCall;
    private final CopyInParts parts;

    CopyRun(Copying copying, UploadRecords uploads, KnownSource known) {
        Clients s3 = copying.s3();
        CopySession session = copying.session();
        this.copying = copying;
        this.settings = copying.settings();
        this.request = copying.request();
        this.known = known;
        this.existing = new ExistingObject(s3, session, settings, request);
        this.archived = new ArchivedSource(s3.source(), session, settings, request);
        this.deletion = new SourceDeletion(s3, session, request, settings);
        this.oneCall = new CopyInOneCall(copying, deletion);
        this.parts = new CopyInParts(copying, uploads, deletion);
    }

    CompletableFuture<CopyResult> run() {
        deletion.refuseSelf();
        return existing.skipReason()
                .thenCompose(why -> why.isPresent() ? skipped(why.get()) : copy(CHANGES))
                .exceptionallyCompose(failure -> skippedOrFailed(Causes.of(failure)));
    }

    private CompletableFuture<CopyResult> copy(int changesLeft) {
        copying.session().beginAnew();
        boolean looks = needsHead();
        LOG.debug(
                "Copy of {}: {}",
                copying.session().task(),
                looks ? "a HEAD of the source first" : "one call, without a look at the source");
        return (looks ? planned() : unseen()).exceptionallyCompose(failure -> {
            Throwable cause = Causes.of(failure);
            if (!(cause instanceof SourceChange change)) {
                return CompletableFuture.failedFuture(cause);
            }
            boolean again = settings.onChange() == OnChange.retry && changesLeft > 0;
            LOG.debug(
                    "Copy of {}: the source changed; {} (onChange={}, {} attempts left)",
                    copying.session().task(),
                    again ? "begun anew" : "given up",
                    settings.onChange(),
                    changesLeft);
            return again ? copy(changesLeft - 1) : CompletableFuture.failedFuture(change.why());
        });
    }

    /** Whether the source must be known before the first call; otherwise S3 itself tells what is wrong. */
    private boolean needsHead() {
        boolean sizeMatters = known.size() == null
                ? settings.multipartThreshold() < Limits.MAX_SINGLE_COPY
                : plan(known.size()) instanceof CopyPlan.Parts;
        return sizeMatters
                || oneCall.isPinned()
                || settings.dryRun()
                || settings.partSize() instanceof PartSize.Source
                || settings.ifExists() == CopySettings.IfExists.skipIfSame;
    }

    private CopyPlan plan(long size) {
        if (size > Limits.MAX_OBJECT) {
            throw new CopyFailedException(
                    "the source has " + size + " bytes, and an object of S3 at most " + Limits.MAX_OBJECT + " (50 TB)");
        }
        return Planner.plan(size, settings.multipartThreshold(), settings.partSize());
    }

    /** One call, of a source that nobody has asked about. */
    private CompletableFuture<CopyResult> unseen() {
        return oneCall.copy(known).exceptionallyCompose(failure -> refused(Causes.of(failure)));
    }

    /**
     * S3 refuses a source over 5 GiB with InvalidRequest, which it says of other faults too: the size tells. A service
     * with a lower limit says that the source is too large.
     */
    private CompletableFuture<CopyResult> refused(Throwable refusal) {
        if (mayBeTooLarge(refusal)) {
            LOG.debug(
                    "Copy of {}: refused, perhaps for its size: HEAD tells",
                    copying.session().task());
            return headAfter(refusal)
                    .thenCompose(head ->
                            isTooLarge(refusal, head) ? planned(head, true) : CompletableFuture.failedFuture(refusal));
        } else if (ArchivedSource.isCause(refusal) && settings.onArchived() == CopySettings.OnArchived.restore) {
            return headAfter(refusal).thenCompose(archived::skipReason).thenCompose(this::skipped);
        }
        return CompletableFuture.failedFuture(refusal);
    }

    private static boolean mayBeTooLarge(Throwable refusal) {
        return refusal instanceof S3CallException call
                && S3Call.COPY_OBJECT.api().equals(call.api())
                && ("InvalidRequest".equals(call.code()) || "EntityTooLarge".equals(call.code()));
    }

    private static boolean isTooLarge(Throwable refusal, ObjectHead head) {
        S3CallException call = (S3CallException) refusal;
        String said = String.valueOf(call.getMessage()).toLowerCase(Locale.ROOT);
        boolean says =
                "EntityTooLarge".equals(call.code()) || said.contains("larger than") || said.contains("too large");
        return head.size() > Limits.MAX_SINGLE_COPY || (says && head.size() > Limits.MIN_PART);
    }

    /** What S3 refused the copy with says more than a HEAD that fails, too. */
    private CompletableFuture<ObjectHead> headAfter(Throwable refusal) {
        return copying.reader().head().exceptionallyCompose(unseen -> {
            refusal.addSuppressed(Causes.of(unseen));
            return CompletableFuture.failedFuture(refusal);
        });
    }

    private CompletableFuture<CopyResult> planned() {
        return copying.reader().head().thenCompose(head -> planned(head, false));
    }

    /** @param tooLarge whether the service refused to copy it in one call */
    private CompletableFuture<CopyResult> planned(ObjectHead head, boolean tooLarge) {
        if (head.isArchived()) {
            return archived.skipReason(head).thenCompose(this::skipped);
        }
        return existing.skipReason(head)
                .thenCompose(why -> why.isPresent()
                        ? skipped(why.get())
                        : Preserved.of(copying.reader(), request, head, settings)
                                .thenCompose(preserved -> planned(head, preserved, tooLarge)));
    }

    private CompletableFuture<CopyResult> planned(ObjectHead head, Preserved preserved, boolean tooLarge) {
        // an upload of one empty part is as good as one call
        boolean asSource =
                settings.partSize() instanceof PartSize.Source && head.uploadedParts() > 0 && head.size() > 0;
        CompletableFuture<? extends CopyPlan> plan = asSource
                ? new SourceLayout(copying.s3(), copying.session(), request, head).read()
                : CompletableFuture.completedFuture(
                        tooLarge ? Planner.plan(head.size(), Limits.MIN_PART, settings.partSize()) : plan(head.size()));
        return plan.thenCompose(decided -> {
            Verification.Parts layout = !(decided instanceof CopyPlan.Parts)
                    ? Verification.Parts.NONE
                    : asSource ? Verification.Parts.OF_SOURCE : Verification.Parts.OTHER;
            copying.verification(head).requireProvable(layout);
            tellPlan(head, decided);
            return decided instanceof CopyPlan.Parts inParts
                    ? parts.copy(head, preserved, inParts)
                    : oneCall.copy(head, preserved)
                            .exceptionallyCompose(failure -> inPartsIfTooLarge(head, Causes.of(failure)));
        });
    }

    private void tellPlan(ObjectHead head, CopyPlan plan) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "Copy of {}: {} bytes, threshold {}: {}",
                    copying.session().task(),
                    head.length(),
                    settings.multipartThreshold(),
                    plan instanceof CopyPlan.Parts inParts
                            ? inParts.count() + " parts, the first of "
                                    + inParts.range(1).length() + " bytes"
                            : "one call");
        }
    }

    private CompletableFuture<CopyResult> inPartsIfTooLarge(ObjectHead head, Throwable refusal) {
        return mayBeTooLarge(refusal) && isTooLarge(refusal, head)
                ? planned(head, true)
                : CompletableFuture.failedFuture(refusal);
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
            return skipped(CopyResult.ARCHIVED);
        } else if (settings.ifExists() == CopySettings.IfExists.skip
                && existing.isSaidBy(failure, oneCall.isPinned())) {
            return skipped("the destination exists");
        }
        return CompletableFuture.failedFuture(failure);
    }

    /** Where the destination must have an object, S3 says with the same words that it has none. */
    private CompletableFuture<CopyResult> skippedIfSourceIsMissing(Throwable failure) {
        return Futures.afterEnd(
                copying.reader().head(),
                (there, unseen) -> S3CallException.isMissing(unseen)
                        ? skipped(CopyResult.SOURCE_MISSING)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<CopyResult> skipped(String why) {
        LOG.debug("Copy of {}: skipped, as {}", copying.session().task(), why);
        return CompletableFuture.completedFuture(copying.results().skipped(why));
    }
}
