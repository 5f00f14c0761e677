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
package io.s3copy.bulk.checkpoint;

import io.s3copy.bulk.BulkCounts;
import io.s3copy.bulk.BulkCounts.Count;
import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts outcomes. Whoever uses it holds a lock. */
final class Tally {

    private final Map<What, Sum> sums = new EnumMap<>(What.class);

    private static final class Sum {
        private long objects;
        private long bytes;
        private final Map<String, Long> codes = new HashMap<>();

        private void add(long moreObjects, long moreBytes) {
            objects += moreObjects;
            bytes += moreBytes;
        }

        private void add(String code, long more) {
            codes.merge(Count.countedAs(code, codes), more, Long::sum);
        }

        private Count count() {
            return new Count(objects, bytes, codes);
        }
    }

    void add(BulkOutcome outcome) {
        Sum sum = of(outcome.what());
        sum.add(1, Math.max(0, outcome.bytes()));
        @Nullable String code = outcome.code();
        if (code != null) {
            sum.add(code, 1);
        }
    }

    void add(BulkCounts counts) {
        counts.by().forEach((what, count) -> {
            Sum sum = of(what);
            sum.add(count.objects(), count.bytes());
            count.codes().forEach(sum::add);
        });
    }

    void add(Tally other) {
        other.sums.forEach((what, one) -> {
            Sum sum = of(what);
            sum.add(one.objects, one.bytes);
            one.codes.forEach(sum::add);
        });
    }

    /** Adds what another has counted, which begins anew. */
    void take(Tally other) {
        add(other);
        other.sums.clear();
    }

    BulkCounts counts() {
        Map<What, Count> by = new EnumMap<>(What.class);
        sums.forEach((what, sum) -> by.put(what, sum.count()));
        return new BulkCounts(by);
    }

    private Sum of(What what) {
        Sum sum = sums.get(what);
        if (sum == null) {
            sum = new Sum();
            sums.put(what, sum);
        }
        return sum;
    }
}
