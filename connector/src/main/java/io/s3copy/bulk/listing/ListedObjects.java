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
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a listing, one after the other in the order of their keys. The next page is asked for while the one before
 * is being used, and no more: memory is two pages. {@link #hasNext} waits for a page, and throws what a listing failed with.
 * Not for several threads.
 */
public final class ListedObjects implements Iterator<ListedObject> {

    private final PrefixListing listing;
    private final Selection selection;
    private Iterator<ListedObject> page;
    private @Nullable CompletableFuture<Selected> coming;
    private @Nullable ListedObject next;

    /** Which objects of a page are told; may ask S3. */
    @FunctionalInterface
    public interface Selection {

        /** Those that are told, in their order. */
        CompletableFuture<List<ListedObject>> of(List<ListedObject> listed);
    }

    private record Selected(PrefixListing.Page page, List<ListedObject> objects) {}

    private ListedObjects(PrefixListing listing, Selection selection, Selected first) {
        this.listing = listing;
        this.selection = selection;
        this.page = first.objects.iterator();
        this.coming = following(first.page);
    }

    /**
     * Begins a listing.
     *
     * @param selection which objects are told
     * @return done once the first page is there; fails with what it failed with
     */
    public static CompletableFuture<ListedObjects> begin(PrefixListing listing, Selection selection) {
        return selected(listing.first(null), selection)
                .thenApply(first -> new ListedObjects(listing, selection, first));
    }

    private static CompletableFuture<Selected> selected(
            CompletableFuture<PrefixListing.Page> page, Selection selection) {
        return page.thenCompose(
                listed -> selection.of(listed.objects()).thenApply(objects -> new Selected(listed, objects)));
    }

    private @Nullable CompletableFuture<Selected> following(PrefixListing.Page now) {
        return now.isLast() ? null : selected(listing.next(now, null), selection);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (page.hasNext()) {
                next = page.next();
            } else if (coming == null) {
                return false;
            } else {
                Selected arrived = joined(coming);
                page = arrived.objects.iterator();
                coming = following(arrived.page);
            }
        }
        return true;
    }

    private static Selected joined(CompletableFuture<Selected> page) {
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
