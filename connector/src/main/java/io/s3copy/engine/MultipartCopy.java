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
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.MultipartETag;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One copy in parts: begin an upload, copy the parts, complete it. If something fails in between, the upload is aborted
 * after its parts have landed, and the copy fails with the first failure.
 */
final class MultipartCopy {

    /**
     * What became of it.
     *
     * @param resumed how many parts an earlier copy had left
     * @param pinned whether all parts are known to be of the planned state
     * @param mayRepeatSum whether what the service says of the object's checksum may be what it was sent
     */
    record Outcome(S3Result s3, Verified told, int resumed, boolean pinned, boolean mayRepeatSum) {}

    /**
     * What is to be copied.
     *
     * @param source what the copy was planned from
     * @param carried what the upload is to carry
     */
    record Plan(CopyPlan.Parts parts, ObjectHead source, Carried carried) {}

    private static final Logger LOG = LoggerFactory.getLogger(MultipartCopy.class);

    private final Clients s3;
    private final CopySession session;
    private final CopyRequest request;
    private final Plan plan;
    private final UploadRecord record;
    private final CopySettings settings;

    MultipartCopy(
            Clients s3,
            CopySession session,
            CopyRequest request,
            Plan plan,
            UploadRecord record,
            CopySettings settings) {
        this.s3 = s3;
        this.session = session;
        this.request = request;
        this.plan = plan;
        this.record = record;
        this.settings = settings;
    }

    CompletableFuture<Outcome> run() {
        pin().refuseKnown();
        conditions().refuseUnlessSendable(request);
        session.uploads();
        return new UploadStart(s3.destination(), session, request, plan, record)
                .run()
                .thenCompose(this::copyAndComplete)
                .thenCompose(this::tagged);
    }

    private CompletableFuture<Outcome> copyAndComplete(UploadStart.Started started) {
        CopyRequest upload = started.request();
        return CompletableFuture.completedFuture(started.done())
                // whatever is thrown from here on, the upload is there
                .thenCompose(there ->
                        pin().check(upload, plan, there.keySet()).thenCompose(pinned -> parts(upload, there, pinned)))
                .thenCompose(outcome -> record.ended().thenApply(ended -> outcome))
                .exceptionallyCompose(failure -> abort(upload, Causes.of(failure)));
    }

    /** Parts that an earlier copy left are of one state only if the pin of each was heeded. */
    private CompletableFuture<Outcome> parts(CopyRequest upload, Map<Integer, CompletedPart> there, boolean pinned) {
        Map<Integer, CompletedPart> kept = pinned ? there : Map.of();
        PartsCopy parts = new PartsCopy(s3.destination(), session, upload, plan, kept);
        return parts.run()
                .exceptionallyCompose(failure -> explained(Causes.of(failure)))
                .thenCompose(done -> confirmed(parts).thenCompose(confirmed -> complete(upload, done, pinned)))
                .thenApply(made -> new Outcome(made.s3(), made.told(), kept.size(), pinned, made.mayRepeatSum()));
    }

    private PartPin pin() {
        return new PartPin(s3, session, request, settings.strict());
    }

    private WriteCondition conditions() {
        return new WriteCondition(new Copying(s3, session, settings, request));
    }

    /**
     * What an unmet condition or a missing source means: a part's only condition is its pin, and HEAD has found the
     * source.
     */
    private CompletableFuture<List<CompletedPart>> explained(Throwable failure) {
        boolean bySource = failure instanceof S3CallException call
                && S3Call.UPLOAD_PART_COPY.api().equals(call.api())
                && (S3CallException.isUnmet(call) || S3CallException.isMissing(call));
        return bySource
                ? new SourceReader(s3, session, request).explain(plan.source(), (S3CallException) failure)
                : CompletableFuture.failedFuture(failure);
    }

    /**
     * Some servers do not heed the pin of a part, and may repeat a checksum that they never computed. So the source is
     * looked at once more before the object becomes visible, unless S3 says that all parts are of the planned version.
     */
    private CompletableFuture<Void> confirmed(PartsCopy parts) {
        return parts.areOfPlannedVersion()
                ? CompletableFuture.completedFuture(null)
                : new SourceReader(s3, session, request).confirm(plan.source());
    }

    private CompletableFuture<Outcome> complete(CopyRequest upload, List<CompletedPart> parts, boolean pinned) {
        return new UploadCompletion(s3.destination(), session, upload, plan, parts, conditions())
                .run()
                .thenApply(result -> new Outcome(result, told(result, parts, pinned), 0, pinned, mayRepeatSum()));
    }

    /**
     * What the answers prove. An object with the source's own parts has the source's ETag, whatever the ETag is a
     * digest of. A service may only repeat the checksum of the whole that Complete was sent. If the service is not
     * known, this checksum counts only if the checksums of the parts make it: those were sent to nobody.
     */
    private Verified told(S3Result result, List<CompletedPart> parts, boolean pinned) {
        ObjectHead source = plan.source();
        boolean sum = source.checksumType() != null
                && source.checksumType().equals(plan.carried().create().text(CopyParameter.CHECKSUM_TYPE))
                && source.checksums().entrySet().stream()
                        .anyMatch(one -> isProvenSum(one.getKey(), one.getValue(), result, parts));
        boolean eTag = source.uploadedParts() == parts.size()
                && MultipartETag.of(parts)
                        .filter(computed -> ETags.equal(computed, source.eTag()))
                        .isPresent();
        boolean size = pinned && s3.traits().heeds(Trait.objectSize);
        return sum ? Verified.CHECKSUM : eTag ? Verified.ETAG : size ? Verified.SIZE : Verified.NONE;
    }

    private boolean isProvenSum(String member, String sum, S3Result result, List<CompletedPart> parts) {
        String said = result.text(CopyParameter.resultByMember(member).orElseThrow());
        if (sum.equals(said) && !mayRepeatSum()) {
            return true;
        } else if ("FULL_OBJECT".equals(plan.source().checksumType())) {
            return (said == null || sum.equals(said))
                    && JoinedChecksum.of(
                                    member,
                                    parts,
                                    number -> plan.parts().range(number).length())
                            .filter(sum::equals)
                            .isPresent();
        }
        // a digest of digests is sent to nobody: a service that answers it has computed it
        return sum.equals(said)
                && parts.stream().allMatch(part -> part.checksums().containsKey(member));
    }

    /**
     * Whether the service may only repeat the checksum that Complete was sent. A checksum that is refused was not sent.
     */
    private boolean mayRepeatSum() {
        return !s3.traits().heeds(Trait.completeChecksum) && !s3.traits().refuses(Trait.completeChecksum);
    }

    /** Tags that are too long for the header follow when the object is there. */
    private CompletableFuture<Outcome> tagged(Outcome outcome) {
        Map<String, String> tags = plan.carried().tagsToPut();
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(outcome);
        }
        LOG.debug(
                "Copy of {}: its {} tags are put: CreateMultipartUpload could not take them",
                session.task(),
                tags.size());
        ObjectQuery copy =
                ObjectQuery.ofDestination(request).unconditional(outcome.s3().text(CopyParameter.RESULT_VERSION_ID));
        return session.finish(() -> s3.destination().putObjectTagging(copy, tags))
                .handle((done, failure) -> {
                    if (failure != null) {
                        throw new CopyFailedException(
                                "the copy stands in its place, but without its " + tags.size() + " tags: "
                                        + Causes.of(failure).getMessage(),
                                Causes.of(failure));
                    }
                    return outcome;
                });
    }

    /** Gives the upload up, and fails with what caused that. */
    private CompletableFuture<Outcome> abort(CopyRequest upload, Throwable cause) {
        if (cause instanceof UnknownOutcomeException) {
            // S3 may still be completing the upload: an abort could take its parts away
            LOG.warn(
                    "Upload {} to {} in bucket {} may be left, and go on costing: whether it was completed is unknown",
                    Printable.of(upload.required(CopyParameter.UPLOAD_ID)),
                    Printable.of(upload.required(CopyParameter.KEY)),
                    upload.text(CopyParameter.BUCKET));
            session.listener().uploadAbandoned(session.task(), upload.text(CopyParameter.UPLOAD_ID));
            return record.released().thenCompose(released -> CompletableFuture.failedFuture(cause));
        } else if (settings.resume()
                && record.isKept()
                && session.isStopped()
                && ErrorClass.of(cause) == ErrorClass.TRANSIENT) {
            // stopped, or stopped while a request was about to be repeated
            return record.released().thenCompose(released -> CompletableFuture.failedFuture(cause));
        }
        return session.abort(s3.destination(), upload)
                .thenCompose(aborted -> aborted ? record.ended() : record.released())
                .thenCompose(done -> CompletableFuture.failedFuture(cause));
    }
}
