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
package io.s3copy.camel.consumer;

import io.s3copy.bulk.listing.PrefixListing;
import io.s3copy.bulk.listing.PrefixListing.Page;
import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.s3.ListedObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the objects of a bucket. It asks for a page when the one before is used up, so its memory is a page. A pass
 * may go on in a later poll. One thread uses it at a time.
 */
public final class BucketPass {

    private final PrefixListing listing;
    private @Nullable Page page;
    private int index;
    /** The last key that was handed out, without the prefix. */
    private @Nullable String after;

    public BucketPass(PrefixListing listing) {
        this.listing = listing;
    }

    /**
     * The next object; null at the end. Blocks until S3 has answered.
     *
     * @throws Exception what S3 answers instead, or {@link InterruptedException}
     */
    public @Nullable ListedObject next() throws Exception {
        Page current = page == null ? turnTo(listing.first(after)) : page;
        while (index >= current.objects().size()) {
            if (current.isLast()) {
                return null;
            }
            current = turnTo(listing.next(current, current.end()));
        }
        ListedObject object = current.objects().get(index++);
        after = object.key().substring(listing.all().prefix().length());
        return object;
    }

    /**
     * A while goes by before the next object is asked for: what follows is listed again, as it may have changed by then.
     * The listing of a directory bucket has no order, so its page is kept.
     */
    public void pause() {
        if (!listing.isUnordered()) {
            page = null;
        }
    }

    private Page turnTo(CompletableFuture<Page> asked) throws Exception {
        Page next = answer(asked);
        page = next;
        index = 0;
        return next;
    }

    /** The answer of S3, when it is there. Throws its failure as it is. */
    static <T> T answer(CompletableFuture<T> asked) throws Exception {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            asked.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            Throwable failure = Causes.of(e.getCause() == null ? e : e.getCause());
            if (failure instanceof Exception plain) {
                throw plain;
            }
            throw e;
        }
    }
}
