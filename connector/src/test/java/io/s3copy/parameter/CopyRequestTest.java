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
import static io.s3copy.parameter.CopyParameter.BUCKET;
import static io.s3copy.parameter.CopyParameter.CACHE_CONTROL;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_BUCKET;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_VERSION_ID;
import static io.s3copy.parameter.CopyParameter.KEY;
import static io.s3copy.parameter.CopyParameter.METADATA;
import static io.s3copy.parameter.CopyParameter.PART_NUMBER;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_ALGORITHM;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY;
import static io.s3copy.parameter.CopyParameter.SSE_CUSTOMER_KEY_MD5;
import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.HashMap;
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

class CopyRequestTest {

    private static final byte[] SECRET = new byte[32];

    @Test
    void unsetEmptyAndExplicitDefaultAreThreeThings() {
        CopyRequest unset = CopyRequest.empty();
        CopyRequest empty = CopyRequest.builder().set(TAGGING, "").build();
        CopyRequest stated = CopyRequest.builder().set(ACL, "private").build();
        assertThat(List.of(unset.has(TAGGING), empty.has(TAGGING), stated.has(ACL)))
                .containsExactly(false, true, true);
    }

    @Test
    void emptyValueIsKeptEmpty() {
        assertThat(CopyRequest.builder().set(TAGGING, "").build().text(TAGGING)).isEmpty();
    }

    @Test
    void rowOfAResultIsNoParameter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CopyRequest.builder().set(CopyParameter.RESULT_ETAG, "e"));
    }

    @Test
    void laterChangeOfAMapDoesNotChangeTheRequest() {
        Map<String, String> metadata = new HashMap<>(Map.of("a", "1"));
        CopyRequest request = CopyRequest.builder().set(METADATA, metadata).build();
        metadata.put("b", "2");
        assertThat(request.get(METADATA)).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void valuesCannotBeChangedInTheRequest() {
        CopyRequest request =
                CopyRequest.builder().set(METADATA, Map.of("a", "1")).build();
        assertThat(request.get(METADATA))
                .isInstanceOfSatisfying(
                        Map.class,
                        metadata ->
                                assertThatThrownBy(metadata::clear).isInstanceOf(UnsupportedOperationException.class));
    }

    @Test
    void rowsCannotBeRemovedFromTheRequest() {
        CopyRequest request = CopyRequest.builder().set(KEY, "k").build();
        assertThatThrownBy(() -> request.rows().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void builderThatGoesOnDoesNotChangeWhatItBuilt() {
        CopyRequest.Builder builder = CopyRequest.builder().set(KEY, "one");
        CopyRequest built = builder.build();
        builder.set(KEY, "two");
        assertThat(built.text(KEY)).isEqualTo("one");
    }

    @Test
    void overlayChangesNeitherRequest() {
        CopyRequest weaker = CopyRequest.builder().set(KEY, "weak").build();
        CopyRequest stronger = CopyRequest.builder().set(ACL, "private").build();
        weaker.overlaidBy(stronger);
        assertThat(List.of(weaker.rows(), stronger.rows())).isEqualTo(List.of(setOf(KEY), setOf(ACL)));
    }

    private static Set<CopyParameter> setOf(CopyParameter row) {
        return EnumSet.of(row);
    }

    @Test
    void requestsAreEqualByWhatTheySayNotByWhoSaidIt() {
        assertThat(CopyRequest.builder(Origin.OPTION)
                        .set(TAGS, Map.of("a", "1"))
                        .build())
                .isEqualTo(CopyRequest.builder(Origin.BODY).set(TAGGING, "a=1").build())
                .hasSameHashCodeAs(CopyRequest.builder().set(TAGGING, "a=1").build())
                .isNotEqualTo(CopyRequest.builder().set(TAGGING, "a=2").build());
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(Origin.OPTION, ACL, "option acl"),
                Arguments.of(Origin.HEADER, ACL, "header CamelS3CopyACL"),
                Arguments.of(Origin.BODY, ACL, "parameter ACL"),
                Arguments.of(Origin.OPTION, CopyParameter.CHECKSUM_CRC32, "parameter ChecksumCRC32"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void errorsUseTheWordsOfWhoeverSaidIt(Origin origin, CopyParameter row, String name) {
        assertThatThrownBy(() -> CopyRequest.builder(origin).set(row, "\n"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith(name + " = '?': ");
    }

    @Test
    void errorsAboutARequestUseThoseWordsToo() {
        CopyRequest request = CopyRequest.builder(Origin.OPTION)
                .set(ACL, "private")
                .build()
                .overlaidBy(CopyRequest.builder(Origin.HEADER).set(KEY, "k").build());
        assertThat(List.of(
                        request.invalid(ACL, "rule", "fix").getMessage(),
                        request.invalid(KEY, "rule", "fix").getMessage()))
                .containsExactly("option acl = 'private': rule. fix.", "header CamelS3CopyKey = 'k': rule. fix.");
    }

    static Stream<Arguments> overlays() {
        CopyRequest text =
                CopyRequest.builder().set(COPY_SOURCE, "b/k?versionId=1").build();
        CopyRequest fields = CopyRequest.builder()
                .set(COPY_SOURCE_BUCKET, "fb")
                .set(COPY_SOURCE_KEY, "fk")
                .set(COPY_SOURCE_VERSION_ID, "2")
                .build();
        CopyRequest key = CopyRequest.builder().set(COPY_SOURCE_KEY, "other").build();
        CopyRequest bucket =
                CopyRequest.builder().set(COPY_SOURCE_BUCKET, "other").build();
        CopyRequest version =
                CopyRequest.builder().set(COPY_SOURCE_VERSION_ID, "3").build();
        return Stream.of(
                Arguments.of("text over fields", fields, text, new CopySource("b", "k", "1")),
                Arguments.of("fields over text", text, fields, new CopySource("fb", "fk", "2")),
                Arguments.of("a key takes the bucket, no version", fields, key, new CopySource("fb", "other", null)),
                Arguments.of("a bucket takes the key, no version", fields, bucket, new CopySource("other", "fk", null)),
                Arguments.of("a version takes bucket and key", fields, version, new CopySource("fb", "fk", "3")),
                Arguments.of("half a source over a text is half a source", text, key, null),
                Arguments.of("nothing over a text", text, CopyRequest.empty(), new CopySource("b", "k", "1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overlays")
    void sourceIsReplacedAsAWhole(String name, CopyRequest weaker, CopyRequest stronger, CopySource expected) {
        assertThat(weaker.overlaidBy(stronger).source().orElse(null)).isEqualTo(expected);
    }

    @Test
    void strongerTagsReplaceAWeakerTagging() {
        CopyRequest weaker = CopyRequest.builder().set(TAGGING, "a=1").build();
        CopyRequest stronger = CopyRequest.builder().set(TAGS, Map.of("b", "2")).build();
        assertThat(weaker.overlaidBy(stronger).text(TAGGING)).isEqualTo("b=2");
    }

    @Test
    void strongerCustomerKeyTakesNoWeakerDigest() {
        CopyRequest weaker = CopyRequest.builder()
                .set(SSE_CUSTOMER_KEY, SECRET)
                .set(SSE_CUSTOMER_ALGORITHM, "AES256")
                .set(SSE_CUSTOMER_KEY_MD5, Md5Utils.md5AsBase64(SECRET))
                .build();
        byte[] other = SECRET.clone();
        other[0] = 1;
        CopyRequest stronger =
                CopyRequest.builder().set(SSE_CUSTOMER_KEY, other).build();
        assertThat(weaker.overlaidBy(stronger)).isEqualTo(stronger);
    }

    @Test
    void strongerDigestIsComparedWithTheWeakerKey() {
        CopyRequest request = CopyRequest.builder()
                .set(SSE_CUSTOMER_KEY, SECRET)
                .build()
                .overlaidBy(CopyRequest.builder()
                        .set(SSE_CUSTOMER_KEY_MD5, Md5Utils.md5AsBase64(new byte[1]))
                        .build());
        assertThatThrownBy(() -> CustomerKeyCompanions.complete(request)).isInstanceOf(InvalidParameterException.class);
    }

    static Stream<Arguments> bothForms() {
        return Stream.of(
                Arguments.of(COPY_SOURCE, "b/k", COPY_SOURCE_BUCKET, "b"),
                Arguments.of(COPY_SOURCE, "b/k", COPY_SOURCE_KEY, "k"),
                Arguments.of(COPY_SOURCE_VERSION_ID, "v", COPY_SOURCE, "b/k"),
                Arguments.of(TAGGING, "a=1", TAGS, Map.of("a", "1")),
                Arguments.of(TAGS, Map.of(), TAGGING, ""));
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void bothFormsAtOnceAreRefused(CopyParameter first, Object one, CopyParameter second, Object other) {
        CopyRequest.Builder builder = CopyRequest.builder(Origin.HEADER).set(first, one);
        InvalidParameterException refusal =
                catchThrowableOfType(InvalidParameterException.class, () -> builder.set(second, other));
        assertThat(refusal.getMessage()).startsWith("header " + second.header()).contains("said twice");
    }

    @Test
    void builderThatRefusedGoesOnWithWhatItHad() {
        CopyRequest.Builder builder = CopyRequest.builder().set(COPY_SOURCE, "b/k");
        assertThatThrownBy(() -> builder.set(COPY_SOURCE_KEY, "other")).isNotNull();
        assertThat(builder.set(SSE_CUSTOMER_KEY, SECRET).build().rows())
                .containsExactlyInAnyOrder(COPY_SOURCE, SSE_CUSTOMER_KEY);
    }

    @Test
    void tagsOfAnOptionCanBeSaidAnewInJava() {
        CopyRequest request =
                CopyRequest.builder(Origin.OPTION).set(TAGGING, "a=1").build();
        assertThat(request.toBuilder().set(TAGGING, "b=2").build().text(TAGGING))
                .isEqualTo("b=2");
    }

    @ParameterizedTest
    @EnumSource
    void callCarriesItsOwnRowsOnly(S3Call call) {
        CopyRequest request = CopyRequest.builder()
                .set(BUCKET, "b")
                .set(CACHE_CONTROL, "no-store")
                .set(PART_NUMBER, 1)
                .build();
        assertThat(request.carriedBy(call).rows())
                .allMatch(row -> row.calls().contains(call))
                .contains(BUCKET);
    }

    @Test
    void textOfARequestHoldsNoLineBreak() {
        assertThat(CopyRequest.builder().set(KEY, "a\nb").build()).hasToString("CopyRequest[Key=a?b]");
    }
}
