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
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.s3.UploadPage.Upload;
import io.s3copy.engine.s3.UploadQuery;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import io.s3copy.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads that a copy has begun without learning their ids, because S3's answers were lost. They are listed beside the
 * one that was answered: same key, same initiator, begun since the first attempt, and without parts.
 */
final class LostUploads {

    private static final Logger LOG = LoggerFactory.getLogger(LostUploads.class);

    /** S3 tells times in whole seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** How far the clocks of S3 and this machine may be apart. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private final S3Calls s3;
    private final CopySession session;
    private final CopyRequest upload;
    private final @Nullable String uploadId;
    private final Duration tried;

    /**
     * A search.
     *
     * @param upload the request of the upload that was answered, with its id; without an id if none was answered
     * @param tried how long ago the first attempt was made
     */
    LostUploads(S3Calls s3, CopySession session, CopyRequest upload, Duration tried) {
        this.s3 = s3;
        this.session = session;
        this.upload = upload;
        this.uploadId = upload.text(CopyParameter.UPLOAD_ID);
        this.tried = tried;
    }

    /** Tells that there may be one which nobody can find. */
    static void tell(CopySession session, CopyRequest request, Throwable why) {
        session.listener().uploadAbandoned(session.task(), null);
        LOG.warn(
                "S3's answer to CreateMultipartUpload of {} in bucket {} was lost: an upload without parts may be left ({})",
                Printable.of(request.required(CopyParameter.KEY)),
                request.text(CopyParameter.BUCKET),
                Printable.of(String.valueOf(why.getMessage())));
    }

    /** Aborts them. Never fails: what could not be done is told and logged. */
    CompletableFuture<Void> abort() {
        return page(null, null, new ArrayList<>())
                .thenCompose(listed -> {
                    CompletableFuture<?>[] aborts =
                            lost(listed).stream().map(this::abortWithoutParts).toArray(CompletableFuture[]::new);
                    return CompletableFuture.allOf(aborts);
                })
                .exceptionally(failure -> {
                    tell(session, upload, Causes.of(failure));
                    return null;
                });
    }

    /**
     * Aborts the upload of a call whose answer cannot be read. It must be the only one of its key that is as young, and
     * have no parts.
     *
     * @return whether none is left; never fails
     */
    CompletableFuture<Boolean> abortUnanswered() {
        Instant since = Instant.now().minus(tried).minus(CLOCKS);
        return page(null, null, new ArrayList<>())
                .thenCompose(listed -> {
                    List<Upload> young = listed.stream()
                            .filter(one ->
                                    one.initiated() != null && !one.initiated().isBefore(since))
                            .toList();
                    // where clocks differ, ours may be among the old ones
                    return young.size() == 1
                            ? abortWithoutParts(young.get(0))
                            : CompletableFuture.completedFuture(listed.isEmpty());
                })
                .exceptionally(failure -> false);
    }

    private CompletableFuture<List<Upload>> page(
            @Nullable String keyMarker, @Nullable String uploadIdMarker, List<Upload> ofKey) {
        UploadQuery query = new UploadQuery(
                upload.target().bucket(),
                upload.target().key(),
                keyMarker,
                uploadIdMarker,
                upload.text(CopyParameter.REQUEST_PAYER),
                upload.text(CopyParameter.EXPECTED_BUCKET_OWNER));
        return session.settle(() -> s3.listMultipartUploads(query)).thenCompose(page -> {
            page.uploads().stream()
                    .filter(one -> one.key().equals(upload.text(CopyParameter.KEY)))
                    .forEach(ofKey::add);
            // keys are listed in order: those that are longer than the prefix come after it
            boolean more = page.nextKeyMarker() != null
                    && page.uploads().stream().allMatch(one -> one.key().equals(upload.text(CopyParameter.KEY)));
            return more
                    ? page(page.nextKeyMarker(), page.nextUploadIdMarker(), ofKey)
                    : CompletableFuture.completedFuture(ofKey);
        });
    }

    private List<Upload> lost(List<Upload> ofKey) {
        Upload own = ofKey.stream()
                .filter(one -> one.uploadId().equals(uploadId))
                .findFirst()
                .orElse(null);
        if (own == null || own.initiated() == null) {
            throw new IllegalStateException("the upload that was answered is not listed");
        }
        Instant since = own.initiated().minus(tried).minus(ROUNDING);
        return ofKey.stream()
                .filter(one -> !one.equals(own)
                        && Objects.equals(one.initiator(), own.initiator())
                        && one.initiated() != null
                        && !one.initiated().isBefore(since)
                        && !one.initiated().isAfter(own.initiated().plus(ROUNDING)))
                .toList();
    }

    /** One with parts is somebody's: of another process that copies to the same key. */
    private CompletableFuture<Boolean> abortWithoutParts(Upload one) {
        CopyRequest other =
                upload.toBuilder().set(CopyParameter.UPLOAD_ID, one.uploadId()).build();
        return session.settle(() -> s3.call(S3Call.LIST_PARTS, other.carriedBy(S3Call.LIST_PARTS)))
                .thenCompose(listed -> UploadAbort.hasParts(listed)
                        ? CompletableFuture.completedFuture(false)
                        : session.abort(s3, other));
    }
}
