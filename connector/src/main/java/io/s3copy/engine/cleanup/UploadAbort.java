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
package io.s3copy.engine.cleanup;

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Aborts an upload, so that it costs nothing more. A part that lands late can survive an abort, so the upload is looked
 * for afterwards and aborted again. Never fails: what could not be aborted is logged with its upload id.
 */
public final class UploadAbort {

    private static final Logger LOG = LoggerFactory.getLogger(UploadAbort.class);
    private static final int ROUNDS = 3;
    private static final int FORBIDDEN = 403;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Calls s3;
    private final Requests requests;
    private final CopyRequest upload;

    public UploadAbort(S3Calls s3, Requests requests, CopyRequest upload) {
        this.s3 = s3;
        this.requests = requests;
        this.upload = upload;
    }

    /** Whether the upload is gone. */
    public CompletableFuture<Boolean> run() {
        return round(1);
    }

    private CompletableFuture<Boolean> round(int number) {
        CopyRequest abort = upload.carriedBy(S3Call.ABORT_MULTIPART_UPLOAD);
        return requests.settle(() -> s3.call(S3Call.ABORT_MULTIPART_UPLOAD, abort))
                .handle((done, failure) -> failure == null || isGone(failure) ? null : failure)
                .thenCompose(failure -> failure == null ? look(number) : notAborted(failure));
    }

    /**
     * Whether the upload is gone. A listing without parts says so, too: some servers still list what they have aborted. Where S3
     * does not let us look, its yes to the abort stands. Any other answer shows nothing, and was asked for often enough. What is
     * still there is aborted again.
     */
    private CompletableFuture<Boolean> look(int number) {
        CopyRequest list = upload.carriedBy(S3Call.LIST_PARTS);
        return requests.settle(() -> s3.call(S3Call.LIST_PARTS, list))
                .handle((listed, failure) -> {
                    if (failure == null) {
                        return hasParts(listed) ? new IllegalStateException("its parts are still listed") : null;
                    }
                    return isGone(failure) || mayNotLook(failure) ? null : failure;
                })
                .thenCompose(doubt -> doubt == null
                        ? CompletableFuture.completedFuture(true)
                        : number < ROUNDS && doubt instanceof IllegalStateException
                                ? round(number + 1)
                                : notAborted(doubt));
    }

    private static boolean mayNotLook(Throwable failure) {
        return S3CallException.isSaid(failure, FORBIDDEN)
                || S3CallException.isSaid(failure, METHOD_NOT_ALLOWED)
                || S3CallException.isSaid(failure, NOT_IMPLEMENTED);
    }

    /** Whether a listing is one of an upload that is still there. */
    public static boolean hasParts(S3Result listed) {
        return listed.members().get(CopyParameter.RESULT_PARTS) instanceof List<?> parts && !parts.isEmpty();
    }

    private static boolean isGone(Throwable failure) {
        return S3CallException.isUploadMissing(failure);
    }

    private CompletableFuture<Boolean> notAborted(Throwable failure) {
        LOG.warn(
                "Upload {} to {} in bucket {} could not be aborted and goes on costing: {}",
                Printable.of(upload.required(CopyParameter.UPLOAD_ID)),
                Printable.of(upload.required(CopyParameter.KEY)),
                upload.text(CopyParameter.BUCKET),
                Printable.of(String.valueOf(failure.getMessage())));
        return CompletableFuture.completedFuture(false);
    }
}
