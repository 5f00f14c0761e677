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

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.s3copy.bulk.sync.CostCount;
import io.s3copy.bulk.sync.CostEstimate;
import io.s3copy.bulk.sync.CostEstimate.Copies;
import io.s3copy.engine.s3.ListedObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts what a dry run would ask of S3, from any thread. */
public final class RunCosts {

    @GuardedBy("this")
    private final CostCount count;

    /**
     * Nothing yet.
     *
     * @param copies how the run copies, as far as it costs
     * @param now from which the age of what is replaced is counted
     */
    public RunCosts(Copies copies, Instant now) {
        this.count = new CostCount(copies, now);
    }

    /**
     * An object would be copied.
     *
     * @param replaced what stands where it goes, or null
     */
    synchronized void copied(ListedObject source, @Nullable ListedObject replaced) {
        if (replaced == null) {
            count.copied(source);
        } else {
            count.copied(source, replaced);
        }
    }

    /** An object would be deleted at the destination. */
    synchronized void deleted(ListedObject there) {
        count.deleted(there);
    }

    /** What was counted so far. */
    public synchronized CostEstimate estimate() {
        return count.estimate();
    }
}
