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
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.Limits;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.service.Clients;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Answer;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.parameter.CopyRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The sizes of the parts that a source was uploaded in. S3 lists them for objects with checksums. For others, a HEAD
 * tells one part at a time.
 */
final class SourceLayout {

    /** Of up to 10,000 requests, so many stand in the window's line at once. */
    private static final int AT_ONCE = 8;

    private final Clients s3;
    private final S3Calls source;
    private final ServiceTraits traits;
    private final CopySession session;
    private final CopyRequest request;
    private final ObjectQuery query;
    private final ObjectHead head;

    SourceLayout(Clients s3, CopySession session, CopyRequest request, ObjectHead head) {
        this.s3 = s3;
        this.source = s3.source();
        this.traits = s3.traits();
        this.session = session;
        this.request = request;
        this.query = ObjectQuery.ofSource(request);
        this.head = head;
    }

    /**
     * A plan of the source's own parts.
     *
     * @return fails with a {@link SourceChange} when the source has changed since the HEAD
     */
    CompletableFuture<CopyPlan.SourceParts> read() {
        CompletableFuture<List<Long>> known = traits.refuses(Trait.objectAttributes)
                ? asked()
                : listed(new ArrayList<>()).exceptionallyCompose(failure -> asked(failure));
        return known.thenCompose(sizes ->
                        sizes.size() == head.uploadedParts() ? CompletableFuture.completedFuture(sizes) : asked())
                .thenCompose(this::plan);
    }

    private CompletableFuture<CopyPlan.SourceParts> plan(List<Long> sizes) {
        boolean whole = sizes.size() <= Limits.MAX_PARTS
                && sizes.stream().allMatch(size -> size != null && size > 0)
                && sizes.stream().mapToLong(Long::longValue).sum() == head.size();
        if (whole) {
            return CompletableFuture.completedFuture(new CopyPlan.SourceParts(sizes));
        }
        // a listing of parts has no condition: it may be of another state than the HEAD
        return new SourceReader(s3, session, request).confirm(head).thenApply(unchanged -> {
            throw new CopyFailedException(
                    "partSize=source: the parts of the source, as S3 lists them, do not make the " + head.size()
                            + " bytes that it has; copy it with partSize=auto",
                    null);
        });
    }

    private CompletableFuture<List<Long>> listed(List<Long> before) {
        return session.send(() -> source.objectAttributes(query.unconditional(query.versionId()), before.size()))
                .thenCompose(page -> {
                    before.addAll(page.partSizes());
                    boolean more = !page.partSizes().isEmpty() && before.size() < head.uploadedParts();
                    return more ? listed(before) : CompletableFuture.completedFuture(before);
                });
    }

    /** Not every server lists parts, and not everyone may have them listed. */
    private CompletableFuture<List<Long>> asked(Throwable notListed) {
        if (S3CallException.isNotUnderstood(notListed)) {
            // some servers answer with the object itself, which is not to be downloaded for each copy
            traits.learn(Trait.objectAttributes, Answer.refused);
        }
        return Causes.of(notListed) instanceof S3CallException
                ? asked()
                : CompletableFuture.failedFuture(Causes.of(notListed));
    }

    private CompletableFuture<List<Long>> asked() {
        Questions questions = new Questions(new Long[head.uploadedParts()]);
        return Futures.afterEnd(questions.ask(), (done, failure) -> {
            if (failure == null) {
                return CompletableFuture.completedFuture(Arrays.asList(questions.sizes));
            }
            return CompletableFuture.failedFuture(
                    S3CallException.isUnmet(failure) ? new SourceChange((S3CallException) failure) : failure);
        });
    }

    /** One HEAD for each part; after a failure no other is begun. */
    private final class Questions {

        private final Long[] sizes;
        private final AtomicInteger begun = new AtomicInteger();
        private volatile boolean failed;

        private Questions(Long[] sizes) {
            this.sizes = sizes;
        }

        private CompletableFuture<Void> ask() {
            return CompletableFuture.allOf(Stream.generate(this::oneByOne)
                    .limit(Math.min(AT_ONCE, sizes.length))
                    .toArray(CompletableFuture[]::new));
        }

        /** In a loop, not on the stack, as long as answers are there at once. */
        private CompletableFuture<Void> oneByOne() {
            CompletableFuture<Void> answered = CompletableFuture.completedFuture(null);
            while (answered.isDone()) {
                int number = begun.incrementAndGet();
                if (failed || number > sizes.length) {
                    return answered;
                }
                answered = size(number);
            }
            return answered.thenCompose(next -> oneByOne());
        }

        private CompletableFuture<Void> size(int number) {
            return session.send(() -> source.headObject(query.ofPart(number, head.eTag())))
                    .handle((part, failure) -> {
                        if (failure != null) {
                            failed = true;
                            throw new CompletionException(Causes.of(failure));
                        }
                        sizes[number - 1] = part.size();
                        return null;
                    });
        }
    }
}
