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
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.filter.Refusal;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.engine.s3.ListedObject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Work on keys that a filter selects by tags: those of the source; of what is at the destination only, its own, as with all that
 * filters ask. The tags are read for each key that no other filter leaves alone.
 */
public final class TaggedWork implements PairWork {

    private final PairWork work;
    private final ObjectFilter filter;
    private final UnaryOperator<ListedObject> asSource;
    private final Outcomes outcomes;
    private final Looks looks;

    /**
     * Work.
     *
     * @param filter of keys of the source
     * @param asSource gives an object of the destination the key that it would have at the source
     * @param looks reads tags
     */
    public TaggedWork(
            PairWork work, ObjectFilter filter, UnaryOperator<ListedObject> asSource, Outcomes outcomes, Looks looks) {
        this.work = work;
        this.filter = filter;
        this.asSource = asSource;
        this.outcomes = outcomes;
        this.looks = looks;
    }

    @Override
    public PairWork forRange() {
        return new TaggedWork(work.forRange(), filter, asSource, outcomes, looks);
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        if (source != null) {
            return filter.refusal(source).isPresent()
                    ? work.decide(pair)
                    : tagged(pair, looks.source(), source, outcomeOf(source));
        } else if (destination != null
                && filter.refusal(asSource.apply(destination)).isEmpty()) {
            return tagged(pair, looks.destination(), destination, Decision.UNTOLD);
        }
        return work.decide(pair);
    }

    private BulkOutcome outcomeOf(ListedObject source) {
        return outcomes.of(source, "", What.SKIPPED, Refusal.OTHER_TAGS.toString(), "", source.size());
    }

    private Decision tagged(KeyPair pair, Looks.Side side, ListedObject object, BulkOutcome refused) {
        return new Decision.Work(
                0,
                1,
                () -> tags(side, object)
                        .thenCompose(tags -> filter.refusal(tags).isPresent()
                                ? CompletableFuture.completedFuture(refused)
                                : Decision.outcome(work.decide(pair))));
    }

    /** A delete marker has none, and S3 refuses to be asked. */
    private static CompletableFuture<Map<String, String>> tags(Looks.Side side, ListedObject object) {
        return object.isDeleteMarker() ? CompletableFuture.completedFuture(Map.of()) : side.tags(object);
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        if (source != null && destination != null) {
            return work.failed(pair, failure);
        }
        ListedObject only = source == null ? destination : source;
        if (only == null) {
            throw new IllegalArgumentException("a key that no side has");
        }
        return outcomes.failed(only, source != null, source == null ? only.key() : "", failure);
    }
}
