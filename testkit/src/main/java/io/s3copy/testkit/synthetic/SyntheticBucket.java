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

import java.util.BitSet;

/**
 * A bucket of computed objects: all of a space, or those that were written, which are numbers in a set of bits. One that
 * begins empty takes copies and tells how often each was made.
 */
public final class SyntheticBucket {

    /** The most entries of a page, as with S3. */
    public static final int MAX_KEYS = 1_000;

    private final KeySpace space;
    private final boolean full;
    private final int versions;
    /** Of a full bucket what is gone, of another what is there. Guarded by this. */
    private final BitSet marked = new BitSet();

    private long repeats;
    private long deletions;

    private SyntheticBucket(KeySpace space, boolean full, int versions) {
        if (space.size() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a bucket has at most " + Integer.MAX_VALUE + " keys");
        }
        this.space = space;
        this.full = full;
        this.versions = versions;
    }

    /** All of a space. */
    public static SyntheticBucket full(KeySpace space) {
        return new SyntheticBucket(space, true, 1);
    }

    /**
     * All of a space, and of each object older versions, some of which are delete markers.
     *
     * @param versions how many each key has, the current one included
     */
    public static SyntheticBucket versioned(KeySpace space, int versions) {
        return new SyntheticBucket(space, true, versions);
    }

    /** Nothing yet, and room for what a space has. */
    public static SyntheticBucket empty(KeySpace space) {
        return new SyntheticBucket(space, false, 1);
    }

    /** What is, or may be, in it. */
    public KeySpace space() {
        return space;
    }

    /** How many versions each key has. */
    public int versions() {
        return versions;
    }

    /** Whether the object at a place of the space is there. */
    public synchronized boolean has(long index) {
        return marked.get((int) index) != full;
    }

    /** Writes the object at a place. */
    public synchronized void put(long index) {
        if (has(index)) {
            repeats++;
        }
        marked.set((int) index, !full);
    }

    /** Deletes the object at a place. */
    public synchronized void delete(long index) {
        if (has(index)) {
            deletions++;
        }
        marked.set((int) index, full);
    }

    /** How many objects there are. */
    public synchronized long count() {
        return full ? space.size() - marked.cardinality() : marked.cardinality();
    }

    /** How many writes met an object that was there already. */
    public synchronized long repeats() {
        return repeats;
    }

    /** How many objects were deleted. */
    public synchronized long deletions() {
        return deletions;
    }

    private synchronized boolean isWhole() {
        return full && marked.isEmpty();
    }

    /** The first place from one on whose object is there; the size of the space if there is none. */
    public synchronized long next(long from) {
        if (from >= space.size() || isWhole()) {
            return Math.min(from, space.size());
        }
        int found = full ? marked.nextClearBit((int) from) : marked.nextSetBit((int) from);
        return found < 0 ? space.size() : Math.min(found, space.size());
    }

    /**
     * A page of what is there.
     *
     * @param prefix of the keys; empty for all
     * @param from the first place that may be in it
     * @param most how many entries at most
     */
    public Page page(String prefix, long from, int most) {
        return page(prefix, from, versions, versions, most);
    }

    /**
     * A page of all versions and delete markers of what is there: by key, and of a key the newest first.
     *
     * @param after the key behind which it begins, or within whose versions it does; empty for the first page
     * @param afterVersion the version of that key behind which it begins; empty for all behind the key
     * @param most how many entries at most
     */
    public Page versions(String prefix, String after, String afterVersion, int most) {
        long within = afterVersion.isEmpty() ? -1 : space.indexOf(after);
        if (within >= 0) {
            return page(prefix, within, number(afterVersion) - 1, 1, most);
        }
        return page(prefix, after.isEmpty() ? 0 : space.firstAfter(after), versions, 1, most);
    }

    private static int number(String versionId) {
        return Integer.parseInt(versionId.substring(1));
    }

    /**
     * A page.
     *
     * @param newest the first version of the first key that is in it; 0 for none
     * @param oldest the last version of each key that is in it
     */
    private Page page(String prefix, long from, int newest, int oldest, int most) {
        Page page = new Page(Math.max(0, Math.min(most, MAX_KEYS)), versions);
        if (page.isFull()) {
            return page;
        }
        // most buckets are whole: those are listed side by side, without the lock
        boolean whole = isWhole();
        long first = Math.max(from, prefix.isEmpty() ? 0 : space.firstFrom(prefix));
        for (long index = next(first); index < space.size(); index = whole ? index + 1 : next(index + 1)) {
            String key = space.key(index);
            if (!key.startsWith(prefix)) {
                return page;
            }
            for (int number = index == from ? newest : versions; number >= oldest; number--) {
                if (page.isFull()) {
                    page.next = index;
                    return page;
                }
                page.add(index, key, number);
            }
        }
        return page;
    }

    /** Entries of a listing, each a place of the space and the number of a version. */
    public static final class Page {

        private static final int EVERY = 5;
        private static final int MARKED = 2;

        private final long[] places;
        private final String[] keys;
        private final int[] numbers;
        private final int latest;
        private int length;
        private long next = -1;

        private Page(int most, int latest) {
            places = new long[most];
            keys = new String[most];
            numbers = new int[most];
            this.latest = latest;
        }

        private boolean isFull() {
            return length == places.length;
        }

        private void add(long index, String key, int number) {
            places[length] = index;
            keys[length] = key;
            numbers[length] = number;
            length++;
        }

        /** How many there are. */
        public int length() {
            return length;
        }

        /** The place of one of them in the space. */
        public long place(int at) {
            return places[at];
        }

        /** The key of one of them. */
        public String key(int at) {
            return keys[at];
        }

        /** The version of one of them. */
        public String versionId(int at) {
            return "v" + numbers[at];
        }

        /** Whether one of them is the current version. */
        public boolean isLatest(int at) {
            return numbers[at] == latest;
        }

        /** How many versions of its key are newer than one of them. */
        public int newer(int at) {
            return latest - numbers[at];
        }

        /** Whether one of them is a delete marker: the oldest version of every fifth key is, if it has others. */
        public boolean isDeleteMarker(int at) {
            return numbers[at] == 1 && latest > 1 && places[at] % EVERY == MARKED;
        }

        /** The first place that another page has; -1 if there is none. */
        public long next() {
            return next;
        }
    }
}
