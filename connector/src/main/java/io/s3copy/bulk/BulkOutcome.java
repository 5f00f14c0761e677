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
package io.s3copy.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What became of one object of a run.
 *
 * @param bucket of the source; of the destination for what is only there
 * @param key of the same
 * @param versionId the version, or null for the current one
 * @param what what became of it
 * @param code S3's error code, the reason of a skip, or what differs; null where there is nothing to say
 * @param status the HTTP status of a failure; 0 where there was no answer or no failure
 * @param message for people; may be empty
 * @param bytes that were copied or compared, or would be; -1 if unknown
 * @param destinationBucket where it went or would go
 * @param destinationKey of the same
 */
public record BulkOutcome(
        String bucket,
        String key,
        @Nullable String versionId,
        What what,
        @Nullable String code,
        int status,
        String message,
        long bytes,
        String destinationBucket,
        String destinationKey) {

    /** What became of an object. */
    public enum What {
        /** It was copied; in a dry run it would be. */
        COPIED,
        /** It was left alone, for a reason. */
        SKIPPED,
        /** It failed, and the source stands. */
        FAILED,
        /** It was deleted at the destination; in a dry run it would be. */
        DELETED,
        /** Both sides are equal, as far as was asked. */
        SAME,
        /** Both sides are there, and differ. */
        DIFFERS,
        /** It is missing at the destination. */
        MISSING,
        /** It is at the destination only. */
        EXTRA,
        /** Nobody can say from what S3 tells whether they are equal. */
        UNPROVABLE;

        /** Whether somebody has to look at the object, or another run to work on it. */
        public boolean isLeftToDo() {
            return switch (this) {
                case FAILED, DIFFERS, MISSING, EXTRA, UNPROVABLE -> true;
                case COPIED, SKIPPED, DELETED, SAME -> false;
            };
        }
    }
}
