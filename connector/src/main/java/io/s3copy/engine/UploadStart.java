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
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.journal.JournalEntry;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.UploadedParts.Uploaded;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets an upload for a copy: an interrupted upload of the same copy, or a new one. */
final class UploadStart {

    private static final Logger LOG = LoggerFactory.getLogger(UploadStart.class);

    private final S3Calls s3;
    private final CopySession session;
    private final CopyRequest request;
    private final MultipartCopy.Plan plan;
    private final UploadRecord record;

    /**
     * An upload that parts may be copied into.
     *
     * @param request the whole request, with its id
     * @param done the parts that it has already, by their numbers
     */
    record Started(CopyRequest request, Map<Integer, CompletedPart> done) {}

    UploadStart(S3Calls s3, CopySession session, CopyRequest request, MultipartCopy.Plan plan, UploadRecord record) {
        this.s3 = s3;
        this.session = session;
        this.request = request;
        this.plan = plan;
        this.record = record;
    }

    CompletableFuture<Started> run() {
        return record.claim().thenCompose(left -> {
            JournalEntry resumed = left.resumed();
            JournalEntry stale = left.stale();
            if (resumed != null) {
                return resumed(withId(resumed.uploadId()));
            } else if (stale != null) {
                // it is of no use, and nobody's
                LOG.debug(
                        "Copy of {}: upload {} was interrupted, but is of another state of the source or has other"
                                + " options: it is aborted, and another is begun",
                        session.task(),
                        Printable.of(stale.uploadId()));
                return session.abort(s3, withId(stale.uploadId()))
                        .thenCompose(aborted -> record.settled(stale, aborted))
                        .thenCompose(done -> begun());
            }
            LOG.debug("Copy of {}: no upload to resume: one is begun", session.task());
            return begun();
        });
    }

    private CopyRequest withId(String uploadId) {
        return request.toBuilder().set(CopyParameter.UPLOAD_ID, uploadId).build();
    }

    /** The plan decides, and the listing only verifies it: a part of another size is copied again. */
    private CompletableFuture<Started> resumed(CopyRequest upload) {
        Map<Integer, CompletedPart> done = new TreeMap<>();
        return Futures.afterEnd(listed(upload, 0, done), (all, failure) -> {
            if (failure == null) {
                LOG.info(
                        "Resuming upload {} with {} of {} parts",
                        Printable.of(upload.required(CopyParameter.UPLOAD_ID)),
                        done.size(),
                        plan.parts().count());
                return CompletableFuture.completedFuture(new Started(upload, done));
            } else if (S3CallException.isUploadMissing(failure)) {
                LOG.debug("Copy of {}: the upload to resume is gone: another is begun", session.task());
                return record.ended().thenCompose(forgotten -> begun());
            }
            return record.released().thenCompose(released -> CompletableFuture.failedFuture(failure));
        });
    }

    private CompletableFuture<Void> listed(CopyRequest upload, int after, Map<Integer, CompletedPart> done) {
        return session.send(() -> s3.uploadedParts(upload, after)).thenCompose(page -> {
            for (Uploaded uploaded : page.parts()) {
                int number = uploaded.part().partNumber();
                boolean planned = number >= 1
                        && number <= plan.parts().count()
                        && uploaded.size() == plan.parts().range(number).length();
                if (planned) {
                    done.put(number, uploaded.part());
                } else {
                    LOG.debug(
                            "Copy of {}: part {} of {} bytes is not as planned, and of no use",
                            session.task(),
                            number,
                            uploaded.size());
                }
            }
            Integer next = page.next();
            return next != null && next > after ? listed(upload, next, done) : CompletableFuture.completedFuture(null);
        });
    }

    private CompletableFuture<Started> begun() {
        return create().thenCompose(upload -> Futures.afterEnd(
                record.begun(upload.required(CopyParameter.UPLOAD_ID)),
                (written, failure) -> failure == null
                        ? CompletableFuture.completedFuture(new Started(upload, Map.of()))
                        : session.abort(s3, upload).thenCompose(done -> CompletableFuture.failedFuture(failure))));
    }

    private CompletableFuture<CopyRequest> create() {
        Attempts attempts = new Attempts(session);
        CopyRequest create = plan.carried().create();
        long start = System.nanoTime();
        return attempts.send(
                        () -> s3.call(S3Call.CREATE_MULTIPART_UPLOAD, create),
                        unread -> new LostUploads(s3, session, request, Duration.ofNanos(System.nanoTime() - start))
                                .abortUnanswered()
                                .thenCompose(aborted -> {
                                    // another is only begun where none is left
                                    LOG.debug(
                                            "Copy of {}: the answer to CreateMultipartUpload was lost; {}",
                                            session.task(),
                                            aborted ? "no upload is left" : "an upload may be left: no other is begun");
                                    return CompletableFuture.failedFuture(aborted ? unread : new LeftUpload(unread));
                                }))
                .exceptionallyCompose(failure -> {
                    Throwable cause = Causes.of(failure);
                    if (attempts.isAnswerLost()) {
                        LostUploads.tell(session, request, cause);
                    }
                    return CompletableFuture.failedFuture(
                            cause instanceof LeftUpload left ? left.said(request) : cause);
                })
                .thenCompose(created -> {
                    CopyRequest upload = withId(created.required(CopyParameter.RESULT_UPLOAD_ID));
                    Duration tried = Duration.ofNanos(System.nanoTime() - start);
                    return attempts.isAnswerLost()
                            ? new LostUploads(s3, session, upload, tried)
                                    .abort()
                                    .thenApply(done -> upload)
                            : CompletableFuture.completedFuture(upload);
                });
    }

    /**
     * Inside the engine: an upload may be left. Another attempt could leave another, so this one is the last. No object
     * can have become visible, so the copy has failed, by a transient fault.
     */
    private static final class LeftUpload extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient S3CallException unread;

        LeftUpload(S3CallException unread) {
            super(unread.getMessage(), unread, false, false);
            this.unread = unread;
        }

        S3CallException said(CopyRequest request) {
            return unread.saying(
                    request,
                    "nothing was copied, but an upload without parts may be left, which operation=cleanup or a lifecycle"
                            + " rule of the bucket aborts");
        }
    }
}
