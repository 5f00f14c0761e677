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
package io.s3copy.engine;

import io.s3copy.engine.s3.ETags;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.parameter.BucketKind;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether two objects have the same content, as far as S3's answers tell. */
public enum Likeness {
    /** An equal checksum or ETag of the content proves it. */
    SAME,
    /** Their sizes, checksums or ETags of the content differ. */
    OTHER,
    /** Only their sizes can be compared, and those are equal. */
    UNDECIDED;

    /**
     * Compares two objects.
     *
     * @param eTagsTell whether equal contents have equal ETags; not so in directory buckets
     */
    public static Likeness of(ObjectHead one, ObjectHead other, boolean eTagsTell) {
        if (one.length() == null || other.length() == null) {
            return UNDECIDED;
        } else if (one.size() != other.size()) {
            return OTHER;
        }
        Likeness bySum = ofChecksums(one.checksums(), one.checksumType(), other.checksums(), other.checksumType());
        if (bySum != UNDECIDED || !eTagsTell) {
            return bySum;
        } else if (one.hasContentETag() && other.hasContentETag()) {
            return ETags.equal(one.eTag(), other.eTag()) ? SAME : OTHER;
        }
        boolean sameParts = one.uploadedParts() > 0
                && ETags.equal(one.eTag(), other.eTag())
                && Objects.equals(one.encryption(), other.encryption());
        return sameParts ? SAME : UNDECIDED;
    }

    /** Compares the checksums of two objects. Checksums of parts tell something only if they are equal. */
    public static Likeness ofChecksums(
            Map<String, String> one, @Nullable String oneType, Map<String, String> other, @Nullable String otherType) {
        if (oneType == null || !oneType.equals(otherType)) {
            return UNDECIDED;
        }
        for (Map.Entry<String, String> sum : one.entrySet()) {
            String counterpart = other.get(sum.getKey());
            if (counterpart != null && counterpart.equals(sum.getValue())) {
                return SAME;
            } else if (counterpart != null && oneType.equals("FULL_OBJECT")) {
                return OTHER;
            }
        }
        return UNDECIDED;
    }

    /** Whether ETags of single uploads are digests in both buckets. */
    public static boolean eTagsTell(String oneBucket, String otherBucket) {
        return BucketKind.of(oneBucket) != BucketKind.DIRECTORY && BucketKind.of(otherBucket) != BucketKind.DIRECTORY;
    }
}
