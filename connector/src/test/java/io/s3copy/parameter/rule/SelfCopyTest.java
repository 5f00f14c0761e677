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
import static io.s3copy.parameter.S3Call.COPY_OBJECT;
import static io.s3copy.parameter.S3Call.UPLOAD_PART_COPY;
import static io.s3copy.parameter.rule.Calls.assertPasses;
import static io.s3copy.parameter.rule.Calls.assertRefused;
import static io.s3copy.parameter.rule.Calls.least;
import static io.s3copy.parameter.rule.Calls.with;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.s3copy.parameter.CopyRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy of an object onto itself: S3 wants metadata, class, redirect or encryption to change, or a version. */
class SelfCopyTest {

    private static final String ACCESS_POINT = "arn:aws:s3:eu-west-1:123456789012:accesspoint/ap";

    private static CopyRequest self(Object... more) {
        return with(least(COPY_OBJECT).set(COPY_SOURCE, "archive/to"), more);
    }

    static Stream<Arguments> changes() {
        return Stream.<Object[]>of(
                        new Object[] {METADATA_DIRECTIVE, "REPLACE"},
                        new Object[] {STORAGE_CLASS, "STANDARD"},
                        new Object[] {WEBSITE_REDIRECT_LOCATION, "/x"},
                        new Object[] {SERVER_SIDE_ENCRYPTION, "AES256"},
                        new Object[] {SSE_CUSTOMER_KEY, new byte[32]},
                        new Object[] {COPY_SOURCE_SSE_CUSTOMER_KEY, new byte[32]},
                        new Object[] {BUCKET_KEY_ENABLED, true})
                .map(said -> arguments((Object) said));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changeMakesItLegal(Object[] change) {
        assertPasses(COPY_OBJECT, self(change));
    }

    static Stream<Arguments> whatIsNoChangeToS3() {
        return Stream.<Object[]>of(
                        new Object[] {},
                        new Object[] {METADATA_DIRECTIVE, "COPY"},
                        new Object[] {TAGGING_DIRECTIVE, "REPLACE"},
                        new Object[] {TAGS, Map.of("a", "1"), TAGGING_DIRECTIVE, "REPLACE"},
                        new Object[] {CHECKSUM_ALGORITHM, "SHA256"},
                        new Object[] {ANNOTATION_DIRECTIVE, "EXCLUDE"},
                        new Object[] {ACL, "public-read"},
                        new Object[] {OBJECT_LOCK_LEGAL_HOLD_STATUS, "ON"})
                .map(said -> arguments((Object) said));
    }

    @ParameterizedTest
    @MethodSource("whatIsNoChangeToS3")
    void anythingElseIsNoChange(Object[] said) {
        assertRefused(COPY_OBJECT, self(said), COPY_SOURCE);
    }

    @Test
    void versionMakesItARestore() {
        assertPasses(COPY_OBJECT, with(least(COPY_OBJECT).set(COPY_SOURCE, "archive/to?versionId=v")));
    }

    @Test
    void accessPointAsBothEndsIsTheSameObject() {
        assertRefused(
                COPY_OBJECT,
                with(least(COPY_OBJECT, ACCESS_POINT).set(COPY_SOURCE, ACCESS_POINT + "/object/to")),
                COPY_SOURCE);
    }

    @Test
    void accessPointAtOneEndIsS3sToJudge() {
        assertPasses(COPY_OBJECT, with(least(COPY_OBJECT).set(COPY_SOURCE, ACCESS_POINT + "/object/to")));
    }

    @Test
    void fieldsAreNamedWhereFieldsWereSaid() {
        CopyRequest request = CopyRequest.builder()
                .set(BUCKET, "b")
                .set(KEY, "k")
                .set(COPY_SOURCE_BUCKET, "b")
                .set(COPY_SOURCE_KEY, "k")
                .build();
        assertRefused(COPY_OBJECT, request, COPY_SOURCE_KEY);
    }

    @Test
    void partOfAnUploadMayComeFromTheObjectItReplaces() {
        assertPasses(
                UPLOAD_PART_COPY,
                with(least(UPLOAD_PART_COPY).set(COPY_SOURCE, "archive/to"), COPY_SOURCE_RANGE, "bytes=0-5242879"));
    }
}
