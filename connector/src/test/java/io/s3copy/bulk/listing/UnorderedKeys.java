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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A directory bucket: lists its keys in no order, by whole directories, and from its beginning or from a token only. */
public final class UnorderedKeys implements ListCalls {

    private final List<String> keys;
    public final AtomicInteger lists = new AtomicInteger();

    public UnorderedKeys(Collection<String> keys) {
        this.keys = new ArrayList<>(keys);
        Collections.shuffle(this.keys, new Random(7));
    }

    @Override
    public CompletableFuture<ObjectPage> listObjects(ListQuery query) {
        lists.incrementAndGet();
        if (query.after() != null
                || !(query.prefix().isEmpty() || query.prefix().endsWith("/"))) {
            return CompletableFuture.failedFuture(
                    new AssertionError("S3 does not list a directory bucket by that: " + query));
        }
        int from = query.token() == null ? 0 : Integer.parseInt(query.token());
        List<ListedObject> page = new ArrayList<>();
        int at = from;
        for (; at < keys.size() && page.size() < query.maxKeys(); at++) {
            if (keys.get(at).startsWith(query.prefix())) {
                page.add(ListedObject.of(keys.get(at), keys.get(at).length(), null, null));
            }
        }
        return CompletableFuture.completedFuture(
                at < keys.size() ? new ObjectPage(page, null, Integer.toString(at), true) : ObjectPage.last(page));
    }

    @Override
    public CompletableFuture<ObjectPage> listVersions(ListQuery query) {
        throw new UnsupportedOperationException("a directory bucket has no versions");
    }
}
