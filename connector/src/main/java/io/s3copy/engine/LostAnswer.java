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
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.Clients;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call that writes, and may have succeeded although no answer says so. A look at both objects settles it: ours stands
 * there, another stands there, or nobody can tell.
 */
public final class LostAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(LostAnswer.class);

    /** S3 tells times in whole seconds, by a clock of its own. */
    private static final long CLOCK_SECONDS = 5;

    private final Clients s3;
    private final CopyRequest request;
    private final CopySession session;

    LostAnswer(Clients s3, CopySession session, CopyRequest request) {
        this.s3 = s3;
        this.session = session;
        this.request = request;
    }

    /**
     * Whether S3 may have done what was asked although the call failed: no answer came, or that of an internal error.
     */
    public static boolean isPossible(Throwable failure) {
        return Causes.of(failure) instanceof TransientFailureException call
                && switch (call.answer()) {
                    case NONE, UNREADABLE -> true;
                    case REFUSED ->
                        call.status() == 200 || call.status() == 500 || call.status() == 502 || call.status() == 504;
                    case ANOTHER, UNRESOLVED, UNREACHED, NOT_MADE, UNPREPARED, NOT_SENT -> false;
                };
    }

    /**
     * Settles a condition that a repeated call found unmet, perhaps by its own success.
     *
     * @param unmet the failure, which stands if another object is there
     */
    CompletableFuture<S3Result> ownSuccess(S3CallException unmet) {
        return look(
                (from, there) -> switch (Likeness.of(from, there, eTagsTell())) {
                    case SAME -> result(there);
                    case OTHER -> throw unmet;
                    case UNDECIDED -> throw unknown(unmet);
                },
                unmet,
                unknown(unmet));
    }

    /**
     * Settles a call that got no answer.
     *
     * @param lost the failure, which stands if nothing is there
     */
    CompletableFuture<S3Result> outcome(S3CallException lost) {
        return look(
                (from, there) -> {
                    if (isWrittenSince(session.startedAt(), there)
                            && Likeness.of(from, there, eTagsTell()) == Likeness.SAME) {
                        return result(there);
                    }
                    throw unknown(lost);
                },
                lost,
                unknown(lost));
    }

    /**
     * Looks whether a call has done what was asked if its answer cannot be read.
     *
     * @param unread the failure, which stands unless ours is seen to stand there: then the call may be repeated
     */
    CompletableFuture<S3Result> seen(S3CallException unread) {
        return look(
                (from, there) -> {
                    if (isWrittenSince(session.startedAt(), there)
                            && Likeness.of(from, there, eTagsTell()) == Likeness.SAME) {
                        return result(there);
                    }
                    throw unread;
                },
                unread,
                unread);
    }

    @FunctionalInterface
    private interface Verdict {
        S3Result of(ObjectHead from, ObjectHead there);
    }

    private CompletableFuture<S3Result> look(Verdict verdict, S3CallException nothingThere, S3CallException unseen) {
        CompletableFuture<S3Result> settled = looked(verdict, nothingThere, unseen);
        if (LOG.isDebugEnabled()) {
            Futures.whenDone(
                    settled,
                    (ours, failure) -> LOG.debug(
                            "Copy of {}: the answer was lost; {}",
                            session.task(),
                            failure == null
                                    ? "a look found the copy"
                                    : "a look did not find it: " + failure.getMessage()));
        }
        return settled;
    }

    private CompletableFuture<S3Result> looked(Verdict verdict, S3CallException nothingThere, S3CallException unseen) {
        return session.settle(() -> s3.destination().headObject(ObjectQuery.ofDestination(request)))
                .exceptionallyCompose(failure ->
                        CompletableFuture.failedFuture(S3CallException.isMissing(failure) ? nothingThere : unseen))
                .thenCompose(there -> session.settle(() -> s3.source()
                                .headObject(ObjectQuery.ofSource(request).unconditional(versionId())))
                        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(unseen))
                        .thenApply(from -> verdict.of(from, there)));
    }

    private @Nullable String versionId() {
        return request.source().orElseThrow().versionId();
    }

    private boolean eTagsTell() {
        return Likeness.eTagsTell(request.source().orElseThrow().bucket(), request.required(CopyParameter.BUCKET));
    }

    /** Whether an object is no older than a time of this machine's clock. */
    static boolean isWrittenSince(Instant time, ObjectHead there) {
        return there.lastModified() != null && !there.lastModified().isBefore(time.minusSeconds(CLOCK_SECONDS));
    }

    /** The answer that was lost, as far as a HEAD of what it was about tells. */
    static S3Result result(ObjectHead there) {
        Map<CopyParameter, Object> told = new EnumMap<>(CopyParameter.class);
        told.put(CopyParameter.RESULT_ETAG, there.eTag());
        told.put(CopyParameter.RESULT_VERSION_ID, there.versionId());
        told.put(CopyParameter.RESULT_CHECKSUM_TYPE, there.checksumType());
        there.checksums()
                .forEach((member, sum) -> CopyParameter.resultByMember(member).ifPresent(row -> told.put(row, sum)));
        told.put(
                ObjectHead.CUSTOMER_KEY.equals(there.encryption())
                        ? CopyParameter.RESULT_SSE_CUSTOMER_ALGORITHM
                        : CopyParameter.RESULT_SERVER_SIDE_ENCRYPTION,
                ObjectHead.CUSTOMER_KEY.equals(there.encryption()) ? "AES256" : there.encryption());
        told.values().removeIf(Objects::isNull);
        return new S3Result(told, null, there);
    }

    private UnknownOutcomeException unknown(S3CallException lost) {
        return unknown(lost, request);
    }

    /** What the caller is told when nobody can tell. */
    static UnknownOutcomeException unknown(S3CallException lost, CopyRequest request) {
        S3CallException.Failure said = lost.failure();
        return new UnknownOutcomeException(
                lost.api(),
                request,
                new S3CallException.Failure(
                        said.code(),
                        said.status(),
                        "whether S3 did it is unknown, and the destination does not tell: " + said.message(),
                        said.requestId(),
                        said.extendedRequestId(),
                        said.answer()),
                lost);
    }
}
