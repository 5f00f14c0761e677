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
package io.s3copy.benchmark.nulls3;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What reached the null S3 since it was last told how to answer.
 *
 * @param requests by operation; those that did not come are absent
 * @param peak how many of them were unanswered at the same time, at most
 */
public record Counts(Map<Operation, Long> requests, int peak) {

    private static final String PEAK = "peak";

    /** All requests. */
    public long total() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The requests of one kind. */
    public long of(Operation operation) {
        return requests.getOrDefault(operation, 0L);
    }

    /** A line {@code name=number} each. */
    String toText() {
        Map<String, Number> lines = new TreeMap<>();
        requests.forEach((operation, count) -> lines.put(operation.name(), count));
        lines.put(PEAK, peak);
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Counts parse(String text) {
        Map<Operation, Long> requests = new EnumMap<>(Operation.class);
        int peak = 0;
        for (String line : text.lines().toList()) {
            int cut = line.indexOf('=');
            long number = Long.parseLong(line.substring(cut + 1));
            if (line.startsWith(PEAK)) {
                peak = Math.toIntExact(number);
            } else {
                requests.put(Operation.valueOf(line.substring(0, cut)), number);
            }
        }
        return new Counts(requests, peak);
    }
}
