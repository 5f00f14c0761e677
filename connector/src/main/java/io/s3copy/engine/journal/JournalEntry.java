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
package io.s3copy.engine.journal;

import io.s3copy.engine.plan.CopyPlan;
import io.s3copy.engine.s3.ETags;
import io.s3copy.parameter.CopySource;
import java.time.Instant;

/**
 * What is remembered of an upload, so that it can be resumed or cleaned up after a stop or a crash. An upload itself
 * tells neither what its source was nor what it was begun with. Holds no secret.
 *
 * @param destination where the upload is
 * @param source the source, with the version that was named, if any
 * @param eTag the ETag of the source's state that is copied
 * @param layout the parts that were planned, see {@link CopyPlan.Parts#layout()}
 * @param options a digest of all that the upload was begun with and its parts are copied with
 * @param begun when the upload was begun
 * @param holder who copies, or copied last and did not live to say that it ended; empty for nobody
 * @param leasedUntil until when nobody else may touch the upload
 */
public record JournalEntry(
        Destination destination,
        String uploadId,
        CopySource source,
        String eTag,
        String layout,
        String options,
        Instant begun,
        String holder,
        Instant leasedUntil) {

    /**
     * A key of one bucket of one service: two services may have buckets of one name.
     *
     * @param service a name that each service has for itself
     */
    public record Destination(String service, String bucket, String key) {}

    /** The destination bucket. */
    public String bucket() {
        return destination.bucket();
    }

    /** The destination key. */
    public String key() {
        return destination.key();
    }

    /** Whether somebody copies it now, as far as can be told. */
    public boolean isLeased() {
        return leasedUntil.isAfter(Instant.now());
    }

    /** Whether both are of one upload. */
    public boolean isSameUpload(JournalEntry other) {
        return uploadId.equals(other.uploadId) && destination.equals(other.destination);
    }

    /** Whether the upload is of the copy that the other is of. */
    public boolean isOfSameCopy(JournalEntry other) {
        return source.equals(other.source)
                && ETags.equal(eTag, other.eTag)
                && layout.equals(other.layout)
                && options.equals(other.options);
    }

    public JournalEntry withUploadId(String id) {
        return new JournalEntry(destination, id, source, eTag, layout, options, begun, holder, leasedUntil);
    }

    /** The same, held by nobody. */
    public JournalEntry released() {
        return leasedTo("", Instant.now());
    }

    public JournalEntry leasedTo(String newHolder, Instant until) {
        return new JournalEntry(destination, uploadId, source, eTag, layout, options, begun, newHolder, until);
    }
}
