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
package io.s3copy.engine.answer;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.CopyRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Which bucket is missing: S3 says it; where another server does not, the destination's is looked at. */
public final class MissingBucket {

    private MissingBucket() {}

    /**
     * The failure of a call of a copy, which says which bucket is missing if that is what it is about.
     *
     * @param headBucket looks at the destination's bucket
     */
    public static <T> CompletableFuture<T> told(
            CopyRequest request, Throwable failure, Supplier<CompletableFuture<Void>> headBucket) {
        Throwable cause = Causes.of(failure);
        boolean untold =
                S3CallException.isBucketMissing(cause) && RefusalDetails.isUntold(request, (S3CallException) cause);
        if (!untold) {
            return CompletableFuture.failedFuture(cause);
        }
        S3CallException missing = (S3CallException) cause;
        return headBucket.get().handle((there, unseen) -> {
            if (unseen == null || S3CallException.isBucketMissing(unseen)) {
                throw missing.saying(request, RefusalDetails.bucket(request, unseen != null));
            }
            throw missing;
        });
    }
}
