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

import static io.s3copy.parameter.CopyParameter.*;
import static io.s3copy.parameter.S3Call.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COPY_OBJECT;
import static io.s3copy.parameter.S3Call.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.UPLOAD_PART_COPY;
import static io.s3copy.parameter.rule.Calls.DIRECTORY;
import static io.s3copy.parameter.rule.Calls.OUTPOST;
import static io.s3copy.parameter.rule.Calls.assertPasses;
import static io.s3copy.parameter.rule.Calls.assertRefused;
import static io.s3copy.parameter.rule.Calls.least;
import static io.s3copy.parameter.rule.Calls.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.s3copy.parameter.CopyParameter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What directory buckets and Outposts refuse, and what they take. */
class SpecialBucketsTest {

    private static final String REPLACE = "REPLACE";
    private static final byte[] CUSTOMER_KEY = new byte[32];
    private static final String BUCKET_ARN = "arn:aws:s3express:us-east-1:123456789012:bucket/";

    static Stream<Arguments> refusedByDirectoryBuckets() {
        Instant later = Instant.parse("2999-01-01T00:00:00Z");
        return Stream.of(
                arguments(ACL, new Object[] {ACL, "bucket-owner-full-control"}),
                arguments(GRANT_FULL_CONTROL, new Object[] {GRANT_FULL_CONTROL, "id=\"a\""}),
                arguments(GRANT_READ, new Object[] {GRANT_READ, "id=\"a\""}),
                arguments(GRANT_READ_ACP, new Object[] {GRANT_READ_ACP, "id=\"a\""}),
                arguments(GRANT_WRITE_ACP, new Object[] {GRANT_WRITE_ACP, "id=\"a\""}),
                arguments(SSE_CUSTOMER_KEY, new Object[] {SSE_CUSTOMER_KEY, CUSTOMER_KEY}),
                arguments(WEBSITE_REDIRECT_LOCATION, new Object[] {WEBSITE_REDIRECT_LOCATION, "/x"}),
                arguments(
                        OBJECT_LOCK_MODE,
                        new Object[] {OBJECT_LOCK_MODE, "GOVERNANCE", OBJECT_LOCK_RETAIN_UNTIL_DATE, later}),
                arguments(OBJECT_LOCK_LEGAL_HOLD_STATUS, new Object[] {OBJECT_LOCK_LEGAL_HOLD_STATUS, "OFF"}),
                arguments(OBJECT_LOCK_EVENT_HOLD, new Object[] {OBJECT_LOCK_EVENT_HOLD, "OFF"}),
                arguments(REQUEST_PAYER, new Object[] {REQUEST_PAYER, "requester"}),
                arguments(STORAGE_CLASS, new Object[] {STORAGE_CLASS, "STANDARD"}),
                arguments(CONTENT_ENCODING, new Object[] {CONTENT_ENCODING, "gzip", METADATA_DIRECTIVE, REPLACE}),
                arguments(TAGGING, new Object[] {TAGGING, "a=1", TAGGING_DIRECTIVE, REPLACE}),
                arguments(ANNOTATION_DIRECTIVE, new Object[] {ANNOTATION_DIRECTIVE, "COPY"}),
                arguments(SERVER_SIDE_ENCRYPTION, new Object[] {SERVER_SIDE_ENCRYPTION, "aws:kms:dsse"}),
                arguments(SSE_KMS_KEY_ID, kms(SSE_KMS_KEY_ID, "alias/mine")),
                arguments(SSE_KMS_KEY_ID, kms(SSE_KMS_KEY_ID, "arn:aws:kms:us-east-1:123456789012:alias/mine")),
                arguments(SSE_KMS_KEY_ID, kms(SSE_KMS_KEY_ID, "aws/s3")),
                arguments(BUCKET_KEY_ENABLED, new Object[] {BUCKET_KEY_ENABLED, true}),
                arguments(SSE_KMS_ENCRYPTION_CONTEXT, context(Map.of("bucket", DIRECTORY))),
                arguments(SSE_KMS_ENCRYPTION_CONTEXT, context(Map.of("aws:s3express:arn", DIRECTORY))),
                arguments(
                        SSE_KMS_ENCRYPTION_CONTEXT, context(Map.of("aws:s3express:arn", BUCKET_ARN + "o" + DIRECTORY))),
                arguments(SSE_KMS_ENCRYPTION_CONTEXT, context(Map.of("aws:s3:arn", BUCKET_ARN + DIRECTORY))),
                arguments(SSE_KMS_ENCRYPTION_CONTEXT, context(Map.of())),
                arguments(
                        SSE_KMS_ENCRYPTION_CONTEXT,
                        context(Map.of("aws:s3express:arn", BUCKET_ARN + DIRECTORY, "more", "text"))));
    }

    private static Object[] kms(Object... more) {
        Object[] said = Arrays.copyOf(new Object[] {SERVER_SIDE_ENCRYPTION, "aws:kms"}, 2 + more.length);
        System.arraycopy(more, 0, said, 2, more.length);
        return said;
    }

    private static Object[] context(Map<String, String> context) {
        return kms(SSE_KMS_ENCRYPTION_CONTEXT, context);
    }

    static Stream<Arguments> takenByDirectoryBuckets() {
        return Stream.<Object[]>of(
                        new Object[] {},
                        new Object[] {STORAGE_CLASS, "EXPRESS_ONEZONE"},
                        new Object[] {STORAGE_CLASS, "ONEZONE_IA"},
                        new Object[] {CONTENT_ENCODING, "aws-chunked", METADATA_DIRECTIVE, REPLACE},
                        new Object[] {TAGGING, "", TAGGING_DIRECTIVE, REPLACE},
                        new Object[] {TAGGING_DIRECTIVE, REPLACE},
                        new Object[] {TAGGING_DIRECTIVE, "COPY"},
                        new Object[] {ANNOTATION_DIRECTIVE, "EXCLUDE"},
                        new Object[] {SERVER_SIDE_ENCRYPTION, "AES256"},
                        new Object[] {BUCKET_KEY_ENABLED, false},
                        kms(SSE_KMS_KEY_ID, "1234abcd-12ab-34cd-56ef-1234567890ab"),
                        context(Map.of("aws:s3express:arn", BUCKET_ARN + DIRECTORY)))
                .map(said -> arguments((Object) said));
    }

    @ParameterizedTest
    @MethodSource("refusedByDirectoryBuckets")
    void directoryBucketRefuses(CopyParameter row, Object[] said) {
        assertRefused(COPY_OBJECT, with(least(COPY_OBJECT, DIRECTORY), said), row);
    }

    @ParameterizedTest
    @MethodSource("refusedByDirectoryBuckets")
    void generalPurposeBucketTakesTheSame(CopyParameter row, Object[] said) {
        assertPasses(COPY_OBJECT, with(least(COPY_OBJECT), said));
    }

    @ParameterizedTest
    @MethodSource("takenByDirectoryBuckets")
    void directoryBucketTakes(Object[] said) {
        assertPasses(COPY_OBJECT, with(least(COPY_OBJECT, DIRECTORY), said));
    }

    @ParameterizedTest
    @MethodSource("refusedByDirectoryBuckets")
    void partOfADirectoryBucketMindsOnlyWhatItCarries(CopyParameter row, Object[] said) {
        boolean carried = row.calls().contains(UPLOAD_PART_COPY);
        if (carried) {
            assertRefused(UPLOAD_PART_COPY, with(least(UPLOAD_PART_COPY, DIRECTORY), said), row);
        } else {
            assertPasses(UPLOAD_PART_COPY, with(least(UPLOAD_PART_COPY, DIRECTORY), said));
        }
    }

    @Test
    void accessPointOfADirectoryBucketTakesTheArnOfAnyDirectoryBucket() {
        assertPasses(
                COPY_OBJECT,
                with(
                        least(COPY_OBJECT, "ap--use1-az4--xa-s3"),
                        context(Map.of("aws:s3express:arn", BUCKET_ARN + DIRECTORY))));
    }

    @Test
    void bucketKeyOfAnUploadIsWhatADirectoryBucketHasAnyway() {
        assertPasses(
                CREATE_MULTIPART_UPLOAD, with(least(CREATE_MULTIPART_UPLOAD, DIRECTORY), BUCKET_KEY_ENABLED, true));
    }

    static Stream<Arguments> refusedOfASourceInADirectoryBucket() {
        return Stream.of(
                arguments(
                        COPY_SOURCE_SSE_CUSTOMER_KEY,
                        new Object[] {COPY_SOURCE, DIRECTORY + "/k", COPY_SOURCE_SSE_CUSTOMER_KEY, CUSTOMER_KEY}),
                arguments(COPY_SOURCE, new Object[] {COPY_SOURCE, DIRECTORY + "/k?versionId=v"}),
                arguments(BUCKET_KEY_ENABLED, new Object[] {COPY_SOURCE, DIRECTORY + "/k", BUCKET_KEY_ENABLED, true}));
    }

    @ParameterizedTest
    @MethodSource("refusedOfASourceInADirectoryBucket")
    void sourceInADirectoryBucketRefuses(CopyParameter row, Object[] said) {
        assertRefused(COPY_OBJECT, with(least(COPY_OBJECT), said), row);
    }

    @Test
    void nullVersionOfADirectoryBucketIsItsOnlyOne() {
        assertPasses(COPY_OBJECT, with(least(COPY_OBJECT), COPY_SOURCE, DIRECTORY + "/k?versionId=null"));
    }

    @Test
    void tagsOfACopyFromADirectoryBucketGoToAGeneralOne() {
        assertPasses(
                COPY_OBJECT,
                with(least(COPY_OBJECT), COPY_SOURCE, DIRECTORY + "/k", TAGGING, "a=1", TAGGING_DIRECTIVE, REPLACE));
    }

    @Test
    void partsOfADirectoryBucketAreNumberedWithoutAGap() {
        assertRefused(
                COMPLETE_MULTIPART_UPLOAD,
                with(least(COMPLETE_MULTIPART_UPLOAD, DIRECTORY), MULTIPART_UPLOAD, parts(1, 3)),
                MULTIPART_UPLOAD);
    }

    @Test
    void partsOfADirectoryBucketMayComeInAnyOrder() {
        assertPasses(
                COMPLETE_MULTIPART_UPLOAD,
                with(least(COMPLETE_MULTIPART_UPLOAD, DIRECTORY), MULTIPART_UPLOAD, parts(2, 1)));
    }

    @Test
    void partsOfAGeneralPurposeBucketMayHaveGaps() {
        assertPasses(COMPLETE_MULTIPART_UPLOAD, with(least(COMPLETE_MULTIPART_UPLOAD), MULTIPART_UPLOAD, parts(1, 3)));
    }

    private static List<Map<String, Object>> parts(int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> Map.<String, Object>of("PartNumber", number, "ETag", "e"))
                .toList();
    }

    static Stream<Arguments> refusedByOutposts() {
        return Stream.of(
                arguments(STORAGE_CLASS, new Object[] {STORAGE_CLASS, "STANDARD"}),
                arguments(ACL, new Object[] {ACL, "private"}),
                arguments(GRANT_FULL_CONTROL, new Object[] {GRANT_FULL_CONTROL, "id=\"a\""}),
                arguments(GRANT_READ, new Object[] {GRANT_READ, "id=\"a\""}),
                arguments(GRANT_READ_ACP, new Object[] {GRANT_READ_ACP, "id=\"a\""}),
                arguments(GRANT_WRITE_ACP, new Object[] {GRANT_WRITE_ACP, "id=\"a\""}));
    }

    @ParameterizedTest
    @MethodSource("refusedByOutposts")
    void outpostRefuses(CopyParameter row, Object[] said) {
        assertRefused(COPY_OBJECT, with(least(COPY_OBJECT, OUTPOST), said), row);
    }

    @ParameterizedTest
    @MethodSource("refusedByOutposts")
    void uploadToAnOutpostRefusesTheSame(CopyParameter row, Object[] said) {
        assertRefused(CREATE_MULTIPART_UPLOAD, with(least(CREATE_MULTIPART_UPLOAD, OUTPOST), said), row);
    }

    @Test
    void outpostTakesItsOwnClass() {
        assertPasses(COPY_OBJECT, with(least(COPY_OBJECT, OUTPOST), STORAGE_CLASS, "OUTPOSTS"));
    }
}
