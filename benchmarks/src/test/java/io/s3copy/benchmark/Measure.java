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

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a run took.
 *
 * @param copies how many were made
 * @param nanos how long it took
 * @param cpuNanos the processor time of the whole process
 * @param allocated bytes, by all Java threads
 * @param peakRss the most memory that the process ever had, in bytes; 0 where the system does not tell
 * @param live bytes on the heap after a collection; 0 where none was asked for
 */
record Measure(long copies, long nanos, long cpuNanos, long allocated, long peakRss, long live) {

    double perSecond() {
        return copies * 1e9 / nanos;
    }

    double cpuMicros() {
        return cpuNanos / 1e3 / copies;
    }

    double allocatedEach() {
        return (double) allocated / copies;
    }

    String toLine() {
        return LongStream.of(copies, nanos, cpuNanos, allocated, peakRss, live)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    static Measure parse(String line) {
        long[] numbers =
                Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new Measure(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }
}
