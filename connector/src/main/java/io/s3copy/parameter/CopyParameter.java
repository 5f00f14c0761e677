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
package io.s3copy.parameter;

import static io.s3copy.parameter.MessageRule.MAY;
import static io.s3copy.parameter.MessageRule.UNLESS_CONFIGURED;
import static io.s3copy.parameter.MessageRule.WITHIN_ALLOWED_BUCKETS;
import static io.s3copy.parameter.S3Call.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COPY_OBJECT;
import static io.s3copy.parameter.S3Call.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.LIST_PARTS;
import static io.s3copy.parameter.S3Call.UPLOAD_PART_COPY;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.spi.Metadata;

/**
 * The mirror: one row for every member of the S3 calls that make a copy, and for every member of their results.
 *
 * <p>A row of a request says its name, its type, where it goes on the wire, in which calls it goes there, whether a
 * message may set it, and which permission it needs beyond {@code s3:GetObject} and {@code s3:PutObject}. A row of a
 * result (RESULT_…) says its name only. The names are a rule: the option is the name the AWS SDK for Java uses, the
 * header is {@code CamelS3Copy} and the name of the S3 API, the header of a result {@code CamelS3CopyResult} and that
 * name; results are never read as input.
 *
 * <p>The annotations are all that this package knows of Camel: the catalogue is generated from them.
 */
public enum CopyParameter {
    // spotless:off (a table reads best in rows)
    /**
     * The destination bucket of this message: a name, an access point ARN, a multi-region access point ARN or a
     * directory bucket. Default: the bucket of the endpoint. Any other bucket must be in the option allowedBuckets;
     * otherwise the copy fails before a request is sent. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "common", javaType = "String")
    BUCKET("bucketNameOrArn", "Bucket", ParameterType.TEXT, Wire.path("Bucket"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS), WITHIN_ALLOWED_BUCKETS, "s3:PutObject"),
    /**
     * The destination key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded and never evaluated. Default:
     * keyPrefix plus the source key without stripPrefix, or the value of keyExpression. S3 API: CopyObject,
     * UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    KEY("key", "Key", ParameterType.KEY, Wire.path("Key"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS), MAY, "s3:PutObject"),
    /**
     * The source as one text, as in boto3: bucket/key or s3://bucket/key, each with an optional question mark and
     * versionId=id at the end, or an access point's object ARN (arn:.../object/key). Plain text, not URL-encoded. If
     * the key itself ends like that, use copySourceBucket and copySourceKey; both forms together are refused. S3 API:
     * CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE("copySource", "CopySource", ParameterType.COPY_SOURCE, Wire.header("x-amz-copy-source"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, "s3:GetObject"),
    /**
     * The source bucket: a name or an access point ARN of the same Region. A multi-region access point cannot be a
     * source. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_BUCKET("copySourceBucket", "CopySourceBucket", ParameterType.TEXT, Wire.ofSource("bucket"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, "s3:GetObject"),
    /**
     * The source key, taken literally: 1 to 1,024 bytes of UTF-8, never URL-encoded. S3 API: CopyObject,
     * UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_KEY("copySourceKey", "CopySourceKey", ParameterType.KEY, Wire.ofSource("key"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, "s3:GetObject"),
    /**
     * The version of the source to copy. Default: the current version. Naming one needs one more permission. A
     * version that is a delete marker fails with 400, a current delete marker with 404. S3 API: CopyObject,
     * UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_VERSION_ID("copySourceVersionId", "CopySourceVersionId", ParameterType.PRESENT_TEXT, Wire.ofSource("versionId"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, "s3:GetObjectVersion"),
    /**
     * Copy only if the source has this ETag; otherwise 412 PreconditionFailed. True together with a false
     * copySourceIfUnmodifiedSince still copies. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_IF_MATCH("copySourceIfMatch", "CopySourceIfMatch", ParameterType.PRESENT_TEXT, Wire.header("x-amz-copy-source-if-match"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, ""),
    /**
     * Copy only if the source has another ETag than this; otherwise 412 PreconditionFailed, even if
     * copySourceIfModifiedSince is true. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_IF_NONE_MATCH("copySourceIfNoneMatch", "CopySourceIfNoneMatch", ParameterType.PRESENT_TEXT, Wire.header("x-amz-copy-source-if-none-match"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, ""),
    /**
     * Copy only if the source was modified after this time; otherwise 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_IF_MODIFIED_SINCE("copySourceIfModifiedSince", "CopySourceIfModifiedSince", ParameterType.TIMESTAMP, Wire.header("x-amz-copy-source-if-modified-since"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, ""),
    /**
     * Copy only if the source was not modified after this time; otherwise 412 PreconditionFailed. ISO-8601, RFC 1123 or
     * epoch milliseconds; sent in whole seconds. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_IF_UNMODIFIED_SINCE("copySourceIfUnmodifiedSince", "CopySourceIfUnmodifiedSince", ParameterType.TIMESTAMP, Wire.header("x-amz-copy-source-if-unmodified-since"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, ""),
    /**
     * The bytes of the source that become this part, as bytes=first-last, both counted from 0 and included.
     * Default: the whole source. At most 5 GiB; the source must be larger than 5 MB, and every part but the last
     * at least 5 MiB. S3 API: UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    COPY_SOURCE_RANGE("copySourceRange", "CopySourceRange", ParameterType.RANGE, Wire.header("x-amz-copy-source-range"), in(UPLOAD_PART_COPY), MAY, ""),
    /**
     * The algorithm of the customer key (SSE-C) that the source is encrypted with. Default: AES256 if
     * copySourceSSECustomerKey is given. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "String", enums = "AES256")
    COPY_SOURCE_SSE_CUSTOMER_ALGORITHM("copySourceSSECustomerAlgorithm", "CopySourceSSECustomerAlgorithm", ParameterType.ENUM, Wire.header("x-amz-copy-source-server-side-encryption-customer-algorithm"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, "", "AES256"),
    /**
     * The customer key (SSE-C) that decrypts the source: 32 raw bytes or their base64. In an endpoint URI only as
     * a #bean: reference, never literally. Refused over plain HTTP, unless the endpoint is loopback or
     * allowCustomerKeysOverHttp=true. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "byte[]", secret = true)
    COPY_SOURCE_SSE_CUSTOMER_KEY("copySourceSSECustomerKey", "CopySourceSSECustomerKey", ParameterType.CUSTOMER_KEY, Wire.header("x-amz-copy-source-server-side-encryption-customer-key"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, ""),
    /**
     * The base64 MD5 of copySourceSSECustomerKey. Default: computed. A given one is compared with the key before a
     * request is sent. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "String")
    COPY_SOURCE_SSE_CUSTOMER_KEY_MD5("copySourceSSECustomerKeyMD5", "CopySourceSSECustomerKeyMD5", ParameterType.MD5, Wire.header("x-amz-copy-source-server-side-encryption-customer-key-MD5"), in(COPY_OBJECT, UPLOAD_PART_COPY), MAY, ""),
    /**
     * Write only if the destination object exists and has this ETag; otherwise 412 PreconditionFailed, or 404 if there
     * is no object. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    IF_MATCH("ifMatch", "IfMatch", ParameterType.PRESENT_TEXT, Wire.header("If-Match"), in(COPY_OBJECT, COMPLETE_MULTIPART_UPLOAD), MAY, "s3:GetObject"),
    /**
     * Write only if the destination key is free: the value is an asterisk. Otherwise 412 PreconditionFailed, or 409
     * ConditionalRequestConflict if another write is under way. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "*")
    IF_NONE_MATCH("ifNoneMatch", "IfNoneMatch", ParameterType.ENUM, Wire.header("If-None-Match"), in(COPY_OBJECT, COMPLETE_MULTIPART_UPLOAD), MAY, "", "*"),
    /**
     * The canned ACL of the copy. Default: private; the source's ACL is never carried. Not together with grants. A
     * bucket whose owner is enforced takes only bucket-owner-full-control; directory buckets and Outposts take none. S3
     * API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "private,public-read,public-read-write,authenticated-read,aws-exec-read,bucket-owner-read,bucket-owner-full-control")
    ACL("acl", "ACL", ParameterType.ENUM, Wire.header("x-amz-acl"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectAcl", "private", "public-read", "public-read-write", "authenticated-read", "aws-exec-read", "bucket-owner-read", "bucket-owner-full-control"),
    /**
     * Grantees that get READ, READ_ACP and WRITE_ACP, separated by commas, each as id= or uri= and the value in double
     * quotes. E-mail grantees are refused: S3 no longer supports them (October 2025). Not together with acl; not on
     * directory buckets or Outposts. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    GRANT_FULL_CONTROL("grantFullControl", "GrantFullControl", ParameterType.GRANT, Wire.header("x-amz-grant-full-control"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectAcl"),
    /** Grantees that may read the object and its metadata, written as in grantFullControl. S3 API: CopyObject. */
    @Metadata(label = "producer", javaType = "String")
    GRANT_READ("grantRead", "GrantRead", ParameterType.GRANT, Wire.header("x-amz-grant-read"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectAcl"),
    /** Grantees that may read the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    @Metadata(label = "producer", javaType = "String")
    GRANT_READ_ACP("grantReadACP", "GrantReadACP", ParameterType.GRANT, Wire.header("x-amz-grant-read-acp"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectAcl"),
    /** Grantees that may write the object's ACL, written as in grantFullControl. S3 API: CopyObject. */
    @Metadata(label = "producer", javaType = "String")
    GRANT_WRITE_ACP("grantWriteACP", "GrantWriteACP", ParameterType.GRANT, Wire.header("x-amz-grant-write-acp"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectAcl"),
    /** The Cache-Control of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject. */
    @Metadata(label = "producer", javaType = "String")
    CACHE_CONTROL("cacheControl", "CacheControl", ParameterType.TEXT, Wire.header("Cache-Control"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The Content-Disposition of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    CONTENT_DISPOSITION("contentDisposition", "ContentDisposition", ParameterType.TEXT, Wire.header("Content-Disposition"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The Content-Encoding of the copy. CopyObject takes it only with metadataDirective=REPLACE. Directory buckets
     * take aws-chunked only. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    CONTENT_ENCODING("contentEncoding", "ContentEncoding", ParameterType.TEXT, Wire.header("Content-Encoding"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The Content-Language of the copy. CopyObject takes it only with metadataDirective=REPLACE. S3 API:
     * CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    CONTENT_LANGUAGE("contentLanguage", "ContentLanguage", ParameterType.TEXT, Wire.header("Content-Language"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The MIME type of the copy. CopyObject takes it only with metadataDirective=REPLACE. In a URI put a type that has
     * a plus sign into RAW(...): Camel reads a bare one as a space, and such a type is refused. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    CONTENT_TYPE("contentType", "ContentType", ParameterType.MIME_TYPE, Wire.header("Content-Type"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The time after which the copy should not be cached (it is not deleted then). ISO-8601, RFC 1123 or epoch
     * milliseconds. CopyObject takes it only with metadataDirective=REPLACE. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    EXPIRES("expires", "Expires", ParameterType.TIMESTAMP, Wire.header("Expires"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The object or URL that a website bucket redirects to: starts with /, http:// or https://, at most 2 KB.
     * Never carried from the source. Not on directory buckets. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    WEBSITE_REDIRECT_LOCATION("websiteRedirectLocation", "WebsiteRedirectLocation", ParameterType.TEXT, Wire.header("x-amz-website-redirect-location"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The storage class of the copy. Default: STANDARD; the source's class is not carried. Directory buckets take
     * EXPRESS_ONEZONE (ONEZONE_IA in Local Zones), Outposts takes OUTPOSTS. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "STANDARD,REDUCED_REDUNDANCY,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,GLACIER,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP,AWS_BACKUP_WARM,AWS_BACKUP_LOW_COST_WARM")
    STORAGE_CLASS("storageClass", "StorageClass", ParameterType.ENUM, Wire.header("x-amz-storage-class"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "", "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE", "FSX_OPENZFS", "FSX_ONTAP", "AWS_BACKUP_WARM", "AWS_BACKUP_LOW_COST_WARM"),
    /**
     * The user metadata of the copy, names and ASCII values, at most 2 KB in all: a map, a query string such as
     * a-key=x&amp;b=2 (URL-encoded), or a JSON object. In a URI also metadata.name=value, with a name in lower case,
     * because YAML converts dashes there to camel case. CopyObject takes it only with metadataDirective=REPLACE. S3
     * API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "java.util.Map")
    METADATA("metadata", "Metadata", ParameterType.METADATA, Wire.headerPrefix("x-amz-meta-"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * COPY carries the source's metadata, REPLACE takes the metadata of this request. Default: none is sent, which S3
     * reads as COPY. An explicit COPY is sent, because bucket policies test it. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "COPY,REPLACE")
    METADATA_DIRECTIVE("metadataDirective", "MetadataDirective", ParameterType.ENUM, Wire.header("x-amz-metadata-directive"), in(COPY_OBJECT), MAY, "", "COPY", "REPLACE"),
    /**
     * The tags of the copy as a query string, a=1&amp;b=2 (URL-encoded), or as a JSON object: at most 10, with names of
     * up to 128 and values of up to 256 characters. CopyObject takes it only with taggingDirective=REPLACE; empty with
     * REPLACE clears the tags. Not together with tags. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    TAGGING("tagging", "Tagging", ParameterType.TAGGING, Wire.header("x-amz-tagging"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectTagging"),
    /**
     * The tags of the copy as a map, a query string or a JSON object; in a URI also tagging.name=value. In YAML, dashes
     * of such a name become camel case; the log warns once of a name with capitals inside. The same limits as tagging,
     * and not together with it. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "java.util.Map")
    TAGS("tags", "Tags", ParameterType.TAGS, Wire.alias("Tagging"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectTagging"),
    /**
     * COPY carries the source's tags, REPLACE takes the tags of this request. Default: none is sent, which S3 reads as
     * COPY (and answers 501 if the source has tags and the destination is a directory bucket). S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "COPY,REPLACE")
    TAGGING_DIRECTIVE("taggingDirective", "TaggingDirective", ParameterType.ENUM, Wire.header("x-amz-tagging-directive"), in(COPY_OBJECT), MAY, "", "COPY", "REPLACE"),
    /**
     * COPY carries the source's annotations (each is billed as a PUT), EXCLUDE leaves them out. Default: none is
     * sent, which S3 reads as COPY. Directory buckets answer 501 to COPY. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "COPY,EXCLUDE")
    ANNOTATION_DIRECTIVE("annotationDirective", "AnnotationDirective", ParameterType.ENUM, Wire.header("x-amz-object-annotation-directive"), in(COPY_OBJECT), MAY, "s3:GetObjectAnnotation, s3:PutObjectAnnotation", "COPY", "EXCLUDE"),
    /**
     * The encryption of the copy. Default: that of the destination bucket, otherwise AES256 (SSE-S3); the source's
     * encryption is never carried. KMS requires TLS. Not together with a customer key. S3 API: CopyObject.
     */
    @Metadata(label = "security", javaType = "String", enums = "AES256,aws:fsx,aws:backup,aws:kms,aws:kms:dsse")
    SERVER_SIDE_ENCRYPTION("serverSideEncryption", "ServerSideEncryption", ParameterType.ENUM, Wire.header("x-amz-server-side-encryption"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "kms:GenerateDataKey, kms:Decrypt (aws:kms and aws:kms:dsse only)", "AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"),
    /**
     * The algorithm of the customer key (SSE-C) that encrypts the copy. Default: AES256 if sseCustomerKey is given. S3
     * API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "String", enums = "AES256")
    SSE_CUSTOMER_ALGORITHM("sseCustomerAlgorithm", "SSECustomerAlgorithm", ParameterType.ENUM, Wire.header("x-amz-server-side-encryption-customer-algorithm"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, LIST_PARTS), MAY, "", "AES256"),
    /**
     * The customer key (SSE-C) that encrypts the copy: 32 raw bytes or their base64; the same for each part as for
     * the upload. In an endpoint URI only as a #bean: reference, never literally. Refused over plain HTTP, unless
     * the endpoint is loopback or allowCustomerKeysOverHttp=true. Not on directory buckets. S3 API: CopyObject,
     * UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "byte[]", secret = true)
    SSE_CUSTOMER_KEY("sseCustomerKey", "SSECustomerKey", ParameterType.CUSTOMER_KEY, Wire.header("x-amz-server-side-encryption-customer-key"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, LIST_PARTS), MAY, ""),
    /**
     * The base64 MD5 of sseCustomerKey. Default: computed. A given one is compared with the key before a request
     * is sent. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "String")
    SSE_CUSTOMER_KEY_MD5("sseCustomerKeyMD5", "SSECustomerKeyMD5", ParameterType.MD5, Wire.header("x-amz-server-side-encryption-customer-key-MD5"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, LIST_PARTS), MAY, ""),
    /**
     * The KMS key of the copy: id, ARN or alias. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Default: the
     * AWS managed key aws/s3. Directory buckets take only the id or ARN of their one customer managed key. S3 API:
     * CopyObject.
     */
    @Metadata(label = "security", javaType = "String")
    SSE_KMS_KEY_ID("ssekmsKeyId", "SSEKMSKeyId", ParameterType.PRESENT_TEXT, Wire.header("x-amz-server-side-encryption-aws-kms-key-id"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "kms:GenerateDataKey, kms:Decrypt"),
    /**
     * The KMS encryption context of the copy: a map, a query string such as department=records, a JSON object of
     * texts, or the base64 of one. Needs serverSideEncryption=aws:kms or aws:kms:dsse. Never carried from the source. Directory buckets take only
     * their own ARN. S3 API: CopyObject.
     */
    @Metadata(label = "security", javaType = "String")
    SSE_KMS_ENCRYPTION_CONTEXT("ssekmsEncryptionContext", "SSEKMSEncryptionContext", ParameterType.ENCRYPTION_CONTEXT, Wire.header("x-amz-server-side-encryption-context"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * Whether the copy uses an S3 Bucket Key for KMS. Default: the setting of the destination bucket; an explicit false
     * is sent. Not supported by directory buckets. S3 API: CopyObject.
     */
    @Metadata(label = "security", javaType = "Boolean")
    BUCKET_KEY_ENABLED("bucketKeyEnabled", "BucketKeyEnabled", ParameterType.BOOLEAN, Wire.header("x-amz-server-side-encryption-bucket-key-enabled"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The algorithm of the checksum that S3 stores with the copy. Default: the source's, if it has a checksum
     * (CopyObject). S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "CRC32,CRC32C,CRC64NVME,SHA1,SHA256,SHA512,MD5,XXHASH64,XXHASH3,XXHASH128")
    CHECKSUM_ALGORITHM("checksumAlgorithm", "ChecksumAlgorithm", ParameterType.ENUM, Wire.header("x-amz-checksum-algorithm"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "", "CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"),
    /**
     * Whether the checksum of a multipart upload covers the whole object or the checksums of its parts.
     * FULL_OBJECT goes with the CRC algorithms only. S3 API: CreateMultipartUpload, CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String", enums = "COMPOSITE,FULL_OBJECT")
    CHECKSUM_TYPE("checksumType", "ChecksumType", ParameterType.ENUM, Wire.header("x-amz-checksum-type"), in(CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD), MAY, "", "COMPOSITE", "FULL_OBJECT"),
    /**
     * The Object Lock mode of the copy; needs objectLockRetainUntilDate. Default: that of the destination bucket; the
     * source's lock is never carried. Not on directory buckets. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "GOVERNANCE,COMPLIANCE")
    OBJECT_LOCK_MODE("objectLockMode", "ObjectLockMode", ParameterType.ENUM, Wire.header("x-amz-object-lock-mode"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectRetention", "GOVERNANCE", "COMPLIANCE"),
    /**
     * The time until which the copy is locked; in the future, and together with objectLockMode. ISO-8601, RFC 1123
     * or epoch milliseconds. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String")
    OBJECT_LOCK_RETAIN_UNTIL_DATE("objectLockRetainUntilDate", "ObjectLockRetainUntilDate", ParameterType.TIMESTAMP, Wire.header("x-amz-object-lock-retain-until-date"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectRetention"),
    /** Whether the copy is under a legal hold. Default: none. Not on directory buckets. S3 API: CopyObject. */
    @Metadata(label = "producer", javaType = "String", enums = "ON,OFF")
    OBJECT_LOCK_LEGAL_HOLD_STATUS("objectLockLegalHoldStatus", "ObjectLockLegalHoldStatus", ParameterType.ENUM, Wire.header("x-amz-object-lock-legal-hold"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectLegalHold", "ON", "OFF"),
    /**
     * Whether the copy is under an event hold. While it is ON, the retention keeps restarting; its time counts from the
     * release. ON needs a duration in days or years. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "String", enums = "ON,OFF")
    OBJECT_LOCK_EVENT_HOLD("objectLockEventHold", "ObjectLockEventHold", ParameterType.ENUM, Wire.header("x-amz-object-lock-event-hold"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectRetention", "ON", "OFF"),
    /**
     * The retention after the event hold, in days. Needs objectLockEventHold; not together with the duration in
     * years. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "Integer")
    OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS("objectLockEventHoldDurationDays", "ObjectLockEventHoldDurationDays", ParameterType.POSITIVE_INTEGER, Wire.header("x-amz-object-lock-event-hold-duration-days"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectRetention"),
    /**
     * The retention after the event hold, in years. Needs objectLockEventHold; not together with the duration in
     * days. S3 API: CopyObject.
     */
    @Metadata(label = "producer", javaType = "Integer")
    OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS("objectLockEventHoldDurationYears", "ObjectLockEventHoldDurationYears", ParameterType.POSITIVE_INTEGER, Wire.header("x-amz-object-lock-event-hold-duration-years"), in(COPY_OBJECT, CREATE_MULTIPART_UPLOAD), MAY, "s3:PutObjectRetention"),
    /**
     * Confirms that the requester pays, if either bucket requires that: the value is requester. Not on directory
     * buckets. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String", enums = "requester")
    REQUEST_PAYER("requestPayer", "RequestPayer", ParameterType.ENUM, Wire.header("x-amz-request-payer"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS), MAY, "", "requester"),
    /**
     * The 12-digit account id that must own the destination bucket; otherwise 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "String")
    EXPECTED_BUCKET_OWNER("expectedBucketOwner", "ExpectedBucketOwner", ParameterType.ACCOUNT_ID, Wire.header("x-amz-expected-bucket-owner"), in(COPY_OBJECT, UPLOAD_PART_COPY, CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS), UNLESS_CONFIGURED, ""),
    /**
     * The 12-digit account id that must own the source bucket; otherwise 403. A message cannot change one that the
     * endpoint sets. S3 API: CopyObject, UploadPartCopy.
     */
    @Metadata(label = "security", javaType = "String")
    EXPECTED_SOURCE_BUCKET_OWNER("expectedSourceBucketOwner", "ExpectedSourceBucketOwner", ParameterType.ACCOUNT_ID, Wire.header("x-amz-source-expected-bucket-owner"), in(COPY_OBJECT, UPLOAD_PART_COPY), UNLESS_CONFIGURED, ""),
    /**
     * The id of the multipart upload, as createMultipartUpload returned it in CamelS3CopyResultUploadId. S3 API:
     * UploadPartCopy.
     */
    @Metadata(label = "producer", javaType = "String")
    UPLOAD_ID("uploadId", "UploadId", ParameterType.PRESENT_TEXT, Wire.query("uploadId"), in(UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS), MAY, ""),
    /** The number of the part, 1 to 10,000. A part with the same number is replaced. S3 API: UploadPartCopy. */
    @Metadata(label = "producer", javaType = "Integer")
    PART_NUMBER("partNumber", "PartNumber", ParameterType.PART_NUMBER, Wire.query("partNumber"), in(UPLOAD_PART_COPY), MAY, ""),
    /**
     * The parts of completeMultipartUpload: a list of results of uploadPartCopy, of SDK CompletedPart, or of maps
     * with PartNumber, ETag and checksums. Sorted by number before they are sent. The body is read when this
     * header is not set. S3 API: CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "java.util.List")
    MULTIPART_UPLOAD(null, "MultipartUpload", ParameterType.PARTS, Wire.payload("CompleteMultipartUpload"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The size that the completed object must have, in bytes or as 6GiB; otherwise S3 refuses to complete it. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "Long")
    MPU_OBJECT_SIZE("mpuObjectSize", "MpuObjectSize", ParameterType.SIZE, Wire.header("x-amz-mp-object-size"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * Abort only if the upload was initiated at this time (directory buckets only). ISO-8601, RFC 1123 or epoch
     * milliseconds. S3 API: AbortMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    IF_MATCH_INITIATED_TIME("ifMatchInitiatedTime", "IfMatchInitiatedTime", ParameterType.TIMESTAMP, Wire.header("x-amz-if-match-initiated-time"), in(ABORT_MULTIPART_UPLOAD), MAY, ""),
    /** The most parts that a listing returns. Default and maximum: 1,000. S3 API: ListParts. */
    @Metadata(label = "producer", javaType = "Integer")
    MAX_PARTS("maxParts", "MaxParts", ParameterType.POSITIVE_INTEGER, Wire.query("max-parts"), in(LIST_PARTS), MAY, ""),
    /**
     * The listing starts after this part number, as in CamelS3CopyResultNextPartNumberMarker. Default: 0. S3 API:
     * ListParts.
     */
    @Metadata(label = "producer", javaType = "Integer")
    PART_NUMBER_MARKER("partNumberMarker", "PartNumberMarker", ParameterType.PART_MARKER, Wire.query("part-number-marker"), in(LIST_PARTS), MAY, ""),
    /**
     * The base64 CRC32 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_CRC32(null, "ChecksumCRC32", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-crc32"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 CRC32C checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_CRC32C(null, "ChecksumCRC32C", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-crc32c"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 CRC64NVME checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_CRC64NVME(null, "ChecksumCRC64NVME", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-crc64nvme"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 SHA1 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_SHA1(null, "ChecksumSHA1", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-sha1"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 SHA256 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_SHA256(null, "ChecksumSHA256", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-sha256"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 SHA512 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_SHA512(null, "ChecksumSHA512", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-sha512"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 MD5 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_MD5(null, "ChecksumMD5", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-md5"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 XXHASH64 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_XXHASH64(null, "ChecksumXXHASH64", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-xxhash64"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 XXHASH3 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_XXHASH3(null, "ChecksumXXHASH3", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-xxhash3"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The base64 XXHASH128 checksum that the completed object must have; S3 refuses to complete any other. S3 API:
     * CompleteMultipartUpload.
     */
    @Metadata(label = "producer", javaType = "String")
    CHECKSUM_XXHASH128(null, "ChecksumXXHASH128", ParameterType.PRESENT_TEXT, Wire.header("x-amz-checksum-xxhash128"), in(COMPLETE_MULTIPART_UPLOAD), MAY, ""),
    /**
     * The ETag of the new object, or of the part. It says nothing about metadata, and is not an MD5 where KMS or a
     * customer key encrypts, or where the object has parts.
     */
    @Metadata(label = "producer", javaType = "String")
    RESULT_ETAG("ETag"),
    /** The creation time of the copy, or of the part. */
    @Metadata(label = "producer", javaType = "java.time.Instant")
    RESULT_LAST_MODIFIED("LastModified"),
    /** Whether the checksum covers the full object or is composed of those of its parts. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_TYPE("ChecksumType"),
    /** The base64 CRC32 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_CRC32("ChecksumCRC32"),
    /** The base64 CRC32C checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_CRC32C("ChecksumCRC32C"),
    /** The base64 CRC64NVME checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_CRC64NVME("ChecksumCRC64NVME"),
    /** The base64 SHA1 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_SHA1("ChecksumSHA1"),
    /** The base64 SHA256 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_SHA256("ChecksumSHA256"),
    /** The base64 SHA512 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_SHA512("ChecksumSHA512"),
    /** The base64 MD5 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_MD5("ChecksumMD5"),
    /** The base64 XXHASH64 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_XXHASH64("ChecksumXXHASH64"),
    /** The base64 XXHASH3 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_XXHASH3("ChecksumXXHASH3"),
    /** The base64 XXHASH128 checksum that S3 stored; of a part it may not be a checksum of the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_XXHASH128("ChecksumXXHASH128"),
    /** The lifecycle expiry of the copy as S3 words it; directory buckets say NotImplemented. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_EXPIRATION("Expiration"),
    /** The version of the source that was copied; absent where the source bucket has no versions. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_COPY_SOURCE_VERSION_ID("CopySourceVersionId"),
    /** The version of the new object; absent where the destination bucket has no versions. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_VERSION_ID("VersionId"),
    /** The encryption S3 stored the copy with. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_SERVER_SIDE_ENCRYPTION("ServerSideEncryption"),
    /** The algorithm of the customer key, when one was given. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_SSE_CUSTOMER_ALGORITHM("SSECustomerAlgorithm"),
    /** The base64 MD5 of the customer key, when one was given. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_SSE_CUSTOMER_KEY_MD5("SSECustomerKeyMD5"),
    /** The ARN of the KMS key the copy is encrypted with. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_SSE_KMS_KEY_ID("SSEKMSKeyId"),
    /** The KMS encryption context, as the base64 of a JSON object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_SSE_KMS_ENCRYPTION_CONTEXT("SSEKMSEncryptionContext"),
    /** Whether the copy uses an S3 Bucket Key. */
    @Metadata(label = "producer", javaType = "Boolean")
    RESULT_BUCKET_KEY_ENABLED("BucketKeyEnabled"),
    /** Present, with the value requester, when the requester was charged. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_REQUEST_CHARGED("RequestCharged"),
    /** The bucket of the upload or of the completed object, as S3 names it. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_BUCKET("Bucket"),
    /** The key of the upload or of the completed object, as S3 names it. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_KEY("Key"),
    /**
     * The id of the upload that createMultipartUpload began; it is the input CamelS3CopyUploadId of the calls that
     * follow.
     */
    @Metadata(label = "producer", javaType = "String")
    RESULT_UPLOAD_ID("UploadId"),
    /** When a lifecycle rule will abort the upload. */
    @Metadata(label = "producer", javaType = "java.time.Instant")
    RESULT_ABORT_DATE("AbortDate"),
    /** The lifecycle rule that will abort the upload. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_ABORT_RULE_ID("AbortRuleId"),
    /** The checksum algorithm of the upload. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_CHECKSUM_ALGORITHM("ChecksumAlgorithm"),
    /** The URL of the completed object, as S3 words it. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_LOCATION("Location"),
    /** The part number after which the listing began. */
    @Metadata(label = "producer", javaType = "Integer")
    RESULT_PART_NUMBER_MARKER("PartNumberMarker"),
    /** The marker of the next page of parts, when the listing is truncated. */
    @Metadata(label = "producer", javaType = "Integer")
    RESULT_NEXT_PART_NUMBER_MARKER("NextPartNumberMarker"),
    /** How many parts a page of the listing may hold. */
    @Metadata(label = "producer", javaType = "Integer")
    RESULT_MAX_PARTS("MaxParts"),
    /** Whether more parts follow on another page. */
    @Metadata(label = "producer", javaType = "Boolean")
    RESULT_IS_TRUNCATED("IsTruncated"),
    /**
     * The parts of the page, as maps in the words of the S3 API (PartNumber, ETag, Size, checksums);
     * completeMultipartUpload takes them as they are, as CamelS3CopyMultipartUpload or as the message body.
     */
    @Metadata(label = "producer", javaType = "java.util.List")
    RESULT_PARTS("Parts"),
    /** The id of who began the upload. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_INITIATOR("Initiator"),
    /** The id of who will own the object. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_OWNER("Owner"),
    /** The storage class of the upload. */
    @Metadata(label = "producer", javaType = "String")
    RESULT_STORAGE_CLASS("StorageClass");
    // spotless:on

    /** What the header of every parameter begins with. */
    public static final String HEADER_PREFIX = "CamelS3Copy";

    /** What the header of every result begins with. */
    public static final String RESULT_HEADER_PREFIX = HEADER_PREFIX + "Result";

    private static final List<CopyParameter> REQUEST_ROWS =
            Arrays.stream(values()).filter(row -> !row.isResult()).toList();
    private static final List<CopyParameter> RESULT_ROWS =
            Arrays.stream(values()).filter(CopyParameter::isResult).toList();
    private static final Map<String, CopyParameter> BY_MEMBER =
            REQUEST_ROWS.stream().collect(Collectors.toUnmodifiableMap(CopyParameter::member, Function.identity()));
    private static final Map<String, CopyParameter> RESULT_BY_MEMBER =
            RESULT_ROWS.stream().collect(Collectors.toUnmodifiableMap(CopyParameter::member, Function.identity()));

    private final String option;
    private final String member;
    private final String header;
    private final ParameterType type;
    private final Wire wire;
    private final Set<S3Call> calls;
    private final MessageRule messageRule;
    private final String permission;
    private final List<String> knownValues;

    CopyParameter(
            String option,
            String member,
            ParameterType type,
            Wire wire,
            Set<S3Call> calls,
            MessageRule messageRule,
            String permission,
            String... values) {
        this.option = option;
        this.member = member;
        this.header = "CamelS3Copy" + member;
        this.type = type;
        this.wire = wire;
        this.calls = calls;
        this.messageRule = messageRule;
        this.permission = permission;
        this.knownValues = List.of(values);
    }

    CopyParameter(String resultMember) {
        this.option = null;
        this.member = resultMember;
        this.header = "CamelS3CopyResult" + resultMember;
        this.type = null;
        this.wire = null;
        this.calls = Set.of();
        this.messageRule = null;
        this.permission = "";
        this.knownValues = List.of();
    }

    private static Set<S3Call> in(S3Call first, S3Call... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    /** The rows of requests, in the order of the table. */
    public static List<CopyParameter> requestRows() {
        return REQUEST_ROWS;
    }

    /** The rows of results, in the order of the table. */
    public static List<CopyParameter> resultRows() {
        return RESULT_ROWS;
    }

    /** The row of a request by its name in the S3 API, as boto3 writes it. */
    public static Optional<CopyParameter> byMember(String member) {
        return Optional.ofNullable(BY_MEMBER.get(member));
    }

    /** The row of a result by its name in the S3 API. */
    public static Optional<CopyParameter> resultByMember(String member) {
        return Optional.ofNullable(RESULT_BY_MEMBER.get(member));
    }

    /** Whether this row is a member of a result; such a row has a name and nothing else. */
    public boolean isResult() {
        return type == null;
    }

    /** The endpoint option, the name of the AWS SDK for Java; empty for what only a message can say. */
    public Optional<String> option() {
        return Optional.ofNullable(option);
    }

    /** The name in the S3 API, which boto3 uses as its keyword. */
    public String member() {
        return member;
    }

    /** The message header. */
    public String header() {
        return header;
    }

    /** How a value is read; null for a result. */
    public ParameterType type() {
        return type;
    }

    /** Where the value goes in a request. */
    public Wire wire() {
        return wire;
    }

    /** The calls that carry this parameter; it goes to the same place in each. */
    public Set<S3Call> calls() {
        return calls;
    }

    /** Whether a message may say it; null for a result. */
    public MessageRule messageRule() {
        return messageRule;
    }

    /** What a caller must be allowed, beyond reading the source and writing the destination; empty for nothing. */
    public String permission() {
        return permission;
    }

    /** The values S3 knows, in its own spelling; empty where any text will do. */
    public List<String> knownValues() {
        return knownValues;
    }
}
