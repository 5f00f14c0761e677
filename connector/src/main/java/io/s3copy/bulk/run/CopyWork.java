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
import io.s3copy.bulk.sync.PointInTime;
import io.s3copy.engine.s3.ListedObject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies what is listed: the objects of a bucket, or the versions that were current at an instant. */
public final class CopyWork implements PairWork {

    private final CopyAction action;
    private final String bucket;
    private final @Nullable Instant asOf;
    private final @Nullable PointInTime pointInTime;

    /**
     * Copies.
     *
     * @param bucket of the sources
     * @param asOf whose versions are copied; null where the listing is one of objects
     */
    public CopyWork(CopyAction action, String bucket, @Nullable Instant asOf) {
        this(action, bucket, asOf, null);
    }

    private CopyWork(CopyAction action, String bucket, @Nullable Instant asOf, @Nullable PointInTime pointInTime) {
        this.action = action;
        this.bucket = bucket;
        this.asOf = asOf;
        this.pointInTime = pointInTime;
    }

    @Override
    public PairWork forRange() {
        return asOf == null ? this : new CopyWork(action, bucket, asOf, new PointInTime(asOf));
    }

    @Override
    public Decision decide(KeyPair pair) {
        ListedObject source = source(pair);
        if (pointInTime != null && pointInTime.next(source).isEmpty()) {
            return Decision.NOTHING;
        } else if (source.isDeleteMarker()) {
            return Decision.NOTHING;
        }
        return action.refused(bucket, source)
                .<Decision>map(Decision.Known::new)
                .orElseGet(() -> action.copy(bucket, source, null, ""));
    }

    @Override
    public BulkOutcome failed(KeyPair pair, Throwable failure) {
        return action.failed(bucket, source(pair), failure);
    }

    private static ListedObject source(KeyPair pair) {
        return Objects.requireNonNull(pair.source(), "a copy of a key that the source does not have");
    }
}
