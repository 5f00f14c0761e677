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

import io.s3copy.engine.failure.CopyFailedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What HEAD says of an object.
 *
 * @param length its size in bytes; null where the server does not tell it, as with an answer without Content-Length
 * @param eTag as S3 sends it, in quotes; null where the server does not tell it
 * @param versionId null in a bucket that never had versions
 * @param lastModified when it was written; S3 tells it in whole seconds
 * @param metadata the user's
 * @param systemMetadata by the names of HTTP: Content-Type, Expires, …
 * @param tagCount null when there are none, or they may not be read
 * @param missingMeta how many entries of metadata the REST API cannot show, or null
 * @param partsCount told only when one part is asked about
 * @param checksums by member: ChecksumCRC64NVME, …
 * @param checksumType FULL_OBJECT or COMPOSITE, or null
 * @param encryption AES256, aws:kms, …; SSE-C for a customer key; null from servers that say nothing
 * @param storageClass null for STANDARD
 * @param archiveStatus of Intelligent-Tiering: ARCHIVE_ACCESS, …
 * @param restore what S3 says of a restoration
 * @param websiteRedirect where the object's web page leads instead, or null
 * @param lock what keeps it from being deleted
 */
public record ObjectHead(
        @Nullable Long length,
        @Nullable String eTag,
        @Nullable String versionId,
        @Nullable Instant lastModified,
        Map<String, String> metadata,
        Map<String, String> systemMetadata,
        @Nullable Integer tagCount,
        @Nullable Integer missingMeta,
        @Nullable Integer partsCount,
        Map<String, String> checksums,
        @Nullable String checksumType,
        @Nullable String encryption,
        @Nullable String storageClass,
        @Nullable String archiveStatus,
        @Nullable String restore,
        @Nullable String websiteRedirect,
        Lock lock) {

    /** What HEAD calls the encryption with a customer key. */
    public static final String CUSTOMER_KEY = "SSE-C";

    /**
     * Object Lock; each is null when there is none, or it may not be read.
     *
     * @param mode GOVERNANCE or COMPLIANCE
     * @param retainUntil the end of the retention
     * @param legalHold ON or OFF
     */
    public record Lock(
            @Nullable String mode,
            @Nullable Instant retainUntil,
            @Nullable String legalHold) {}

    /**
     * The size in bytes.
     *
     * @throws CopyFailedException when the server did not tell it: what is unknown is not 0
     */
    public long size() {
        if (length == null) {
            throw new CopyFailedException(
                    "the size of the object is unknown, as the answer to HEAD has no Content-Length: nothing that depends"
                            + " on it can be decided or proven");
        }
        return length;
    }

    /** A HEAD that has said nothing yet. */
    public static Builder builder() {
        return new Builder();
    }

    private Builder toBuilder() {
        return new Builder()
                .length(length)
                .eTag(eTag)
                .versionId(versionId)
                .lastModified(lastModified)
                .metadata(metadata)
                .systemMetadata(systemMetadata)
                .tagCount(tagCount)
                .missingMeta(missingMeta)
                .partsCount(partsCount)
                .checksums(checksums)
                .checksumType(checksumType)
                .encryption(encryption)
                .storageClass(storageClass)
                .archiveStatus(archiveStatus)
                .restore(restore)
                .websiteRedirect(websiteRedirect)
                .lock(lock);
    }

    /** The same without what it says of checksums. */
    public ObjectHead withoutChecksums() {
        return toBuilder().checksums(Map.of()).checksumType(null).build();
    }

    /** Whether both have one size, and it is known. */
    public boolean hasSizeOf(ObjectHead other) {
        return length != null && length.equals(other.length);
    }

    /**
     * Whether another look has found the same state: not only the same content, which may have been put again with other
     * tags and metadata.
     */
    public boolean isSameState(ObjectHead other) {
        boolean sameETag = !(hasETag() || other.hasETag()) || ETags.equal(eTag, other.eTag);
        return sameETag
                && Objects.equals(length, other.length)
                && Objects.equals(versionId, other.versionId)
                && Objects.equals(lastModified, other.lastModified);
    }

    /** Whether a listing told of this object: some servers list fractions of a second, and HEAD tells none. */
    public boolean isAsListed(ListedObject listed) {
        boolean sameTime = lastModified == null
                || listed.lastModified() == null
                || lastModified
                        .truncatedTo(ChronoUnit.SECONDS)
                        .equals(listed.lastModified().truncatedTo(ChronoUnit.SECONDS));
        boolean sameSize = length == null || listed.size() == ListedObject.UNKNOWN_SIZE || length == listed.size();
        return sameTime && sameSize && ETags.bare(eTag).equals(ETags.bare(listed.eTag()));
    }

    /** Whether the service tells an ETag, to which a copy of the object can be pinned. */
    public boolean hasETag() {
        return !ETags.bare(eTag).isEmpty();
    }

    /** Whether a deletion without a version id leaves it recoverable. */
    boolean isVersioned() {
        return versionId != null && !versionId.isEmpty() && !versionId.equals("null");
    }

    /** Whether the object must be restored before it can be read. */
    public boolean isArchived() {
        return isInArchive() && (restore == null || !restore.contains("ongoing-request=\"false\""));
    }

    /** Whether its restoration is under way. */
    public boolean isBeingRestored() {
        return restore != null && restore.contains("ongoing-request=\"true\"");
    }

    /** Whether Intelligent-Tiering put it there, which takes it back for good when it is restored. */
    public boolean isInArchiveTier() {
        return archiveStatus != null && !archiveStatus.isEmpty();
    }

    private boolean isInArchive() {
        return "GLACIER".equals(storageClass) || "DEEP_ARCHIVE".equals(storageClass) || isInArchiveTier();
    }

    /**
     * How many parts it was uploaded in; 0 when it was not. The ETag says so, with every encryption. Directory buckets'
     * ETags do not.
     */
    public int uploadedParts() {
        String text = ETags.bare(eTag);
        int dash = text.lastIndexOf('-');
        boolean number = dash >= 0 && text.substring(dash + 1).matches("[0-9]{1,5}");
        return number ? Integer.parseInt(text.substring(dash + 1)) : 0;
    }

    /** Whether the ETag is the MD5 of the content: not for KMS and customer keys, nor for objects made of parts. */
    public boolean hasContentETag() {
        return isETagOfContent() && ETags.isMd5(eTag);
    }

    /** Whether the ETag is made from the content, or from its parts', rather than from what is encrypted. */
    public boolean isETagOfContent() {
        return hasETag() && (encryption == null || encryption.equals("AES256"));
    }

    /** Collects what HEAD said; what is not set was not said. */
    public static final class Builder {
        private @Nullable Long length;
        private @Nullable String eTag;
        private @Nullable String versionId;
        private @Nullable Instant lastModified;
        private Map<String, String> metadata = Map.of();
        private Map<String, String> systemMetadata = Map.of();
        private @Nullable Integer tagCount;
        private @Nullable Integer missingMeta;
        private @Nullable Integer partsCount;
        private Map<String, String> checksums = Map.of();
        private @Nullable String checksumType;
        private @Nullable String encryption;
        private @Nullable String storageClass;
        private @Nullable String archiveStatus;
        private @Nullable String restore;
        private @Nullable String websiteRedirect;
        private Lock lock = new Lock(null, null, null);

        private Builder() {}

        public Builder length(@Nullable Long length) {
            this.length = length;
            return this;
        }

        public Builder eTag(@Nullable String eTag) {
            this.eTag = eTag;
            return this;
        }

        public Builder versionId(@Nullable String versionId) {
            this.versionId = versionId;
            return this;
        }

        public Builder lastModified(@Nullable Instant lastModified) {
            this.lastModified = lastModified;
            return this;
        }

        public Builder metadata(Map<String, String> metadata) {
            this.metadata = metadata;
            return this;
        }

        public Builder systemMetadata(Map<String, String> systemMetadata) {
            this.systemMetadata = systemMetadata;
            return this;
        }

        public Builder tagCount(@Nullable Integer tagCount) {
            this.tagCount = tagCount;
            return this;
        }

        public Builder missingMeta(@Nullable Integer missingMeta) {
            this.missingMeta = missingMeta;
            return this;
        }

        public Builder partsCount(@Nullable Integer partsCount) {
            this.partsCount = partsCount;
            return this;
        }

        public Builder checksums(Map<String, String> checksums) {
            this.checksums = checksums;
            return this;
        }

        public Builder checksumType(@Nullable String checksumType) {
            this.checksumType = checksumType;
            return this;
        }

        public Builder encryption(@Nullable String encryption) {
            this.encryption = encryption;
            return this;
        }

        public Builder storageClass(@Nullable String storageClass) {
            this.storageClass = storageClass;
            return this;
        }

        public Builder archiveStatus(@Nullable String archiveStatus) {
            this.archiveStatus = archiveStatus;
            return this;
        }

        public Builder restore(@Nullable String restore) {
            this.restore = restore;
            return this;
        }

        public Builder websiteRedirect(@Nullable String websiteRedirect) {
            this.websiteRedirect = websiteRedirect;
            return this;
        }

        public Builder lock(Lock lock) {
            this.lock = lock;
            return this;
        }

        public ObjectHead build() {
            return new ObjectHead(
                    length,
                    eTag,
                    versionId,
                    lastModified,
                    metadata,
                    systemMetadata,
                    tagCount,
                    missingMeta,
                    partsCount,
                    checksums,
                    checksumType,
                    encryption,
                    storageClass,
                    archiveStatus,
                    restore,
                    websiteRedirect,
                    lock);
        }
    }
}
