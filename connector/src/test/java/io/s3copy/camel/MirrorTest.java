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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.ParameterType;
import io.s3copy.parameter.S3Call;
import java.beans.Introspector;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;

/** The table, the catalogue, the configurer and the SDK say the same, each compared with each other both ways. */
@Tag("sdk")
class MirrorTest {

    private static final JsonNode CATALOGUE = catalogue();

    private static JsonNode catalogue() {
        try (InputStream json = MirrorTest.class.getResourceAsStream("/META-INF/io/s3copy/camel/s3copy.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<CopyParameter> requestRows() {
        return CopyParameter.requestRows();
    }

    static Stream<CopyParameter> rowsWithOption() {
        return requestRows().stream().filter(row -> row.option().isPresent());
    }

    static Stream<CopyParameter> enumRows() {
        return requestRows().stream().filter(row -> row.type() == ParameterType.ENUM);
    }

    @Test
    void runsOnTheSdkThatItSpeaksOf() {
        assertThat(SdkMirror.version()).isEqualTo(System.getProperty("s3copy.expected.sdk"));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void everyRequestMemberOfTheSdkIsARowOfItsCall(S3Call call) {
        assertThat(SdkMirror.requestMembers(call)).isSubsetOf(membersOfRows(call));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void everyRowOfACallIsAMemberOrOnTheListOfThoseThatTheSdkLacks(S3Call call) {
        Set<String> rows = membersOfRows(call);
        // another way to write Tagging, and no member of S3's
        rows.remove(CopyParameter.TAGS.member());
        rows.removeAll(SdkMirror.requestMembers(call));

        assertThat(rows).isEqualTo(SdkMirror.lacking(rowsOf(call)));
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void wireNamesAreTheSdks(S3Call call) {
        for (SdkField<?> field : SdkMirror.requestFields(call)) {
            CopyParameter row = CopyParameter.byMember(SdkMirror.member(field)).orElseThrow();
            if (row.wire().place() != CopyParameter.COPY_SOURCE_KEY.wire().place()) {
                assertThat(row.wire().name()).as(row.member()).isEqualTo(field.locationName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rowsWithOption")
    void theOptionIsTheNameOfTheSdk(CopyParameter row) {
        Set<String> names = new TreeSet<>();
        row.calls().forEach(call -> names.addAll(SdkMirror.builderMethods(call)));
        switch (row) {
            // the exceptions that the design lists
            case BUCKET -> assertThat(row.option()).contains("bucketNameOrArn");
            case KEY -> assertThat(row.option()).contains("key");
            case COPY_SOURCE_BUCKET -> assertThat(row.option()).contains("copySourceBucket");
            case COPY_SOURCE_KEY -> assertThat(row.option()).contains("copySourceKey");
            case COPY_SOURCE_VERSION_ID -> assertThat(row.option()).contains("copySourceVersionId");
            case TAGS -> assertThat(row.option()).contains("tags");
            default -> {
                if (SdkMirror.lacking(List.of(row)).isEmpty()) {
                    assertThat(names).contains(row.option().orElseThrow());
                } else {
                    String member = row.member();
                    assertThat(row.option())
                            .contains(member.substring(0, 1).toLowerCase(Locale.ROOT) + member.substring(1));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CopyParameter.class)
    void theHeaderIsThePrefixAndTheMember(CopyParameter row) {
        assertThat(row.header()).isEqualTo((row.isResult() ? "CamelS3CopyResult" : "CamelS3Copy") + row.member());
    }

    @Test
    void theCataloguesHeadersAreTheRows() {
        assertThat(names("headers"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(CopyParameter.values())
                        .map(CopyParameter::header)
                        .toList());
    }

    @Test
    void everyRowOfTheCopyingCallsHasAnOption() {
        assertThat(requestRows().stream().filter(row -> row.calls().stream().anyMatch(S3Call::readsSource)))
                .allSatisfy(row -> assertThat(row.option()).isPresent());
    }

    @ParameterizedTest
    @MethodSource("rowsWithOption")
    void everyOptionOfARowIsInTheCatalogue(CopyParameter row) {
        assertThat(names("properties")).contains(row.option().orElseThrow());
    }

    @Test
    void everyOptionWithANameOfTheSdksIsARow() {
        Set<String> ofSdk = new TreeSet<>();
        for (S3Call call : S3Call.values()) {
            ofSdk.addAll(SdkMirror.builderMethods(call));
        }
        List<String> ofCatalogue = names("properties");
        ofCatalogue.retainAll(ofSdk);

        assertThat(ofCatalogue)
                .isSubsetOf(
                        rowsWithOption().map(row -> row.option().orElseThrow()).toList());
    }

    @Test
    void theConfigurerHasEveryOptionOfTheCatalogue() {
        S3CopyEndpointConfigurer configurer = new S3CopyEndpointConfigurer();
        List<String> options = names("properties");
        options.remove(CopyParameter.BUCKET.option().orElseThrow());

        assertThat(options)
                .allSatisfy(option ->
                        assertThat(configurer.getOptionType(option, false)).isNotNull());
    }

    /** The configurer cannot list its options; it is generated from the setters of the configuration. */
    @Test
    void theCatalogueHasEveryOptionThatTheConfigurerSets() {
        S3CopyEndpointConfigurer configurer = new S3CopyEndpointConfigurer();
        List<String> configured = Stream.of(S3CopyConfiguration.class.getMethods())
                .filter(method -> method.getName().startsWith("set"))
                .map(method -> Introspector.decapitalize(method.getName().substring(3)))
                .filter(option -> configurer.getOptionType(option, false) != null)
                .toList();

        assertThat(configured).isNotEmpty().isSubsetOf(names("properties"));
    }

    @ParameterizedTest
    @MethodSource("rowsWithOption")
    void optionAndHeaderAreDescribedAlike(CopyParameter row) {
        JsonNode option = CATALOGUE.get("properties").get(row.option().orElseThrow());
        JsonNode header = CATALOGUE.get("headers").get(row.header());

        assertThat(header.get("description").asText()).isNotEmpty();
        // the bucket of the endpoint is one thing, what a message may say of it another
        if (row != CopyParameter.BUCKET) {
            // Camel adds a sentence to options that have a prefix
            assertThat(option.get("description").asText().replaceFirst(" This is a multi-value option.*", ""))
                    .isEqualTo(header.get("description").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("rowsWithOption")
    void secretsAreMarkedInOptionAndHeader(CopyParameter row) {
        JsonNode option = CATALOGUE.get("properties").get(row.option().orElseThrow());
        JsonNode header = CATALOGUE.get("headers").get(row.header());

        assertThat(option.get("secret").asBoolean()).isEqualTo(row.type().isSecret());
        assertThat(header.get("secret").asBoolean()).isEqualTo(row.type().isSecret());
    }

    @ParameterizedTest
    @MethodSource("enumRows")
    void theRowKnowsEveryValueThatTheSdkKnows(CopyParameter row) {
        for (S3Call call : row.calls()) {
            assertThat(row.knownValues()).containsAll(SdkMirror.knownValues(call, row));
        }
    }

    @ParameterizedTest
    @MethodSource("enumRows")
    void theCatalogueListsTheValuesOfTheRow(CopyParameter row) {
        String option = row.option().orElseThrow();

        assertThat(texts(CATALOGUE.get("headers").get(row.header()).get("enum")))
                .containsExactlyElementsOf(row.knownValues());
        assertThat(texts(CATALOGUE.get("properties").get(option).get("enum")))
                .containsExactlyElementsOf(row.knownValues());
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void everyResponseMemberOfTheSdkIsAResult(S3Call call) {
        assertThat(SdkMirror.responseMembers(call))
                .allSatisfy(member ->
                        assertThat(CopyParameter.resultByMember(member)).isPresent());
    }

    @Test
    void everyResultIsAMemberOrOnTheListOfThoseThatTheSdkLacks() {
        Set<String> results = new TreeSet<>();
        CopyParameter.resultRows().forEach(row -> results.add(row.member()));
        for (S3Call call : S3Call.values()) {
            results.removeAll(SdkMirror.responseMembers(call));
        }

        assertThat(results).isEqualTo(SdkMirror.lacking(CopyParameter.resultRows()));
    }

    private static List<CopyParameter> rowsOf(S3Call call) {
        return requestRows().stream().filter(row -> row.calls().contains(call)).toList();
    }

    private static Set<String> membersOfRows(S3Call call) {
        Set<String> members = new TreeSet<>();
        rowsOf(call).forEach(row -> members.add(row.member()));
        return members;
    }

    private static List<String> names(String section) {
        List<String> names = new ArrayList<>();
        CATALOGUE.get(section).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
