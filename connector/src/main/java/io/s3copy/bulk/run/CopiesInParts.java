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
package io.s3copy.bulk.run;

import io.s3copy.engine.CopyTask;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The copies in parts that are under way. A copy in one call costs a look at a map that is mostly empty. There are no more
 * than objects that are worked on at once. Thread-safe.
 */
final class CopiesInParts {

    private final Map<CopyTask, Parts> underWay = new ConcurrentHashMap<>();

    private record Parts(int parts, long bytes, AtomicInteger partsDone, AtomicLong bytesDone) {}

    void begun(CopyTask copy, int parts, long bytes, int partsThere, long bytesThere) {
        underWay.put(copy, new Parts(parts, bytes, new AtomicInteger(partsThere), new AtomicLong(bytesThere)));
    }

    void partDone(CopyTask copy, long bytes) {
        Parts parts = underWay.get(copy);
        if (parts != null) {
            parts.partsDone.incrementAndGet();
            parts.bytesDone.addAndGet(bytes);
        }
    }

    void ended(CopyTask copy) {
        if (!underWay.isEmpty()) {
            underWay.remove(copy);
        }
    }

    /** How many there are. */
    int size() {
        return underWay.size();
    }

    /** The largest of them, the largest first. */
    List<PartsProgress> largest(int most) {
        return underWay.entrySet().stream()
                .map(one -> progress(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(PartsProgress::bytes)
                        .reversed()
                        .thenComparing(PartsProgress::key))
                .limit(most)
                .toList();
    }

    private static PartsProgress progress(CopyTask copy, Parts parts) {
        return new PartsProgress(
                copy.source().key(), parts.parts, parts.partsDone.get(), parts.bytes, parts.bytesDone.get());
    }
}
