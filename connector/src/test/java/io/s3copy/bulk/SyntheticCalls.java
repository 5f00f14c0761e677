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

import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ListedObject.Version;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.SyntheticBucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Listings of computed objects without HTTP, so that a billion keys can be listed in minutes. Pages are made on a pool, as
 * those of a client come from one, at once or after a delay.
 */
public final class SyntheticCalls implements ListCalls {

    private static final int NOT_FOUND = 404;

    private final Map<String, SyntheticBucket> buckets = new ConcurrentHashMap<>();
    private final LongAdder lists = new LongAdder();
    private final LongAdder chains = new LongAdder();
    private final Executor pool;

    private SyntheticCalls(Executor pool) {
        this.pool = pool;
    }

    /** Pages that come at once. */
    public static SyntheticCalls atOnce() {
        return atOnce(ForkJoinPool.commonPool());
    }

    /** Pages that come as soon as a thread of a pool has made them. */
    public static SyntheticCalls atOnce(Executor pool) {
        return new SyntheticCalls(pool);
    }

    /** Pages that come after a delay. It takes no thread, so that any number may be under way. */
    public static SyntheticCalls after(Duration delay) {
        return after(delay, ForkJoinPool.commonPool());
    }

    /** The same, made by a pool. */
    public static SyntheticCalls after(Duration delay, Executor pool) {
        return new SyntheticCalls(CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, pool));
    }

    /** Puts a bucket there. */
    public SyntheticCalls bucket(String name, SyntheticBucket bucket) {
        buckets.put(name, bucket);
        return this;
    }

    /** Puts a bucket there that has all of a space. */
    public SyntheticCalls bucket(String name, KeySpace space) {
        return bucket(name, SyntheticBucket.full(space));
    }

    /** How many pages were asked for. */
    public long lists() {
        return lists.sum();
    }

    /** How many of them were the first of a chain of pages. */
    public long chains() {
        return chains.sum();
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        lists.increment();
        if (query.token() == null) {
            chains.increment();
        }
        return CompletableFuture.supplyAsync(() -> objects(query), pool);
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        lists.increment();
        return CompletableFuture.supplyAsync(() -> versions(query), pool);
    }

    private SyntheticBucket bucket(String api, ListQuery query) {
        SyntheticBucket bucket = buckets.get(query.bucket());
        if (bucket == null) {
            CopyRequest asked = CopyRequest.builder()
                    .set(CopyParameter.BUCKET, query.bucket())
                    .build();
            throw S3CallException.of(
                    api, asked, S3CallException.Failure.of("NoSuchBucket", NOT_FOUND, "the bucket does not exist"));
        }
        return bucket;
    }

    private ObjectPage objects(ListQuery query) {
        SyntheticBucket bucket = bucket("ListObjectsV2", query);
        KeySpace space = bucket.space();
        SyntheticBucket.Page page = bucket.page(query.prefix(), from(space, query), query.maxKeys());
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

    private static long from(KeySpace space, ListQuery query) {
        if (query.token() != null) {
            return Long.parseLong(query.token());
        }
        return query.after() == null ? 0 : space.firstAfter(query.after());
    }

    private ObjectPage versions(ListQuery query) {
        SyntheticBucket bucket = bucket("ListObjectVersions", query);
        SyntheticBucket.Page page =
                bucket.versions(query.prefix(), orEmpty(query.after()), orEmpty(query.token()), query.maxKeys());
        List<ListedObject> versions = new ArrayList<>(page.length());
        for (int at = 0; at < page.length(); at++) {
            versions.add(version(bucket.space(), page, at));
        }
        int last = page.length() - 1;
        return page.next() < 0
                ? ObjectPage.last(versions)
                : new ObjectPage(versions, page.key(last), page.versionId(last), true);
    }

    private static ListedObject version(KeySpace space, SyntheticBucket.Page page, int at) {
        long index = page.place(at);
        boolean marker = page.isDeleteMarker(at);
        return new ListedObject(
                page.key(at),
                marker ? ListedObject.UNKNOWN_SIZE : space.objectSize(index) + page.newer(at),
                marker ? null : space.eTag(index),
                Instant.ofEpochSecond(space.lastModified(index) - page.newer(at) * 3_600L),
                marker ? null : "STANDARD",
                List.of(),
                null,
                new Version(page.versionId(at), page.isLatest(at), marker));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
