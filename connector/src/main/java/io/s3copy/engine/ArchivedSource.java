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
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.Restore;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A source that must be restored before it can be copied, and the policy on it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html">Restoring an archived object</a>
 */
final class ArchivedSource {

    private final S3Calls source;
    private final CopySession session;
    private final CopySettings settings;
    private final CopyRequest request;

    ArchivedSource(S3Calls source, CopySession session, CopySettings settings, CopyRequest request) {
        this.source = source;
        this.session = session;
        this.settings = settings;
        this.request = request;
    }

    /** Whether S3 refused a copy because of it. */
    static boolean isCause(Throwable failure) {
        return failure instanceof S3CallException call
                && ("InvalidObjectState".equals(call.code()) || "ObjectNotInActiveTierError".equals(call.code()));
    }

    /** Why the copy is skipped; fails when it is to fail. */
    CompletableFuture<String> skipReason(ObjectHead head) {
        return switch (settings.onArchived()) {
            case skip -> CompletableFuture.completedFuture(CopyResult.ARCHIVED);
            case restore -> restored(head);
            case fail ->
                CompletableFuture.failedFuture(S3CallException.of(
                        S3Call.COPY_OBJECT.api(),
                        request,
                        S3CallException.Failure.of(
                                "InvalidObjectState",
                                403,
                                "the source is in " + head.storageClass() + " and must be restored first"
                                        + " (onArchived=restore requests that)")));
        };
    }

    private CompletableFuture<String> restored(ObjectHead head) {
        if (head.isBeingRestored()) {
            return CompletableFuture.completedFuture(CopyResult.ARCHIVED + ", and being restored");
        } else if (settings.dryRun()) {
            return CompletableFuture.completedFuture(CopyResult.ARCHIVED + ", and would be restored");
        }
        Restore asked = settings.restore();
        Restore restore = head.isInArchiveTier() ? new Restore(null, asked.tier()) : asked;
        ObjectQuery query = ObjectQuery.ofSource(request)
                .unconditional(request.source().orElseThrow().versionId());
        return session.send(() -> source.restoreObject(query, restore)).handle((done, failure) -> {
            if (failure == null) {
                return CopyResult.ARCHIVED + ", and its restoration was requested";
            } else if (S3CallException.isSaid(failure, "RestoreAlreadyInProgress")) {
                return CopyResult.ARCHIVED + ", and being restored";
            }
            throw new CompletionException(Causes.of(failure));
        });
    }
}
