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

/** Decides how an object of a known size is copied. Pure. */
public final class Planner {

    private static final long MIB = 1L << 20;

    /** Below it the requests cost more than the parallel work saves; above it a failed part costs too much to repeat. */
    private static final long AUTO_MIN = 64 * MIB;

    private static final long AUTO_MAX = 256 * MIB;

    /** How many parts an automatic plan aims at: a few for each place in a window of usual width. */
    private static final int AUTO_PARTS = 128;

    private Planner() {}

    /**
     * Plans a copy. The source's own parts are not known here: where they are wanted, this is the plan for a source that
     * has none.
     *
     * @param size the size of the source in bytes
     * @param threshold from how many bytes on the copy is made in parts, at most 5 GiB: a single copy of that size is
     *     still made in one call
     * @throws IllegalArgumentException when S3 can hold no such object, or the numbers are out of their ranges
     */
    public static CopyPlan plan(long size, long threshold, PartSize partSize) {
        if (size < 0 || size > Limits.MAX_OBJECT) {
            throw new IllegalArgumentException(
                    "an object has 0 to " + Limits.MAX_OBJECT + " bytes (50 TB), not " + size);
        } else if (threshold < Limits.MIN_PART || threshold > Limits.MAX_SINGLE_COPY) {
            throw new IllegalArgumentException("a threshold has 5 MiB to 5 GiB, not " + threshold + " bytes");
        }
        // ranges of sources of 5 MB and less are refused, and a single call is atomic
        if (size <= threshold) {
            return new CopyPlan.Single();
        }
        long wanted = partSize instanceof PartSize.Fixed fixed
                ? fixed.bytes()
                : Math.min(AUTO_MAX, Math.max(AUTO_MIN, roundUp(size / AUTO_PARTS)));
        long smallest = roundUp((size + Limits.MAX_PARTS - 1) / Limits.MAX_PARTS);
        return new CopyPlan.EvenParts(size, Math.max(wanted, smallest));
    }

    private static long roundUp(long bytes) {
        return (bytes + MIB - 1) / MIB * MIB;
    }
}
