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

import static io.s3copy.parameter.CopyParameter.ACL;
import static io.s3copy.parameter.CopyParameter.BUCKET_KEY_ENABLED;
import static io.s3copy.parameter.CopyParameter.CACHE_CONTROL;
import static io.s3copy.parameter.CopyParameter.CONTENT_TYPE;
import static io.s3copy.parameter.CopyParameter.GRANT_READ;
import static io.s3copy.parameter.CopyParameter.IF_NONE_MATCH;
import static io.s3copy.parameter.CopyParameter.KEY;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.STORAGE_CLASS;
import static io.s3copy.parameter.CopyParameter.UPLOAD_ID;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of every kind: enumerated values, MIME types, grantees, metadata, and the empty text. */
class TextsTest {

    @Property(tries = 300)
    void printableAsciiIsKeptAsItIs(@ForAll("printable") String text) {
        assertThat(Reading.read(CACHE_CONTROL, text)).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .withChars('\t')
                .ofMaxLength(80)
                .map(String::strip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nx-amz-acl: public-read", "a\u0000", "é", "a\u007f", "😀"})
    void textThatNoHeaderCanCarryIsRefused(String text) {
        assertThat(Reading.refusal(CACHE_CONTROL, text).rule()).contains("no HTTP header can carry");
    }

    @ParameterizedTest
    @ValueSource(strings = {" v", "v ", "\tv", " "})
    void whiteSpaceThatAHeaderWouldLoseIsRefused(String text) {
        assertThat(Reading.refusal(CACHE_CONTROL, text).rule()).contains("begins or ends with white space");
    }

    @Test
    void emptyTextIsAValue() {
        assertThat(Reading.request(CACHE_CONTROL, "").has(CACHE_CONTROL)).isTrue();
    }

    @Test
    void nullSaysNothing() {
        assertThat(Reading.request(CACHE_CONTROL, null)).isEqualTo(CopyRequest.empty());
    }

    static Stream<CopyParameter> rowsWithoutAnEmptyValue() {
        Set<ParameterType> maybeEmpty =
                EnumSet.of(ParameterType.TEXT, ParameterType.TAGGING, ParameterType.TAGS, ParameterType.METADATA);
        return CopyParameter.requestRows().stream().filter(row -> !maybeEmpty.contains(row.type()));
    }

    @ParameterizedTest
    @MethodSource("rowsWithoutAnEmptyValue")
    void emptyTextIsNoValueOfAnyOtherType(CopyParameter row) {
        assertThat(Reading.refusal(row, "")).isNotNull();
    }

    @Test
    void emptyUploadIdIsRefusedAsAnAbortWithoutItIsADelete() {
        assertThat(Reading.refusal(UPLOAD_ID, "").rule()).isEqualTo("is empty");
    }

    @Test
    void bytesAreUtf8() {
        assertThat(Reading.read(KEY, "ké".getBytes(StandardCharsets.UTF_8))).isEqualTo("ké");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThat(Reading.refusal(KEY, new byte[] {(byte) 0xff}).rule()).isEqualTo("holds bytes that are no UTF-8");
    }

    static Stream<Object> valuesWithoutAText() {
        return Stream.of(new int[] {1}, new char[] {'a'}, List.of("a"), Map.of("a", "b"));
    }

    @ParameterizedTest
    @MethodSource("valuesWithoutAText")
    void javasNameOfAnObjectIsNoKey(Object given) {
        assertThat(Reading.refusal(KEY, given).rule()).endsWith("which is no text");
    }

    @ParameterizedTest(name = "''{0}''")
    @CsvSource({"GLACIER_IR, GLACIER_IR", "glacier_ir, GLACIER_IR", "' Standard ', STANDARD"})
    void enumeratedValueIsReadInAnyCaseAndKeptInS3sSpelling(String text, String expected) {
        assertThat(Reading.read(STORAGE_CLASS, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "GLACIER-IR", "COLD", "STANDARD,GLACIER"})
    void unknownValueIsRefusedWithTheKnownOnes(String text) {
        assertThat(Reading.refusal(STORAGE_CLASS, text).fix()).startsWith("Use one of STANDARD, REDUCED_REDUNDANCY, ");
    }

    @Test
    void valueInLowerCaseIsKeptInLowerCase() {
        assertThat(Reading.read(ACL, "Bucket-Owner-Full-Control")).isEqualTo("bucket-owner-full-control");
    }

    @Test
    void ifNoneMatchTakesAStarOnly() {
        assertThat(Reading.refusal(IF_NONE_MATCH, "\"etag\"").fix()).isEqualTo("Use one of *");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"true, true", "TRUE, true", "' False ', false"})
    void booleanIsReadInAnyCase(String text, boolean expected) {
        assertThat(Reading.read(BUCKET_KEY_ENABLED, text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "yes", "1", "on"})
    void anythingElseIsNoBoolean(String text) {
        assertThat(Reading.refusal(BUCKET_KEY_ENABLED, text).rule()).isEqualTo("is neither true nor false");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "text/plain",
                "image/svg+xml",
                "application/vnd.ms-excel.sheet.macroEnabled.12",
                "text/plain; charset=utf-8",
                "text/plain;charset=\"utf-8\" ; format=flowed",
                "multipart/related; boundary=\"a;b\"",
                "text/plain;"
            })
    void mimeTypeIsKeptAsItIs(String type) {
        assertThat(Reading.read(CONTENT_TYPE, type)).isEqualTo(type);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(
            strings = {
                "",
                "text",
                "text/",
                "/plain",
                "image/svg xml",
                "text/plain; charset",
                "text/plain charset=x",
                "é/é"
            })
    void anythingElseIsNoMimeType(String type) {
        assertThat(Reading.refusal(CONTENT_TYPE, type)).isNotNull();
    }

    @Test
    void lostPlusOfAMimeTypeIsExplained() {
        assertThat(Reading.refusal(CONTENT_TYPE, "image/svg xml").fix()).contains("RAW(image/svg+xml)");
    }

    @Test
    void spaceAmongTheParametersIsNoLostPlus() {
        assertThat(Reading.refusal(CONTENT_TYPE, "text/plain; a b").fix()).doesNotContain("RAW");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "id=\"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be\"",
                "id=abc",
                "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\", id=\"b\"",
                "ID = \"a\" , URI=\"b\""
            })
    void granteesAreIdsAndGroups(String grant) {
        assertThat(Reading.read(GRANT_READ, grant)).isEqualTo(grant);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "someone", "id=", "id=\"\"", "id=\"a\",", "name=\"a\"", "id=\"a\" id=\"b\""})
    void anythingElseIsNoGrantee(String grant) {
        assertThat(Reading.refusal(GRANT_READ, grant).rule()).isEqualTo("is not a list of grantees");
    }

    @Test
    void granteeByEmailIsRefusedAsS3EndedThem() {
        assertThat(Reading.refusal(GRANT_READ, "emailAddress=\"a@example.com\"").rule())
                .contains("October 2025");
    }

    @Test
    void metadataMayHave2048Bytes() {
        assertThat(Reading.read(METADATA, Map.of("n".repeat(48), "v".repeat(2000))))
                .isNotNull();
    }

    @Test
    void metadataOf2049BytesIsRefused() {
        assertThat(Reading.refusal(METADATA, Map.of("n".repeat(49), "v".repeat(2000)))
                        .rule())
                .startsWith("has 2049 bytes");
    }

    @Test
    void metadataKeepsItsOrderAndAnEmptyValue() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("b", null);
        metadata.put("a", "1");
        assertThat(Reading.read(METADATA, metadata)).hasToString("{b=, a=1}");
    }

    @Test
    void metadataNamesThatDifferInCaseAreOneNameToS3() {
        assertThat(Reading.refusal(METADATA, Map.of("Color", "red", "color", "blue"))
                        .rule())
                .contains("twice");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "a b", "a:b", "ä", "a\r\nb"})
    void nameThatIsNoPartOfAHeaderIsRefused(String name) {
        assertThat(Reading.refusal(METADATA, Collections.singletonMap(name, "v"))
                        .rule())
                .contains("cannot be part of an HTTP header");
    }

    @Test
    void valueThatNoHeaderCanCarryIsRefused() {
        assertThat(Reading.refusal(METADATA, Map.of("a", "é")).rule()).contains("no HTTP header can carry");
    }
}
