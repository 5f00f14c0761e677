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

import io.s3copy.parameter.ByteRange;

/** How an object is copied. */
public sealed interface CopyPlan {

    /** In one atomic call. */
    record Single() implements CopyPlan {}

    /**
     * In parts of one size, the last of which may be smaller. A plan of any number of parts takes no more memory than
     * this.
     *
     * @param size the size of the object in bytes
     * @param partSize the size of a part in bytes
     */
    record Parts(long size, long partSize) implements CopyPlan {

        /** How many parts there are, 1 to 10,000. */
        public int count() {
            return Math.toIntExact((size + partSize - 1) / partSize);
        }

        /**
         * The bytes of a part.
         *
         * @param number counted from 1, as S3 does
         */
        public ByteRange range(int number) {
            if (number < 1 || number > count()) {
                throw new IndexOutOfBoundsException("part " + number + " of " + count());
            }
            long first = (number - 1) * partSize;
            return new ByteRange(first, Math.min(size, first + partSize) - 1);
        }
    }
}
