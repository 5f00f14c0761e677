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
import static io.s3copy.parameter.CopyParameter.BUCKET_KEY_ENABLED;
import static io.s3copy.parameter.CopyParameter.CONTENT_ENCODING;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_VERSION_ID;
import static io.s3copy.parameter.CopyParameter.MULTIPART_UPLOAD;
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
import io.s3copy.parameter.CompletedPart;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.EncryptionContext;
import io.s3copy.parameter.S3Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What directory buckets (S3 Express One Zone) refuse.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-UsingKMSEncryption.html">SSE-KMS in
 *     directory buckets</a>
 */
final class DirectoryBucketRules {

    /** What S3 calls the one version of an object that has no versions. */
    private static final String NULL_VERSION = "null";

    private static final Pattern BUCKET_ARN =
            Pattern.compile("arn:[^:]+:s3express:[^:]+:\\d{12}:bucket/([^/:]+--x-s3)");

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
        checkSource(call, request);
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
                request.has(TAGGING) && !request.required(TAGGING).isEmpty(),
                "directory buckets answer 501 to tags; only the empty tag set is allowed");
        refuse(
                request,
                ANNOTATION_DIRECTIVE,
                "COPY".equals(request.text(ANNOTATION_DIRECTIVE)),
                "directory buckets answer 501 to COPY of annotations; EXCLUDE is allowed");
        refuseBucketKey(call, request);
        checkParts(request);
        checkEncryption(request, bucket);
    }

    private static void checkSource(S3Call call, CopyRequest request) {
        CopySource source = request.source().orElse(null);
        if (source == null || BucketKind.of(source.bucket()) != BucketKind.DIRECTORY) {
            return;
        }
        refuse(
                request,
                COPY_SOURCE_SSE_CUSTOMER_KEY,
                request.has(COPY_SOURCE_SSE_CUSTOMER_KEY),
                "a source in a directory bucket has no customer key",
                "Leave it out");
        refuse(
                request,
                request.has(COPY_SOURCE) ? COPY_SOURCE : COPY_SOURCE_VERSION_ID,
                !source.version().orElse(NULL_VERSION).equals(NULL_VERSION),
                "a source in a directory bucket has no versions",
                "Leave the version out");
        refuseBucketKey(call, request);
    }

    private static void refuseBucketKey(S3Call call, CopyRequest request) {
        refuse(
                request,
                BUCKET_KEY_ENABLED,
                call == S3Call.COPY_OBJECT && Boolean.TRUE.equals(request.get(BUCKET_KEY_ENABLED)),
                "S3 does without bucket keys in copies to and from directory buckets",
                "Leave it out");
    }

    private static void checkParts(CopyRequest request) {
        if (!(request.get(MULTIPART_UPLOAD) instanceof List<?> parts)) {
            return;
        }
        // sorted, and each there once
        int last = ((CompletedPart) parts.get(parts.size() - 1)).partNumber();
        refuse(
                request,
                MULTIPART_UPLOAD,
                last != parts.size(),
                "directory buckets want parts numbered from 1 without a gap",
                "Upload and name the parts that are missing");
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
                context != null && !isOwnContext(EncryptionContext.pairs(context), bucket),
                "the encryption context of a directory bucket is its own ARN, and nothing else",
                "Leave it out, or give aws:s3express:arn=arn:aws:s3express:region:account:bucket/name");
    }

    /** Of an access point the bucket's name is not known: any directory bucket will do. */
    private static boolean isOwnContext(Map<String, String> context, String bucket) {
        Matcher arn = BUCKET_ARN.matcher(context.getOrDefault("aws:s3express:arn", ""));
        return context.size() == 1 && arn.matches() && (arn.group(1).equals(bucket) || !bucket.endsWith("--x-s3"));
    }

    private static void refuse(CopyRequest request, CopyParameter row, boolean broken, String rule) {
        refuse(request, row, broken, rule, "Leave it out, or copy to a general purpose bucket");
    }

    private static void refuse(CopyRequest request, CopyParameter row, boolean broken, String rule, String fix) {
        if (broken) {
            throw request.invalid(row, rule, fix);
        }
    }
}
