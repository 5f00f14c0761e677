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
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.engine.s3.ListedObject;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Says what is at the destination only, where the destination is listed and the source is asked for each key by HEAD. The
 * second pass of a check whose listings cannot be merged; of what both sides have, the first has told.
 */
public final class ExtrasWork implements PairWork {

    private final Outcomes outcomes;
    private final ObjectFilter filter;
    private final UnaryOperator<ListedObject> asSource;
    private final Looks.Side source;

    /**
     * Says it.
     *
     * @param filter of keys of the source
     * @param asSource gives an object of the destination the key that it would have at the source
     */
    public ExtrasWork(Outcomes outcomes, ObjectFilter filter, UnaryOperator<ListedObject> asSource, Looks.Side source) {
        this.outcomes = outcomes;
        this.filter = filter;
        this.asSource = asSource;
        this.source = source;
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject there = there(pair);
        ListedObject here = asSource.apply(there);
        if (filter.refusal(here).isPresent()) {
            return Decision.NOTHING;
        }
        return new Decision.Work(
                0,
                1,
                () -> source.headIfThere(here)
                        .thenApply(head ->
                                head == null ? outcomes.ofDestination(there, What.EXTRA, null, "") : Decision.UNTOLD));
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        ListedObject there = there(pair);
        return outcomes.failed(there, false, there.key(), failure);
    }

    private static ListedObject there(KeyPair pair) {
        return Objects.requireNonNull(pair.destination(), "a pass over the destination");
    }
}
