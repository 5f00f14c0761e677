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

import static io.s3copy.parameter.S3Call.ABORT_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COMPLETE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.COPY_OBJECT;
import static io.s3copy.parameter.S3Call.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.parameter.S3Call.LIST_PARTS;
import static io.s3copy.parameter.S3Call.UPLOAD_PART_COPY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table itself: its names are a rule, and its routes are those of the S3 API. */
class CopyParameterTest {

    static List<CopyParameter> requestRows() {
        return CopyParameter.requestRows();
    }

    @ParameterizedTest
    @EnumSource
    void headerIsThePrefixAndTheMember(CopyParameter row) {
        String prefix = row.isResult() ? "CamelS3CopyResult" : "CamelS3Copy";
        assertThat(row.header()).isEqualTo(prefix + row.member());
    }

    @Test
    void noTwoRowsShareAHeader() {
        assertThat(Stream.of(CopyParameter.values()).map(CopyParameter::header)).doesNotHaveDuplicates();
    }

    @Test
    void noParameterIsReadFromTheHeaderOfAResult() {
        assertThat(CopyParameter.requestRows())
                .noneMatch(row -> row.header().startsWith(CopyParameter.RESULT_HEADER_PREFIX));
    }

    @ParameterizedTest
    @MethodSource("requestRows")
    void optionIsTheMemberInJavasSpelling(CopyParameter row) {
        String option = row == CopyParameter.BUCKET ? "Bucket" : row.option().orElse(row.member());
        assertThat(option.toLowerCase(Locale.ROOT)).isEqualTo(row.member().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("requestRows")
    void onlyEnumeratedRowsNameValues(CopyParameter row) {
        assertThat(row.knownValues().isEmpty()).isEqualTo(row.type() != ParameterType.ENUM);
    }

    static Stream<Arguments> routes() {
        Set<S3Call> all = EnumSet.allOf(S3Call.class);
        Set<S3Call> reading = EnumSet.of(COPY_OBJECT, UPLOAD_PART_COPY);
        Set<S3Call> creating = EnumSet.of(COPY_OBJECT, CREATE_MULTIPART_UPLOAD);
        Set<S3Call> finishing = EnumSet.of(COPY_OBJECT, COMPLETE_MULTIPART_UPLOAD);
        Set<S3Call> encrypting = EnumSet.of(
                COPY_OBJECT, CREATE_MULTIPART_UPLOAD, UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, LIST_PARTS);
        Set<S3Call> uploading =
                EnumSet.of(UPLOAD_PART_COPY, COMPLETE_MULTIPART_UPLOAD, ABORT_MULTIPART_UPLOAD, LIST_PARTS);
        return Stream.of(
                Arguments.of(all, "BUCKET KEY EXPECTED_BUCKET_OWNER REQUEST_PAYER"),
                Arguments.of(
                        reading,
                        "COPY_SOURCE COPY_SOURCE_IF_MATCH COPY_SOURCE_IF_NONE_MATCH COPY_SOURCE_IF_MODIFIED_SINCE"
                                + " COPY_SOURCE_IF_UNMODIFIED_SINCE COPY_SOURCE_SSE_CUSTOMER_ALGORITHM"
                                + " COPY_SOURCE_SSE_CUSTOMER_KEY COPY_SOURCE_SSE_CUSTOMER_KEY_MD5"
                                + " EXPECTED_SOURCE_BUCKET_OWNER"),
                Arguments.of(encrypting, "SSE_CUSTOMER_ALGORITHM SSE_CUSTOMER_KEY SSE_CUSTOMER_KEY_MD5"),
                Arguments.of(finishing, "IF_MATCH IF_NONE_MATCH"),
                Arguments.of(
                        creating,
                        "ACL GRANT_FULL_CONTROL GRANT_READ GRANT_READ_ACP GRANT_WRITE_ACP CACHE_CONTROL"
                                + " CONTENT_DISPOSITION CONTENT_ENCODING CONTENT_LANGUAGE CONTENT_TYPE EXPIRES METADATA"
                                + " STORAGE_CLASS WEBSITE_REDIRECT_LOCATION TAGGING SERVER_SIDE_ENCRYPTION"
                                + " SSE_KMS_KEY_ID SSE_KMS_ENCRYPTION_CONTEXT BUCKET_KEY_ENABLED CHECKSUM_ALGORITHM"
                                + " OBJECT_LOCK_MODE OBJECT_LOCK_RETAIN_UNTIL_DATE OBJECT_LOCK_LEGAL_HOLD_STATUS"
                                + " OBJECT_LOCK_EVENT_HOLD OBJECT_LOCK_EVENT_HOLD_DURATION_DAYS"
                                + " OBJECT_LOCK_EVENT_HOLD_DURATION_YEARS"),
                Arguments.of(EnumSet.of(COPY_OBJECT), "METADATA_DIRECTIVE TAGGING_DIRECTIVE ANNOTATION_DIRECTIVE"),
                Arguments.of(EnumSet.of(UPLOAD_PART_COPY), "COPY_SOURCE_RANGE PART_NUMBER"),
                Arguments.of(uploading, "UPLOAD_ID"),
                Arguments.of(EnumSet.of(CREATE_MULTIPART_UPLOAD, COMPLETE_MULTIPART_UPLOAD), "CHECKSUM_TYPE"),
                Arguments.of(EnumSet.of(COMPLETE_MULTIPART_UPLOAD), "MULTIPART_UPLOAD MPU_OBJECT_SIZE"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void rowsGoToTheCallsThatTheS3ApiHasThemIn(Set<S3Call> calls, String rows) {
        assertThat(rows.split(" "))
                .allSatisfy(
                        row -> assertThat(CopyParameter.valueOf(row).calls()).isEqualTo(calls));
    }

    @ParameterizedTest
    @EnumSource
    void callCarriesAllThatItCannotBeMadeWithout(S3Call call) {
        assertThat(call.required()).allMatch(row -> row.calls().contains(call));
    }
}
