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
package io.s3copy.engine.plan;

import io.s3copy.engine.s3.Limits;
import io.s3copy.parameter.ByteRange;
import java.util.Arrays;
import java.util.List;

/** How an object is copied. */
public sealed interface CopyPlan {

    /** In one atomic call. */
    record Single() implements CopyPlan {}

    /** In parts, numbered from 1 as S3 does. */
    sealed interface Parts extends CopyPlan {

        /** The size of the object in bytes. */
        long size();

        /** How many parts there are, 1 to 10,000. */
        int count();

        /** The bytes of a part; a number that no part has is an {@link IndexOutOfBoundsException}. */
        ByteRange range(int number);

        /** The same text for the same parts, by which an upload knows its plan again. */
        String layout();
    }

    /**
     * In parts of one size, the last of which may be smaller. A plan of any number of parts takes no more memory than
     * this.
     *
     * @param size the size of the object in bytes
     * @param partSize the size of a part in bytes
     */
    record EvenParts(long size, long partSize) implements Parts {

        @Override
        public int count() {
            return Math.toIntExact((size + partSize - 1) / partSize);
        }

        @Override
        public ByteRange range(int number) {
            if (number < 1 || number > count()) {
                throw new IndexOutOfBoundsException("part " + number + " of " + count());
            }
            long first = (number - 1) * partSize;
            return new ByteRange(first, Math.min(size, first + partSize) - 1);
        }

        @Override
        public String layout() {
            return size + "/" + partSize;
        }
    }

    /** In parts of the sizes that the source's have. */
    final class SourceParts implements Parts {

        /** Where each part ends: the first byte after it. */
        private final long[] ends;

        /**
         * A plan.
         *
         * @param sizes the size of each part in bytes; none is empty
         */
        public SourceParts(List<Long> sizes) {
            ends = new long[sizes.size()];
            long end = 0;
            for (int i = 0; i < ends.length; i++) {
                if (sizes.get(i) < 1) {
                    throw new IllegalArgumentException("part " + (i + 1) + " has " + sizes.get(i) + " bytes");
                }
                end = Math.addExact(end, sizes.get(i));
                ends[i] = end;
            }
            if (ends.length == 0 || ends.length > Limits.MAX_PARTS || end > Limits.MAX_OBJECT) {
                throw new IllegalArgumentException(
                        "an object has 1 to 10,000 parts and 50 TB, not " + ends.length + " and " + end + " bytes");
            }
        }

        @Override
        public long size() {
            return ends[ends.length - 1];
        }

        @Override
        public int count() {
            return ends.length;
        }

        @Override
        public ByteRange range(int number) {
            if (number < 1 || number > ends.length) {
                throw new IndexOutOfBoundsException("part " + number + " of " + ends.length);
            }
            return new ByteRange(number == 1 ? 0 : ends[number - 2], ends[number - 1] - 1);
        }

        @Override
        public String layout() {
            return size() + "/" + count() + "/" + Integer.toHexString(Arrays.hashCode(ends));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SourceParts parts && Arrays.equals(ends, parts.ends);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(ends);
        }

        @Override
        public String toString() {
            return "SourceParts[" + layout() + "]";
        }
    }
}
