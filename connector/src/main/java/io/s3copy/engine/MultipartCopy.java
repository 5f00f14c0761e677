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
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One copy in parts: begin an upload, copy the parts, complete it. Whatever fails in between, the upload is aborted
 * after its parts have landed, and the failure that caused it is the outcome.
 */
final class MultipartCopy {

    /**
     * What became of it.
     *
     * @param resumed how many parts an earlier copy had left
     */
    record Outcome(S3Result s3, Verified told, int resumed) {}

    /**
     * What is to be copied.
     *
     * @param source what the copy was planned from
     * @param carried what the upload is to carry
     */
    record Plan(CopyPlan.Parts parts, ObjectHead source, Carried carried) {}

    private final Clients s3;
    private final CopySession session;
    private final CopyRequest request;
    private final Plan plan;
    private final JournaledUpload journal;
    private final boolean resume;

    /**
     * A copy.
     *
     * @param resume whether the upload is kept when the copy is stopped
     */
    MultipartCopy(
            Clients s3, CopySession session, CopyRequest request, Plan plan, JournaledUpload journal, boolean resume) {
        this.s3 = s3;
        this.session = session;
        this.request = request;
        this.plan = plan;
        this.journal = journal;
        this.resume = resume;
    }

    CompletableFuture<Outcome> run() {
        session.uploads();
        return new UploadStart(s3.destination(), session, request, plan, journal)
                .run()
                .thenCompose(this::copyAndComplete)
                .thenCompose(this::tagged);
    }

    private CompletableFuture<Outcome> copyAndComplete(UploadStart.Started started) {
        CopyRequest upload = started.request();
        PartsCopy parts = new PartsCopy(s3.destination(), session, upload, plan, started.done());
        return parts.run()
                .thenCompose(done -> confirmed(parts).thenCompose(confirmed -> complete(upload, done)))
                .thenCompose(result -> journal.ended()
                        .thenApply(ended -> new Outcome(
                                result.s3(), result.told(), started.done().size())))
                .exceptionallyCompose(failure -> abort(upload, Futures.cause(failure)));
    }

    /**
     * Not every server keeps the pin of a part, and those may repeat a checksum that they never computed. Unless S3 says
     * of all parts that they are of the planned version, the source is asked once more before the object becomes visible.
     */
    private CompletableFuture<Void> confirmed(PartsCopy parts) {
        return parts.areOfPlannedVersion()
                ? CompletableFuture.completedFuture(null)
                : new SourceReader(s3.source(), session, request).confirm(plan.source());
    }

    private CompletableFuture<Outcome> complete(CopyRequest upload, List<CompletedPart> parts) {
        ObjectHead source = plan.source();
        CopyRequest.Builder builder = upload.carriedBy(S3Call.COMPLETE_MULTIPART_UPLOAD).toBuilder()
                .set(CopyParameter.MULTIPART_UPLOAD, parts)
                .set(CopyParameter.MPU_OBJECT_SIZE, source.size());
        if (isProvable()) {
            // S3 computes the sum of the new object and refuses to make it visible when it is another
            source.checksums()
                    .forEach((name, sum) ->
                            builder.set(CopyParameter.byMember(name).orElseThrow(), sum));
            builder.set(CopyParameter.CHECKSUM_TYPE, source.checksumType());
        }
        CopyRequest complete = builder.build();
        AtomicBoolean repeated = new AtomicBoolean();
        return session.send(retry -> {
                    repeated.compareAndSet(false, retry);
                    return s3.destination().call(S3Call.COMPLETE_MULTIPART_UPLOAD, complete);
                })
                .exceptionallyCompose(failure -> settled(Futures.cause(failure), repeated.get(), upload, parts))
                .thenApply(result -> new Outcome(result, told(result, parts), 0));
    }

    /** Both objects have a checksum of their whole content, by one algorithm. */
    private boolean isProvable() {
        ObjectHead source = plan.source();
        CopyRequest create = plan.carried().create();
        return "FULL_OBJECT".equals(source.checksumType())
                && source.checksums().size() == 1
                && "FULL_OBJECT".equals(create.text(CopyParameter.CHECKSUM_TYPE))
                && source.checksums().containsKey("Checksum" + create.text(CopyParameter.CHECKSUM_ALGORITHM));
    }

    /** What the answers prove. An object with the source's own parts has its ETag, whatever they are digests of. */
    private Verified told(S3Result result, List<CompletedPart> parts) {
        ObjectHead source = plan.source();
        boolean sum = source.checksumType() != null
                && source.checksumType().equals(plan.carried().create().text(CopyParameter.CHECKSUM_TYPE))
                && source.checksums().entrySet().stream()
                        .anyMatch(one -> Objects.equals(
                                one.getValue(),
                                result.text(CopyParameter.resultByMember(one.getKey())
                                        .orElseThrow())));
        boolean eTag = source.uploadedParts() == parts.size()
                && MultipartETag.of(parts)
                        .filter(computed -> ETags.equal(computed, source.eTag()))
                        .isPresent();
        return sum ? Verified.CHECKSUM : eTag ? Verified.ETAG : Verified.SIZE;
    }

    /**
     * What became of a completion that failed. One that was repeated, and finds no upload, may have found its own success,
     * whose answer was lost: then the object stands there with the ETag that its parts make. Where no attempt was
     * answered, the object stands there, the upload is still open, or nobody can tell.
     */
    private CompletableFuture<S3Result> settled(
            Throwable failure, boolean repeated, CopyRequest upload, List<CompletedPart> parts) {
        boolean gone = repeated
                && failure instanceof S3CallException call
                && ("NoSuchUpload".equals(call.code()) || call.status() == 412);
        if (gone) {
            return standing(parts, (S3CallException) failure);
        } else if (!LostAnswer.isPossible(failure)) {
            return CompletableFuture.failedFuture(failure);
        }
        S3CallException lost = (S3CallException) failure;
        return standing(parts, lost)
                .exceptionallyCompose(notThere -> session.settle(
                                () -> s3.destination().call(S3Call.LIST_PARTS, upload.carriedBy(S3Call.LIST_PARTS)))
                        .handle((open, unseen) -> {
                            throw new CompletionException(unseen == null ? lost : LostAnswer.unknown(lost, request));
                        }));
    }

    private CompletableFuture<S3Result> standing(List<CompletedPart> parts, S3CallException otherwise) {
        return session.settle(() -> s3.destination().headObject(HeadQuery.ofDestination(request)))
                .handle((there, unseen) -> {
                    String eTag = MultipartETag.of(parts).orElse(null);
                    boolean sameSize =
                            unseen == null && there.size() == plan.source().size();
                    if (sameSize && ETags.equal(there.eTag(), eTag)) {
                        return new S3Result(Map.of(CopyParameter.RESULT_ETAG, there.eTag()), null, there);
                    } else if (sameSize && (eTag == null || !there.isETagOfContent())) {
                        // with KMS and customer keys the ETag of what we made cannot be foretold
                        throw LostAnswer.unknown(otherwise, request);
                    }
                    throw new CompletionException(otherwise);
                });
    }

    /** Tags that are too long for the header follow when the object is there. */
    private CompletableFuture<Outcome> tagged(Outcome outcome) {
        Map<String, String> tags = plan.carried().tagsToPut();
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(outcome);
        }
        HeadQuery copy =
                HeadQuery.ofDestination(request).unconditional(outcome.s3().text(CopyParameter.RESULT_VERSION_ID));
        return session.settle(() -> s3.destination().putObjectTagging(copy, tags))
                .handle((done, failure) -> {
                    if (failure != null) {
                        throw new CopyFailedException(
                                "the copy stands in its place, but without its " + tags.size() + " tags: "
                                        + Futures.cause(failure).getMessage(),
                                Futures.cause(failure));
                    }
                    return outcome;
                });
    }

    /** Gives the upload up, and fails with what caused that. */
    private CompletableFuture<Outcome> abort(CopyRequest upload, Throwable cause) {
        if (cause instanceof UnknownOutcomeException) {
            // an abort could take the parts from under a Complete that S3 is still at
            session.listener().uploadAbandoned(session.task(), upload.text(CopyParameter.UPLOAD_ID));
            return journal.released().thenCompose(released -> CompletableFuture.failedFuture(cause));
        } else if (resume && journal.isKept() && session.isStopped() && ErrorClass.of(cause) == ErrorClass.TRANSIENT) {
            // stopped, or stopped while a request was about to be repeated
            return journal.released().thenCompose(released -> CompletableFuture.failedFuture(cause));
        }
        return new UploadAbort(s3.destination(), session, upload)
                .run()
                .thenCompose(aborted -> aborted ? journal.ended() : journal.released())
                .thenCompose(done -> CompletableFuture.failedFuture(cause));
    }
}
