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
package io.s3copy.app;

import io.s3copy.engine.CopyResult;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the objects, for any number of threads. */
final class Tally {

    private final LongAdder listed = new LongAdder();
    private final LongAdder copied = new LongAdder();
    private final LongAdder wouldCopy = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /**
     * What became of the objects so far.
     *
     * @param listed how many were taken from the listing
     * @param wouldCopy how many a dry run found nothing in the way of
     * @param unknown how many may have been copied or not: S3's answer was lost
     * @param bytes of what was copied or, in a dry run, would be
     */
    record Counts(long listed, long copied, long wouldCopy, long skipped, long failed, long unknown, long bytes) {

        /** Those that were listed and of which nothing is known yet. */
        long open() {
            return listed - copied - wouldCopy - skipped - failed - unknown;
        }

        boolean clean() {
            return failed == 0 && unknown == 0 && open() == 0;
        }
    }

    void listed() {
        listed.increment();
    }

    /** The component took an object. What it did is the result's to say. */
    void settled(CopyResult result, long size) {
        if (result.way() == CopyResult.Way.SKIPPED) {
            skipped.increment();
            return;
        }
        (result.dryRun() ? wouldCopy : copied).increment();
        bytes.add(size);
    }

    void failed() {
        failed.increment();
    }

    void unknown() {
        unknown.increment();
    }

    Counts counts() {
        // what is settled is read before what is listed, so that no object seems settled before it was listed
        long copiedNow = copied.sum();
        long wouldCopyNow = wouldCopy.sum();
        long skippedNow = skipped.sum();
        long failedNow = failed.sum();
        long unknownNow = unknown.sum();
        long bytesNow = bytes.sum();
        return new Counts(listed.sum(), copiedNow, wouldCopyNow, skippedNow, failedNow, unknownNow, bytesNow);
    }
}
