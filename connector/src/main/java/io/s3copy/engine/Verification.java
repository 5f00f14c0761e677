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
import io.s3copy.engine.CopySettings.Verify;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Compares a copy with the state of the source that it was planned from: first what the calls of the copy told, then, where
 * {@code verify} or a move wants more, what a HEAD of the copy tells.
 */
final class Verification {

    private static final String SUM = "Checksum";

    private final S3Calls destination;
    private final CopySession session;
    private final CopyRequest request;
    private final CopySettings settings;
    private final ObjectHead source;
    private final boolean eTagsTell;

    Verification(
            S3Calls destination, CopySession session, CopyRequest request, CopySettings settings, ObjectHead source) {
        this.destination = destination;
        this.session = session;
        this.request = request;
        this.settings = settings;
        this.source = source;
        this.eTagsTell =
                Likeness.eTagsTell(request.source().orElseThrow().bucket(), request.text(CopyParameter.BUCKET));
    }

    /**
     * Refuses a copy that can never be proven, before it is made.
     *
     * @param sameParts whether it will have the source's own parts
     */
    void requireProvable(boolean sameParts) {
        boolean bySum = "FULL_OBJECT".equals(source.checksumType()) || (sameParts && source.checksumType() != null);
        boolean byETag = eTagsTell && (sameParts ? source.isETagOfContent() : source.hasContentETag());
        if (settings.verify() == Verify.checksum && !bySum && !byETag) {
            throw new CopyFailedException(
                    "verify=checksum: the source has no checksum of its whole content, nor an ETag that is one, so no"
                            + " copy could be proven; use verify=size"
                            + (source.uploadedParts() > 0 ? ", or partSize=source" : ""),
                    null);
        }
    }

    /** What the answer to one call proves of a copy that was pinned to the source. */
    Verified ofSingle(S3Result result) {
        if (settings.verify() == Verify.none) {
            return Verified.NONE;
        }
        Likeness bySum = Likeness.ofChecksums(
                source.checksums(),
                source.checksumType(),
                checksums(result),
                result.text(CopyParameter.RESULT_CHECKSUM_TYPE));
        if (bySum == Likeness.SAME) {
            return Verified.CHECKSUM;
        }
        String eTag = result.text(CopyParameter.RESULT_ETAG);
        boolean comparable = eTagsTell && source.hasContentETag() && isOfContent(result);
        if (bySum == Likeness.OTHER || (comparable && !ETags.equal(eTag, source.eTag()))) {
            throw notTheSource("S3 says ETag " + eTag + ", the source has " + source.eTag());
        }
        return comparable ? Verified.ETAG : Verified.NONE;
    }

    private static boolean isOfContent(S3Result result) {
        String encryption = result.text(CopyParameter.RESULT_SERVER_SIDE_ENCRYPTION);
        return (encryption == null || encryption.equals("AES256"))
                && result.text(CopyParameter.RESULT_SSE_CUSTOMER_ALGORITHM) == null
                && ETags.isMd5(result.text(CopyParameter.RESULT_ETAG));
    }

    private static Map<String, String> checksums(S3Result result) {
        Map<String, String> sums = new TreeMap<>();
        result.members().forEach((row, value) -> {
            if (row.member().startsWith(SUM) && row != CopyParameter.RESULT_CHECKSUM_TYPE) {
                sums.put(row.member(), value.toString());
            }
        });
        return sums;
    }

    /**
     * What proves the copy in the end.
     *
     * @param told what the calls of the copy proved
     * @return fails with a {@link CopyFailedException} when the copy is not the source, or it cannot be told as was asked
     */
    CompletableFuture<Verified> complete(S3Result result, Verified told) {
        boolean proven = told == Verified.CHECKSUM || told == Verified.ETAG;
        boolean enough = switch (settings.verify()) {
            case none -> true;
            case checksum, size -> proven;
            case auto -> proven || !settings.deletesSource();
        };
        if (enough) {
            return CompletableFuture.completedFuture(settings.verify() == Verify.none ? Verified.NONE : told);
        }
        return written(result).thenApply(copy -> compared(copy, result));
    }

    /**
     * What was written, which is another than what stands there once somebody has replaced or deleted that. By its version
     * it is asked for only then: that needs one more permission.
     */
    private CompletableFuture<ObjectHead> written(S3Result result) {
        HeadQuery query = HeadQuery.ofDestination(request);
        String version = result.text(CopyParameter.RESULT_VERSION_ID);
        return Futures.afterEnd(session.send(() -> destination.headObject(query)), (there, failure) -> {
            boolean missing = S3CallException.isMissing(failure);
            boolean ours = failure == null
                    && isWritten(there, result)
                    && (version == null || there.versionId() == null || version.equals(there.versionId()));
            if (ours || version == null || (failure != null && !missing)) {
                return failure == null
                        ? CompletableFuture.completedFuture(there)
                        : CompletableFuture.failedFuture(missing ? gone(failure) : failure);
            }
            return session.send(() -> destination.headObject(query.unconditional(version)))
                    .exceptionallyCompose(unseen -> CompletableFuture.failedFuture(
                            S3CallException.isMissing(unseen) ? gone(Futures.cause(unseen)) : Futures.cause(unseen)));
        });
    }

    private static CopyFailedException gone(Throwable why) {
        return new CopyFailedException("the copy was made, but is gone before it was verified", why);
    }

    private static boolean isWritten(ObjectHead there, S3Result result) {
        String written = result.text(CopyParameter.RESULT_ETAG);
        return ETags.bare(written).isEmpty() || ETags.equal(there.eTag(), written);
    }

    private Verified compared(ObjectHead copy, S3Result result) {
        if (!isWritten(copy, result)) {
            throw new CopyFailedException(
                    "the copy was made, but another object has replaced it before it was verified", null);
        } else if (copy.size() != source.size()) {
            throw notTheSource("it has " + copy.size() + " bytes, the source " + source.size());
        }
        Likeness likeness = Likeness.of(source, copy, eTagsTell);
        if (likeness == Likeness.OTHER) {
            throw notTheSource("its ETag or checksum is another than the source's");
        } else if (likeness == Likeness.UNDECIDED && settings.verify() == Verify.checksum) {
            throw new CopyFailedException(
                    "verify=checksum: the copy was made and has the size of the source, but no checksum to compare",
                    null);
        }
        if (likeness == Likeness.UNDECIDED) {
            return Verified.SIZE;
        }
        Likeness bySum =
                Likeness.ofChecksums(source.checksums(), source.checksumType(), copy.checksums(), copy.checksumType());
        return bySum == Likeness.SAME ? Verified.CHECKSUM : Verified.ETAG;
    }

    private static CopyFailedException notTheSource(String why) {
        return new CopyFailedException(
                "the copy stands in its place, but is not the source that it was planned from: " + why, null);
    }
}
