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

import io.s3copy.engine.cleanup.UploadAbort;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.MultipartETag;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the object of an upload visible. If S3's answer does not say whether it is, a look tells. */
final class UploadCompletion {

    private static final Logger LOG = LoggerFactory.getLogger(UploadCompletion.class);

    private final S3Calls s3;
    private final CopySession session;
    private final CopyRequest upload;
    private final MultipartCopy.Plan plan;
    private final List<CompletedPart> parts;
    private final WriteCondition conditions;

    /**
     * The completion of an upload.
     *
     * @param upload the whole request, with its upload id
     */
    UploadCompletion(
            S3Calls s3,
            CopySession session,
            CopyRequest upload,
            MultipartCopy.Plan plan,
            List<CompletedPart> parts,
            WriteCondition conditions) {
        this.s3 = s3;
        this.session = session;
        this.upload = upload;
        this.plan = plan;
        this.parts = parts;
        this.conditions = conditions;
    }

    /** Completes the upload. */
    CompletableFuture<S3Result> run() {
        return conditions.complete(request(), this::send);
    }

    private CompletableFuture<S3Result> send(CopyRequest complete) {
        Attempts attempts = new Attempts(session);
        return attempts.send(
                        () -> s3.call(S3Call.COMPLETE_MULTIPART_UPLOAD, complete), unread -> settled(unread, attempts))
                .exceptionallyCompose(failure -> settled(Causes.of(failure), attempts));
    }

    private CopyRequest request() {
        ObjectHead source = plan.source();
        CopyRequest.Builder builder = upload.carriedBy(S3Call.COMPLETE_MULTIPART_UPLOAD).toBuilder()
                .set(CopyParameter.MULTIPART_UPLOAD, parts)
                .set(CopyParameter.MPU_OBJECT_SIZE, source.size());
        boolean provable = isProvable();
        LOG.debug(
                "Copy of {}: {} parts are completed {}",
                session.task(),
                parts.size(),
                provable
                        ? "with the checksum of the source, which S3 compares"
                        : "without a checksum: source and upload have none of the whole content by one algorithm");
        if (provable) {
            // S3 computes the checksum of the new object, and does not make it visible if it differs
            source.checksums()
                    .forEach((name, sum) ->
                            builder.set(CopyParameter.byMember(name).orElseThrow(), sum));
            builder.set(CopyParameter.CHECKSUM_TYPE, source.checksumType());
        }
        return builder.build();
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

    /**
     * What became of a completion that failed, but may have been done: an attempt was not answered, or the refusal of a
     * repeated one may come from its own success. While the upload is there, it was not completed, whatever stands at
     * the destination. Only if it is gone, the object there tells.
     */
    private CompletableFuture<S3Result> settled(Throwable failure, Attempts attempts) {
        boolean own = attempts.isRepeated()
                && failure instanceof S3CallException call
                && ("NoSuchUpload".equals(call.code()) || S3CallException.isUnmet(call));
        if (!(failure instanceof S3CallException call)
                || failure instanceof UnknownOutcomeException
                || !(own || attempts.isAnswerLost())) {
            return CompletableFuture.failedFuture(failure);
        }
        LOG.debug(
                "Copy of {}: the completion failed, but may have been done ({}): the parts of the upload are listed: {}",
                session.task(),
                own ? "a repeated one was refused" : "an answer was lost",
                Printable.of(String.valueOf(call.getMessage())));
        S3CallException notDone = attempts.isAnswerLost() ? LostAnswer.unknown(call, upload) : call;
        return Futures.afterEnd(
                session.settle(() -> s3.call(S3Call.LIST_PARTS, upload.carriedBy(S3Call.LIST_PARTS))),
                (listed, unseen) -> {
                    if (unseen == null && UploadAbort.hasParts(listed)) {
                        LOG.debug("Copy of {}: not completed: the upload still has its parts", session.task());
                        return CompletableFuture.failedFuture(call);
                    }
                    boolean gone = unseen == null || S3CallException.isUploadMissing(unseen);
                    return standing(gone, call, notDone);
                });
    }

    /**
     * Whether the object stands there.
     *
     * @param gone whether the upload is known to be gone. If that cannot be seen, an object from before is not taken
     *     for ours
     * @param call the failure
     * @param notDone what the failure is when ours does not stand there
     */
    private CompletableFuture<S3Result> standing(boolean gone, S3CallException call, S3CallException notDone) {
        return Futures.afterEnd(
                session.settle(() -> s3.headObject(ObjectQuery.ofDestination(upload))), (there, unseen) -> {
                    if (unseen != null) {
                        LOG.debug(
                                "Copy of {}: {}, and HEAD of the destination fails: {}",
                                session.task(),
                                gone ? "the upload is gone" : "the upload may be there",
                                Printable.of(String.valueOf(unseen.getMessage())));
                        return CompletableFuture.failedFuture(
                                S3CallException.isMissing(unseen) ? notDone : LostAnswer.unknown(call, upload));
                    }
                    Likeness likeness = likeness(there);
                    LOG.debug(
                            "Copy of {}: {}, and the object at the destination is {} (ETag {})",
                            session.task(),
                            gone ? "the upload is gone" : "the upload may be there",
                            switch (likeness) {
                                case SAME -> "what the parts make";
                                case OTHER -> "another one";
                                case UNDECIDED -> "perhaps what the parts make";
                            },
                            Printable.of(String.valueOf(there.eTag())));
                    return switch (likeness) {
                        case SAME ->
                            gone || LostAnswer.isWrittenSince(session.startedAt(), there)
                                    ? CompletableFuture.completedFuture(LostAnswer.result(there))
                                    : CompletableFuture.failedFuture(LostAnswer.unknown(call, upload));
                        case OTHER -> CompletableFuture.failedFuture(notDone);
                        // with KMS and customer keys the ETag of what we made cannot be foretold
                        case UNDECIDED -> CompletableFuture.failedFuture(LostAnswer.unknown(call, upload));
                    };
                });
    }

    /** Whether an object is what this completion makes: its parts tell its ETag. */
    private Likeness likeness(ObjectHead there) {
        ObjectHead source = plan.source();
        Optional<String> eTag = MultipartETag.of(parts);
        if (there.length() == null) {
            return Likeness.UNDECIDED;
        } else if (there.size() != source.size()) {
            return Likeness.OTHER;
        } else if (eTag.filter(made -> ETags.equal(there.eTag(), made)).isPresent()) {
            return Likeness.SAME;
        } else if (eTag.isPresent() && there.isETagOfContent()) {
            return Likeness.OTHER;
        }
        return Likeness.ofChecksums(source.checksums(), source.checksumType(), there.checksums(), there.checksumType());
    }
}
