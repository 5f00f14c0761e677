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
package io.s3copy.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The buckets that a run makes, and takes away again with all that is in them. */
final class Buckets {

    private static final String PREFIX = SuiteOption.bucketPrefix.value().orElse("s3copy-test-");

    private final S3AsyncClient s3;
    private final List<String> made = new ArrayList<>();

    Buckets(S3AsyncClient s3) {
        this.s3 = s3;
    }

    /** A bucket with a random name, so that runs do not meet. */
    String make(Consumer<CreateBucketRequest.Builder> how) {
        String name = PREFIX + UUID.randomUUID().toString().substring(0, 18);
        Refused.ask("CreateBucket", s3.createBucket(create -> how.accept(create.bucket(name))));
        made.add(name);
        return name;
    }

    /** Removes every bucket of the run; what resists is returned as a line each. */
    List<String> removeAll() {
        List<String> left = new ArrayList<>();
        for (String bucket : made) {
            empty(bucket);
            // some servers let go of delete markers only on a second round
            if (!attempt(() -> delete(bucket))) {
                empty(bucket);
                try {
                    delete(bucket);
                } catch (Refused e) {
                    left.add(bucket + " (the server " + e.getMessage() + ") holding " + keys(bucket));
                }
            }
        }
        made.clear();
        return left;
    }

    private void empty(String bucket) {
        attempt(() -> abortUploads(bucket));
        attempt(() -> deleteVersions(bucket));
        attempt(() -> deleteObjects(bucket));
    }

    /** A server may lack a listing, or hold an object locked: what follows shows whether it mattered. */
    private static boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    private void delete(String bucket) {
        Refused.ask("DeleteBucket", s3.deleteBucket(request -> request.bucket(bucket)));
    }

    private List<String> keys(String bucket) {
        return Refused.ask("ListObjectsV2", s3.listObjectsV2(list -> list.bucket(bucket))).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private void abortUploads(String bucket) {
        Refused.ask("ListMultipartUploads", s3.listMultipartUploads(list -> list.bucket(bucket)))
                .uploads()
                .forEach(upload -> attempt(() -> Refused.ask(
                        "AbortMultipartUpload",
                        s3.abortMultipartUpload(
                                abort -> abort.bucket(bucket).key(upload.key()).uploadId(upload.uploadId())))));
    }

    private void deleteVersions(String bucket) {
        ListObjectVersionsResponse page;
        do {
            page = Refused.ask("ListObjectVersions", s3.listObjectVersions(list -> list.bucket(bucket)));
            List<CompletableFuture<?>> deletes = new ArrayList<>();
            page.versions().forEach(version -> deletes.add(deleteVersion(bucket, version.key(), version.versionId())));
            page.deleteMarkers()
                    .forEach(marker -> deletes.add(deleteVersion(bucket, marker.key(), marker.versionId())));
            deletes.forEach(delete -> Refused.ask("DeleteObject", delete));
        } while (Boolean.TRUE.equals(page.isTruncated()));
    }

    private CompletableFuture<?> deleteVersion(String bucket, String key, String version) {
        return s3.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(version))
                .exceptionallyCompose(locked -> unlockAndDelete(bucket, key, version));
    }

    private CompletableFuture<DeleteObjectResponse> unlockAndDelete(String bucket, String key, String version) {
        return s3.putObjectLegalHold(hold -> hold.bucket(bucket)
                        .key(key)
                        .versionId(version)
                        .legalHold(off -> off.status(ObjectLockLegalHoldStatus.OFF)))
                .handle((done, failed) -> null)
                .thenCompose(unlocked -> s3.deleteObject(delete ->
                        delete.bucket(bucket).key(key).versionId(version).bypassGovernanceRetention(true)));
    }

    private void deleteObjects(String bucket) {
        Refused.ask("ListObjectsV2", s3.listObjectsV2(list -> list.bucket(bucket))).contents().stream()
                .map(object -> s3.deleteObject(delete -> delete.bucket(bucket).key(object.key())))
                .toList()
                .forEach(delete -> Refused.ask("DeleteObject", delete));
    }
}
