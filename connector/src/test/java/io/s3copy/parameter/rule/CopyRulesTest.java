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
import static io.s3copy.parameter.S3Call.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COPY_OBJECT;
import static io.s3copy.parameter.S3Call.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.LIST_PARTS;
import static io.s3copy.parameter.S3Call.UPLOAD_PART_COPY;
import static io.s3copy.parameter.rule.Calls.assertPasses;
import static io.s3copy.parameter.rule.Calls.assertRefused;
import static io.s3copy.parameter.rule.Calls.least;
import static io.s3copy.parameter.rule.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3Call;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.utils.Md5Utils;

/** Each rule with what passes and what breaks it, in every call: a call that does not carry the parameters ignores them. */
class CopyRulesTest {

    private static final byte[] CUSTOMER_KEY = new byte[32];
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final Set<S3Call> COPY = EnumSet.of(COPY_OBJECT);
    private static final Set<S3Call> CREATING = EnumSet.of(COPY_OBJECT, CREATE_MULTIPART_UPLOAD);
    private static final Set<S3Call> CREATE = EnumSet.of(CREATE_MULTIPART_UPLOAD);
    private static final Set<S3Call> FINISHING = EnumSet.of(COPY_OBJECT, COMPLETE_MULTIPART_UPLOAD);
    private static final Set<S3Call> READING = EnumSet.of(COPY_OBJECT, UPLOAD_PART_COPY);
    private static final Set<S3Call> ENCRYPTING =
            EnumSet.of(COPY_OBJECT, CREATE_MULTIPART_UPLOAD, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, LIST_PARTS);

    /** What breaks a rule: the row that the error names, the calls that refuse it, and what is said. */
    static Stream<Arguments> broken() {
        return Stream.of(
                arguments(METADATA, COPY, said(METADATA, Map.of("a", "1"))),
                arguments(METADATA, COPY, said(METADATA, Map.of("a", "1"), METADATA_DIRECTIVE, "COPY")),
                arguments(METADATA, COPY, said(METADATA, Map.of())),
                arguments(CONTENT_TYPE, COPY, said(CONTENT_TYPE, "text/plain", TAGGING_DIRECTIVE, "REPLACE")),
                arguments(CACHE_CONTROL, COPY, said(CACHE_CONTROL, "no-store")),
                arguments(CONTENT_DISPOSITION, COPY, said(CONTENT_DISPOSITION, "inline")),
                arguments(CONTENT_ENCODING, COPY, said(CONTENT_ENCODING, "gzip")),
                arguments(CONTENT_LANGUAGE, COPY, said(CONTENT_LANGUAGE, "en")),
                arguments(EXPIRES, COPY, said(EXPIRES, LATER)),
                arguments(TAGGING, COPY, said(TAGGING, "a=1")),
                arguments(TAGGING, COPY, said(TAGGING, "")),
                arguments(TAGGING, COPY, said(TAGS, Map.of("a", "1"), TAGGING_DIRECTIVE, "COPY")),
                arguments(TAGGING, COPY, said(TAGGING, "a=1", METADATA_DIRECTIVE, "REPLACE")),
                arguments(GRANT_READ, CREATING, said(ACL, "private", GRANT_READ, "id=\"a\"")),
                arguments(GRANT_READ_ACP, CREATING, said(ACL, "private", GRANT_READ_ACP, "id=\"a\"")),
                arguments(GRANT_WRITE_ACP, CREATING, said(ACL, "private", GRANT_WRITE_ACP, "id=\"a\"")),
                arguments(GRANT_FULL_CONTROL, CREATING, said(ACL, "private", GRANT_FULL_CONTROL, "id=\"a\"")),
                arguments(OBJECT_LOCK_MODE, CREATING, said(OBJECT_LOCK_MODE, "GOVERNANCE")),
                arguments(OBJECT_LOCK_RETAIN_UNTIL_DATE, CREATING, said(OBJECT_LOCK_RETAIN_UNTIL_DATE, LATER)),
                arguments(
                        OBJECT_LOCK_RETAIN_UNTIL_DATE,
                        CREATING,
                        said(OBJECT_LOCK_MODE, "COMPLIANCE", OBJECT_LOCK_RETAIN_UNTIL_DATE, "2020-01-01")),
                arguments(OBJECT_LOCK_EVENT_HOLD, CREATING, said(OBJECT_LOCK_EVENT_HOLD, "ON")),
                arguments(
                        OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS, CREATING, said(OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS, 1)),
                arguments(
                        OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS,
                        CREATING,
                        said(OBJECT_LOCK_EVENT_HOLD, "OFF", OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS, 1)),
                arguments(
                        OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS,
                        CREATING,
                        said(
                                OBJECT_LOCK_EVENT_HOLD,
                                "ON",
                                OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS,
                                1,
                                OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS,
                                1)),
                arguments(SSE_KMS_KEY_ID, CREATING, said(SSE_KMS_KEY_ID, "key")),
                arguments(SSE_KMS_KEY_ID, CREATING, said(SSE_KMS_KEY_ID, "key", SERVER_SIDE_ENCRYPTION, "AES256")),
                arguments(SSE_KMS_KEY_ID, CREATING, said(SSE_KMS_KEY_ID, "key", SERVER_SIDE_ENCRYPTION, "aws:fsx")),
                arguments(SSE_KMS_ENCRYPTION_CONTEXT, CREATING, said(SSE_KMS_ENCRYPTION_CONTEXT, Map.of("a", "b"))),
                arguments(
                        SERVER_SIDE_ENCRYPTION,
                        CREATING,
                        said(SSE_CUSTOMER_KEY, CUSTOMER_KEY, SERVER_SIDE_ENCRYPTION, "AES256")),
                arguments(SSE_KMS_KEY_ID, CREATING, said(SSE_CUSTOMER_KEY, CUSTOMER_KEY, SSE_KMS_KEY_ID, "key")),
                arguments(
                        SSE_CUSTOMER_KEY_MD5,
                        ENCRYPTING,
                        said(SSE_CUSTOMER_KEY, CUSTOMER_KEY, SSE_CUSTOMER_KEY_MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")),
                arguments(SSE_CUSTOMER_ALGORITHM, ENCRYPTING, said(SSE_CUSTOMER_ALGORITHM, "AES256")),
                arguments(
                        COPY_SOURCE_SSE_CUSTOMER_KEY_MD5,
                        READING,
                        said(COPY_SOURCE_SSE_CUSTOMER_KEY_MD5, "1B2M2Y8AsgTpgAmY7PhCfg==")),
                arguments(WEBSITE_REDIRECT_LOCATION, CREATING, said(WEBSITE_REDIRECT_LOCATION, "")),
                arguments(WEBSITE_REDIRECT_LOCATION, CREATING, said(WEBSITE_REDIRECT_LOCATION, "other.html")),
                arguments(WEBSITE_REDIRECT_LOCATION, CREATING, said(WEBSITE_REDIRECT_LOCATION, "ftp://example.com")),
                arguments(WEBSITE_REDIRECT_LOCATION, CREATING, said(WEBSITE_REDIRECT_LOCATION, "/" + "x".repeat(2048))),
                arguments(CHECKSUM_TYPE, CREATE, said(CHECKSUM_TYPE, "FULL_OBJECT")),
                arguments(CHECKSUM_TYPE, CREATE, said(CHECKSUM_TYPE, "FULL_OBJECT", CHECKSUM_ALGORITHM, "SHA256")),
                arguments(CHECKSUM_TYPE, CREATE, said(CHECKSUM_TYPE, "COMPOSITE", CHECKSUM_ALGORITHM, "CRC64NVME")),
                arguments(IF_MATCH, FINISHING, said(IF_MATCH, "\"e\"", IF_NONE_MATCH, "*")),
                arguments(BUCKET, EnumSet.allOf(S3Call.class), said(BUCKET, "a/b")),
                arguments(COPY_SOURCE, READING, said(COPY_SOURCE, "a?b/key")),
                arguments(COPY_SOURCE, READING, said(COPY_SOURCE, Calls.MULTI_REGION + "/object/key")));
    }

    /** What looks like the above and is right, or S3's to judge. */
    static Stream<Arguments> right() {
        return Stream.<Object[]>of(
                        said(METADATA, Map.of("a", "1"), CACHE_CONTROL, "", METADATA_DIRECTIVE, "REPLACE"),
                        said(METADATA_DIRECTIVE, "REPLACE"),
                        said(METADATA_DIRECTIVE, "COPY"),
                        said(TAGGING, "", TAGGING_DIRECTIVE, "REPLACE"),
                        said(TAGGING_DIRECTIVE, "REPLACE"),
                        said(ACL, "bucket-owner-full-control"),
                        said(GRANT_READ, "id=\"a\"", GRANT_FULL_CONTROL, "id=\"b\""),
                        said(OBJECT_LOCK_MODE, "GOVERNANCE", OBJECT_LOCK_RETAIN_UNTIL_DATE, LATER),
                        said(OBJECT_LOCK_LEGAL_HOLD_STATUS, "ON"),
                        said(OBJECT_LOCK_EVENT_HOLD, "ON", OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS, 1),
                        said(OBJECT_LOCK_EVENT_HOLD, "OFF"),
                        said(SERVER_SIDE_ENCRYPTION, "aws:kms"),
                        said(SERVER_SIDE_ENCRYPTION, "aws:kms:dsse", SSE_KMS_KEY_ID, "alias/k"),
                        said(SERVER_SIDE_ENCRYPTION, "aws:kms", SSE_KMS_ENCRYPTION_CONTEXT, Map.of("a", "b")),
                        said(SERVER_SIDE_ENCRYPTION, "aws:backup"),
                        said(BUCKET_KEY_ENABLED, false),
                        said(SSE_CUSTOMER_KEY, CUSTOMER_KEY, COPY_SOURCE_SSE_CUSTOMER_KEY, CUSTOMER_KEY),
                        said(WEBSITE_REDIRECT_LOCATION, "/other.html"),
                        said(WEBSITE_REDIRECT_LOCATION, "https://example.com/"),
                        said(CHECKSUM_ALGORITHM, "SHA256"),
                        said(CHECKSUM_ALGORITHM, "SHA256", CHECKSUM_TYPE, "COMPOSITE"),
                        said(CHECKSUM_ALGORITHM, "CRC64NVME", CHECKSUM_TYPE, "FULL_OBJECT"),
                        said(IF_MATCH, "*"),
                        said(IF_NONE_MATCH, "*"),
                        said(COPY_SOURCE_IF_MATCH, "\"e\"", COPY_SOURCE_IF_UNMODIFIED_SINCE, "2020-01-01"),
                        said(COPY_SOURCE_IF_NONE_MATCH, "\"e\"", COPY_SOURCE_IF_MODIFIED_SINCE, "2020-01-01"),
                        said(BUCKET, Calls.MULTI_REGION),
                        said(COPY_SOURCE, "arn:aws:s3:eu-west-1:123456789012:accesspoint/ap/object/key"))
                .map(said -> arguments((Object) said));
    }

    private static Object[] said(Object... said) {
        return said;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenRuleIsToldByEachCallThatCarriesIt(CopyParameter row, Set<S3Call> calls, Object[] said) {
        assertThat(calls).allSatisfy(call -> assertRefused(call, with(least(call), said), row));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void callThatDoesNotCarryTheParameterDoesNotMind(CopyParameter row, Set<S3Call> calls, Object[] said) {
        Set<S3Call> others = EnumSet.allOf(S3Call.class);
        others.removeAll(calls);
        assertThat(others).allSatisfy(call -> assertPasses(call, with(least(call), said)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsRightPassesInEveryCall(Object[] said) {
        assertThat(S3Call.values()).allSatisfy(call -> assertPasses(call, with(least(call), said)));
    }

    @ParameterizedTest
    @EnumSource
    void callWithoutWhatItNeedsIsRefusedByTheNameOfWhatIsMissing(S3Call call) {
        assertThat(call.required()).allSatisfy(row -> {
            CopyRequest whole = least(call).build();
            CopyRequest.Builder lacking = CopyRequest.builder();
            whole.rows().stream().filter(said -> said != row).forEach(said -> lacking.set(said, whole.get(said)));
            assertThatThrownBy(() -> CopyRules.prepare(call, lacking.build()))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("header " + row.header() + ": is missing, and " + call.api() + " needs it");
        });
    }

    @Test
    void sourceKeyWithoutItsBucketIsNamed() {
        CopyRequest request = CopyRequest.builder()
                .set(BUCKET, "archive")
                .set(KEY, "to")
                .set(COPY_SOURCE_KEY, "from")
                .build();
        assertThatThrownBy(() -> CopyRules.prepare(COPY_OBJECT, request))
                .hasMessageStartingWith("option copySourceBucket or header CamelS3CopyCopySourceBucket: is missing");
    }

    @Test
    void preparedRequestHoldsOnlyWhatTheCallCarries() {
        CopyRequest request = with(least(ABORT_MULTIPART_UPLOAD), CACHE_CONTROL, "no-store", PART_NUMBER, 2);
        assertThat(CopyRules.prepare(ABORT_MULTIPART_UPLOAD, request).request().rows())
                .containsExactlyInAnyOrder(BUCKET, KEY, UPLOAD_ID);
    }

    @Test
    void explicitDefaultsGoOnTheWireAsBucketPoliciesTestThem() {
        CopyRequest request =
                with(least(COPY_OBJECT), METADATA_DIRECTIVE, "COPY", ACL, "private", BUCKET_KEY_ENABLED, false);
        assertThat(CopyRules.prepare(COPY_OBJECT, request).request()).isEqualTo(request);
    }

    @Test
    void companionOfACustomerKeyIsPartOfThePreparedRequest() {
        CopyRequest request = CopyRules.prepare(
                        UPLOAD_PART_COPY, with(least(UPLOAD_PART_COPY), SSE_CUSTOMER_KEY, CUSTOMER_KEY))
                .request();
        assertThat(List.of(request.text(SSE_CUSTOMER_ALGORITHM), request.text(SSE_CUSTOMER_KEY_MD5)))
                .containsExactly("AES256", Md5Utils.md5AsBase64(CUSTOMER_KEY));
    }

    @Test
    void whatAMessageMayMendIsNoConflictOfOptions() {
        CopyRequest options = CopyRequest.builder()
                .set(BUCKET, "b")
                .set(CACHE_CONTROL, "no-store")
                .build();
        CopyRules.checkConflicts(COPY_OBJECT, options);
        assertThatThrownBy(() -> CopyRules.prepare(COPY_OBJECT, options)).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void conflictOfOptionsIsToldWithoutAnyMessage() {
        CopyRequest options =
                CopyRequest.builder().set(IF_MATCH, "e").set(IF_NONE_MATCH, "*").build();
        assertThatThrownBy(() -> CopyRules.checkConflicts(COPY_OBJECT, options))
                .isInstanceOf(InvalidParameterException.class);
    }
}
