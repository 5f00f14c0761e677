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
package io.s3copy.bulk.sync;

import io.s3copy.engine.Likeness;
import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Compares a source with what stands at its destination. For a sync that must never lose an object: in doubt they differ,
 * and the object is copied again.
 *
 * <p>Of a listing, sizes that are not known are not equal. Equal ETags are the same content, also of parts, provided that
 * the sizes are equal: no two contents have them by chance, and where an ETag is no digest, none is given twice. ETags
 * that are not equal say something only where both are MD5s of whole contents.
 *
 * <p>What changes no content, such as other metadata or tags, is seen by its time, or not at all: a check compares it.
 *
 * <p>By time, the copy must be newer than its source. S3 tells whole seconds, so a copy of the same second may be of the
 * state before, and differs. The clocks are those of the two services.
 */
public final class Comparison {

    /** What servers that make no ETag send for every object. */
    private static final String MD5_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

    private static final String SIZE = "size";
    private static final String ETAG = "etag";
    private static final String CHECKSUM = "checksum";
    private static final String TIME = "time";
    private static final String UNPROVEN = "unproven";

    private final CompareBy by;
    private final ETagMeaning meaning;

    /**
     * A comparison.
     *
     * @param meaning what is known of the ETags of both sides
     */
    public Comparison(CompareBy by, ETagMeaning meaning) {
        this.by = by;
        this.meaning = meaning;
    }

    /** Compares what two listings say. Neither is of a delete marker. */
    public Verdict compare(ListedObject source, ListedObject destination) {
        if (source.size() == ListedObject.UNKNOWN_SIZE || destination.size() == ListedObject.UNKNOWN_SIZE) {
            return Verdict.needsHeads(SIZE);
        } else if (source.size() != destination.size()) {
            return Verdict.differs(SIZE);
        }
        return switch (by) {
            case SIZE -> Verdict.same(SIZE);
            case ETAG -> byETag(source, destination);
            case CHECKSUM -> Verdict.needsHeads(CHECKSUM);
            case TIME -> byTime(source.lastModified(), destination.lastModified(), Verdict.needsHeads(TIME));
            case AUTO -> byAll(source, destination);
        };
    }

    private static Verdict byETag(ListedObject source, ListedObject destination) {
        if (ETags.bare(source.eTag()).isEmpty()
                || ETags.bare(destination.eTag()).isEmpty()) {
            return Verdict.needsHeads(ETAG);
        }
        return ETags.equal(source.eTag(), destination.eTag()) ? Verdict.same(ETAG) : Verdict.differs(ETAG);
    }

    private Verdict byAll(ListedObject source, ListedObject destination) {
        if (isTelling(source.eTag(), source.size()) && ETags.equal(source.eTag(), destination.eTag())) {
            return Verdict.same(ETAG);
        } else if (ETags.isMd5(source.eTag()) && ETags.isMd5(destination.eTag()) && meaning != ETagMeaning.NOTHING) {
            return meaning == ETagMeaning.CONTENT ? Verdict.differs(ETAG) : Verdict.needsHeads(ETAG);
        }
        return byTime(source.lastModified(), destination.lastModified(), Verdict.needsHeads(TIME));
    }

    private static boolean isTelling(@Nullable String eTag, long size) {
        return size == 0 || !ETags.bare(eTag).equalsIgnoreCase(MD5_OF_NOTHING);
    }

    private static Verdict byTime(@Nullable Instant source, @Nullable Instant destination, Verdict unknown) {
        if (source == null || destination == null) {
            return unknown;
        }
        return destination.isAfter(source) ? Verdict.same(TIME) : Verdict.differs(TIME);
    }

    /** Compares what two HEADs say, where listings did not suffice. Never asks for more: in doubt they differ. */
    public Verdict compare(ObjectHead source, ObjectHead destination) {
        if (!source.hasSizeOf(destination)) {
            return Verdict.differs(SIZE);
        } else if (by == CompareBy.SIZE) {
            return Verdict.same(SIZE);
        } else if (by == CompareBy.ETAG) {
            return ETags.equal(source.eTag(), destination.eTag()) ? Verdict.same(ETAG) : Verdict.differs(ETAG);
        } else if (by == CompareBy.TIME) {
            return byTime(source.lastModified(), destination.lastModified(), Verdict.differs(UNPROVEN));
        }
        Likeness bySum = Likeness.ofChecksums(
                source.checksums(), source.checksumType(), destination.checksums(), destination.checksumType());
        if (bySum != Likeness.UNDECIDED) {
            return bySum == Likeness.SAME ? Verdict.same(CHECKSUM) : Verdict.differs(CHECKSUM);
        } else if (by == CompareBy.CHECKSUM) {
            return Verdict.differs(UNPROVEN);
        }
        boolean telling = isTelling(source.eTag(), source.size());
        Likeness likeness = Likeness.of(source, destination, telling && meaning != ETagMeaning.NOTHING);
        return switch (likeness) {
            case SAME -> Verdict.same(ETAG);
            case OTHER -> Verdict.differs(ETAG);
            case UNDECIDED -> byTime(source.lastModified(), destination.lastModified(), Verdict.differs(UNPROVEN));
        };
    }
}
