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

/** Counts what is at the destination only, and does nothing. */
final class SurplusWork implements PairWork {

    private final Surplus surplus;

    SurplusWork(Surplus surplus) {
        this.surplus = surplus;
    }

    @Override
    public Decision decide(KeyPair pair) {
        surplus.count(pair);
        return Decision.NOTHING;
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        throw new IllegalStateException("a count that failed", failure);
    }
}
