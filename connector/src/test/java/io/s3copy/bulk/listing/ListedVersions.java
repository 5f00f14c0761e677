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
package io.s3copy.bulk.listing;

import io.s3copy.engine.s3.ListCalls;
import io.s3copy.engine.s3.ListQuery;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ListedObject.Version;
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.text.Unicode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bucket whose keys have versions. Each is a letter, by which it has its size and ETag; a cross is a delete marker. The
 * first is the newest.
 */
public final class ListedVersions implements ListCalls {

    private final List<ListedObject> all = new ArrayList<>();
    private final String ids;
    public final AtomicInteger lists = new AtomicInteger();

    /**
     * A bucket.
     *
     * @param ids what the ids of its versions begin with
     * @param versions of each key: {@code bxa}
     */
    public ListedVersions(String ids, Map<String, String> versions) {
        this.ids = ids;
        Map<String, String> ordered = new TreeMap<>(Unicode::compare);
        ordered.putAll(versions);
        ordered.forEach((key, letters) -> {
            for (int at = 0; at < letters.length(); at++) {
                all.add(version(key, letters.charAt(at), at, letters.length() - at));
            }
        });
    }

    private ListedObject version(String key, char letter, int newer, int number) {
        boolean marker = letter == 'x';
        return new ListedObject(
                key,
                marker ? ListedObject.UNKNOWN_SIZE : letter,
                marker ? null : "\"" + Character.toString(letter).repeat(32) + "\"",
                Instant.ofEpochSecond(number),
                null,
                List.of(),
                null,
                new Version(ids + number, newer == 0, marker));
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        throw new UnsupportedOperationException("versions are listed");
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        lists.incrementAndGet();
        List<ListedObject> page = new ArrayList<>();
        boolean behindMarker = query.token() == null;
        for (ListedObject one : all) {
            if (!one.key().startsWith(query.prefix()) || isBefore(one, query.after(), query.token(), behindMarker)) {
                behindMarker |= isMarker(one, query.after(), query.token());
                continue;
            }
            if (page.size() == query.maxKeys()) {
                ListedObject last = page.get(page.size() - 1);
                return CompletableFuture.completedFuture(
                        new ObjectPage(page, last.key(), last.version().id(), true));
            }
            page.add(one);
        }
        return CompletableFuture.completedFuture(ObjectPage.last(page));
    }

    private static boolean isBefore(
            ListedObject one, @Nullable String after, @Nullable String token, boolean behindMarker) {
        int order = after == null ? 1 : Unicode.compare(one.key(), after);
        return order < 0 || (order == 0 && (token == null || !behindMarker || isMarker(one, after, token)));
    }

    private static boolean isMarker(ListedObject one, @Nullable String after, @Nullable String token) {
        return one.key().equals(after) && one.version().id().equals(token);
    }
}
