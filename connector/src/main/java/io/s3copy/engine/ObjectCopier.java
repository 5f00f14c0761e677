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
import io.s3copy.engine.CopyResult.Way;
import io.s3copy.engine.CopySettings.IfExists;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.S3Call;
import io.s3copy.parameter.rule.CopyRules;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies objects of any size: in one call where S3 can, in parts where it must. A small object costs one request; what
 * must be known of a source first is asked only then.
 */
public final class ObjectCopier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectCopier.class);
    private static final long STOP_SECONDS = 30;
    private static final int CONFLICTS = 3;
    private static final List<CopyParameter> SOURCE_CONDITIONS = List.of(
            CopyParameter.COPY_SOURCE_IF_MATCH,
            CopyParameter.COPY_SOURCE_IF_NONE_MATCH,
            CopyParameter.COPY_SOURCE_IF_MODIFIED_SINCE,
            CopyParameter.COPY_SOURCE_IF_UNMODIFIED_SINCE);

    private final S3Calls destination;
    private final S3Calls source;
    private final RequestWindow window;
    private final Executor timer;
    private final CopySettings settings;
    private final Map<CopySession, CompletableFuture<CopyResult>> running = new ConcurrentHashMap<>();

    /**
     * A copier.
     *
     * @param destination signs the copies
     * @param source speaks to the source, which may be in another Region
     * @param window shared by all copies to one destination
     * @param timer for retries; it must not be kept busy
     */
    public ObjectCopier(
            S3Calls destination, S3Calls source, RequestWindow window, Executor timer, CopySettings settings) {
        this.destination = destination;
        this.source = source;
        this.window = window;
        this.timer = timer;
        this.settings = settings;
    }

    /**
     * Copies an object.
     *
     * @param said the parameters of CopyObject
     * @param known what is known of the source; saves requests
     * @return the result; fails with a {@link io.s3copy.parameter.S3CopyException}. Cancelling it stops the copy, and
     *     aborts its upload.
     */
    public CompletableFuture<CopyResult> copy(CopyRequest said, KnownSource known) {
        CopySession session = new CopySession(window, new Retries(settings.retryFor(), timer));
        CompletableFuture<CopyResult> result;
        try {
            CopyRequest request = CopyRules.prepare(S3Call.COPY_OBJECT, onCondition(said));
            result = skippedIfExists(session, request)
                    .thenCompose(skipped -> skipped == null
                            ? copyNow(session, request, known)
                            : CompletableFuture.completedFuture(skipped))
                    .exceptionally(failure -> skippedOrFailed(session, request, failure));
        } catch (RuntimeException e) {
            result = CompletableFuture.failedFuture(e);
        }
        CompletableFuture<CopyResult> ended = result;
        running.put(session, ended);
        Futures.whenDone(ended, (done, failure) -> running.remove(session));
        CompletableFuture<CopyResult> cancellable = ended.copy();
        Futures.whenDone(cancellable, (done, failure) -> {
            if (cancellable.isCancelled()) {
                session.cancel();
            }
        });
        return cancellable;
    }

    /**
     * Stops the copies that still run: no new part is begun, and their uploads are aborted, for which this waits. They
     * fail with a {@link CopyFailedException}.
     */
    @Override
    public void close() {
        running.keySet().forEach(CopySession::cancel);
        CompletableFuture<?>[] rest = running.values().toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(rest).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.debug("A copy was stopped", e.getCause());
        } catch (TimeoutException e) {
            LOG.warn("{} copies did not stop in {} s; their uploads may be left behind", running.size(), STOP_SECONDS);
        }
    }

    /** A policy on existing objects is a condition on the destination, which S3 checks when it writes. */
    private CopyRequest onCondition(CopyRequest said) {
        boolean conditional = said.has(CopyParameter.IF_MATCH) || said.has(CopyParameter.IF_NONE_MATCH);
        return settings.ifExists() == IfExists.overwrite || conditional
                ? said
                : said.toBuilder().set(CopyParameter.IF_NONE_MATCH, "*").build();
    }

    /** Null when the copy is to be made. */
    private CompletableFuture<CopyResult> skippedIfExists(CopySession session, CopyRequest request) {
        if (settings.ifExists() != IfExists.skip) {
            return CompletableFuture.completedFuture(null);
        }
        return session.send(() -> destination.headObject(HeadQuery.ofDestination(request)))
                .handle((there, failure) -> {
                    if (failure == null) {
                        return skipped(session, request, "the destination exists");
                    } else if (S3CallException.isStatus(failure, 404)) {
                        return null;
                    }
                    throw new CompletionException(Futures.cause(failure));
                });
    }

    private CompletableFuture<CopyResult> copyNow(CopySession session, CopyRequest request, KnownSource known) {
        boolean sizeMatters = settings.multipartThreshold() < Limits.MAX_SINGLE_COPY;
        if (known.size() == null && sizeMatters) {
            return new SourceReader(source, session, request)
                    .head()
                    .thenCompose(head -> planned(session, request, head));
        } else if (known.size() != null && plan(known.size()) instanceof CopyPlan.Parts) {
            return new SourceReader(source, session, request)
                    .head()
                    .thenCompose(head -> planned(session, request, head));
        }
        return single(session, request, known.size(), known.eTag())
                .exceptionallyCompose(failure -> inPartsIfTooLarge(session, request, failure));
    }

    private CopyPlan plan(long size) {
        return Planner.plan(size, settings.multipartThreshold(), settings.partSize());
    }

    /** S3 refuses a source over 5 GiB with InvalidRequest, which it says of other faults too: the size tells. */
    private CompletableFuture<CopyResult> inPartsIfTooLarge(
            CopySession session, CopyRequest request, Throwable failure) {
        Throwable refused = Futures.cause(failure);
        boolean mayBeSize = refused instanceof S3CallException call
                && ("InvalidRequest".equals(call.code()) || "EntityTooLarge".equals(call.code()));
        if (!mayBeSize) {
            return CompletableFuture.failedFuture(refused);
        }
        return new SourceReader(source, session, request)
                .head()
                .thenCompose(head -> head.size() > Limits.MAX_SINGLE_COPY
                        ? planned(session, request, head)
                        : CompletableFuture.failedFuture(refused));
    }

    private CompletableFuture<CopyResult> planned(CopySession session, CopyRequest request, ObjectHead head) {
        if (head.isArchived()) {
            return CompletableFuture.failedFuture(new S3CallException(
                    S3Call.COPY_OBJECT.api(),
                    request,
                    new S3CallException.Failure(
                            "InvalidObjectState",
                            403,
                            "the source is in " + head.storageClass() + " and must be restored first",
                            null,
                            null),
                    null));
        }
        if (!(plan(head.size()) instanceof CopyPlan.Parts parts)) {
            return single(session, request, head.size(), head.hasContentETag() ? head.eTag() : null);
        }
        SourceReader reader = new SourceReader(source, session, request);
        return reader.tags(head, settings.onTagsDenied()).thenCompose(tags -> {
            Carried carried = Carried.of(request, head, tags);
            List<String> notCarried = carried.notCarried();
            if (settings.strict() && !notCarried.isEmpty()) {
                return CompletableFuture.failedFuture(new CopyFailedException(
                        "strict: a copy in parts cannot carry " + String.join(", ", notCarried), null));
            }
            return inParts(session, request, parts, head, carried, CONFLICTS)
                    .thenApply(outcome -> new CopyResult(
                            versioned(request, head.versionId()),
                            request.text(CopyParameter.BUCKET),
                            request.text(CopyParameter.KEY),
                            Way.MULTIPART,
                            null,
                            head.size(),
                            parts.count(),
                            outcome.verified(),
                            notCarried,
                            session.duration(),
                            session.requests(),
                            outcome.s3()));
        });
    }

    /** Another write to the key while an upload was completed (409): the upload is of no use, and another is made. */
    private CompletableFuture<MultipartCopy.Outcome> inParts(
            CopySession session,
            CopyRequest request,
            CopyPlan.Parts parts,
            ObjectHead head,
            Carried carried,
            int conflictsLeft) {
        return new MultipartCopy(destination, session, request, parts, head, carried)
                .run()
                .exceptionallyCompose(failure -> conflictsLeft > 0 && isConflict(failure)
                        ? inParts(session, request, parts, head, carried, conflictsLeft - 1)
                        : CompletableFuture.failedFuture(Futures.cause(failure)));
    }

    private static boolean isConflict(Throwable failure) {
        return Futures.cause(failure) instanceof S3CallException call
                && "ConditionalRequestConflict".equals(call.code());
    }

    private CompletableFuture<CopyResult> single(CopySession session, CopyRequest request, Long size, String eTag) {
        return new SingleCopy(destination, source, session, request)
                .run()
                .thenApply(s3 -> new CopyResult(
                        versioned(request, s3.text(CopyParameter.RESULT_COPY_SOURCE_VERSION_ID)),
                        request.text(CopyParameter.BUCKET),
                        request.text(CopyParameter.KEY),
                        Way.SINGLE,
                        null,
                        size,
                        0,
                        s3.text(CopyParameter.RESULT_ETAG).equals(eTag) ? Verified.ETAG : Verified.NONE,
                        List.of(),
                        session.duration(),
                        session.requests(),
                        s3));
    }

    private CopyResult skippedOrFailed(CopySession session, CopyRequest request, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (settings.onMissing() == CopySettings.OnMissing.skip
                && cause instanceof S3CallException call
                && ("NoSuchKey".equals(call.code()) || "NotFound".equals(call.code()))) {
            return skipped(session, request, "the source does not exist");
        } else if (settings.onArchived() == CopySettings.OnArchived.skip
                && cause instanceof S3CallException call
                && ("InvalidObjectState".equals(call.code()) || "ObjectNotInActiveTierError".equals(call.code()))) {
            return skipped(session, request, "the source is archived");
        } else if (settings.ifExists() == IfExists.skip && saysThatDestinationExists(request, cause)) {
            return skipped(session, request, "the destination exists");
        }
        throw new CompletionException(cause);
    }

    /** A 412 speaks of the destination only from a call that writes it, and only when no condition was on the source. */
    private static boolean saysThatDestinationExists(CopyRequest request, Throwable cause) {
        boolean writes = cause instanceof S3CallException call
                && (call.api().equals(S3Call.COMPLETE_MULTIPART_UPLOAD.api())
                        || (call.api().equals(S3Call.COPY_OBJECT.api())
                                && SOURCE_CONDITIONS.stream().noneMatch(request::has)));
        return writes && request.has(CopyParameter.IF_NONE_MATCH) && S3CallException.isStatus(cause, 412);
    }

    private static CopyResult skipped(CopySession session, CopyRequest request, String why) {
        return new CopyResult(
                request.source().orElseThrow(),
                request.text(CopyParameter.BUCKET),
                request.text(CopyParameter.KEY),
                Way.SKIPPED,
                why,
                null,
                0,
                Verified.NONE,
                List.of(),
                session.duration(),
                session.requests(),
                null);
    }

    private static CopySource versioned(CopyRequest request, String versionId) {
        CopySource named = request.source().orElseThrow();
        return versionId == null ? named : new CopySource(named.bucket(), named.key(), versionId);
    }
}
