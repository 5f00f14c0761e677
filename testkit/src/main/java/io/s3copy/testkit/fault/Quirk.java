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

/** What servers other than AWS get wrong. {@link ServerPart} says which server has which. */
public enum Quirk {
    // Of the source
    /** No {@code x-amz-copy-source-if-*} is looked at, as with Ceph 16.2. */
    IGNORES_SOURCE_CONDITIONS,
    /** The same of UploadPartCopy alone: a pinned CopyObject is refused, a pinned part is not. */
    IGNORES_PART_SOURCE_CONDITIONS,
    /** UploadPartCopy decodes its source key twice, and hangs up where that fails, as Ceph 16.2. */
    DECODES_PART_SOURCE_TWICE,
    /** Any If-Match on an object made of parts is unmet, as with Swift's large objects. */
    SEGMENTED_SOURCE_NEVER_MATCHES,

    // Of what is there
    /** No If-Match or If-None-Match of CopyObject and Complete is looked at, as with Ceph 16.2. */
    IGNORES_DESTINATION_CONDITIONS,
    /** The same of CopyObject alone, as with S3Proxy, S3Mock and MinIO. */
    IGNORES_DESTINATION_CONDITIONS_ON_COPY,
    /** No If-Match of DELETE is looked at: whatever is there is deleted, as with Ceph 16.2. */
    IGNORES_DELETE_CONDITIONS,

    // Of what a write describes
    /** {@code x-amz-tagging} on CreateMultipartUpload is dropped, as by Ceph 16.2. */
    IGNORES_TAGGING_AT_CREATE,
    /** The tags of a copy are the source's, whatever the directive, as with S3Mock. */
    IGNORES_TAGGING_DIRECTIVE,
    /** Encryption that is asked for is neither done nor spoken of, as with Ozone. */
    NO_ENCRYPTION_ECHO,
    /** CopyObject encrypts and does not say so; HEAD does, as with S3Mock. */
    NO_ENCRYPTION_ECHO_ON_COPY,
    /** Keys of the customer (SSE-C) are not looked at, as with Swift. */
    IGNORES_CUSTOMER_KEYS,
    /** Answers say of a customer key what they were told, and the object is read without it, as with S3Mock. */
    CLAIMS_CUSTOMER_KEYS,
    /** The same of the copy that CopyObject makes, as with Ceph 16.2. */
    IGNORES_CUSTOMER_KEY_ON_COPY,
    /** Object Lock headers of a write are dropped, as by S3Mock. */
    IGNORES_OBJECT_LOCK,
    /** {@code x-amz-website-redirect-location} of a write is dropped, as by S3Mock. */
    IGNORES_REDIRECT,
    /** The canned ACL of a write is dropped, as by S3Mock. */
    IGNORES_ACL,

    // Of proof
    /** Complete takes any {@code x-amz-mp-object-size}. */
    IGNORES_OBJECT_SIZE,
    /** Complete takes any checksum of the object, and keeps none. */
    IGNORES_CHECKSUMS,
    /** Complete keeps and repeats the checksum that it is sent, and nobody ever computes one; parts have none. */
    REPEATS_CHECKSUM_OF_COMPLETE,

    // Refused
    /** 501 to the tags of objects, as calls and as a header, as with Swift and S3Proxy. */
    NO_TAGGING,
    /** GetObjectTagging of an object without tags is 404 NoSuchTagSet, as some servers have it for buckets and objects alike. */
    NO_SUCH_TAG_SET,
    /** 501 to {@code x-amz-server-side-encryption}, as with Swift. */
    REFUSES_ENCRYPTION,
    /** 501 to {@code x-amz-website-redirect-location}, as with Swift. */
    REFUSES_REDIRECT,
    /** HEAD with {@code x-amz-checksum-mode} is 400 without a body. */
    REFUSES_CHECKSUM_MODE,
    /** 501 to Complete with {@code x-amz-mp-object-size}, as with older VersityGW. */
    REFUSES_MP_OBJECT_SIZE,
    /** 501 to Complete with a header {@code x-amz-checksum-*}. */
    REFUSES_CHECKSUM_ON_COMPLETE,
    /** 501 to Create with {@code x-amz-checksum-algorithm} or {@code -type}. */
    REFUSES_CHECKSUM_AT_CREATE,
    /** 501 to every {@code x-amz-*} header that S3Proxy does not know; the answer does not name it. */
    REFUSES_UNKNOWN_HEADERS,
    /** 501 to every UploadPartCopy, as with servers that copy in one call only. */
    NO_UPLOAD_PART_COPY,
    /** CopyObject of more than 5,000,000,000 bytes is 400 EntityTooLarge; see {@link FaultyS3#copyLimit}. */
    LIMIT_5_GB_DECIMAL,

    // Not understood
    /** {@code ?attributes} and {@code ?acl} are not seen: the answer is the object, as with Ozone. */
    UNKNOWN_SUBRESOURCE_ANSWERS_OBJECT,
    /** The same of {@code ?attributes} alone, as with Ceph 16.2 and Swift. */
    UNKNOWN_ATTRIBUTES_ANSWERS_OBJECT,

    // Listings
    /** {@code start-after} of ListObjectsV2 is not looked at: each listing begins at the first key. */
    IGNORES_START_AFTER,
    /** ListObjectsV2 has keys in an order of its own, as with directory buckets. */
    LISTS_OUT_OF_ORDER,
    /** {@code encoding-type=url} is not looked at, and not echoed: keys are as they are. */
    IGNORES_ENCODING_TYPE,
    /** Where a page begins is not looked at: a listing of several pages is the first one again and again. */
    REPEATS_PAGE,

    // Odd answers
    /** HEAD 404 is followed by a body on the kept connection, as with Swift. */
    STRAY_BYTES_AFTER_HEAD,
    /** HEAD is answered without Content-Length, as by proxies that compress. */
    HEAD_WITHOUT_LENGTH,
    /** HEAD is answered without ETag. */
    HEAD_WITHOUT_ETAG,
    /** HEAD is answered without {@code x-amz-request-id}, as by servers that send none. */
    HEAD_WITHOUT_REQUEST_ID,
    /** LastModified of a copy's result is written as in HTTP headers. */
    DATE_RFC1123_IN_XML,
    /** The results of copies and of Complete begin with a blank, sent to keep the connection alive. */
    BLANK_BEFORE_XML,
    /** The ETag in the results of copies has no quotes, as with Ceph. */
    UNQUOTED_ETAG,
    /** The ETag in the result of Complete is empty, as with Ceph. */
    EMPTY_ETAG_ON_COMPLETE,
    /** The results of copies and of Complete name no version, as with Ceph. */
    NO_VERSION_IN_RESULTS,
    /** Listings name whoever asks as the initiator of every upload, as with Ceph. */
    INITIATOR_IS_WHO_ASKS
}
