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
package io.s3copy.camel;

import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;

/**
 * The mirror: one option for each row of {@link io.s3copy.parameter.CopyParameter} that has one. No logic: values are read
 * and checked where they are bound.
 */
@UriParams
public abstract class MirrorConfiguration extends ClientConfiguration {

    @UriParam(label = "producer")
    private @Nullable String key;

    @UriParam(label = "producer")
    private @Nullable String copySource;

    @UriParam(label = "producer")
    private @Nullable String copySourceBucket;

    @UriParam(label = "producer")
    private @Nullable String copySourceKey;

    @UriParam(label = "producer")
    private @Nullable String copySourceVersionId;

    @UriParam(label = "producer")
    private @Nullable String copySourceIfMatch;

    @UriParam(label = "producer")
    private @Nullable String copySourceIfNoneMatch;

    @UriParam(label = "producer")
    private @Nullable String copySourceIfModifiedSince;

    @UriParam(label = "producer")
    private @Nullable String copySourceIfUnmodifiedSince;

    @UriParam(label = "producer")
    private @Nullable String copySourceRange;

    @UriParam(label = "security", enums = "AES256")
    private @Nullable String copySourceSSECustomerAlgorithm;

    @UriParam(label = "security", secret = true)
    private @Nullable Object copySourceSSECustomerKey;

    @UriParam(label = "security")
    private @Nullable String copySourceSSECustomerKeyMD5;

    @UriParam(label = "producer")
    private @Nullable String ifMatch;

    @UriParam(label = "producer", enums = "*")
    private @Nullable String ifNoneMatch;

    @UriParam(
            label = "producer",
            enums =
                    "private,public-read,public-read-write,authenticated-read,aws-exec-read,bucket-owner-read,bucket-owner-full-control")
    private @Nullable String acl;

    @UriParam(label = "producer")
    private @Nullable String grantFullControl;

    @UriParam(label = "producer")
    private @Nullable String grantRead;

    @UriParam(label = "producer")
    private @Nullable String grantReadACP;

    @UriParam(label = "producer")
    private @Nullable String grantWriteACP;

    @UriParam(label = "producer")
    private @Nullable String cacheControl;

    @UriParam(label = "producer")
    private @Nullable String contentDisposition;

    @UriParam(label = "producer")
    private @Nullable String contentEncoding;

    @UriParam(label = "producer")
    private @Nullable String contentLanguage;

    @UriParam(label = "producer")
    private @Nullable String contentType;

    @UriParam(label = "producer")
    private @Nullable String expires;

    @UriParam(label = "producer")
    private @Nullable String websiteRedirectLocation;

    @UriParam(
            label = "producer",
            enums =
                    "STANDARD,REDUCED_REDUNDANCY,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,GLACIER,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP,AWS_BACKUP_WARM,AWS_BACKUP_LOW_COST_WARM")
    private @Nullable String storageClass;

    @UriParam(label = "producer", prefix = "metadata.", multiValue = true)
    private @Nullable Map<String, Object> metadata;

    @UriParam(label = "producer", enums = "COPY,REPLACE")
    private @Nullable String metadataDirective;

    @UriParam(label = "producer")
    private @Nullable String tagging;

    @UriParam(label = "producer", prefix = "tagging.", multiValue = true)
    private @Nullable Map<String, Object> tags;

    @UriParam(label = "producer", enums = "COPY,REPLACE")
    private @Nullable String taggingDirective;

    @UriParam(label = "producer", enums = "COPY,EXCLUDE")
    private @Nullable String annotationDirective;

    @UriParam(label = "security", enums = "AES256,aws:fsx,aws:backup,aws:kms,aws:kms:dsse")
    private @Nullable String serverSideEncryption;

    @UriParam(label = "security", enums = "AES256")
    private @Nullable String sseCustomerAlgorithm;

    @UriParam(label = "security", secret = true)
    private @Nullable Object sseCustomerKey;

    @UriParam(label = "security")
    private @Nullable String sseCustomerKeyMD5;

    @UriParam(label = "security")
    private @Nullable String ssekmsKeyId;

    @UriParam(label = "security")
    private @Nullable Object ssekmsEncryptionContext;

    @UriParam(label = "security")
    private @Nullable Boolean bucketKeyEnabled;

    @UriParam(label = "producer", enums = "CRC32,CRC32C,CRC64NVME,SHA1,SHA256,SHA512,MD5,XXHASH64,XXHASH3,XXHASH128")
    private @Nullable String checksumAlgorithm;

    @UriParam(label = "producer", enums = "COMPOSITE,FULL_OBJECT")
    private @Nullable String checksumType;

    @UriParam(label = "producer", enums = "GOVERNANCE,COMPLIANCE")
    private @Nullable String objectLockMode;

    @UriParam(label = "producer")
    private @Nullable String objectLockRetainUntilDate;

    @UriParam(label = "producer", enums = "ON,OFF")
    private @Nullable String objectLockLegalHoldStatus;

    @UriParam(label = "producer", enums = "ON,OFF")
    private @Nullable String objectLockEventHold;

    @UriParam(label = "producer")
    private @Nullable Integer objectLockEventHoldDurationDays;

    @UriParam(label = "producer")
    private @Nullable Integer objectLockEventHoldDurationYears;

    @UriParam(label = "common", enums = "requester")
    private @Nullable String requestPayer;

    @UriParam(label = "security")
    private @Nullable String expectedBucketOwner;

    @UriParam(label = "security")
    private @Nullable String expectedSourceBucketOwner;

    @UriParam(label = "producer")
    private @Nullable String uploadId;

    @UriParam(label = "producer")
    private @Nullable Integer partNumber;

    @UriParam(label = "producer")
    private @Nullable String mpuObjectSize;

    @UriParam(label = "producer")
    private @Nullable String ifMatchInitiatedTime;

    @UriParam(label = "producer")
    private @Nullable Integer maxParts;

    @UriParam(label = "producer")
    private @Nullable Integer partNumberMarker;

    public @Nullable String getKey() {
        return key;
    }

    /**
     * The destination key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded and never evaluated. Default:
     * keyPrefix plus the source key without stripPrefix, or the value of keyExpression. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setKey(@Nullable String key) {
        this.key = key;
    }

    public @Nullable String getCopySource() {
        return copySource;
    }

    /**
     * The source as one text, as in boto3: bucket/key or s3://bucket/key, each with an optional question mark and
     * versionId=id at the end, or an access point's object ARN (arn:.../object/key). Plain text, not URL-encoded. If
     * the key itself ends like that, use copySourceBucket and copySourceKey; both forms together are refused. S3 API:
     * CopyObject, UploadPartCopy.
     */
    public void setCopySource(@Nullable String copySource) {
        this.copySource = copySource;
    }

    public @Nullable String getCopySourceBucket() {
        return copySourceBucket;
    }

    /**
     * The source bucket: a name or an access point ARN of the same Region. A multi-region access point cannot be a
     * source. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceBucket(@Nullable String copySourceBucket) {
        this.copySourceBucket = copySourceBucket;
    }

    public @Nullable String getCopySourceKey() {
        return copySourceKey;
    }

    /**
     * The source key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setCopySourceKey(@Nullable String copySourceKey) {
        this.copySourceKey = copySourceKey;
    }

    public @Nullable String getCopySourceVersionId() {
        return copySourceVersionId;
    }

    /**
     * The version of the source to copy. Default: the current version. Naming one needs one more permission. A
     * version that is a delete marker fails with 400, a current delete marker with 404. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setCopySourceVersionId(@Nullable String copySourceVersionId) {
        this.copySourceVersionId = copySourceVersionId;
    }

    public @Nullable String getCopySourceIfMatch() {
        return copySourceIfMatch;
    }

    /**
     * Copy only if the source has this ETag; otherwise 412 PreconditionFailed. True together with a false
     * copySourceIfUnmodifiedSince still copies. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfMatch(@Nullable String copySourceIfMatch) {
        this.copySourceIfMatch = copySourceIfMatch;
    }

    public @Nullable String getCopySourceIfNoneMatch() {
        return copySourceIfNoneMatch;
    }

    /**
     * Copy only if the source has another ETag than this; otherwise 412 PreconditionFailed, even if
     * copySourceIfModifiedSince is true. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfNoneMatch(@Nullable String copySourceIfNoneMatch) {
        this.copySourceIfNoneMatch = copySourceIfNoneMatch;
    }

    public @Nullable String getCopySourceIfModifiedSince() {
        return copySourceIfModifiedSince;
    }

    /**
     * Copy only if the source was modified after this time; otherwise 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfModifiedSince(@Nullable String copySourceIfModifiedSince) {
        this.copySourceIfModifiedSince = copySourceIfModifiedSince;
    }

    public @Nullable String getCopySourceIfUnmodifiedSince() {
        return copySourceIfUnmodifiedSince;
    }

    /**
     * Copy only if the source was not modified after this time; otherwise 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfUnmodifiedSince(@Nullable String copySourceIfUnmodifiedSince) {
        this.copySourceIfUnmodifiedSince = copySourceIfUnmodifiedSince;
    }

    public @Nullable String getCopySourceRange() {
        return copySourceRange;
    }

    /**
     * The bytes of the source that become this part, as bytes=first-last, both counted from 0 and included.
     * Default: the whole source. At most 5 GiB; the source must be larger than 5 MB, and every part but the last
     * at least 5 MiB. S3 API: UploadPartCopy.
     */
    public void setCopySourceRange(@Nullable String copySourceRange) {
        this.copySourceRange = copySourceRange;
    }

    public @Nullable String getCopySourceSSECustomerAlgorithm() {
        return copySourceSSECustomerAlgorithm;
    }

    /**
     * The algorithm of the customer key (SSE-C) that the source is encrypted with. Default: AES256 if
     * copySourceSSECustomerKey is given. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerAlgorithm(@Nullable String copySourceSSECustomerAlgorithm) {
        this.copySourceSSECustomerAlgorithm = copySourceSSECustomerAlgorithm;
    }

    public @Nullable Object getCopySourceSSECustomerKey() {
        return copySourceSSECustomerKey;
    }

    /**
     * The customer key (SSE-C) that decrypts the source: 32 raw bytes or their base64. In an endpoint URI only as
     * a #bean: reference, never literally. Refused over plain HTTP, unless the endpoint is loopback or
     * allowCustomerKeysOverHttp=true. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerKey(@Nullable Object copySourceSSECustomerKey) {
        this.copySourceSSECustomerKey = copySourceSSECustomerKey;
    }

    public @Nullable String getCopySourceSSECustomerKeyMD5() {
        return copySourceSSECustomerKeyMD5;
    }

    /**
     * The base64 MD5 of copySourceSSECustomerKey. Default: computed. A given one is compared with the key before a
     * request is sent. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerKeyMD5(@Nullable String copySourceSSECustomerKeyMD5) {
        this.copySourceSSECustomerKeyMD5 = copySourceSSECustomerKeyMD5;
    }

    public @Nullable String getIfMatch() {
        return ifMatch;
    }

    /**
     * Write only if the destination object exists and has this ETag; otherwise 412 PreconditionFailed, or 404 if there
     * is no object. S3 API: CopyObject.
     */
    public void setIfMatch(@Nullable String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public @Nullable String getIfNoneMatch() {
        return ifNoneMatch;
    }

    /**
     * Write only if the destination key is free: the value is an asterisk. Otherwise 412 PreconditionFailed, or 409
     * ConditionalRequestConflict if another write is under way. S3 API: CopyObject.
     */
    public void setIfNoneMatch(@Nullable String ifNoneMatch) {
        this.ifNoneMatch = ifNoneMatch;
    }

    public @Nullable String getAcl() {
        return acl;
    }

    /**
     * The canned ACL of the copy. Default: private; the source's ACL is never carried. Not together with grants. A
     * bucket whose owner is enforced takes only bucket-owner-full-control; directory buckets and Outposts take none. S3
     * API: CopyObject.
     */
    public void setAcl(@Nullable String acl) {
        this.acl = acl;
    }

    public @Nullable String getGrantFullControl() {
        return grantFullControl;
    }

    /**
     * Grantees that get READ, READ_ACP and WRITE_ACP, separated by commas, each as id= or uri= and the value in double
     * quotes. E-mail grantees are refused: S3 no longer supports them (October 2025). Not together with acl; not on
     * directory buckets or Outposts. S3 API: CopyObject.
     */
    public void setGrantFullControl(@Nullable String grantFullControl) {
        this.grantFullControl = grantFullControl;
    }

    public @Nullable String getGrantRead() {
        return grantRead;
    }

    /** Grantees that may read the object and its metadata, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantRead(@Nullable String grantRead) {
        this.grantRead = grantRead;
    }

    public @Nullable String getGrantReadACP() {
        return grantReadACP;
    }

    /** Grantees that may read the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantReadACP(@Nullable String grantReadACP) {
        this.grantReadACP = grantReadACP;
    }

    public @Nullable String getGrantWriteACP() {
        return grantWriteACP;
    }

    /** Grantees that may write the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantWriteACP(@Nullable String grantWriteACP) {
        this.grantWriteACP = grantWriteACP;
    }

    public @Nullable String getCacheControl() {
        return cacheControl;
    }

    /** The Cache-Control of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject. */
    public void setCacheControl(@Nullable String cacheControl) {
        this.cacheControl = cacheControl;
    }

    public @Nullable String getContentDisposition() {
        return contentDisposition;
    }

    /**
     * The Content-Disposition of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    public void setContentDisposition(@Nullable String contentDisposition) {
        this.contentDisposition = contentDisposition;
    }

    public @Nullable String getContentEncoding() {
        return contentEncoding;
    }

    /**
     * The Content-Encoding of the copy. CopyObject takes it only with metadataDirective=REPLACE. Directory buckets
     * take aws-chunked only. S3 API: CopyObject.
     */
    public void setContentEncoding(@Nullable String contentEncoding) {
        this.contentEncoding = contentEncoding;
    }

    public @Nullable String getContentLanguage() {
        return contentLanguage;
    }

    /**
     * The Content-Language of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    public void setContentLanguage(@Nullable String contentLanguage) {
        this.contentLanguage = contentLanguage;
    }

    public @Nullable String getContentType() {
        return contentType;
    }

    /**
     * The MIME type of the copy. CopyObject takes it only with metadataDirective=REPLACE. In a URI put a type that has
     * a plus sign into RAW(...): Camel reads a bare one as a space, and such a type is refused. S3 API: CopyObject.
     */
    public void setContentType(@Nullable String contentType) {
        this.contentType = contentType;
    }

    public @Nullable String getExpires() {
        return expires;
    }

    /**
     * The time after which the copy should not be cached (it is not deleted then). ISO-8601, RFC 1123 or epoch
     * milliseconds. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject.
     */
    public void setExpires(@Nullable String expires) {
        this.expires = expires;
    }

    public @Nullable String getWebsiteRedirectLocation() {
        return websiteRedirectLocation;
    }

    /**
     * The object or URL that a website bucket redirects to: starts with /, http:// or https://, at most 2 KB.
     * Never carried from the source. Not on directory buckets. S3 API: CopyObject.
     */
    public void setWebsiteRedirectLocation(@Nullable String websiteRedirectLocation) {
        this.websiteRedirectLocation = websiteRedirectLocation;
    }

    public @Nullable String getStorageClass() {
        return storageClass;
    }

    /**
     * The storage class of the copy. Default: STANDARD; the source's class is not carried. Directory buckets take
     * EXPRESS_ONEZONE (ONEZONE_IA in Local Zones), Outposts takes OUTPOSTS. S3 API: CopyObject.
     */
    public void setStorageClass(@Nullable String storageClass) {
        this.storageClass = storageClass;
    }

    public @Nullable Map<String, Object> getMetadata() {
        return metadata;
    }

    /**
     * The user metadata of the copy, names and ASCII values, at most 2 KB in all: a map, a query string such as
     * a-key=x&amp;b=2 (URL-encoded), or a JSON object. In a URI also metadata.name=value, with a name in lower case,
     * because YAML converts dashes there to camel case. CopyObject takes it only with metadataDirective=REPLACE. S3
     * API: CopyObject.
     */
    public void setMetadata(@Nullable Map<String, Object> metadata) {
        this.metadata = metadata;
    }

    public @Nullable String getMetadataDirective() {
        return metadataDirective;
    }

    /**
     * COPY carries the source's metadata, REPLACE takes the metadata of this request. Default: none is sent, which S3
     * reads as COPY. An explicit COPY is sent, because bucket policies test it. S3 API: CopyObject.
     */
    public void setMetadataDirective(@Nullable String metadataDirective) {
        this.metadataDirective = metadataDirective;
    }

    public @Nullable String getTagging() {
        return tagging;
    }

    /**
     * The tags of the copy as a query string, a=1&amp;b=2 (URL-encoded), or as a JSON object: at most 10, with names of
     * up to 128 and values of up to 256 characters. CopyObject takes it only with taggingDirective=REPLACE; empty with
     * REPLACE clears the tags. Not together with tags. S3 API: CopyObject.
     */
    public void setTagging(@Nullable String tagging) {
        this.tagging = tagging;
    }

    public @Nullable Map<String, Object> getTags() {
        return tags;
    }

    /**
     * The tags of the copy as a map, a query string or a JSON object; in a URI also tagging.name=value. In YAML, dashes
     * of such a name become camel case; the log warns once of a name with capitals inside. The same limits as tagging,
     * and not together with it. S3 API: CopyObject.
     */
    public void setTags(@Nullable Map<String, Object> tags) {
        this.tags = tags;
    }

    public @Nullable String getTaggingDirective() {
        return taggingDirective;
    }

    /**
     * COPY carries the source's tags, REPLACE takes the tags of this request. Default: none is sent, which S3 reads as
     * COPY (and answers 501 if the source has tags and the destination is a directory bucket). S3 API: CopyObject.
     */
    public void setTaggingDirective(@Nullable String taggingDirective) {
        this.taggingDirective = taggingDirective;
    }

    public @Nullable String getAnnotationDirective() {
        return annotationDirective;
    }

    /**
     * COPY carries the source's annotations (each is billed as a PUT), EXCLUDE leaves them out. Default: none is
     * sent, which S3 reads as COPY. Directory buckets answer 501 to COPY. S3 API: CopyObject.
     */
    public void setAnnotationDirective(@Nullable String annotationDirective) {
        this.annotationDirective = annotationDirective;
    }

    public @Nullable String getServerSideEncryption() {
        return serverSideEncryption;
    }

    /**
     * The encryption of the copy. Default: that of the destination bucket, otherwise AES256 (SSE-S3); the source's
     * encryption is never carried. KMS requires TLS. Not together with a customer key. S3 API: CopyObject.
     */
    public void setServerSideEncryption(@Nullable String serverSideEncryption) {
        this.serverSideEncryption = serverSideEncryption;
    }

    public @Nullable String getSseCustomerAlgorithm() {
        return sseCustomerAlgorithm;
    }

    /**
     * The algorithm of the customer key (SSE-C) that encrypts the copy. Default: AES256 if sseCustomerKey is given. S3
     * API: CopyObject, UploadPartCopy.
     */
    public void setSseCustomerAlgorithm(@Nullable String sseCustomerAlgorithm) {
        this.sseCustomerAlgorithm = sseCustomerAlgorithm;
    }

    public @Nullable Object getSseCustomerKey() {
        return sseCustomerKey;
    }

    /**
     * The customer key (SSE-C) that encrypts the copy: 32 raw bytes or their base64; the same for each part as for
     * the upload. In an endpoint URI only as a #bean: reference, never literally. Refused over plain HTTP, unless
     * the endpoint is loopback or allowCustomerKeysOverHttp=true. Not on directory buckets. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setSseCustomerKey(@Nullable Object sseCustomerKey) {
        this.sseCustomerKey = sseCustomerKey;
    }

    public @Nullable String getSseCustomerKeyMD5() {
        return sseCustomerKeyMD5;
    }

    /**
     * The base64 MD5 of sseCustomerKey. Default: computed. A given one is compared with the key before a request
     * is sent. S3 API: CopyObject, UploadPartCopy.
     */
    public void setSseCustomerKeyMD5(@Nullable String sseCustomerKeyMD5) {
        this.sseCustomerKeyMD5 = sseCustomerKeyMD5;
    }

    public @Nullable String getSsekmsKeyId() {
        return ssekmsKeyId;
    }

    /**
     * The KMS key of the copy: id, ARN or alias. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Default: the
     * AWS managed key aws/s3. Directory buckets take only the id or ARN of their one customer managed key. S3 API:
     * CopyObject.
     */
    public void setSsekmsKeyId(@Nullable String ssekmsKeyId) {
        this.ssekmsKeyId = ssekmsKeyId;
    }

    public @Nullable Object getSsekmsEncryptionContext() {
        return ssekmsEncryptionContext;
    }

    /**
     * The KMS encryption context of the copy: a map, a query string such as department=records, a JSON object of
     * texts, or the base64 of one. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Never carried from the source. Directory buckets take only
     * their own ARN. S3 API: CopyObject.
     */
    public void setSsekmsEncryptionContext(@Nullable Object ssekmsEncryptionContext) {
        this.ssekmsEncryptionContext = ssekmsEncryptionContext;
    }

    public @Nullable Boolean getBucketKeyEnabled() {
        return bucketKeyEnabled;
    }

    /**
     * Whether the copy uses an S3 Bucket Key for KMS. Default: the setting of the destination bucket; an explicit false
     * is sent. Not supported by directory buckets. S3 API: CopyObject.
     */
    public void setBucketKeyEnabled(@Nullable Boolean bucketKeyEnabled) {
        this.bucketKeyEnabled = bucketKeyEnabled;
    }

    public @Nullable String getChecksumAlgorithm() {
        return checksumAlgorithm;
    }

    /**
     * The algorithm of the checksum that S3 stores with the copy. Default: the source's, if it has a checksum
     * (CopyObject). S3 API: CopyObject.
     */
    public void setChecksumAlgorithm(@Nullable String checksumAlgorithm) {
        this.checksumAlgorithm = checksumAlgorithm;
    }

    public @Nullable String getChecksumType() {
        return checksumType;
    }

    /**
     * Whether the checksum of a multipart upload covers the whole object or the checksums of its parts.
     * FULL_OBJECT goes with the CRC algorithms only. S3 API: CreateMultipartUpload, CompleteMultipartUpload.
     */
    public void setChecksumType(@Nullable String checksumType) {
        this.checksumType = checksumType;
    }

    public @Nullable String getObjectLockMode() {
        return objectLockMode;
    }

    /**
     * The Object Lock mode of the copy; needs objectLockRetainUntilDate. Default: that of the destination bucket; the
     * source's lock is never carried. Not on directory buckets. S3 API: CopyObject.
     */
    public void setObjectLockMode(@Nullable String objectLockMode) {
        this.objectLockMode = objectLockMode;
    }

    public @Nullable String getObjectLockRetainUntilDate() {
        return objectLockRetainUntilDate;
    }

    /**
     * The time until which the copy is locked; in the future, and together with objectLockMode. ISO-8601, RFC 1123
     * or epoch milliseconds. S3 API: CopyObject.
     */
    public void setObjectLockRetainUntilDate(@Nullable String objectLockRetainUntilDate) {
        this.objectLockRetainUntilDate = objectLockRetainUntilDate;
    }

    public @Nullable String getObjectLockLegalHoldStatus() {
        return objectLockLegalHoldStatus;
    }

    /** Whether the copy is under a legal hold. Default: none. Not on directory buckets. S3 API: CopyObject. */
    public void setObjectLockLegalHoldStatus(@Nullable String objectLockLegalHoldStatus) {
        this.objectLockLegalHoldStatus = objectLockLegalHoldStatus;
    }

    public @Nullable String getObjectLockEventHold() {
        return objectLockEventHold;
    }

    /**
     * Whether the copy is under an event hold. While it is ON, the retention keeps restarting; its time counts from the
     * release. ON needs a duration in days or years. S3 API: CopyObject.
     */
    public void setObjectLockEventHold(@Nullable String objectLockEventHold) {
        this.objectLockEventHold = objectLockEventHold;
    }

    public @Nullable Integer getObjectLockEventHoldDurationDays() {
        return objectLockEventHoldDurationDays;
    }

    /**
     * The retention after the event hold, in days. Needs objectLockEventHold; not together with the duration in
     * years. S3 API: CopyObject.
     */
    public void setObjectLockEventHoldDurationDays(@Nullable Integer objectLockEventHoldDurationDays) {
        this.objectLockEventHoldDurationDays = objectLockEventHoldDurationDays;
    }

    public @Nullable Integer getObjectLockEventHoldDurationYears() {
        return objectLockEventHoldDurationYears;
    }

    /**
     * The retention after the event hold, in years. Needs objectLockEventHold; not together with the duration in
     * days. S3 API: CopyObject.
     */
    public void setObjectLockEventHoldDurationYears(@Nullable Integer objectLockEventHoldDurationYears) {
        this.objectLockEventHoldDurationYears = objectLockEventHoldDurationYears;
    }

    public @Nullable String getRequestPayer() {
        return requestPayer;
    }

    /**
     * Confirms that the requester pays, if either bucket requires that: the value is requester. Not on directory
     * buckets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setRequestPayer(@Nullable String requestPayer) {
        this.requestPayer = requestPayer;
    }

    public @Nullable String getExpectedBucketOwner() {
        return expectedBucketOwner;
    }

    /**
     * The 12-digit account id that must own the destination bucket; otherwise 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setExpectedBucketOwner(@Nullable String expectedBucketOwner) {
        this.expectedBucketOwner = expectedBucketOwner;
    }

    public @Nullable String getExpectedSourceBucketOwner() {
        return expectedSourceBucketOwner;
    }

    /**
     * The 12-digit account id that must own the source bucket; otherwise 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setExpectedSourceBucketOwner(@Nullable String expectedSourceBucketOwner) {
        this.expectedSourceBucketOwner = expectedSourceBucketOwner;
    }

    public @Nullable String getUploadId() {
        return uploadId;
    }

    /**
     * The id of the multipart upload, as createMultipartUpload returned it in CamelS3CopyResultUploadId. S3 API:
     * UploadPartCopy.
     */
    public void setUploadId(@Nullable String uploadId) {
        this.uploadId = uploadId;
    }

    public @Nullable Integer getPartNumber() {
        return partNumber;
    }

    /** The number of the part, 1 to 10,000. A part with the same number is replaced. S3 API: UploadPartCopy. */
    public void setPartNumber(@Nullable Integer partNumber) {
        this.partNumber = partNumber;
    }

    public @Nullable String getMpuObjectSize() {
        return mpuObjectSize;
    }

    /**
     * The size that the completed object must have, in bytes or as 6GiB; otherwise S3 refuses to complete it. S3 API:
     * CompleteMultipartUpload.
     */
    public void setMpuObjectSize(@Nullable String mpuObjectSize) {
        this.mpuObjectSize = mpuObjectSize;
    }

    public @Nullable String getIfMatchInitiatedTime() {
        return ifMatchInitiatedTime;
    }

    /**
     * Abort only if the upload was initiated at this time (directory buckets only). ISO-8601, RFC 1123 or epoch
     * milliseconds. S3 API: AbortMultipartUpload.
     */
    public void setIfMatchInitiatedTime(@Nullable String ifMatchInitiatedTime) {
        this.ifMatchInitiatedTime = ifMatchInitiatedTime;
    }

    public @Nullable Integer getMaxParts() {
        return maxParts;
    }

    /** The most parts that a listing returns. Default and maximum: 1,000. S3 API: ListParts. */
    public void setMaxParts(@Nullable Integer maxParts) {
        this.maxParts = maxParts;
    }

    public @Nullable Integer getPartNumberMarker() {
        return partNumberMarker;
    }

    /**
     * The listing starts after this part number, as in CamelS3CopyResultNextPartNumberMarker. Default: 0. S3 API:
     * ListParts.
     */
    public void setPartNumberMarker(@Nullable Integer partNumberMarker) {
        this.partNumberMarker = partNumberMarker;
    }
}
