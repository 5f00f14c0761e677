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
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.S3Result;
import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Compares a copy with the planned state of its source: first by the answers to the calls of the copy. If {@code
 * verify} or a move needs more, a HEAD of the copy tells.
 */
final class Verification {

    private static final String SUM = "Checksum";

    private final WrittenObject written;
    private final ServiceTraits traits;
    private final CopySession session;
    private final CopySettings settings;
    private final ObjectHead source;
    private final boolean eTagsTell;

    /**
     * The verification of a copy.
     *
     * @param source what it was planned from
     */
    Verification(Copying copying, ObjectHead source) {
        CopyRequest request = copying.request();
        this.written = copying.written();
        this.traits = copying.s3().traits();
        this.session = copying.session();
        this.settings = copying.settings();
        this.source = source;
        this.eTagsTell =
                Likeness.eTagsTell(request.source().orElseThrow().bucket(), request.required(CopyParameter.BUCKET));
    }

    /** What the parts of a copy tell of the source's content. */
    enum Parts {
        /** It is made in one call. */
        NONE,
        /** They are the source's own. */
        OF_SOURCE,
        /** They are of other sizes than the source's. */
        OTHER
    }

    /** Refuses a copy that can never be proven, before it is made. */
    void requireProvable(Parts parts) {
        boolean summed = parts == Parts.NONE || !traits.refuses(ServiceTraits.Trait.createChecksum);
        boolean bySum = (summed && "FULL_OBJECT".equals(source.checksumType()))
                || (parts == Parts.OF_SOURCE && source.checksumType() != null);
        boolean byETag = eTagsTell
                && switch (parts) {
                    case NONE -> source.hasContentETag();
                    case OF_SOURCE -> source.isETagOfContent();
                    // the ETag of an upload is a digest of digests: that of one call never equals it
                    case OTHER -> false;
                };
        if (settings.verify() == Verify.checksum && !bySum && !byETag) {
            throw new CopyFailedException(
                    "verify=checksum: the source has no checksum of its whole content, nor an ETag that "
                            + (parts == Parts.OTHER ? "a copy in parts could be compared by" : "is one")
                            + ", so no copy could be proven; use verify=size"
                            + (source.uploadedParts() > 0
                                    ? ", or partSize=source"
                                    : parts == Parts.OTHER ? ", or a larger multipartThreshold" : ""),
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
     * @param pinned whether the service is known to heed the pin to the planned state; otherwise equal sizes prove
     *     nothing
     * @param mayRepeatSum whether the checksum that a HEAD tells may be what the service was sent
     * @return fails with a {@link CopyFailedException} when the copy is not the source, or it cannot be told as was
     *     asked
     */
    CompletableFuture<Verified> complete(S3Result result, Verified told, boolean pinned, boolean mayRepeatSum) {
        boolean proven = told == Verified.CHECKSUM || told == Verified.ETAG;
        boolean enough = switch (settings.verify()) {
            case none -> true;
            case checksum, size -> proven;
            case auto -> proven || !settings.deletesSource();
        };
        if (enough) {
            return CompletableFuture.completedFuture(settings.verify() == Verify.none ? Verified.NONE : told);
        }
        return written.head(result).thenApply(copy -> compared(mayRepeatSum ? doubted(copy) : copy, result, pinned));
    }

    /** The service may only repeat an equal checksum of the whole, so it is left out. Any other counts. */
    private ObjectHead doubted(ObjectHead copy) {
        boolean repeated = "FULL_OBJECT".equals(copy.checksumType())
                && Likeness.ofChecksums(
                                source.checksums(), source.checksumType(), copy.checksums(), copy.checksumType())
                        == Likeness.SAME;
        return repeated ? copy.withoutChecksums() : copy;
    }

    private Verified compared(ObjectHead copy, S3Result result, boolean pinned) {
        if (!WrittenObject.isIt(copy, result)) {
            throw new CopyFailedException(
                    "the copy was made, but another object has replaced it before it was verified");
        } else if (copy.size() != source.size()) {
            throw notTheSource("it has " + copy.size() + " bytes, the source " + source.size());
        }
        Likeness likeness = Likeness.of(source, copy, eTagsTell);
        if (likeness == Likeness.OTHER) {
            throw notTheSource("its ETag or checksum is another than the source's");
        } else if (likeness == Likeness.UNDECIDED && settings.verify() == Verify.checksum) {
            throw new CopyFailedException(
                    "verify=checksum: the copy was made and has the size of the source, but no checksum to compare that"
                            + " the service is known to have computed");
        }
        if (likeness == Likeness.UNDECIDED) {
            if (!pinned) {
                session.leaveUnproven("the content (only the sizes can be compared, and the service " + traits.service()
                        + " is not known to heed the pin to the planned state)");
                return Verified.NONE;
            }
            return Verified.SIZE;
        }
        Likeness bySum =
                Likeness.ofChecksums(source.checksums(), source.checksumType(), copy.checksums(), copy.checksumType());
        return bySum == Likeness.SAME ? Verified.CHECKSUM : Verified.ETAG;
    }

    private static CopyFailedException notTheSource(String why) {
        return new CopyFailedException(
                "the copy stands in its place, but is not the source that it was planned from: " + why);
    }
}
