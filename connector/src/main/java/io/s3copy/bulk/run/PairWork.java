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
import io.s3copy.bulk.listing.KeyPair;

/** What a run is for: it decides about each key. Thread-safe, but for what {@link #forRange} gives. */
public interface PairWork {

    /** The same for the keys of one range, which come in order and by one thread at a time. */
    default PairWork forRange() {
        return this;
    }

    /** Decides about a key. Never blocks and never throws. */
    Decision decide(KeyPair pair);

    /** How a failure of work on a key is reported. */
    BulkOutcome failed(KeyPair pair, Throwable failure);
}
