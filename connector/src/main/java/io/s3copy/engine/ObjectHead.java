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

import java.util.Map;

/**
 * What HeadObject says of an object; null where it says nothing.
 *
 * @param size in bytes
 * @param metadata user metadata
 * @param systemMetadata the values of Content-Type, Cache-Control and their like, by those names; Expires as S3 words it
 * @param tagCount how many tags it has; absent both when it has none and when the caller may not read them
 * @param missingMeta how many entries of the metadata the REST API cannot show
 * @param partsCount how many parts it was uploaded in
 * @param checksums base64 by the S3 API's names, such as {@code ChecksumCRC32}
 * @param checksumType {@code FULL_OBJECT} or {@code COMPOSITE}
 * @param encryption {@code AES256}, {@code aws:kms}…; null for a customer key
 */
public record ObjectHead(
        long size,
        String eTag,
        String versionId,
        Map<String, String> metadata,
        Map<String, String> systemMetadata,
        Integer tagCount,
        Integer missingMeta,
        Integer partsCount,
        Map<String, String> checksums,
        String checksumType,
        String encryption,
        String storageClass,
        String archiveStatus,
        String restore) {

    /** Whether the object must be restored before it can be read. */
    public boolean isArchived() {
        boolean cold = "GLACIER".equals(storageClass)
                || "DEEP_ARCHIVE".equals(storageClass)
                || (archiveStatus != null && !archiveStatus.isEmpty());
        return cold && (restore == null || !restore.contains("ongoing-request=\"false\""));
    }

    /** Whether the ETag is the MD5 of the content: not for KMS and customer keys, nor for objects made of parts. */
    boolean hasContentETag() {
        return "AES256".equals(encryption) && !eTag.contains("-");
    }
}
