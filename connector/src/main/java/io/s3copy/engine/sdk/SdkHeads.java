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
package io.s3copy.engine.sdk;

import io.s3copy.engine.s3.ObjectAttributes;
import io.s3copy.engine.s3.ObjectHead;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.Restore;
import io.s3copy.parameter.CustomerKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Checksum;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesParts;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectPart;
import software.amazon.awssdk.services.s3.model.RestoreObjectRequest;

/** HeadObject in the SDK's types. */
final class SdkHeads {

    private static final String CHECKSUM = "Checksum";

    private SdkHeads() {}

    static HeadObjectRequest headObject(ObjectQuery query) {
        HeadObjectRequest.Builder builder = HeadObjectRequest.builder()
                .bucket(query.bucket())
                .key(query.key())
                .versionId(query.versionId())
                .partNumber(query.partNumber())
                .ifMatch(query.ifMatch())
                .ifNoneMatch(query.ifNoneMatch())
                .ifModifiedSince(query.ifModifiedSince())
                .ifUnmodifiedSince(query.ifUnmodifiedSince())
                .checksumMode(query.checksums() ? ChecksumMode.ENABLED : null)
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner());
        CustomerKey key = query.customerKey();
        if (key != null) {
            builder.sseCustomerAlgorithm("AES256").sseCustomerKey(key.base64()).sseCustomerKeyMD5(key.md5());
        }
        return builder.build();
    }

    /** Asks for the same object, on the same conditions. */
    static GetObjectRequest.Builder getObject(ObjectQuery query) {
        GetObjectRequest.Builder builder = GetObjectRequest.builder()
                .bucket(query.bucket())
                .key(query.key())
                .versionId(query.versionId())
                .partNumber(query.partNumber())
                .ifMatch(query.ifMatch())
                .ifNoneMatch(query.ifNoneMatch())
                .ifModifiedSince(query.ifModifiedSince())
                .ifUnmodifiedSince(query.ifUnmodifiedSince())
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner());
        CustomerKey key = query.customerKey();
        if (key != null) {
            builder.sseCustomerAlgorithm("AES256").sseCustomerKey(key.base64()).sseCustomerKeyMD5(key.md5());
        }
        return builder;
    }

    static ObjectHead read(HeadObjectResponse response) {
        Map<String, String> system = new LinkedHashMap<>();
        put(system, "Content-Type", response.contentType());
        put(system, "Cache-Control", response.cacheControl());
        put(system, "Content-Disposition", response.contentDisposition());
        put(system, "Content-Encoding", response.contentEncoding());
        put(system, "Content-Language", response.contentLanguage());
        put(system, "Expires", response.expiresString());
        return ObjectHead.builder()
                .length(response.contentLength())
                .eTag(response.eTag())
                .versionId(response.versionId())
                .lastModified(response.lastModified())
                .metadata(response.metadata())
                .systemMetadata(system)
                .tagCount(response.tagCount())
                .missingMeta(response.missingMeta())
                .partsCount(response.partsCount())
                .checksums(checksums(response))
                .checksumType(response.checksumTypeAsString())
                .encryption(
                        response.sseCustomerAlgorithm() == null
                                ? response.serverSideEncryptionAsString()
                                : ObjectHead.CUSTOMER_KEY)
                .storageClass(response.storageClassAsString())
                .archiveStatus(response.archiveStatusAsString())
                .restore(response.restore())
                .websiteRedirect(response.websiteRedirectLocation())
                .lock(new ObjectHead.Lock(
                        response.objectLockModeAsString(),
                        response.objectLockRetainUntilDate(),
                        response.objectLockLegalHoldStatusAsString()))
                .build();
    }

    /** By member, whichever the SDK knows. */
    private static Map<String, String> checksums(SdkPojo answer) {
        Map<String, String> checksums = new TreeMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            boolean sum = field.memberName().startsWith(CHECKSUM)
                    && !field.memberName().equals("ChecksumType");
            if (sum && field.getValueOrDefault(answer) instanceof String value) {
                checksums.put(field.memberName(), value);
            }
        }
        return checksums;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    static GetObjectAttributesRequest attributes(ObjectQuery query, int after) {
        GetObjectAttributesRequest.Builder builder = GetObjectAttributesRequest.builder()
                .bucket(query.bucket())
                .key(query.key())
                .versionId(query.versionId())
                // by their names: a record of ours has the name of the SDK's type
                .objectAttributesWithStrings("ETag", "Checksum", "ObjectParts")
                .partNumberMarker(after)
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner());
        CustomerKey key = query.customerKey();
        if (key != null) {
            builder.sseCustomerAlgorithm("AES256").sseCustomerKey(key.base64()).sseCustomerKeyMD5(key.md5());
        }
        return builder.build();
    }

    static ObjectAttributes readAttributes(GetObjectAttributesResponse response) {
        Checksum sum = response.checksum();
        GetObjectAttributesParts parts = response.objectParts();
        boolean listed = parts != null && parts.hasParts();
        return new ObjectAttributes(
                response.eTag(),
                sum == null ? Map.of() : checksums(sum),
                sum == null ? null : sum.checksumTypeAsString(),
                listed ? parts.parts().stream().map(ObjectPart::size).toList() : List.of(),
                listed && Boolean.TRUE.equals(parts.isTruncated()));
    }

    /** Intelligent-Tiering takes no days: it keeps what is restored. */
    static RestoreObjectRequest restoreObject(ObjectQuery query, Restore restore) {
        return RestoreObjectRequest.builder()
                .bucket(query.bucket())
                .key(query.key())
                .versionId(query.versionId())
                .restoreRequest(request -> {
                    if (restore.days() != null) {
                        request.days(restore.days());
                    }
                    request.glacierJobParameters(job -> job.tier(restore.tier()));
                })
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner())
                .build();
    }
}
