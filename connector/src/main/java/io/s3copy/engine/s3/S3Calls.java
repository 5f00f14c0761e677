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
package io.s3copy.engine.s3;

import io.s3copy.parameter.CopyRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The engine's port to S3: the calls of a copy, and what is asked beside them. As {@link CopyCalls} promises. */
public interface S3Calls extends CopyCalls, ListCalls, DocumentCalls {

    /**
     * The same, which tells of each request that it makes beside the one that was asked for: a second look, or the same
     * without a header that was refused.
     */
    default S3Calls counted(Runnable oneMore) {
        return this;
    }

    /** Asks about an object. HEAD answers have no body: a failure's code is made from its status. */
    CompletableFuture<ObjectHead> headObject(ObjectQuery query);

    /**
     * The checksums of an object, and the sizes of its parts from the one after {@code after} on: a page of at most 1,000. Needs
     * s3:GetObjectAttributes, with a version s3:GetObjectVersionAttributes.
     */
    CompletableFuture<ObjectAttributes> objectAttributes(ObjectQuery query, int after);

    /** The tags of an object. Needs s3:GetObjectTagging. */
    CompletableFuture<Map<String, String>> getObjectTagging(ObjectQuery query);

    /** Replaces the tags of an object. Needs s3:PutObjectTagging. */
    CompletableFuture<Void> putObjectTagging(ObjectQuery query, Map<String, String> tags);

    /** The grants on an object, as requests say them. Needs s3:GetObjectAcl. */
    CompletableFuture<ObjectGrants> getObjectAcl(ObjectQuery query);

    /** Requests that an archived object be made readable. Needs s3:RestoreObject. */
    CompletableFuture<Void> restoreObject(ObjectQuery query, Restore restore);

    /**
     * Deletes an object: the version of the query if it names one, otherwise the current one. Sends the query's ifMatch. Needs
     * s3:DeleteObject, or s3:DeleteObjectVersion.
     */
    CompletableFuture<Deleted> deleteObject(ObjectQuery query);

    /** A page of the uploads in a bucket that are neither completed nor aborted. Needs s3:ListBucketMultipartUploads. */
    CompletableFuture<UploadPage> listMultipartUploads(UploadQuery query);

    /**
     * A page of the parts that an upload has. Needs s3:ListMultipartUploadParts.
     *
     * @param upload the request of the upload, with its id
     * @param after the number after which the page begins; 0 for the first
     */
    CompletableFuture<UploadedParts> uploadedParts(CopyRequest upload, int after);

    /**
     * Whether the bucket has a lifecycle rule, for all its keys, that aborts incomplete uploads. Needs
     * s3:GetLifecycleConfiguration.
     */
    CompletableFuture<Boolean> abortsIncompleteUploads(String bucket, @Nullable String expectedBucketOwner);

    /**
     * Asks whether the bucket is there and may be reached.
     *
     * @param expectedBucketOwner the account id that must own it, or null
     */
    CompletableFuture<Void> headBucket(String bucket, @Nullable String expectedBucketOwner);

    /**
     * What became of a deleted object.
     *
     * @param marker whether it is hidden by a delete marker rather than gone
     * @param versionId the version that was deleted, or of the marker; null in a bucket without versions
     */
    record Deleted(boolean marker, @Nullable String versionId) {}
}
