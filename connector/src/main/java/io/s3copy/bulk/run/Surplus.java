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

import io.s3copy.bulk.filter.ObjectFilter;
import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.engine.s3.ListedObject;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Counts what two listings show, for the decision about deletions: what the filters leave alone is as if it were not there. So
 * filters that leave out all of the source are an empty source, and a share is one of what the run works on. Thread-safe.
 */
public final class Surplus {

    private final ObjectFilter filter;
    private final UnaryOperator<ListedObject> asSource;
    private final AtomicLong listed = new AtomicLong();
    private final AtomicLong sources = new AtomicLong();
    private final AtomicLong destinations = new AtomicLong();
    private final AtomicLong extras = new AtomicLong();

    /**
     * Counts.
     *
     * @param filter of keys of the source
     * @param asSource gives an object of the destination the key that it would have at the source
     */
    public Surplus(ObjectFilter filter, UnaryOperator<ListedObject> asSource) {
        this.filter = filter;
        this.asSource = asSource;
    }

    /** Counts the same from the beginning. */
    Surplus anew() {
        return new Surplus(filter, asSource);
    }

    /** One more key was listed. */
    public void count(KeyPair pair) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        if (source != null) {
            listed.incrementAndGet();
            if (filter.refusal(source).isEmpty()) {
                sources.incrementAndGet();
            }
        }
        if (destination != null && filter.refusal(asSource.apply(destination)).isEmpty()) {
            destinations.incrementAndGet();
            if (source == null) {
                extras.incrementAndGet();
            }
        }
    }

    /** How many objects the source has, whatever the filters say. */
    long listed() {
        return listed.get();
    }

    /** How many objects of the source the filters leave in. */
    public long sources() {
        return sources.get();
    }

    /** How many of the destination. */
    public long destinations() {
        return destinations.get();
    }

    /** How many of these are at the destination only. */
    public long extras() {
        return extras.get();
    }
}
