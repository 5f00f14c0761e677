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
package io.s3copy.benchmark;

import io.s3copy.benchmark.way.Way;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Makes copies one way, so many at the same time, and measures what that takes. */
final class Load {

    private Load() {}

    /**
     * Makes copies.
     *
     * @throws IOException when one of them fails: then a number would say nothing
     */
    static Measure run(Way way, int window, int copies, boolean collect) throws Exception {
        Semaphore places = new Semaphore(window);
        AtomicReference<Throwable> failed = new AtomicReference<>();
        long allocated = Meters.allocated();
        long cpu = Meters.cpuNanos();
        long start = System.nanoTime();
        for (int number = 0; number < copies && failed.get() == null; number++) {
            places.acquire();
            way.begin(number, failure -> {
                if (failure != null) {
                    failed.compareAndSet(null, failure);
                }
                places.release();
            });
        }
        places.acquire(window);
        long nanos = System.nanoTime() - start;
        cpu = Meters.cpuNanos() - cpu;
        allocated = Meters.allocated() - allocated;
        if (failed.get() != null) {
            throw new IOException("a copy failed", failed.get());
        }
        return new Measure(copies, nanos, cpu, allocated, Meters.peakRss(), collect ? Meters.live() : 0);
    }
}
