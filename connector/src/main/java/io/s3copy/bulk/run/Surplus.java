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

import io.s3copy.bulk.listing.KeyPair;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what two listings show, before any filter, for the decision about deletions. Thread-safe. */
public final class Surplus {

    private final AtomicLong sources = new AtomicLong();
    private final AtomicLong destinations = new AtomicLong();
    private final AtomicLong extras = new AtomicLong();

    void count(KeyPair pair) {
        if (pair.source() != null) {
            sources.incrementAndGet();
        }
        if (pair.destination() != null) {
            destinations.incrementAndGet();
            if (pair.source() == null) {
                extras.incrementAndGet();
            }
        }
    }

    /** How many objects the source has. */
    public long sources() {
        return sources.get();
    }

    /** How many objects the destination has. */
    public long destinations() {
        return destinations.get();
    }

    /** How many are at the destination only. */
    public long extras() {
        return extras.get();
    }
}
