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

/**
 * The mirror: one option for each row of {@link io.s3copy.parameter.CopyParameter} that has one. No logic: values are read
 * and checked where they are bound.
 */
@UriParams
public abstract class MirrorConfiguration extends ClientConfiguration {

    @UriParam(label = "producer")
    private String key;

    @UriParam(label = "producer")
    private String copySource;

    @UriParam(label = "producer")
    private String copySourceBucket;

    @UriParam(label = "producer")
    private String copySourceKey;

    @UriParam(label = "producer")
    private String copySourceVersionId;

    @UriParam(label = "producer")
    private String copySourceIfMatch;

    @UriParam(label = "producer")
    private String copySourceIfNoneMatch;

    @UriParam(label = "producer")
    private String copySourceIfModifiedSince;

    @UriParam(label = "producer")
    private String copySourceIfUnmodifiedSince;

    @UriParam(label = "producer")
    private String copySourceRange;

    @UriParam(label = "security", enums = "AES256")
    private String copySourceSSECustomerAlgorithm;

    @UriParam(label = "security", secret = true)
    private Object copySourceSSECustomerKey;

    @UriParam(label = "security")
    private String copySourceSSECustomerKeyMD5;

    @UriParam(label = "producer")
    private String ifMatch;

    @UriParam(label = "producer", enums = "*")
    private String ifNoneMatch;

    @UriParam(
            label = "producer",
            enums =
                    "private,public-read,public-read-write,authenticated-read,aws-exec-read,bucket-owner-read,bucket-owner-full-control")
    private String acl;

    @UriParam(label = "producer")
    private String grantFullControl;

    @UriParam(label = "producer")
    private String grantRead;

    @UriParam(label = "producer")
    private String grantReadACP;

    @UriParam(label = "producer")
    private String grantWriteACP;

    @UriParam(label = "producer")
    private String cacheControl;

    @UriParam(label = "producer")
    private String contentDisposition;

    @UriParam(label = "producer")
    private String contentEncoding;

    @UriParam(label = "producer")
    private String contentLanguage;

    @UriParam(label = "producer")
    private String contentType;

    @UriParam(label = "producer")
    private String expires;

    @UriParam(label = "producer")
    private String websiteRedirectLocation;

    @UriParam(
            label = "producer",
            enums =
                    "STANDARD,REDUCED_REDUNDANCY,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,GLACIER,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP,AWS_BACKUP_WARM,AWS_BACKUP_LOW_COST_WARM")
    private String storageClass;

    @UriParam(label = "producer", prefix = "metadata.", multiValue = true)
    private Map<String, Object> metadata;

    @UriParam(label = "producer", enums = "COPY,REPLACE")
    private String metadataDirective;

    @UriParam(label = "producer")
    private String tagging;

    @UriParam(label = "producer", prefix = "tagging.", multiValue = true)
    private Map<String, Object> tags;

    @UriParam(label = "producer", enums = "COPY,REPLACE")
    private String taggingDirective;

    @UriParam(label = "producer", enums = "COPY,EXCLUDE")
    private String annotationDirective;

    @UriParam(label = "security", enums = "AES256,aws:fsx,aws:backup,aws:kms,aws:kms:dsse")
    private String serverSideEncryption;

    @UriParam(label = "security", enums = "AES256")
    private String sseCustomerAlgorithm;

    @UriParam(label = "security", secret = true)
    private Object sseCustomerKey;

    @UriParam(label = "security")
    private String sseCustomerKeyMD5;

    @UriParam(label = "security")
    private String ssekmsKeyId;

    @UriParam(label = "security")
    private Object ssekmsEncryptionContext;

    @UriParam(label = "security")
    private Boolean bucketKeyEnabled;

    @UriParam(label = "producer", enums = "CRC32,CRC32C,CRC64NVME,SHA1,SHA256,SHA512,MD5,XXHASH64,XXHASH3,XXHASH128")
    private String checksumAlgorithm;

    @UriParam(label = "producer", enums = "COMPOSITE,FULL_OBJECT")
    private String checksumType;

    @UriParam(label = "producer", enums = "GOVERNANCE,COMPLIANCE")
    private String objectLockMode;

    @UriParam(label = "producer")
    private String objectLockRetainUntilDate;

    @UriParam(label = "producer", enums = "ON,OFF")
    private String objectLockLegalHoldStatus;

    @UriParam(label = "producer", enums = "ON,OFF")
    private String objectLockEventHold;

    @UriParam(label = "producer")
    private Integer objectLockEventHoldDurationDays;

    @UriParam(label = "producer")
    private Integer objectLockEventHoldDurationYears;

    @UriParam(label = "producer", enums = "requester")
    private String requestPayer;

    @UriParam(label = "security")
    private String expectedBucketOwner;

    @UriParam(label = "security")
    private String expectedSourceBucketOwner;

    @UriParam(label = "producer")
    private String uploadId;

    @UriParam(label = "producer")
    private Integer partNumber;

    @UriParam(label = "producer")
    private String mpuObjectSize;

    @UriParam(label = "producer")
    private String ifMatchInitiatedTime;

    @UriParam(label = "producer")
    private Integer maxParts;

    @UriParam(label = "producer")
    private Integer partNumberMarker;

    public String getKey() {
        return key;
    }

    /**
     * The destination key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded and never evaluated.
     * Default: keyPrefix plus the source key less stripPrefix, or what keyExpression gives. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setKey(String key) {
        this.key = key;
    }

    public String getCopySource() {
        return copySource;
    }

    /**
     * The source as one text, as in boto3: bucket/key or s3://bucket/key, the same with a question mark and versionId=id
     * behind it, or an access point's object ARN (arn:.../object/key). Plain text, not URL-encoded; only a versionId at its very end is
     * read as a version. Name a key that itself ends so with copySourceBucket and copySourceKey instead; both forms at
     * once are refused. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySource(String copySource) {
        this.copySource = copySource;
    }

    public String getCopySourceBucket() {
        return copySourceBucket;
    }

    /**
     * The source bucket: a name or an access point ARN of the same Region. A multi-region access point cannot be a
     * source. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceBucket(String copySourceBucket) {
        this.copySourceBucket = copySourceBucket;
    }

    public String getCopySourceKey() {
        return copySourceKey;
    }

    /**
     * The source key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setCopySourceKey(String copySourceKey) {
        this.copySourceKey = copySourceKey;
    }

    public String getCopySourceVersionId() {
        return copySourceVersionId;
    }

    /**
     * The version of the source to copy. Default: the current version. Naming one needs one more permission. A
     * version that is a delete marker fails with 400, a current delete marker with 404. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setCopySourceVersionId(String copySourceVersionId) {
        this.copySourceVersionId = copySourceVersionId;
    }

    public String getCopySourceIfMatch() {
        return copySourceIfMatch;
    }

    /**
     * Copy only if the source has this ETag, else 412 PreconditionFailed. True together with a false
     * copySourceIfUnmodifiedSince still copies. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfMatch(String copySourceIfMatch) {
        this.copySourceIfMatch = copySourceIfMatch;
    }

    public String getCopySourceIfNoneMatch() {
        return copySourceIfNoneMatch;
    }

    /**
     * Copy only if the source has another ETag than this, else 412 PreconditionFailed, also when
     * copySourceIfModifiedSince is true. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfNoneMatch(String copySourceIfNoneMatch) {
        this.copySourceIfNoneMatch = copySourceIfNoneMatch;
    }

    public String getCopySourceIfModifiedSince() {
        return copySourceIfModifiedSince;
    }

    /**
     * Copy only if the source was modified after this time, else 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfModifiedSince(String copySourceIfModifiedSince) {
        this.copySourceIfModifiedSince = copySourceIfModifiedSince;
    }

    public String getCopySourceIfUnmodifiedSince() {
        return copySourceIfUnmodifiedSince;
    }

    /**
     * Copy only if the source was not modified after this time, else 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceIfUnmodifiedSince(String copySourceIfUnmodifiedSince) {
        this.copySourceIfUnmodifiedSince = copySourceIfUnmodifiedSince;
    }

    public String getCopySourceRange() {
        return copySourceRange;
    }

    /**
     * The bytes of the source that become this part, as bytes=first-last, both counted from 0 and included.
     * Default: the whole source. At most 5 GiB; the source must be larger than 5 MB, and every part but the last
     * at least 5 MiB. S3 API: UploadPartCopy.
     */
    public void setCopySourceRange(String copySourceRange) {
        this.copySourceRange = copySourceRange;
    }

    public String getCopySourceSSECustomerAlgorithm() {
        return copySourceSSECustomerAlgorithm;
    }

    /**
     * The algorithm of the customer key (SSE-C) that the source is encrypted with. Default: AES256 when
     * copySourceSSECustomerKey is given. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerAlgorithm(String copySourceSSECustomerAlgorithm) {
        this.copySourceSSECustomerAlgorithm = copySourceSSECustomerAlgorithm;
    }

    public Object getCopySourceSSECustomerKey() {
        return copySourceSSECustomerKey;
    }

    /**
     * The customer key (SSE-C) that decrypts the source: 32 raw bytes or their base64. In an endpoint URI only as
     * a #bean: reference, never literally. Refused over plain HTTP, unless the endpoint is loopback or
     * allowCustomerKeysOverHttp=true. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerKey(Object copySourceSSECustomerKey) {
        this.copySourceSSECustomerKey = copySourceSSECustomerKey;
    }

    public String getCopySourceSSECustomerKeyMD5() {
        return copySourceSSECustomerKeyMD5;
    }

    /**
     * The base64 MD5 of copySourceSSECustomerKey. Default: computed. A given one is compared with the key before a
     * request is sent. S3 API: CopyObject, UploadPartCopy.
     */
    public void setCopySourceSSECustomerKeyMD5(String copySourceSSECustomerKeyMD5) {
        this.copySourceSSECustomerKeyMD5 = copySourceSSECustomerKeyMD5;
    }

    public String getIfMatch() {
        return ifMatch;
    }

    /**
     * Write only if the destination object exists and has this ETag, else 412 PreconditionFailed (404 where there
     * is none). S3 API: CopyObject.
     */
    public void setIfMatch(String ifMatch) {
        this.ifMatch = ifMatch;
    }

    public String getIfNoneMatch() {
        return ifNoneMatch;
    }

    /**
     * Write only if the destination key is free: the value is an asterisk. Else 412 PreconditionFailed, or 409
     * ConditionalRequestConflict when another write is under way. S3 API: CopyObject.
     */
    public void setIfNoneMatch(String ifNoneMatch) {
        this.ifNoneMatch = ifNoneMatch;
    }

    public String getAcl() {
        return acl;
    }

    /**
     * The canned ACL of the copy. Default: private; a source's ACL is never carried. Not together with grants.
     * Buckets whose owner is enforced take bucket-owner-full-control only; directory buckets and Outposts take
     * none. S3 API: CopyObject.
     */
    public void setAcl(String acl) {
        this.acl = acl;
    }

    public String getGrantFullControl() {
        return grantFullControl;
    }

    /**
     * Grantees that get READ, READ_ACP and WRITE_ACP, as id= or uri= and the value in double quotes, separated by
     * commas. E-mail grantees are refused (S3 ended them in October 2025). Not together with acl; not on directory
     * buckets or Outposts. S3 API: CopyObject.
     */
    public void setGrantFullControl(String grantFullControl) {
        this.grantFullControl = grantFullControl;
    }

    public String getGrantRead() {
        return grantRead;
    }

    /** Grantees that may read the object and its metadata, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantRead(String grantRead) {
        this.grantRead = grantRead;
    }

    public String getGrantReadACP() {
        return grantReadACP;
    }

    /** Grantees that may read the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantReadACP(String grantReadACP) {
        this.grantReadACP = grantReadACP;
    }

    public String getGrantWriteACP() {
        return grantWriteACP;
    }

    /** Grantees that may write the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    public void setGrantWriteACP(String grantWriteACP) {
        this.grantWriteACP = grantWriteACP;
    }

    public String getCacheControl() {
        return cacheControl;
    }

    /** The Cache-Control of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject. */
    public void setCacheControl(String cacheControl) {
        this.cacheControl = cacheControl;
    }

    public String getContentDisposition() {
        return contentDisposition;
    }

    /**
     * The Content-Disposition of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    public void setContentDisposition(String contentDisposition) {
        this.contentDisposition = contentDisposition;
    }

    public String getContentEncoding() {
        return contentEncoding;
    }

    /**
     * The Content-Encoding of the copy. CopyObject takes it only with metadataDirective=REPLACE. Directory buckets
     * take aws-chunked only. S3 API: CopyObject.
     */
    public void setContentEncoding(String contentEncoding) {
        this.contentEncoding = contentEncoding;
    }

    public String getContentLanguage() {
        return contentLanguage;
    }

    /**
     * The Content-Language of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    public void setContentLanguage(String contentLanguage) {
        this.contentLanguage = contentLanguage;
    }

    public String getContentType() {
        return contentType;
    }

    /**
     * The MIME type of the copy. CopyObject takes it only with metadataDirective=REPLACE. In a URI put a type that has
     * a plus sign into RAW(...): Camel reads a bare one as a space, and such a type is refused. S3 API: CopyObject.
     */
    public void setContentType(String contentType) {
        this.contentType = contentType;
    }

    public String getExpires() {
        return expires;
    }

    /**
     * The time after which the copy should not be cached (it is not deleted then). ISO-8601, RFC 1123 or epoch
     * milliseconds. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject.
     */
    public void setExpires(String expires) {
        this.expires = expires;
    }

    public String getWebsiteRedirectLocation() {
        return websiteRedirectLocation;
    }

    /**
     * The object or URL that a website bucket redirects to: starts with /, http:// or https://, at most 2 KB.
     * Never carried from the source. Not on directory buckets. S3 API: CopyObject.
     */
    public void setWebsiteRedirectLocation(String websiteRedirectLocation) {
        this.websiteRedirectLocation = websiteRedirectLocation;
    }

    public String getStorageClass() {
        return storageClass;
    }

    /**
     * The storage class of the copy. Default: STANDARD, whatever the source's is. Directory buckets take
     * EXPRESS_ONEZONE (ONEZONE_IA in Local Zones), Outposts takes OUTPOSTS. S3 API: CopyObject.
     */
    public void setStorageClass(String storageClass) {
        this.storageClass = storageClass;
    }

    public Map<String, Object> getMetadata() {
        return metadata;
    }

    /**
     * The user metadata of the copy, names and ASCII values, at most 2 KB in all: a map, a query string such as
     * a-key=x&amp;b=2 (URL-encoded), or a JSON object. In a URI also metadata.name=value, with a name in lower case, as
     * YAML turns dashes there into capitals. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject.
     */
    public void setMetadata(Map<String, Object> metadata) {
        this.metadata = metadata;
    }

    public String getMetadataDirective() {
        return metadataDirective;
    }

    /**
     * COPY carries the source's metadata, REPLACE takes the metadata of this request. Default: none is sent, which
     * S3 reads as COPY; an explicit COPY is sent, as bucket policies test it. S3 API: CopyObject.
     */
    public void setMetadataDirective(String metadataDirective) {
        this.metadataDirective = metadataDirective;
    }

    public String getTagging() {
        return tagging;
    }

    /**
     * The tags of the copy as a query string, a=1&amp;b=2 (URL-encoded), or as a JSON object: at most 10, names of 128
     * and values of 256 characters at most. CopyObject takes it only with taggingDirective=REPLACE; empty with REPLACE clears the tags. Not
     * together with tags. S3 API: CopyObject.
     */
    public void setTagging(String tagging) {
        this.tagging = tagging;
    }

    public Map<String, Object> getTags() {
        return tags;
    }

    /**
     * The tags of the copy as a map, a query string or a JSON object; in a URI also tagging.name=value. YAML turns dashes
     * of such a name into capitals; a name with capitals within is warned of once. The same limits as tagging, and not
     * together with it. S3 API: CopyObject.
     */
    public void setTags(Map<String, Object> tags) {
        this.tags = tags;
    }

    public String getTaggingDirective() {
        return taggingDirective;
    }

    /**
     * COPY carries the source's tags, REPLACE takes the tags of this request. Default: none is sent, which S3
     * reads as COPY (and answers 501 when the source has tags and the destination is a directory bucket). S3 API:
     * CopyObject.
     */
    public void setTaggingDirective(String taggingDirective) {
        this.taggingDirective = taggingDirective;
    }

    public String getAnnotationDirective() {
        return annotationDirective;
    }

    /**
     * COPY carries the source's annotations (each is billed as a PUT), EXCLUDE leaves them out. Default: none is
     * sent, which S3 reads as COPY. Directory buckets answer 501 to COPY. S3 API: CopyObject.
     */
    public void setAnnotationDirective(String annotationDirective) {
        this.annotationDirective = annotationDirective;
    }

    public String getServerSideEncryption() {
        return serverSideEncryption;
    }

    /**
     * The encryption of the copy. Default: what the destination bucket says, and AES256 (SSE-S3) where it says
     * nothing; the source's encryption is never carried. KMS wants TLS. Not together with a customer key. S3 API:
     * CopyObject.
     */
    public void setServerSideEncryption(String serverSideEncryption) {
        this.serverSideEncryption = serverSideEncryption;
    }

    public String getSseCustomerAlgorithm() {
        return sseCustomerAlgorithm;
    }

    /**
     * The algorithm of the customer key (SSE-C) that encrypts the copy. Default: AES256 when sseCustomerKey is
     * given. S3 API: CopyObject, UploadPartCopy.
     */
    public void setSseCustomerAlgorithm(String sseCustomerAlgorithm) {
        this.sseCustomerAlgorithm = sseCustomerAlgorithm;
    }

    public Object getSseCustomerKey() {
        return sseCustomerKey;
    }

    /**
     * The customer key (SSE-C) that encrypts the copy: 32 raw bytes or their base64; the same for each part as for
     * the upload. In an endpoint URI only as a #bean: reference, never literally. Refused over plain HTTP, unless
     * the endpoint is loopback or allowCustomerKeysOverHttp=true. Not on directory buckets. S3 API: CopyObject,
     * UploadPartCopy.
     */
    public void setSseCustomerKey(Object sseCustomerKey) {
        this.sseCustomerKey = sseCustomerKey;
    }

    public String getSseCustomerKeyMD5() {
        return sseCustomerKeyMD5;
    }

    /**
     * The base64 MD5 of sseCustomerKey. Default: computed. A given one is compared with the key before a request
     * is sent. S3 API: CopyObject, UploadPartCopy.
     */
    public void setSseCustomerKeyMD5(String sseCustomerKeyMD5) {
        this.sseCustomerKeyMD5 = sseCustomerKeyMD5;
    }

    public String getSsekmsKeyId() {
        return ssekmsKeyId;
    }

    /**
     * The KMS key of the copy: id, ARN or alias. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Default: the
     * AWS managed key aws/s3. Directory buckets take only the id or ARN of their one customer managed key. S3 API:
     * CopyObject.
     */
    public void setSsekmsKeyId(String ssekmsKeyId) {
        this.ssekmsKeyId = ssekmsKeyId;
    }

    public Object getSsekmsEncryptionContext() {
        return ssekmsEncryptionContext;
    }

    /**
     * The KMS encryption context of the copy: a map, a query string such as department=records, a JSON object of
     * texts, or the base64 of one. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Never carried from the source. Directory buckets take only
     * their own ARN. S3 API: CopyObject.
     */
    public void setSsekmsEncryptionContext(Object ssekmsEncryptionContext) {
        this.ssekmsEncryptionContext = ssekmsEncryptionContext;
    }

    public Boolean getBucketKeyEnabled() {
        return bucketKeyEnabled;
    }

    /**
     * Whether the copy uses an S3 Bucket Key for KMS. Default: what the destination bucket says; an explicit false
     * is sent. Not supported by directory buckets. S3 API: CopyObject.
     */
    public void setBucketKeyEnabled(Boolean bucketKeyEnabled) {
        this.bucketKeyEnabled = bucketKeyEnabled;
    }

    public String getChecksumAlgorithm() {
        return checksumAlgorithm;
    }

    /**
     * The algorithm of the checksum that S3 stores with the copy. Default: the source's own, where it has one
     * (CopyObject). S3 API: CopyObject.
     */
    public void setChecksumAlgorithm(String checksumAlgorithm) {
        this.checksumAlgorithm = checksumAlgorithm;
    }

    public String getChecksumType() {
        return checksumType;
    }

    /**
     * Whether the checksum of a multipart upload covers the whole object or the checksums of its parts.
     * FULL_OBJECT goes with the CRC algorithms only. S3 API: CreateMultipartUpload, CompleteMultipartUpload.
     */
    public void setChecksumType(String checksumType) {
        this.checksumType = checksumType;
    }

    public String getObjectLockMode() {
        return objectLockMode;
    }

    /**
     * The Object Lock mode of the copy; goes together with objectLockRetainUntilDate. Default: what the
     * destination bucket says; the source's lock is never carried. Not on directory buckets. S3 API: CopyObject.
     */
    public void setObjectLockMode(String objectLockMode) {
        this.objectLockMode = objectLockMode;
    }

    public String getObjectLockRetainUntilDate() {
        return objectLockRetainUntilDate;
    }

    /**
     * The time until which the copy is locked; in the future, and together with objectLockMode. ISO-8601, RFC 1123
     * or epoch milliseconds. S3 API: CopyObject.
     */
    public void setObjectLockRetainUntilDate(String objectLockRetainUntilDate) {
        this.objectLockRetainUntilDate = objectLockRetainUntilDate;
    }

    public String getObjectLockLegalHoldStatus() {
        return objectLockLegalHoldStatus;
    }

    /** Whether the copy is under a legal hold. Default: none. Not on directory buckets. S3 API: CopyObject. */
    public void setObjectLockLegalHoldStatus(String objectLockLegalHoldStatus) {
        this.objectLockLegalHoldStatus = objectLockLegalHoldStatus;
    }

    public String getObjectLockEventHold() {
        return objectLockEventHold;
    }

    /**
     * Whether the copy is under an event hold: while it is ON, the retention is counted from now and starts anew
     * until it is released. ON needs a duration in days or years. S3 API: CopyObject.
     */
    public void setObjectLockEventHold(String objectLockEventHold) {
        this.objectLockEventHold = objectLockEventHold;
    }

    public Integer getObjectLockEventHoldDurationDays() {
        return objectLockEventHoldDurationDays;
    }

    /**
     * The retention after the event hold, in days. Needs objectLockEventHold; not together with the duration in
     * years. S3 API: CopyObject.
     */
    public void setObjectLockEventHoldDurationDays(Integer objectLockEventHoldDurationDays) {
        this.objectLockEventHoldDurationDays = objectLockEventHoldDurationDays;
    }

    public Integer getObjectLockEventHoldDurationYears() {
        return objectLockEventHoldDurationYears;
    }

    /**
     * The retention after the event hold, in years. Needs objectLockEventHold; not together with the duration in
     * days. S3 API: CopyObject.
     */
    public void setObjectLockEventHoldDurationYears(Integer objectLockEventHoldDurationYears) {
        this.objectLockEventHoldDurationYears = objectLockEventHoldDurationYears;
    }

    public String getRequestPayer() {
        return requestPayer;
    }

    /**
     * Confirms that the requester pays, where either bucket asks for that: the value is requester. Not on
     * directory buckets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setRequestPayer(String requestPayer) {
        this.requestPayer = requestPayer;
    }

    public String getExpectedBucketOwner() {
        return expectedBucketOwner;
    }

    /**
     * The 12-digit account id that must own the destination bucket, else 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setExpectedBucketOwner(String expectedBucketOwner) {
        this.expectedBucketOwner = expectedBucketOwner;
    }

    public String getExpectedSourceBucketOwner() {
        return expectedSourceBucketOwner;
    }

    /**
     * The 12-digit account id that must own the source bucket, else 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    public void setExpectedSourceBucketOwner(String expectedSourceBucketOwner) {
        this.expectedSourceBucketOwner = expectedSourceBucketOwner;
    }

    public String getUploadId() {
        return uploadId;
    }

    /**
     * The id of the multipart upload, as createMultipartUpload returned it in CamelS3CopyResultUploadId. S3 API:
     * UploadPartCopy.
     */
    public void setUploadId(String uploadId) {
        this.uploadId = uploadId;
    }

    public Integer getPartNumber() {
        return partNumber;
    }

    /** The number of the part, 1 to 10,000. A number used before is overwritten. S3 API: UploadPartCopy. */
    public void setPartNumber(Integer partNumber) {
        this.partNumber = partNumber;
    }

    public String getMpuObjectSize() {
        return mpuObjectSize;
    }

    /**
     * The size in bytes that the completed object must have, or as text like 6GiB; S3 refuses to complete any
     * other. S3 API: CompleteMultipartUpload.
     */
    public void setMpuObjectSize(String mpuObjectSize) {
        this.mpuObjectSize = mpuObjectSize;
    }

    public String getIfMatchInitiatedTime() {
        return ifMatchInitiatedTime;
    }

    /**
     * Abort only if the upload was initiated at this time (directory buckets only). ISO-8601, RFC 1123 or epoch
     * milliseconds. S3 API: AbortMultipartUpload.
     */
    public void setIfMatchInitiatedTime(String ifMatchInitiatedTime) {
        this.ifMatchInitiatedTime = ifMatchInitiatedTime;
    }

    public Integer getMaxParts() {
        return maxParts;
    }

    /** How many parts a listing returns at most. Default and maximum: 1,000. S3 API: ListParts. */
    public void setMaxParts(Integer maxParts) {
        this.maxParts = maxParts;
    }

    public Integer getPartNumberMarker() {
        return partNumberMarker;
    }

    /**
     * The part number after which a listing starts, as CamelS3CopyResultNextPartNumberMarker gave it. Default: 0.
     * S3 API: ListParts.
     */
    public void setPartNumberMarker(Integer partNumberMarker) {
        this.partNumberMarker = partNumberMarker;
    }
}
