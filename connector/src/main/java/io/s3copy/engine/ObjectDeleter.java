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

import io.s3copy.engine.CopyResult.SourceDeleted;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.request.Retries;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.Clients;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Deletes where copies go, or what a listing has told of, through the same window and with the same retries. Never a version.
 */
public final class ObjectDeleter {

    private final Clients s3;
    private final RequestWindow window;
    private final Retries retries;
    private final CopyListener listener;
    private final CopySettings settings;

    ObjectDeleter(Clients s3, RequestWindow window, Retries retries, CopyListener listener, CopySettings settings) {
        this.s3 = s3;
        this.window = window;
        this.retries = retries;
        this.listener = listener;
        this.settings = settings;
    }

    /**
     * Whether the source of a copy is there, whatever its conditions. Fails if the source bucket is missing. Needs
     * s3:ListBucket: without it, S3 answers 403 for a missing object, which proves nothing.
     */
    public CompletableFuture<Boolean> isSourceThere(CopyRequest request) {
        CopyRequest unconditional = request.without(SourceReader.CONDITIONS);
        return new SourceReader(s3, session(request), unconditional).head().handle((head, failure) -> {
            if (failure == null) {
                return true;
            } else if (S3CallException.isMissing(failure)) {
                return false;
            }
            throw new CompletionException(Causes.of(failure));
        });
    }

    /** Deletes the object where a copy would go, without a version: in a versioned bucket it can be recovered. */
    public CompletableFuture<S3Calls.Deleted> delete(CopyRequest request) {
        ObjectQuery current = ObjectQuery.ofDestination(request);
        return session(request).send(() -> s3.destination().deleteObject(current));
    }

    /**
     * Deletes an object of the source, without a version, if it still is the one that was listed. A newer one is kept, at a
     * service that heeds the condition; where it is not known to, the object is kept unless deleteSourceUnchecked is set.
     * Costs a HEAD, and s3:GetObject besides s3:DeleteObject.
     *
     * @param request names the object as the source
     */
    public CompletableFuture<SourceDeleted> deleteIfUnchanged(CopyRequest request, ListedObject listed) {
        return new SourceDeletion(s3, session(request), request, settings)
                .deleteIf(now -> now.isAsListed(listed), listed.eTag());
    }

    private CopySession session(CopyRequest request) {
        return new CopySession(window, retries, CopyTask.of(request), listener);
    }
}
