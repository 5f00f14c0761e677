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
package io.s3copy.testkit.fault;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One state of an object.
 *
 * @param versionId null in a bucket without versions
 * @param headers system metadata and properties, by the names of their headers in an answer to HEAD
 * @param partSizes in bytes; empty for an object written in one piece
 * @param checksummed whether S3 keeps its CRC64NVME
 * @param acl the canned ACL
 */
public record StoredObject(
        Content content,
        String eTag,
        String versionId,
        Instant lastModified,
        Map<String, String> metadata,
        Map<String, String> headers,
        Map<String, String> tags,
        List<Long> partSizes,
        boolean checksummed,
        String acl) {

    private static final String STORAGE_CLASS = "x-amz-storage-class";
    private static final String RESTORE = "x-amz-restore";

    static StoredObject of(Content content) {
        return new StoredObject(
                content,
                content.eTag(),
                null,
                now(),
                Map.of(),
                Map.of("Content-Type", "binary/octet-stream", "x-amz-server-side-encryption", "AES256"),
                Map.of(),
                List.of(),
                true,
                "private");
    }

    /** Now, as exactly as S3 tells when an object was put: to the second. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    public long size() {
        return content.size();
    }

    String storageClass() {
        return headers.getOrDefault(STORAGE_CLASS, "STANDARD");
    }

    boolean isArchived() {
        boolean cold = storageClass().equals("GLACIER") || storageClass().equals("DEEP_ARCHIVE");
        return cold && !headers.getOrDefault(RESTORE, "").contains("ongoing-request=\"false\"");
    }

    /** The same with one more header, such as {@code x-amz-storage-class}. */
    public StoredObject withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return withHeaders(more);
    }

    public StoredObject withHeaders(Map<String, String> all) {
        return new StoredObject(
                content, eTag, versionId, lastModified, metadata, all, tags, partSizes, checksummed, acl);
    }

    public StoredObject withMetadata(Map<String, String> all) {
        return new StoredObject(
                content, eTag, versionId, lastModified, all, headers, tags, partSizes, checksummed, acl);
    }

    public StoredObject withTags(Map<String, String> all) {
        return new StoredObject(
                content, eTag, versionId, lastModified, metadata, headers, all, partSizes, checksummed, acl);
    }

    public StoredObject withoutChecksum() {
        return new StoredObject(content, eTag, versionId, lastModified, metadata, headers, tags, partSizes, false, acl);
    }

    public StoredObject withLastModified(Instant time) {
        return new StoredObject(content, eTag, versionId, time, metadata, headers, tags, partSizes, checksummed, acl);
    }

    /** The same, as if it had been uploaded in parts of these sizes, in bytes. */
    public StoredObject inPartsOf(List<Long> sizes) {
        List<String> eTags = new ArrayList<>();
        long from = 0;
        for (long partSize : sizes) {
            eTags.add(content.slice(from, from + partSize - 1).eTag());
            from += partSize;
        }
        return withParts(Content.eTagOfParts(eTags), sizes);
    }

    StoredObject withParts(String newETag, List<Long> sizes) {
        return new StoredObject(
                content, newETag, versionId, lastModified, metadata, headers, tags, sizes, checksummed, acl);
    }

    StoredObject withVersionId(String id) {
        return new StoredObject(content, eTag, id, lastModified, metadata, headers, tags, partSizes, checksummed, acl);
    }

    StoredObject withAcl(String canned) {
        return new StoredObject(
                content, eTag, versionId, lastModified, metadata, headers, tags, partSizes, checksummed, canned);
    }

    StoredObject restored() {
        return withHeader(RESTORE, "ongoing-request=\"false\", expiry-date=\"Fri, 01 Jan 2100 00:00:00 GMT\"");
    }
}
