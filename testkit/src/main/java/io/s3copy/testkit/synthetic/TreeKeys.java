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

import java.util.Arrays;

/**
 * Keys of folders in folders: a tree in which each folder has an object of its own, and four folders, to a depth of fifteen.
 * A folder's key is what all in it begin with.
 */
record TreeKeys(long size, long seed) implements KeySpace {

    private static final int DEPTH = 15;
    private static final int BRANCHES = 4;
    private static final char[] FOLDER = "folder-of-0/".toCharArray();
    private static final int DIGIT = FOLDER.length - 2;
    /** How many keys a folder has in it at each height, itself included. */
    private static final long[] WITHIN = within();

    private static long[] within() {
        long[] within = new long[DEPTH + 1];
        within[0] = 1;
        for (int height = 1; height <= DEPTH; height++) {
            within[height] = 1 + BRANCHES * within[height - 1];
        }
        return within;
    }

    @Override
    public String key(long index) {
        char[] key = new char[2 + DEPTH * FOLDER.length];
        key[0] = 'd';
        key[1] = '/';
        int end = 2;
        long left = spread(index);
        for (int height = DEPTH; left > 0; height--) {
            left--;
            long branch = left / WITHIN[height - 1];
            left -= branch * WITHIN[height - 1];
            System.arraycopy(FOLDER, 0, key, end, FOLDER.length);
            key[end + DIGIT] = (char) ('a' + branch);
            end += FOLDER.length;
        }
        return new String(Arrays.copyOf(key, end));
    }

    /** A small space is one of all depths and branches, too. */
    private long spread(long index) {
        return index * (WITHIN[DEPTH] / size);
    }
}
