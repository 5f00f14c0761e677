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

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What a copy must know of its source before it can be made in parts. */
final class SourceReader {

    private static final int FORBIDDEN = 403;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Calls source;
    private final CopySession session;
    private final CopyRequest request;

    SourceReader(S3Calls source, CopySession session, CopyRequest request) {
        this.source = source;
        this.session = session;
        this.request = request;
    }

    /** The source as it is now, if it meets the conditions of the copy. */
    CompletableFuture<ObjectHead> head() {
        return session.send(() -> source.headObject(HeadQuery.ofSource(request)));
    }

    /** Whether an upload is to carry the source's tags. */
    boolean carriesTags() {
        return !"REPLACE".equals(request.text(CopyParameter.TAGGING_DIRECTIVE));
    }

    /**
     * The source's tags, for an upload that is to carry them; empty where they may not be read and that is ignored.
     * HEAD counts tags only for who may read them, so no count means none, or denied.
     */
    CompletableFuture<Optional<Map<String, String>>> tags(ObjectHead head, CopySettings.OnTagsDenied onDenied) {
        boolean none = head.tagCount() != null && head.tagCount() == 0;
        if (none || !carriesTags()) {
            return CompletableFuture.completedFuture(Optional.of(Map.of()));
        }
        return session.send(() -> source.getObjectTagging(HeadQuery.ofSource(request)))
                .thenApply(Optional::of)
                .exceptionally(failure -> {
                    if (S3CallException.isStatus(failure, NOT_IMPLEMENTED)) {
                        return Optional.of(Map.of());
                    } else if (S3CallException.isStatus(failure, FORBIDDEN)
                            && onDenied == CopySettings.OnTagsDenied.ignore) {
                        return Optional.empty();
                    }
                    throw new CompletionException(Futures.cause(failure));
                });
    }
}
