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
package io.s3copy.engine.cleanup;

import io.s3copy.engine.s3.UploadPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the incomplete uploads of a bucket.
 *
 * @param uploads all that were found under the prefix, in the order of their keys
 * @param dryRun whether nothing was aborted, as nothing was to be
 */
public record CleanupReport(List<Found> uploads, boolean dryRun) {

    public CleanupReport {
        uploads = List.copyOf(uploads);
    }

    /** What became of one upload. */
    public enum What {
        /** It is gone, with its parts. */
        ABORTED,
        /** It is what a run that is not dry would abort. */
        WOULD_BE_ABORTED,
        /** A copy is at work on it. */
        KEPT_LEASED,
        /** It is not old enough. */
        KEPT_YOUNG,
        /** Somebody else began it. */
        KEPT_FOREIGN,
        /** It is old enough, but whose it is cannot be told: it was kept. */
        UNDECIDED,
        /** It should have been aborted, and is still there, as far as is known. */
        FAILED
    }

    /**
     * An upload.
     *
     * @param initiated when it was begun; null where S3 does not say
     * @param initiator who began it; null where S3 does not say
     * @param what what became of it
     * @param why in words
     */
    public record Found(
            String key,
            String uploadId,
            @Nullable Instant initiated,
            @Nullable String initiator,
            What what,
            String why) {

        static Found of(UploadPage.Upload upload, What what, String why) {
            return new Found(upload.key(), upload.uploadId(), upload.initiated(), upload.initiator(), what, why);
        }
    }

    /** How many are gone. */
    public long aborted() {
        return count(What.ABORTED);
    }

    /** How many were left alone: all but those that were aborted or should have been. */
    public long kept() {
        return uploads.size() - aborted() - failed();
    }

    /** How many should be gone, and are not. */
    public long failed() {
        return count(What.FAILED);
    }

    private long count(What what) {
        return uploads.stream().filter(one -> one.what() == what).count();
    }

    /** The counts alone: a log line must not hold thousands of keys. */
    @Override
    public String toString() {
        return "CleanupReport[aborted=" + aborted() + ", kept=" + kept() + ", failed=" + failed() + ", dryRun=" + dryRun
                + "]";
    }
}
