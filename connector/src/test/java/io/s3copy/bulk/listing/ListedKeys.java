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
import io.s3copy.engine.s3.ObjectPage;
import io.s3copy.text.Unicode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket that is a set of keys. */
public final class ListedKeys implements ListCalls {

    private final TreeSet<String> keys = new TreeSet<>(Unicode::compare);
    public final AtomicInteger lists = new AtomicInteger();

    /** Whether {@code start-after} is not heeded, as by some servers. */
    boolean ignoresAfter;

    public ListedKeys(Collection<String> keys) {
        this.keys.addAll(keys);
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        lists.incrementAndGet();
        String after = query.token() != null ? query.token() : ignoresAfter ? null : query.after();
        List<ListedObject> page = new ArrayList<>();
        boolean more = false;
        for (String key : after == null ? keys : keys.tailSet(after, false)) {
            if (key.startsWith(query.prefix())) {
                if (page.size() == query.maxKeys()) {
                    more = true;
                    break;
                }
                page.add(ListedObject.of(key, key.length(), null, null));
            }
        }
        String token = more ? page.get(page.size() - 1).key() : null;
        return CompletableFuture.completedFuture(new ObjectPage(page, null, token, more));
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        throw new UnsupportedOperationException("a set of keys has no versions");
    }
}
