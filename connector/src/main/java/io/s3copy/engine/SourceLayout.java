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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The sizes of the parts that a source was uploaded in. S3 lists them for objects with checksums; of others a HEAD tells
 * one part at a time.
 */
final class SourceLayout {

    private final S3Calls source;
    private final CopySession session;
    private final HeadQuery query;
    private final ObjectHead head;

    SourceLayout(S3Calls source, CopySession session, HeadQuery query, ObjectHead head) {
        this.source = source;
        this.session = session;
        this.query = query;
        this.head = head;
    }

    /** A plan of the source's own parts. */
    CompletableFuture<CopyPlan.SourceParts> read() {
        return listed(new ArrayList<>())
                .exceptionallyCompose(failure -> asked(failure))
                .thenCompose(sizes ->
                        sizes.size() == head.uploadedParts() ? CompletableFuture.completedFuture(sizes) : asked())
                .thenApply(this::plan);
    }

    private CopyPlan.SourceParts plan(List<Long> sizes) {
        CopyPlan.SourceParts plan = new CopyPlan.SourceParts(sizes);
        if (plan.size() != head.size()) {
            throw new CopyFailedException(
                    "partSize=source: the parts of the source have " + plan.size() + " bytes, and it has " + head.size()
                            + "; copy it with partSize=auto",
                    null);
        }
        return plan;
    }

    private CompletableFuture<List<Long>> listed(List<Long> before) {
        return session.send(() -> source.partSizes(query.unconditional(query.versionId()), before.size()))
                .thenCompose(page -> {
                    before.addAll(page);
                    boolean more = !page.isEmpty() && before.size() < head.uploadedParts();
                    return more ? listed(before) : CompletableFuture.completedFuture(before);
                });
    }

    /** Not every server lists parts, and not everyone may have them listed. */
    private CompletableFuture<List<Long>> asked(Throwable notListed) {
        return Futures.cause(notListed) instanceof S3CallException
                ? asked()
                : CompletableFuture.failedFuture(Futures.cause(notListed));
    }

    private CompletableFuture<List<Long>> asked() {
        Long[] sizes = new Long[head.uploadedParts()];
        CompletableFuture<?>[] heads = new CompletableFuture<?>[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            int index = i;
            heads[i] = session.send(() -> source.headObject(query.ofPart(index + 1, head.eTag())))
                    .thenAccept(part -> sizes[index] = part.size());
        }
        return CompletableFuture.allOf(heads).handle((done, failure) -> {
            if (failure == null) {
                return Arrays.asList(sizes);
            }
            Throwable cause = Futures.cause(failure);
            throw new CompletionException(
                    S3CallException.isStatus(cause, 412) ? new SourceChange((S3CallException) cause) : cause);
        });
    }
}
