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

import io.s3copy.engine.request.Futures;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.text.Unicode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The pages of one bucket in a range, as far as they have been read. Not thread-safe: its range guards it. */
final class ScannedSide {

    private final PrefixListing listing;
    private PrefixListing.@Nullable Page page;
    private List<ListedObject> objects = List.of();
    private int at;

    /** Objects from here on lie behind the range. */
    private int limit;

    private boolean behindRange;

    ScannedSide(PrefixListing listing) {
        this.listing = listing;
    }

    /** Whether a page must be read before it can be said which key is next. */
    boolean needsPage() {
        return at >= limit && !isExhausted();
    }

    /** Whether all its keys in the range have been taken. */
    boolean isExhausted() {
        return at >= limit && (behindRange || (page != null && page.isLast()));
    }

    /** Asks for the next page. */
    CompletableFuture<PrefixListing.Page> ask(@Nullable String after) {
        return page == null ? listing.first(after) : listing.next(page, after);
    }

    /** A page has come. */
    void receive(PrefixListing.Page next) {
        page = next;
        objects = next.objects();
        at = 0;
        limit = objects.size();
    }

    /** Keeps to a range whose end may have moved. */
    void endAt(@Nullable String upTo) {
        if (upTo == null || limit == 0 || !isBehind(objects.get(limit - 1), upTo)) {
            return;
        }
        int low = at;
        int high = limit;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBehind(objects.get(middle), upTo)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        limit = low;
        behindRange = true;
    }

    private boolean isBehind(ListedObject object, String upTo) {
        return Unicode.compare(object.key(), listing.prefixLength(), upTo, 0) > 0;
    }

    boolean hasNext() {
        return at < limit;
    }

    ListedObject peek() {
        return objects.get(at);
    }

    ListedObject take() {
        return objects.get(at++);
    }

    int prefixLength() {
        return listing.prefixLength();
    }

    /** The last key that was read, or null for none. */
    @Nullable
    String reached() {
        return page == null ? null : page.end();
    }

    /** The first key of the page, behind the prefix, or null. */
    @Nullable
    String firstKey() {
        return objects.isEmpty() ? null : objects.get(0).key().substring(prefixLength());
    }

    /** Compares the next keys of two sides. */
    static int compare(ScannedSide one, ScannedSide other) {
        return Unicode.compare(
                one.peek().key(), one.prefixLength(), other.peek().key(), other.prefixLength());
    }

    /** Fails with what a page failed with, once all have come. */
    static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> pages) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        Futures.whenDone(CompletableFuture.allOf(pages.toArray(CompletableFuture[]::new)), (done, failure) -> {
            if (failure == null) {
                all.complete(null);
            } else {
                all.completeExceptionally(failure);
            }
        });
        return all;
    }
}
