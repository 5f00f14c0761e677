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

import io.s3copy.engine.s3.UploadPage;
import io.s3copy.engine.s3.UploadQuery;
import io.s3copy.engine.s3.UploadedParts;
import io.s3copy.engine.s3.UploadedParts.Uploaded;
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.Part;

/** Uploads that are neither completed nor aborted, in the SDK's types, and the rules that end them. */
final class SdkUploads {

    private SdkUploads() {}

    static ListMultipartUploadsRequest request(UploadQuery query) {
        return ListMultipartUploadsRequest.builder()
                .bucket(query.bucket())
                .encodingType(EncodingType.URL)
                .prefix(query.prefix().isEmpty() ? null : query.prefix())
                .keyMarker(query.keyMarker())
                .uploadIdMarker(query.uploadIdMarker())
                .requestPayer(query.requestPayer())
                .expectedBucketOwner(query.expectedBucketOwner())
                .build();
    }

    static UploadPage read(ListMultipartUploadsResponse response) {
        List<UploadPage.Upload> uploads = response.uploads().stream()
                .map(upload -> new UploadPage.Upload(
                        upload.key(), upload.uploadId(), upload.initiated(), idOf(upload.initiator())))
                .toList();
        boolean last = !Boolean.TRUE.equals(response.isTruncated());
        return new UploadPage(
                uploads, last ? null : response.nextKeyMarker(), last ? null : response.nextUploadIdMarker());
    }

    /**
     * The parts that an answer lists.
     *
     * @throws io.s3copy.engine.failure.S3CallException if it lists one without its number or ETag
     */
    static UploadedParts readParts(CopyRequest list, ListPartsResponse response) {
        List<Uploaded> parts = response.parts().stream()
                .map(part -> {
                    if (part.partNumber() == null || part.eTag() == null) {
                        String member = part.partNumber() == null ? "PartNumber" : "ETag";
                        throw SdkProof.missing(S3Call.LIST_PARTS.api(), list, response, member);
                    }
                    return new Uploaded(
                            new CompletedPart(part.partNumber(), part.eTag(), checksums(part)),
                            part.size() == null ? Uploaded.UNKNOWN_SIZE : part.size());
                })
                .toList();
        boolean last = !Boolean.TRUE.equals(response.isTruncated());
        return new UploadedParts(parts, last ? null : response.nextPartNumberMarker());
    }

    private static Map<String, String> checksums(Part part) {
        Map<String, String> checksums = new TreeMap<>();
        SdkRequestReader.members(part).forEach((name, value) -> {
            if (CompletedPart.isChecksum(name)) {
                checksums.put(name, value.toString());
            }
        });
        return checksums;
    }

    private static @Nullable String idOf(@Nullable Initiator initiator) {
        return initiator == null ? null : initiator.id();
    }

    /** Whether a rule ends the incomplete uploads of the whole bucket. */
    static boolean abortsAll(LifecycleRule rule) {
        return rule.status() == ExpirationStatus.ENABLED
                && rule.abortIncompleteMultipartUpload() != null
                && rule.abortIncompleteMultipartUpload().daysAfterInitiation() != null
                && isForAllKeys(rule);
    }

    @SuppressWarnings("deprecation") // rules written before 2016 have their prefix outside the filter
    private static boolean isForAllKeys(LifecycleRule rule) {
        LifecycleRuleFilter filter = rule.filter();
        boolean filtered = filter != null
                && (filter.and() != null
                        || filter.tag() != null
                        || filter.objectSizeGreaterThan() != null
                        || filter.objectSizeLessThan() != null
                        || !isEmpty(filter.prefix()));
        return !filtered && isEmpty(rule.prefix());
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
