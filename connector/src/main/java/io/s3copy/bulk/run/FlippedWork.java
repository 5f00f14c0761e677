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

/** Work on a listing of the destination alone: what a listing of one side gives as the source is the destination. */
public final class FlippedWork implements PairWork {

    private final PairWork work;

    /** The work. */
    public FlippedWork(PairWork work) {
        this.work = work;
    }

    @Override
    public PairWork forRange() {
        return new FlippedWork(work.forRange());
    }

    @Override
    public Decision decide(KeyPair pair) {
        return work.decide(flipped(pair));
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        return work.failed(flipped(pair), failure);
    }

    private static KeyPair flipped(KeyPair pair) {
        return new KeyPair(/* source= */ pair.destination(), /* destination= */ pair.source());
    }
}
