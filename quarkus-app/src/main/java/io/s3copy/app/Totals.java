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

import java.util.Locale;

/** The line of totals, at the end and on the way. */
final class Totals {

    private static final double NANOS = 1e9;

    private Totals() {}

    /** At the end: the numbers add up to those that were listed. */
    static String summary(Tally.Counts counts, boolean dryRun, long nanos) {
        String open = counts.open() == 0 ? "" : ", not tried " + counts.open();
        return outcomes(counts, dryRun) + open + " of " + counts.listed() + " listed, " + bytes(counts, dryRun) + ", "
                + pace(counts, nanos);
    }

    /** On the way. */
    static String progress(Tally.Counts counts, boolean dryRun, long nanos) {
        return "progress  " + outcomes(counts, dryRun) + ", in flight " + counts.open() + " of " + counts.listed()
                + " listed so far, " + bytes(counts, dryRun) + ", " + pace(counts, nanos);
    }

    private static String outcomes(Tally.Counts counts, boolean dryRun) {
        String done = dryRun ? "would copy " + counts.wouldCopy() : "copied " + counts.copied();
        String unknown = counts.unknown() == 0 ? "" : ", unknown " + counts.unknown();
        return done + ", failed " + counts.failed() + unknown + ", skipped " + counts.skipped();
    }

    private static String bytes(Tally.Counts counts, boolean dryRun) {
        return counts.bytes() + (dryRun ? " bytes to copy" : " bytes");
    }

    private static String pace(Tally.Counts counts, long nanos) {
        double seconds = nanos / NANOS;
        long done = counts.copied() + counts.wouldCopy();
        // the first line may come within the clock's own grain
        double rate = nanos <= 0 ? 0 : done / seconds;
        String unit = counts.wouldCopy() > 0 ? "objects/s" : "copies/s";
        return String.format(Locale.ROOT, "%.1f s, %.1f %s", seconds, rate, unit);
    }
}
