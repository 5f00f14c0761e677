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
package io.s3copy.camel.progress;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How many lines a log gets in a minute. Further lines are counted, and the next line says how many. */
final class LineBudget {

    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    private final int most;
    private final LongSupplier nanoTime;

    @GuardedBy("this")
    private long began;

    @GuardedBy("this")
    private int lines;

    @GuardedBy("this")
    private long omitted;

    /**
     * A budget that begins now.
     *
     * @param most lines in a minute
     */
    LineBudget(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    /** How many lines were left out before the one that is written now; or -1 when this one is left out, too. */
    synchronized long take() {
        long now = nanoTime.getAsLong();
        if (now - began >= PERIOD) {
            began = now;
            lines = 0;
        }
        if (lines == most) {
            omitted++;
            return -1;
        }
        lines++;
        return omitted();
    }

    /** How many lines were left out since the last one that told of it. */
    synchronized long omitted() {
        long before = omitted;
        omitted = 0;
        return before;
    }
}
