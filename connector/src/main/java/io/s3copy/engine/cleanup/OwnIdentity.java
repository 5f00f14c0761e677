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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.UploadPage.Upload;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns who we are by an upload of our own: S3 tells initiators in listings only. The upload is aborted at once. */
final class OwnIdentity {

    static final String KEY = "s3copy-whoami-";

    private static final Logger LOG = LoggerFactory.getLogger(OwnIdentity.class);

    private final S3Calls s3;
    private final Requests requests;
    private final CopyRequest bucket;
    private final UploadListing listing;

    OwnIdentity(S3Calls s3, Requests requests, CopyRequest bucket, UploadListing listing) {
        this.s3 = s3;
        this.requests = requests;
        this.bucket = bucket;
        this.listing = listing;
    }

    /** Our name as an initiator; empty where that cannot be learnt. Never fails. */
    CompletableFuture<Optional<String>> find(String prefix) {
        String key = prefix + KEY + UUID.randomUUID();
        CopyRequest begin = bucket.toBuilder().set(CopyParameter.KEY, key).build();
        return requests.send(
                        () -> s3.call(S3Call.CREATE_MULTIPART_UPLOAD, begin.carriedBy(S3Call.CREATE_MULTIPART_UPLOAD)))
                .thenCompose(begun -> {
                    CopyRequest upload = begin.toBuilder()
                            .set(CopyParameter.UPLOAD_ID, begun.text(CopyParameter.RESULT_UPLOAD_ID))
                            .build();
                    return Futures.afterEnd(
                            listing.all(key),
                            (uploads, failure) -> new UploadAbort(s3, requests, upload)
                                    .run()
                                    .thenApply(gone -> failure == null
                                            ? uploads.stream()
                                                    .map(Upload::initiator)
                                                    .filter(Objects::nonNull)
                                                    .filter(told -> !told.isBlank())
                                                    .findFirst()
                                            : Optional.<String>empty()));
                })
                .exceptionally(failure -> {
                    LOG.warn(
                            "Whose uploads are our own could not be learnt, as none could be begun: {}",
                            Causes.of(failure).getMessage());
                    return Optional.empty();
                });
    }
}
