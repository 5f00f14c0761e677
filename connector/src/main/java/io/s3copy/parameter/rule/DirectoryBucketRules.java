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
package io.s3copy.parameter.rule;

import static io.s3copy.parameter.CopyParameter.ACL;
import static io.s3copy.parameter.CopyParameter.ANNOTATION_DIRECTIVE;
import static io.s3copy.parameter.CopyParameter.BUCKET;
import static io.s3copy.parameter.CopyParameter.CONTENT_ENCODING;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_EVENT_HOLD;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_LEGAL_HOLD_STATUS;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_MODE;
import static io.s3copy.parameter.CopyParameter.OBJECT_LOCK_RETAIN_UNTIL_DATE;
import static io.s3copy.parameter.CopyParameter.REQUEST_PAYER;
import static io.s3copy.parameter.CopyParameter.SERVER_SIDE_ENCRYPTION;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.SSE_KMS_ENCRYPTION_CONTEXT;
import static io.s3copy.parameter.CopyParameter.SSE_KMS_KEY_ID;
import static io.s3copy.parameter.CopyParameter.STORAGE_CLASS;
import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.WEBSITE_REDIRECT_LOCATION;

import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.S3Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What directory buckets (S3 Express One Zone) refuse.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
final class DirectoryBucketRules {

    private static final List<CopyParameter> REFUSED = Stream.concat(
                    AclRules.GRANTS.stream(),
                    Stream.of(
                            ACL,
                            SSE_CUSTOMER_KEY,
                            WEBSITE_REDIRECT_LOCATION,
                            OBJECT_LOCK_MODE,
                            OBJECT_LOCK_RETAIN_UNTIL_DATE,
                            OBJECT_LOCK_LEGAL_HOLD_STATUS,
                            OBJECT_LOCK_EVENT_HOLD,
                            REQUEST_PAYER))
            .toList();

    private DirectoryBucketRules() {}

    static void check(S3Call call, CopyRequest request) {
        checkSource(request);
        String bucket = request.text(BUCKET);
        if (bucket == null || BucketKind.of(bucket) != BucketKind.DIRECTORY) {
            return;
        }
        REFUSED.forEach(row -> refuse(request, row, request.has(row), "directory buckets do not support it"));
        String storageClass = request.text(STORAGE_CLASS);
        refuse(
                request,
                STORAGE_CLASS,
                storageClass != null && !Set.of("EXPRESS_ONEZONE", "ONEZONE_IA").contains(storageClass),
                "directory buckets store EXPRESS_ONEZONE (ONEZONE_IA in Local Zones) only");
        refuse(
                request,
                CONTENT_ENCODING,
                request.has(CONTENT_ENCODING) && !"aws-chunked".equals(request.text(CONTENT_ENCODING)),
                "directory buckets take the content encoding aws-chunked only");
        refuse(
                request,
                TAGGING,
                request.has(TAGGING) && !request.text(TAGGING).isEmpty(),
                "directory buckets answer 501 to tags; only the empty tag set is allowed");
        refuse(
                request,
                ANNOTATION_DIRECTIVE,
                "COPY".equals(request.text(ANNOTATION_DIRECTIVE)),
                "directory buckets answer 501 to COPY of annotations; EXCLUDE is allowed");
        checkEncryption(request, bucket);
    }

    private static void checkSource(CopyRequest request) {
        boolean directory = request.source()
                .map(source -> BucketKind.of(source.bucket()) == BucketKind.DIRECTORY)
                .orElse(false);
        refuse(
                request,
                COPY_SOURCE_SSE_CUSTOMER_KEY,
                directory && request.has(COPY_SOURCE_SSE_CUSTOMER_KEY),
                "a source in a directory bucket has no customer key");
    }

    private static void checkEncryption(CopyRequest request, String bucket) {
        String encryption = request.text(SERVER_SIDE_ENCRYPTION);
        refuse(
                request,
                SERVER_SIDE_ENCRYPTION,
                encryption != null && !Set.of("AES256", "aws:kms").contains(encryption),
                "directory buckets encrypt with AES256 or aws:kms only");
        String keyId = request.text(SSE_KMS_KEY_ID);
        refuse(
                request,
                SSE_KMS_KEY_ID,
                keyId != null && (keyId.startsWith("alias/") || keyId.contains(":alias/") || keyId.equals("aws/s3")),
                "directory buckets take the id or ARN of their one customer managed key, no alias and not aws/s3");
        String context = request.text(SSE_KMS_ENCRYPTION_CONTEXT);
        refuse(
                request,
                SSE_KMS_ENCRYPTION_CONTEXT,
                context != null && !decoded(context).contains(bucket),
                "the encryption context of a directory bucket is its own ARN, and nothing else");
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static void refuse(CopyRequest request, CopyParameter row, boolean broken, String rule) {
        if (broken) {
            throw request.invalid(row, rule, "Leave it out, or copy to a general purpose bucket");
        }
    }
}
