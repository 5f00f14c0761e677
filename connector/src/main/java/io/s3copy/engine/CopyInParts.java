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
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy in parts, from its plan to its result. */
final class CopyInParts {

    private static final Logger LOG = LoggerFactory.getLogger(CopyInParts.class);

    private static final int CONFLICTS = 3;

    private final Copying copying;
    private final UploadRecords uploads;
    private final CopySession session;
    private final CopySettings settings;
    private final CopyRequest request;
    private final ServiceTraits traits;
    private final Results results;
    private final SourceDeletion deletion;

    CopyInParts(Copying copying, UploadRecords uploads, SourceDeletion deletion) {
        this.copying = copying;
        this.uploads = uploads;
        this.session = copying.session();
        this.settings = copying.settings();
        this.request = copying.request();
        this.traits = copying.s3().traits();
        this.results = copying.results();
        this.deletion = deletion;
    }

    /** Copies the state that was planned from. */
    CompletableFuture<CopyResult> copy(ObjectHead head, Preserved preserved, CopyPlan.Parts parts) {
        return copying.reader()
                .tags(head, settings.onTagsDenied())
                .thenCompose(tags -> inParts(
                        head,
                        preserved,
                        parts,
                        Carried.of(preserved.request(), head, tags, preserved.notCarried(), traits)));
    }

    private CompletableFuture<CopyResult> inParts(
            ObjectHead head, Preserved preserved, CopyPlan.Parts parts, Carried carried) {
        copying.requireCarried(carried.notCarried());
        new EncryptionCheck(copying, preserved.request(), true).refuseIgnored();
        if (settings.dryRun()) {
            return CompletableFuture.completedFuture(
                    results.planned(Way.MULTIPART, head, parts.count(), Verified.NONE, carried.told(), null));
        }
        return inParts(new MultipartCopy.Plan(parts, head, carried), CONFLICTS)
                .exceptionallyCompose(failure -> isChecksumRefused(carried, Causes.of(failure))
                        ? withoutChecksum(head, parts, carried)
                        : CompletableFuture.failedFuture(Causes.of(failure)))
                .thenCompose(made -> copying.verification(head)
                        .complete(made.s3(), made.told(), made.pinned(), made.mayRepeatSum())
                        .thenCompose(verified -> checkedParts(head, preserved, carried, made.s3())
                                .thenCompose(lacks -> deletion.after(
                                        head,
                                        results.planned(
                                                        Way.MULTIPART,
                                                        head,
                                                        parts.count(),
                                                        verified,
                                                        WriteCheck.joined(carried.told(), lacks),
                                                        made.s3())
                                                .withResumedParts(made.resumed()),
                                        WriteCheck.joined(carried.notCarried(), lacks)))));
    }

    private CompletableFuture<MultipartCopy.Outcome> withoutChecksum(
            ObjectHead head, CopyPlan.Parts parts, Carried carried) {
        LOG.debug("Copy of {}: the checksum algorithm was refused; begun anew without it", session.task());
        return inParts(new MultipartCopy.Plan(parts, head, carried.withoutChecksum()), CONFLICTS)
                .thenApply(made -> {
                    // it was that which was refused
                    traits.learn(Trait.createChecksum, ServiceTraits.Answer.refused);
                    return made;
                });
    }

    /**
     * Only what we added ourselves may be left out: the checksum algorithm of the source, which makes checksums
     * comparable.
     */
    private boolean isChecksumRefused(Carried carried, Throwable failure) {
        return failure instanceof S3CallException call
                && S3Call.CREATE_MULTIPART_UPLOAD.api().equals(call.api())
                && S3CallException.isNotUnderstood(call)
                && carried.create().has(CopyParameter.CHECKSUM_ALGORITHM)
                && !request.has(CopyParameter.CHECKSUM_ALGORITHM)
                && traits.isUnknown(Trait.createChecksum);
    }

    /** What an object made of parts lacks. At a service that may do less than S3, one HEAD tells. */
    private CompletableFuture<List<String>> checkedParts(
            ObjectHead head, Preserved preserved, Carried carried, S3Result made) {
        EncryptionCheck encryption = new EncryptionCheck(copying, preserved.request(), true);
        WriteCheck check = new WriteCheck(copying, preserved.request(), encryption);
        check.unproven().ifPresent(session::leaveUnproven);
        CompletableFuture<List<String>> untagged = carried.tagsToPut().isEmpty()
                ? new TagCheck(copying, Trait.createTags)
                        .run(made, carried.create().text(CopyParameter.TAGGING))
                : CompletableFuture.completedFuture(List.of());
        if (traits.isDocumented()) {
            return untagged.thenApply(copying::requireMade);
        }
        return untagged.thenCompose(lacks -> copying.looked(check, made, head)
                .thenCompose(looked -> encryption
                        .prove(made)
                        .thenApply(proven -> copying.requireMade(WriteCheck.joined(lacks, looked)))));
    }

    /**
     * Begins another upload if this one is of no use any more: the key was written while it was completed (409), or
     * somebody else has aborted it.
     */
    private CompletableFuture<MultipartCopy.Outcome> inParts(MultipartCopy.Plan plan, int conflictsLeft) {
        // the pin first: without it there is nothing to remember
        PartsCopy.pinOf(plan.source());
        UploadRecord record = uploads.of(session, request, plan, settings.resume());
        MultipartCopy copy = new MultipartCopy(copying.s3(), session, request, plan, record, settings);
        return copy.run().exceptionallyCompose(failure -> {
            Throwable cause = Causes.of(failure);
            boolean useless = cause instanceof S3CallException call
                    && ("ConditionalRequestConflict".equals(call.code())
                            || ("NoSuchUpload".equals(call.code())
                                    && S3Call.UPLOAD_PART_COPY.api().equals(call.api())));
            if (!(useless || cause instanceof PartPin.UselessUpload) || conflictsLeft == 0) {
                return CompletableFuture.failedFuture(cause);
            }
            LOG.debug(
                    "Copy of {}: another upload is begun, {} attempts left: {}",
                    session.task(),
                    conflictsLeft,
                    cause.getMessage());
            return inParts(plan, conflictsLeft - 1);
        });
    }
}
