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
package io.s3copy.benchmark.bulk;

import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.SyntheticBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Listings of computed objects within the process: what is measured is what is done with pages, not HTTP. */
final class SpaceCalls implements ListCalls {

    private final Map<String, SyntheticBucket> buckets;
    private final Executor pool;

    private SpaceCalls(Map<String, SyntheticBucket> buckets, Executor pool) {
        this.buckets = buckets;
        this.pool = pool;
    }

    /** Pages that are there as soon as a thread of the pool has made them. */
    static SpaceCalls atOnce(Map<String, KeySpace> spaces, Executor pool) {
        return new SpaceCalls(full(spaces), pool);
    }

    /** Pages that come after a delay, for which no thread waits. */
    static SpaceCalls after(Duration delay, Map<String, KeySpace> spaces, Executor pool) {
        return new SpaceCalls(
                full(spaces), CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, pool));
    }

    private static Map<String, SyntheticBucket> full(Map<String, KeySpace> spaces) {
        Map<String, SyntheticBucket> buckets = new java.util.HashMap<>();
        spaces.forEach((name, space) -> buckets.put(name, SyntheticBucket.full(space)));
        return Map.copyOf(buckets);
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        return CompletableFuture.supplyAsync(() -> page(query), pool);
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        throw new UnsupportedOperationException("a computed listing has no versions here");
    }

    private ObjectPage page(ListQuery query) {
        SyntheticBucket bucket = buckets.get(query.bucket());
        KeySpace space = bucket.space();
        long from = query.token() != null
                ? Long.parseLong(query.token())
                : query.after() == null ? 0 : space.firstAfter(query.after());
        SyntheticBucket.Page page = bucket.page(query.prefix(), from, query.maxKeys());
        List<ListedObject> objects = new ArrayList<>(page.length());
        for (int at = 0; at < page.length(); at++) {
            long index = page.place(at);
            objects.add(new ListedObject(
                    page.key(at),
                    space.objectSize(index),
                    space.eTag(index),
                    Instant.ofEpochSecond(space.lastModified(index)),
                    "STANDARD",
                    List.of(),
                    null,
                    null));
        }
        return page.next() < 0
                ? ObjectPage.last(objects)
                : new ObjectPage(objects, null, Long.toString(page.next()), true);
    }
}
