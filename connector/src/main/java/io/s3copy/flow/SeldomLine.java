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
package io.s3copy.flow;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;

/** When a line of a log is due that should not come more often than that. */
final class SeldomLine {

    private final long between;

    @GuardedBy("this")
    private boolean told;

    @GuardedBy("this")
    private long at;

    SeldomLine(Duration between) {
        this.between = between.toNanos();
    }

    /** Whether it is due; then it is told. Times are those of {@code nanoTime}. */
    synchronized boolean isDue(long now) {
        boolean due = !told || now - at >= between;
        if (due) {
            told = true;
            at = now;
        }
        return due;
    }
}
