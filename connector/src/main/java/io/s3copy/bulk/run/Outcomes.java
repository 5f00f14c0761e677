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
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.DeniedObjectException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.s3.ListedObject;
import org.jspecify.annotations.Nullable;

/**
 * Makes outcomes of the objects of one run.
 *
 * @param bucket of the source
 * @param destinationBucket where objects go
 */
public record Outcomes(String bucket, String destinationBucket) {

    /** The code of a failure that came without one of S3's. */
    public static final String OTHER_FAILURE = "CopyFailed";

    /** An outcome of a source that did not fail. */
    public BulkOutcome of(
            ListedObject source, String destinationKey, What what, @Nullable String code, String message, long bytes) {
        return new BulkOutcome(
                bucket,
                source.key(),
                version(source),
                what,
                code,
                0,
                message,
                bytes,
                destinationBucket,
                destinationKey);
    }

    /** An outcome of an object that is at the destination only. */
    public BulkOutcome ofDestination(ListedObject there, What what, @Nullable String code, String message) {
        return new BulkOutcome(
                destinationBucket,
                there.key(),
                version(there),
                what,
                code,
                0,
                message,
                there.size(),
                destinationBucket,
                there.key());
    }

    /** A failure. */
    public BulkOutcome failed(ListedObject object, boolean ofSource, String destinationKey, Throwable failure) {
        S3CallException call = call(failure);
        String code = failure instanceof UnknownOutcomeException
                ? "UnknownOutcome"
                : call == null || call.code() == null ? OTHER_FAILURE : call.code();
        return new BulkOutcome(
                ofSource ? bucket : destinationBucket,
                object.key(),
                version(object),
                What.FAILED,
                code,
                call == null ? 0 : call.status(),
                String.valueOf(failure.getMessage()),
                object.size(),
                destinationBucket,
                destinationKey);
    }

    /** What S3 said, of whatever it ended as. */
    private static @Nullable S3CallException call(Throwable failure) {
        if (failure instanceof S3CallException call) {
            return call;
        } else if (failure instanceof DeniedObjectException denied
                && denied.getSuppressed().length > 0
                && denied.getSuppressed()[0] instanceof S3CallException call) {
            return call;
        }
        return failure instanceof CopyFailedException && failure.getCause() instanceof S3CallException call
                ? call
                : null;
    }

    private static @Nullable String version(ListedObject object) {
        return object.version() == null ? null : object.version().id();
    }
}
