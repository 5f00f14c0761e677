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
package io.s3copy.app.job;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How fast a run was in the last seconds. Not thread-safe. */
public final class Rate {

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

    private record Sample(long nanos, long objects, long bytes) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * How far it is.
     *
     * @param nanos of a clock that only goes forwards
     */
    public void at(long nanos, long objects, long bytes) {
        samples.addLast(new Sample(nanos, objects, bytes));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
            samples.removeFirst();
        }
    }

    double objectsPerSecond() {
        return samples.isEmpty()
                ? 0
                : perSecond(samples.getLast().objects() - samples.getFirst().objects());
    }

    double bytesPerSecond() {
        return samples.isEmpty()
                ? 0
                : perSecond(samples.getLast().bytes() - samples.getFirst().bytes());
    }

    private double perSecond(long difference) {
        long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
        return nanos <= 0 ? 0 : difference * SECOND / nanos;
    }
}
