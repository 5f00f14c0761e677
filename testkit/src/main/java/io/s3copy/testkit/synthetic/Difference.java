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
package io.s3copy.testkit.synthetic;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The other side of a space, with known differences: of every so many keys one is missing, one is followed by one more, one
 * has another size and one another ETag, as asked for. Computed, too.
 */
public final class Difference implements KeySpace {

    /** A difference of this side from the space. */
    public enum Kind {
        /** The key is not here. */
        MISSING(0),
        /** A key stands behind it that the space does not have. */
        EXTRA(1),
        /** The object has one byte more. */
        SIZE(2),
        /** The object has another ETag. */
        ETAG(3);

        /** In which quarter of its keys a block has it. */
        private final int quarter;

        Kind(int quarter) {
            this.quarter = quarter;
        }
    }

    /** What sorts behind a key, and before all that begin with it in any {@link Shape}. */
    private static final String MORE = "\u0001!";

    private static final int ABSENT = -1;
    private static final int QUARTERS = 4;

    private final KeySpace space;
    private final long every;
    private final Set<Kind> kinds;
    private final long missing;
    private final long extra;
    /** How many keys are here where the space has {@link #every}. */
    private final long block;

    /**
     * A side.
     *
     * @param every of how many keys one has each difference; at least 4, so that no key has two
     */
    public Difference(KeySpace space, long every, Set<Kind> kinds) {
        if (every < QUARTERS) {
            throw new IllegalArgumentException("of " + every + " keys, no four differ");
        }
        this.space = space;
        this.every = every;
        this.kinds = kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        this.missing = place(Kind.MISSING);
        this.extra = place(Kind.EXTRA);
        this.block = every + (extra == ABSENT ? 0 : 1) - (missing == ABSENT ? 0 : 1);
    }

    /** Which of {@link #every} keys has a difference. */
    private long place(Kind kind) {
        return kinds.contains(kind) ? kind.quarter * (every / QUARTERS) : ABSENT;
    }

    /** How many keys have a difference. */
    public long count(Kind kind) {
        return place(kind) == ABSENT ? 0 : before(place(kind), space.size());
    }

    /** How many keys at that place of their block there are among the first of the space. */
    private long before(long place, long end) {
        return end / every + (place < end % every ? 1 : 0);
    }

    @Override
    public long size() {
        return space.size() + count(Kind.EXTRA) - count(Kind.MISSING);
    }

    @Override
    public long seed() {
        return space.seed();
    }

    /** Where the space has what is here at a place, or what that stands behind. */
    private long ofSpace(long index) {
        long within = index % block;
        if (extra != ABSENT && within > extraAt() - 1) {
            within--;
        }
        if (missing != ABSENT && within >= missing) {
            within++;
        }
        return index / block * every + within;
    }

    /** Where in a block the one more stands. */
    private long extraAt() {
        return extra + 1 - (missing != ABSENT && missing < extra ? 1 : 0);
    }

    private boolean isExtra(long index) {
        return extra != ABSENT && index % block == extraAt();
    }

    private boolean is(long place, long index) {
        return place != ABSENT && !isExtra(index) && ofSpace(index) % every == place;
    }

    @Override
    public String key(long index) {
        String key = space.key(ofSpace(index));
        return isExtra(index) ? key.concat(MORE) : key;
    }

    @Override
    public long objectSize(long index) {
        return space.objectSize(ofSpace(index)) + (is(place(Kind.SIZE), index) ? 1 : 0);
    }

    @Override
    public String eTag(long index) {
        String eTag = space.eTag(ofSpace(index));
        return is(place(Kind.ETAG), index) ? (eTag.charAt(1) == 'f' ? "\"e" : "\"f").concat(eTag.substring(2)) : eTag;
    }

    @Override
    public long lastModified(long index) {
        return space.lastModified(ofSpace(index));
    }
}
