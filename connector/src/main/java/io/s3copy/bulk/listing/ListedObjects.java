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

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.s3.ListedObject;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a listing, one after the other in the order of their keys. The next page is asked for while the one before
 * is being used, and no more: memory is two pages. {@link #hasNext} waits for a page, and throws what a listing failed with.
 * Not for several threads.
 */
public final class ListedObjects implements Iterator<ListedObject> {

    private final PrefixListing listing;
    private final Predicate<ListedObject> wanted;
    private Iterator<ListedObject> page;
    private @Nullable CompletableFuture<PrefixListing.Page> coming;
    private @Nullable ListedObject next;

    private ListedObjects(PrefixListing listing, Predicate<ListedObject> wanted, PrefixListing.Page first) {
        this.listing = listing;
        this.wanted = wanted;
        this.page = first.objects().iterator();
        this.coming = following(first);
    }

    /**
     * Begins a listing.
     *
     * @param wanted which objects are told
     * @return done once the first page is there; fails with what it failed with
     */
    public static CompletableFuture<ListedObjects> begin(PrefixListing listing, Predicate<ListedObject> wanted) {
        return listing.first(null).thenApply(first -> new ListedObjects(listing, wanted, first));
    }

    private @Nullable CompletableFuture<PrefixListing.Page> following(PrefixListing.Page now) {
        return now.isLast() ? null : listing.next(now, null);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (page.hasNext()) {
                ListedObject object = page.next();
                next = wanted.test(object) ? object : null;
            } else if (coming == null) {
                return false;
            } else {
                PrefixListing.Page arrived = joined(coming);
                page = arrived.objects().iterator();
                coming = following(arrived);
            }
        }
        return true;
    }

    private static PrefixListing.Page joined(CompletableFuture<PrefixListing.Page> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            Throwable cause = Causes.of(e);
            throw cause instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public ListedObject next() {
        ListedObject object = hasNext() ? next : null;
        if (object == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return object;
    }
}
