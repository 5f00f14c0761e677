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

/**
 * One copy in parts: begin an upload, copy the parts, complete it. Whatever fails in between, the upload is aborted
 * after its parts have landed, and the failure that caused it is the outcome.
 */
final class MultipartCopy {

    /** What became of it. */
    record Outcome(S3Result s3, Verified verified) {}

    private final S3Calls s3;
    private final CopySession session;
    private final CopyRequest request;
    private final CopyPlan.Parts plan;
    private final ObjectHead source;
    private final Carried carried;

    MultipartCopy(
            S3Calls s3,
            CopySession session,
            CopyRequest request,
            CopyPlan.Parts plan,
            ObjectHead source,
            Carried carried) {
        this.s3 = s3;
        this.session = session;
        this.request = request;
        this.plan = plan;
        this.source = source;
        this.carried = carried;
    }

    CompletableFuture<Outcome> run() {
        return session.send(() -> s3.call(S3Call.CREATE_MULTIPART_UPLOAD, carried.create()))
                .thenCompose(created -> {
                    String uploadId = created.text(CopyParameter.RESULT_UPLOAD_ID);
                    CopyRequest upload = request.toBuilder()
                            .set(CopyParameter.UPLOAD_ID, uploadId)
                            .build();
                    return copyAndComplete(upload);
                });
    }

    private CompletableFuture<Outcome> copyAndComplete(CopyRequest upload) {
        return new PartsCopy(s3, session, upload, plan, source.eTag())
                .run()
                .thenCompose(parts -> complete(upload, parts))
                .exceptionallyCompose(failure -> abort(upload, Futures.cause(failure)));
    }

    private CompletableFuture<Outcome> complete(CopyRequest upload, List<CompletedPart> parts) {
        CopyRequest.Builder builder = upload.carriedBy(S3Call.COMPLETE_MULTIPART_UPLOAD).toBuilder()
                .set(CopyParameter.MULTIPART_UPLOAD, parts)
                .set(CopyParameter.MPU_OBJECT_SIZE, source.size());
        boolean provable = isProvable();
        if (provable) {
            // S3 computes the sum of the new object and refuses to make it visible when it is another
            source.checksums()
                    .forEach((name, sum) ->
                            builder.set(CopyParameter.byMember(name).orElseThrow(), sum));
            builder.set(CopyParameter.CHECKSUM_TYPE, source.checksumType());
        }
        CopyRequest complete = builder.build();
        return session.send(retry -> {
                    CompletableFuture<S3Result> answer = s3.call(S3Call.COMPLETE_MULTIPART_UPLOAD, complete);
                    return retry ? answer.exceptionallyCompose(failure -> own(Futures.cause(failure), parts)) : answer;
                })
                .thenApply(result -> new Outcome(result, provable ? proven(result) : Verified.SIZE));
    }

    /** Both objects have a checksum of their whole content, by one algorithm. */
    private boolean isProvable() {
        return "FULL_OBJECT".equals(source.checksumType())
                && source.checksums().size() == 1
                && "FULL_OBJECT".equals(carried.create().text(CopyParameter.CHECKSUM_TYPE))
                && source.checksums().containsKey("Checksum" + carried.create().text(CopyParameter.CHECKSUM_ALGORITHM));
    }

    private Verified proven(S3Result result) {
        boolean equal = source.checksums().entrySet().stream()
                .allMatch(sum -> Objects.equals(
                        sum.getValue(),
                        result.text(CopyParameter.resultByMember(sum.getKey()).orElseThrow())));
        return equal ? Verified.CHECKSUM : Verified.SIZE;
    }

    /**
     * A retry of Complete that finds no upload may have found its own success, whose answer was lost: then the object
     * stands there with the ETag that its parts make.
     */
    private CompletableFuture<S3Result> own(Throwable cause, List<CompletedPart> parts) {
        boolean gone =
                cause instanceof S3CallException call && ("NoSuchUpload".equals(call.code()) || call.status() == 412);
        if (!gone) {
            return CompletableFuture.failedFuture(cause);
        }
        return s3.headObject(HeadQuery.ofDestination(request)).handle((there, unseen) -> {
            boolean own = unseen == null
                    && there.size() == source.size()
                    && there.eTag().equals(MultipartETag.of(parts).orElse(null));
            if (!own) {
                throw new CompletionException(cause);
            }
            return new S3Result(Map.of(CopyParameter.RESULT_ETAG, there.eTag()), null, there);
        });
    }

    /** Gives the upload up, and fails with what caused that. */
    private CompletableFuture<Outcome> abort(CopyRequest upload, Throwable cause) {
        return new UploadAbort(s3, session, upload).run().thenCompose(done -> CompletableFuture.failedFuture(cause));
    }
}
