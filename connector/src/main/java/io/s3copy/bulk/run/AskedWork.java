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

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.engine.s3.ObjectHead;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work on two sides of which only the source is listed: the destination is asked for each key by HEAD. For where two listings
 * cannot be merged, as one has no order.
 */
public final class AskedWork implements PairWork {

    private final PairWork work;
    private final ObjectFilter filter;
    private final KeyMapping keys;
    private final RememberedHeads destination;

    /**
     * Work.
     *
     * @param filter of keys of the source; what it leaves alone is not asked for
     * @param keys where the copy of a source is
     * @param destination asks, and is what the work looks at destinations by
     */
    public AskedWork(PairWork work, ObjectFilter filter, KeyMapping keys, RememberedHeads destination) {
        this.work = work;
        this.filter = filter;
        this.keys = keys;
        this.destination = destination;
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject source = source(pair);
        if (filter.refusal(source).isPresent()) {
            return work.decide(pair);
        }
        ListedObject there = there(source);
        return new Decision.Work(
                Math.max(0, source.size()),
                2,
                () -> destination
                        .look(there)
                        .thenCompose(head -> Decision.outcome(work.decide(new KeyPair(source, listed(there, head)))))
                        .whenComplete((outcome, failure) -> destination.forget(there)));
    }

    /** What stands where its copy would be, as far as is known: only the key. */
    private ListedObject there(ListedObject source) {
        return ListedObject.of(keys.of(source.key()), ListedObject.UNKNOWN_SIZE, null, null);
    }

    /** As a listing would tell of it. */
    private static @Nullable ListedObject listed(ListedObject there, @Nullable ObjectHead head) {
        if (head == null) {
            return null;
        }
        Long length = head.length();
        return new ListedObject(
                there.key(),
                length == null ? ListedObject.UNKNOWN_SIZE : length,
                head.eTag(),
                head.lastModified(),
                head.storageClass(),
                List.of(),
                null,
                null);
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        ListedObject source = source(pair);
        return work.failed(new KeyPair(source, there(source)), failure);
    }

    private static ListedObject source(KeyPair pair) {
        return Objects.requireNonNull(pair.source(), "a destination that is listed");
    }
}
