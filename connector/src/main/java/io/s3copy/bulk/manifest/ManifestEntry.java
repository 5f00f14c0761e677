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
package io.s3copy.bulk.manifest;

import io.s3copy.engine.s3.ListedObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of one object, version or delete marker.
 *
 * @param bucket a bucket name, or an access point ARN
 * @param key decoded, as S3 keeps it: 1 to 1,024 bytes of UTF-8
 * @param versionId the version, {@code null} as text for one of a time without versioning; null for the current one
 * @param size in bytes; -1 where the manifest does not tell it
 * @param eTag in quotes or not, as the manifest has it; null where it does not tell it
 * @param lastModified null where the manifest does not tell it
 * @param storageClass null where the manifest does not tell it
 * @param latest whether it was the current version when the manifest was made; null where the manifest does not tell it
 * @param deleteMarker whether it is a delete marker, and no object; null where the manifest does not tell it
 */
public record ManifestEntry(
        String bucket,
        String key,
        @Nullable String versionId,
        long size,
        @Nullable String eTag,
        @Nullable Instant lastModified,
        @Nullable String storageClass,
        @Nullable Boolean latest,
        @Nullable Boolean deleteMarker) {

    /** An object of which the manifest tells the least. */
    public static ManifestEntry of(String bucket, String key, @Nullable String versionId) {
        return new ManifestEntry(bucket, key, versionId, ListedObject.UNKNOWN_SIZE, null, null, null, null, null);
    }

    /** The same as a listing would say it. What a manifest does not tell of a version is not a delete marker, and current. */
    public ListedObject listed() {
        ListedObject.Version version = versionId == null
                ? null
                : new ListedObject.Version(versionId, !Boolean.FALSE.equals(latest), Boolean.TRUE.equals(deleteMarker));
        return new ListedObject(key, size, eTag, lastModified, storageClass, List.of(), null, version);
    }
}
