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
package io.s3copy.bulk;

import io.s3copy.bulk.BulkOutcome.What;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many objects came to what.
 *
 * @param by for each outcome that occurred, its count; in the order of {@link What}
 */
public record BulkCounts(Map<What, Count> by) {

    /** The code under which codes beyond the limit of {@link Count#MAX_CODES} are counted. */
    public static final String OTHER = "other";

    /** Nothing yet. */
    public static final BulkCounts NONE = new BulkCounts(Map.of());

    /** The counts, which later changes of the map do not change. */
    public BulkCounts {
        EnumMap<What, Count> copy = new EnumMap<>(What.class);
        copy.putAll(by);
        by = Collections.unmodifiableMap(copy);
    }

    /**
     * The objects with one outcome.
     *
     * @param objects how many
     * @param bytes theirs; those of unknown size count as 0
     * @param codes how many have each code: S3's error codes, reasons of skips, what differs; in alphabetical order. Those
     *     without a code are in none
     */
    public record Count(long objects, long bytes, Map<String, Long> codes) {

        /** So many codes of an outcome are counted apart. A server that invents codes must not fill the memory. */
        public static final int MAX_CODES = 200;

        private static final Count NONE = new Count(0, 0, Map.of());

        /** The count, which later changes of the map do not change. */
        public Count {
            codes = Collections.unmodifiableMap(new TreeMap<>(codes));
        }

        /** The code under which one is counted, beside those that are counted already. */
        public static String countedAs(String code, Map<String, ?> codes) {
            int apart = codes.size() - (codes.containsKey(OTHER) ? 1 : 0);
            return apart < MAX_CODES || codes.containsKey(code) ? code : OTHER;
        }

        private Count plus(Count other) {
            TreeMap<String, Long> sum = new TreeMap<>(codes);
            other.codes.forEach((code, objects) -> {
                sum.merge(countedAs(code, sum), objects, Long::sum);
            });
            return new Count(objects + other.objects, bytes + other.bytes, sum);
        }
    }

    /** Objects with one outcome, and no code. */
    public static BulkCounts of(What what, long objects, long bytes) {
        return new BulkCounts(Map.of(what, new Count(objects, bytes, Map.of())));
    }

    /** The count of an outcome, zero if it did not occur. */
    public Count of(What what) {
        return by.getOrDefault(what, Count.NONE);
    }

    /** How many objects had an outcome. */
    public long objects(What what) {
        return of(what).objects();
    }

    /** How many objects had any outcome. */
    public long objects() {
        return by.values().stream().mapToLong(Count::objects).sum();
    }

    /** How many bytes the objects of an outcome have. */
    public long bytes(What what) {
        return of(what).bytes();
    }

    /** These and others. */
    public BulkCounts plus(BulkCounts others) {
        EnumMap<What, Count> sum = new EnumMap<>(What.class);
        sum.putAll(by);
        others.by.forEach((what, count) -> sum.merge(what, count, Count::plus));
        return new BulkCounts(sum);
    }
}
