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
import java.util.function.Predicate;

/**
 * Work on all keys but those that are the run's own: checkpoints and reports that lie in what is listed. They are neither
 * copied nor compared, and never deleted.
 */
public final class OwnKeys implements PairWork {

    private final PairWork work;
    private final Predicate<KeyPair> own;

    /**
     * Work.
     *
     * @param own says which keys are left alone
     */
    public OwnKeys(PairWork work, Predicate<KeyPair> own) {
        this.work = work;
        this.own = own;
    }

    @Override
    public PairWork forRange() {
        return new OwnKeys(work.forRange(), own);
    }

    @Override
    public Decision decide(KeyPair pair) {
        return own.test(pair) ? Decision.NOTHING : work.decide(pair);
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        return work.failed(pair, failure);
    }
}
