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

/** What a server may or may not have, and how to find out. */
enum Capability {
    COPY("copies an object", SourceProbes::copies),

    SOURCE_IF_MATCH("heeds copySourceIfMatch", SourceProbes::ifMatch),
    SOURCE_IF_NONE_MATCH("heeds copySourceIfNoneMatch", SourceProbes::ifNoneMatch),
    SOURCE_IF_MODIFIED_SINCE("heeds copySourceIfModifiedSince", SourceProbes::ifModifiedSince),
    SOURCE_IF_UNMODIFIED_SINCE("heeds copySourceIfUnmodifiedSince", SourceProbes::ifUnmodifiedSince),
    IF_MATCH_OUTWEIGHS_DATE(
            "copies on a true if-match beside a false if-unmodified-since", SourceProbes::ifMatchOutweighsDate),
    IF_NONE_MATCH_OUTWEIGHS_DATE(
            "refuses on a false if-none-match beside a true if-modified-since", SourceProbes::ifNoneMatchOutweighsDate),

    VERSIONS("copies a version by its id", SourceProbes::versions),
    RESTORE_IN_PLACE("restores an old version onto itself", SourceProbes::restoresInPlace),
    SOURCE_VERSION_NAMED("names the version that was copied", SourceProbes::sourceVersionIsNamed),
    DESTINATION_VERSION_NAMED("names the version that a copy became", SourceProbes::destinationVersionIsNamed),
    CURRENT_DELETE_MARKER("answers 404 for a current delete marker", SourceProbes::currentDeleteMarker),
    DELETE_MARKER_BY_VERSION("refuses a delete marker by its version", SourceProbes::deleteMarkerByVersion),
    ARCHIVED_SOURCE("refuses to copy an archived object", SourceProbes::archived),

    METADATA_COPIED("a copy carries user metadata", MetadataProbes::metadataCopied),
    METADATA_REPLACED("metadataDirective=REPLACE replaces user metadata", MetadataProbes::metadataReplaced),
    METADATA_CLEARED("metadataDirective=REPLACE without any clears it", MetadataProbes::metadataCleared),
    CONTENT_TYPE_REPLACED("metadataDirective=REPLACE replaces the content type", MetadataProbes::contentTypeReplaced),
    SYSTEM_METADATA_REPLACED(
            "metadataDirective=REPLACE replaces system metadata", MetadataProbes::systemMetadataReplaced),
    EXPIRES_REPLACED("metadataDirective=REPLACE replaces Expires", MetadataProbes::expiresReplaced),
    TAGS("objects have tags", TagProbes::stored),
    TAGS_COPIED("a copy carries tags", TagProbes::copied),
    TAGS_REPLACED("taggingDirective=REPLACE replaces tags", TagProbes::replaced),
    CREATE_TAGS("an upload takes tags when it begins", TagProbes::atCreate),

    STORAGE_CLASS("a copy gets its storage class", DestinationProbes::storageClass),
    STORAGE_CLASS_IN_PLACE("a copy onto itself changes the storage class", DestinationProbes::storageClassInPlace),
    WEBSITE_REDIRECT("a copy gets its website redirect", DestinationProbes::redirect),
    RETENTION("a copy gets its Object Lock retention", DestinationProbes::retention),
    LEGAL_HOLD("a copy gets its legal hold", DestinationProbes::legalHold),
    CANNED_ACL("a copy gets its canned ACL", DestinationProbes::cannedAcl),
    GRANTS("a copy gets its grants", DestinationProbes::grants),
    REQUEST_PAYER("says that the requester is charged", DestinationProbes::requestPayer),
    COPY_CHECKSUM("a copy gets the checksum that is asked for", DestinationProbes::checksum),
    IF_NONE_MATCH("heeds ifNoneMatch at the destination", DestinationProbes::ifNoneMatch),
    IF_MATCH("heeds ifMatch at the destination", DestinationProbes::ifMatch),
    DELETE_CONDITION("heeds If-Match on DeleteObject", DestinationProbes::deleteCondition),

    SSE_C_SOURCE("wants the customer key of a source", EncryptionProbes::customerKeyOfSource),
    SSE_C_WRONG_KEY("refuses a wrong customer key of a source", EncryptionProbes::wrongCustomerKey),
    SSE_C_DESTINATION("encrypts a copy with a customer key", EncryptionProbes::customerKeyOfDestination),
    SSE_C_NAMED("says in the result that a customer key encrypts the copy", EncryptionProbes::customerKeyIsNamed),
    SSE_C_IN_PLACE("changes the customer key of an object in place", EncryptionProbes::customerKeyInPlace),
    SSE_S3("encrypts a copy with its own keys", EncryptionProbes::s3Managed),
    SSE_S3_NAMED("says in the result that its own keys encrypt the copy", EncryptionProbes::s3ManagedIsNamed),
    SSE_KMS("encrypts a copy with a KMS key", EncryptionProbes::kms),
    SSE_KMS_NAMED("says in the result which KMS key encrypts the copy", EncryptionProbes::kmsIsNamed),

    KEY_SPACES("keeps spaces in keys", KeyProbes.keeps(SpecialKey.SPACES)),
    KEY_PLUS("keeps + in keys", KeyProbes.keeps(SpecialKey.PLUS)),
    KEY_PERCENT("keeps % in keys", KeyProbes.keeps(SpecialKey.PERCENT)),
    KEY_ENCODED("keeps %41 in keys", KeyProbes.keeps(SpecialKey.ENCODED)),
    KEY_VERSION_QUERY("keeps ?versionId=x in keys", KeyProbes.keeps(SpecialKey.VERSION_QUERY)),
    KEY_FRAGMENT("keeps # in keys", KeyProbes.keeps(SpecialKey.FRAGMENT)),
    KEY_AMPERSAND("keeps & in keys", KeyProbes.keeps(SpecialKey.AMPERSAND)),
    KEY_QUOTES("keeps quotes and angle brackets in keys", KeyProbes.keeps(SpecialKey.QUOTES)),
    KEY_BACKSLASH("keeps a backslash in keys", KeyProbes.keeps(SpecialKey.BACKSLASH)),
    KEY_EMOJI("keeps characters beyond ASCII in keys", KeyProbes.keeps(SpecialKey.EMOJI)),
    KEY_SIMPLE_LANGUAGE("keeps ${header.x} in keys", KeyProbes.keeps(SpecialKey.SIMPLE_LANGUAGE)),
    KEY_PLACEHOLDER("keeps {{x}} in keys", KeyProbes.keeps(SpecialKey.PLACEHOLDER)),
    KEY_RAW_MARK("keeps RAW(x) in keys", KeyProbes.keeps(SpecialKey.RAW_MARK)),
    KEY_LEADING_SLASH("keeps a leading slash in keys", KeyProbes.keeps(SpecialKey.LEADING_SLASH)),
    KEY_DOTS("keeps .. in keys", KeyProbes.keeps(SpecialKey.DOTS)),
    KEY_DOUBLE_SLASH("keeps a double slash in keys", KeyProbes.keeps(SpecialKey.DOUBLE_SLASH)),
    KEY_TRAILING_SLASH("keeps a trailing slash in keys", KeyProbes.keeps(SpecialKey.TRAILING_SLASH)),
    KEY_NEWLINE("keeps a line break in keys", KeyProbes.keeps(SpecialKey.NEWLINE)),
    KEY_LONGEST("keeps keys of 1,024 bytes", KeyProbes.keeps(SpecialKey.LONGEST)),

    PARTS("copies ranges into parts, and completes them", MultipartProbes::ranges),
    PART_SOURCE_CONDITION("heeds copySourceIfMatch on a part", MultipartProbes::sourceCondition),
    PARTS_SSE_C("copies parts between customer keys", MultipartProbes::customerKeys),
    RANGE_PAST_END("refuses a range past the end", MultipartProbes::rangePastTheEnd),
    RANGE_OF_SMALL_SOURCE("refuses a range of a source of less than 5 MB", MultipartProbes::rangeOfSmallSource),
    SMALL_PART("refuses a part of less than 5 MiB that is not the last", MultipartProbes::smallPart),
    ABORTED_UPLOAD_TAKES_NO_PART("answers 404 to a part of an aborted upload", MultipartProbes::partOfAborted),
    ABORTED_UPLOAD_LISTS_NO_PARTS("answers 404 to listing an aborted upload", MultipartProbes::partsOfAborted),
    LIST_PARTS("lists parts", MultipartProbes::listsParts),
    LIST_PARTS_PAGES("lists parts in pages", MultipartProbes::pagesParts),
    WRONG_PART_ETAG("refuses to complete with a wrong ETag", MultipartProbes::wrongEtag),
    COMPLETE_IF_NONE_MATCH("heeds ifNoneMatch on completing", MultipartProbes::completeIfNoneMatch),
    COMPLETE_IF_MATCH("heeds ifMatch on completing", MultipartProbes::completeIfMatch),
    COMPLETE_ETAG("names the ETag of a completed object", MultipartProbes::completeETag),
    CREATE_METADATA("an upload takes metadata when it begins", MultipartProbes::createMetadata),
    CREATE_SSE_S3("an upload encrypts with its own keys", UploadEncryptionProbes::s3Managed),
    CREATE_SSE_KMS("an upload encrypts with a KMS key", UploadEncryptionProbes::kms),
    CREATE_SSE_C("an upload encrypts with a customer key", UploadEncryptionProbes::customerKey),
    OBJECT_SIZE("refuses to complete an object of another size", ProofProbes::objectSize),
    CREATE_CHECKSUM("computes checksums of parts", ProofProbes::partChecksum),
    COMPLETE_CHECKSUM("refuses to complete with a wrong checksum of the whole", ProofProbes::wholeChecksum),
    CHECKSUM_MODE("tells checksums in HEAD", ProofProbes::checksumMode),
    OBJECT_ATTRIBUTES("answers GetObjectAttributes", ProofProbes::attributes),

    NO_SUCH_KEY("answers 404 for no source object", RefusalProbes::noSuchKey),
    NO_SUCH_SOURCE_BUCKET("answers 404 for no source bucket", RefusalProbes::noSuchSourceBucket),
    NO_SUCH_DESTINATION_BUCKET("answers 404 for no destination bucket", RefusalProbes::noSuchDestinationBucket),
    SELF_COPY_REFUSED("refuses a copy onto itself that changes nothing", RefusalProbes::selfCopy),
    CREDENTIALS("refuses unknown credentials", RefusalProbes::wrongSecret),
    BUCKET_OWNER("heeds expectedBucketOwner", RefusalProbes::bucketOwner),
    SOURCE_BUCKET_OWNER("heeds expectedSourceBucketOwner", RefusalProbes::sourceBucketOwner);

    private final String description;
    private final Probe probe;

    Capability(String description, Probe probe) {
        this.description = description;
        this.probe = probe;
    }

    String description() {
        return description;
    }

    /** Asks the server, now. A call that it refuses on the way is a no. */
    Answer ask(Bench bench) {
        try {
            return probe.ask(bench);
        } catch (Refused refused) {
            return Answer.no(refused);
        }
    }
}
