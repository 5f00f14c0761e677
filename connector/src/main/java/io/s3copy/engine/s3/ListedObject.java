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

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listing says of an object, a version or a delete marker.
 *
 * @param key decoded, as S3 keeps it
 * @param size in bytes; -1 where the server does not tell it, and for a delete marker
 * @param eTag as S3 sends it, in quotes; null where the server does not tell it
 * @param lastModified when it was written; null where the server does not tell it
 * @param storageClass null where the server does not tell it
 * @param checksumAlgorithms CRC32, …; empty where there are none, or the server does not tell them
 * @param checksumType FULL_OBJECT or COMPOSITE, or null
 * @param version which version it is; null in a listing of objects
 */
public record ListedObject(
        String key,
        long size,
        @Nullable String eTag,
        @Nullable Instant lastModified,
        @Nullable String storageClass,
        List<String> checksumAlgorithms,
        @Nullable String checksumType,
        @Nullable Version version) {

    /** A size that is not known. */
    public static final long UNKNOWN_SIZE = -1;

    /**
     * Which version it is.
     *
     * @param id {@code null} as text for an object written while the bucket had no versioning
     * @param latest whether it is the current one
     * @param deleteMarker whether it is a delete marker, and no object
     */
    public record Version(String id, boolean latest, boolean deleteMarker) {}

    /** An object of which a listing tells the least. */
    public static ListedObject of(String key, long size, @Nullable String eTag, @Nullable Instant lastModified) {
        return new ListedObject(key, size, eTag, lastModified, null, List.of(), null, null);
    }

    /** The same under another key. */
    public ListedObject withKey(String other) {
        return new ListedObject(
                other, size, eTag, lastModified, storageClass, checksumAlgorithms, checksumType, version);
    }

    /** Whether it is a delete marker, and no object. */
    public boolean isDeleteMarker() {
        return version != null && version.deleteMarker();
    }
}
