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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata, tags and encryption contexts can be written as one text, wherever an option, a header or a property is. */
class MapsAsTextTest {

    private static final String CONTEXT = "x-amz-server-side-encryption-context";

    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AfterEach
    void close() {
        stub.close();
    }

    private RecordedRequest copy(Map<String, ?> headers) {
        Exchange copy = stub.copy(headers);
        assertThat(copy.getException()).isNull();
        return stub.onlyCopy();
    }

    private void yaml(String parameters) throws Exception {
        PluginHelper.getRoutesLoader(stub.camel())
                .loadRoutes(ResourceHelper.fromString("copy.yaml", """
                        - route:
                            from:
                              uri: direct:copy
                              steps:
                                - to:
                                    uri: s3copy:archive
                                    parameters:
                                      metadataDirective: REPLACE
                                      taggingDirective: REPLACE
                        """ + parameters.indent(14)));
        stub.camel().start();
    }

    private static String contextOf(RecordedRequest request) {
        String base64 = request.header(CONTEXT).orElseThrow();
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata: RAW(a-key=x&b=2 3)\ntagging: RAW(my-tag=y&b=2%203)",
                "metadata: '{\"a-key\": \"x\", \"b\": \"2 3\"}'\ntagging: '{\"my-tag\": \"y\", \"b\": \"2 3\"}'",
                "metadata: '{\"a-key\": \"x\", \"b\": \"2 3\"}'\ntags: '{\"my-tag\": \"y\", \"b\": \"2 3\"}'",
                "metadata: RAW(a-key=x&b=2+3)\ntags: RAW(my-tag=y&b=2+3)"
            })
    void namesWithDashesComeThroughYaml(String parameters) throws Exception {
        yaml(parameters);
        RecordedRequest request = copy(Map.of());
        assertThat(request.header("x-amz-meta-a-key")).contains("x");
        assertThat(request.header("x-amz-meta-b")).contains("2 3");
        assertThat(request.header("x-amz-tagging")).contains("my-tag=y&b=2%203");
    }

    @Test
    void onePairNeedsNoRawInYaml() throws Exception {
        yaml("metadata: a-key=x\ntagging: my-tag=y");
        RecordedRequest request = copy(Map.of());
        assertThat(request.header("x-amz-meta-a-key")).contains("x");
        assertThat(request.header("x-amz-tagging")).contains("my-tag=y");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            metadata.a-key: x   | option metadata.aKey: has a capital, but S3 keeps names in lower case; or Camel's YAML DSL, which turns a dash into a capital, read it from a-key. Write all names in one text: metadata=a-key=value or metadata=aKey=value
            """)
    void dottedNamesWithDashesInYamlFailTheStart(String parameter, String message) {
        assertThatThrownBy(() -> yaml(parameter))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metadata.Team=red", "metadata.TEAM=red", "metadata.costCentre=7"})
    void dottedMetadataWithCapitalsFailTheStart(String option) {
        assertThatThrownBy(() -> stub.route("s3copy:archive?" + option))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Write all names in one text");
    }

    private static CapturedLog warnings() {
        return new CapturedLog(Map.of(TagNames.class.getName(), Level.WARN));
    }

    @ParameterizedTest
    @CsvSource({"tagging.Team=red, Team=red", "tagging.TEAM=red, TEAM=red", "tagging.cost-centre=7, cost-centre=7"})
    void dottedTagsThatNoDashCanHaveMadeAreTaken(String option, String tagging) throws Exception {
        try (CapturedLog log = warnings()) {
            stub.route("s3copy:archive?taggingDirective=REPLACE&" + option);
            assertThat(copy(Map.of()).header("x-amz-tagging")).contains(tagging);
            assertThat(log.text()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"CostCenter, cost-center", "costCenter, cost-center", "createdBy, created-by"})
    void dottedTagsWithACapitalWithinAreTakenAndWarnedOfOnce(String name, String dashed) throws Exception {
        try (CapturedLog log = warnings()) {
            stub.camel().getEndpoint("s3copy:other?tagging." + name + "=7");
            stub.route("s3copy:archive?taggingDirective=REPLACE&tagging." + name + "=7");
            assertThat(copy(Map.of()).header("x-amz-tagging")).contains(name + "=7");
            assertThat(log.text())
                    .containsOnlyOnce("Option tagging." + name + " sets the tag " + name)
                    .contains("write tagging=" + dashed + "=value")
                    .contains("tagging=" + name + "=value says so without this warning")
                    .contains("{\"" + name + "\": \"value\"}");
        }
    }

    @Test
    void dottedTagWithADashInYamlIsWarnedOf() throws Exception {
        try (CapturedLog log = warnings()) {
            yaml("tagging.my-tag: y");
            assertThat(copy(Map.of()).header("x-amz-tagging")).contains("myTag=y");
            assertThat(log.text()).contains("If it stands in YAML as tagging.my-tag");
        }
    }

    @Test
    void mapsAreTextInHeaders() throws Exception {
        stub.route("s3copy:archive?operation=copyObject&metadataDirective=REPLACE&taggingDirective=REPLACE");
        Map<String, Object> headers = new HashMap<>();
        headers.put("CamelS3CopyMetadata", "a-key=x&b=1%261");
        headers.put("CamelS3CopyTags", "{\"my-tag\": 7, \"final\": true}");
        headers.put("CamelS3CopyServerSideEncryption", "aws:kms");
        headers.put("CamelS3CopySSEKMSEncryptionContext", "department=records&year=2026");
        RecordedRequest request = copy(headers);
        assertThat(request.header("x-amz-meta-a-key")).contains("x");
        assertThat(request.header("x-amz-meta-b")).contains("1&1");
        assertThat(request.header("x-amz-tagging")).contains("my-tag=7&final=true");
        assertThat(contextOf(request)).isEqualTo("{\"department\":\"records\",\"year\":\"2026\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"department=records", "{\"department\":\"records\"}", "eyJkZXBhcnRtZW50IjoicmVjb3JkcyJ9"})
    void encryptionContextIsTextInOptions(String text) throws Exception {
        stub.route("s3copy:archive?operation=copyObject&serverSideEncryption=aws:kms&ssekmsEncryptionContext=RAW("
                + text + ")");
        assertThat(contextOf(copy(Map.of()))).isEqualTo("{\"department\":\"records\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.s3copy.", "camel.component.s3copy.configuration."})
    void mapsAreTextInPropertiesOfTheComponent(String prefix) throws Exception {
        Main main = new Main();
        try {
            main.addInitialProperty(prefix + "metadata", "a-key=x&b=2");
            main.addInitialProperty(prefix + "tags", "{\"my-tag\": \"y\"}");
            main.start();
            S3CopyConfiguration configuration = main.getCamelContext()
                    .getComponent("s3copy", S3CopyComponent.class)
                    .getConfiguration();
            assertThat(configuration.getMetadata()).containsOnly(Map.entry("a-key", "x"), Map.entry("b", "2"));
            assertThat(configuration.getTags()).containsOnly(Map.entry("my-tag", "y"));
        } finally {
            main.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "camel.component.s3copy.metadata.a-key, metadata.aKey",
        "camel.component.s3copy.configuration.metadata.a-key, metadata.aKey",
        "camel.component.s3copy.tags.my-tag, tags.myTag"
    })
    void dottedPropertiesWithDashesFailTheFirstEndpoint(String property, String read) throws Exception {
        Main main = new Main();
        try {
            main.addInitialProperty(property, "x");
            main.start();
            assertThatThrownBy(() -> main.getCamelContext().getEndpoint("s3copy:archive"))
                    .rootCause()
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageStartingWith("property " + property + ": reaches the component as " + read);
        } finally {
            main.stop();
        }
    }

    @Test
    void namesInCapitalsThatWereMeantAreTakenFromProperties() throws Exception {
        Main main = new Main();
        try {
            main.addInitialProperty("camel.component.s3copy.tags[costCentre]", "7");
            main.addInitialProperty("camel.component.s3copy.region", "eu-west-1");
            main.start();
            S3CopyEndpoint endpoint = main.getCamelContext().getEndpoint("s3copy:archive", S3CopyEndpoint.class);
            assertThat(endpoint.getConfiguration().getTags()).containsOnly(Map.entry("costCentre", "7"));
        } finally {
            main.stop();
        }
    }

    @Test
    void mapsInBothFormsAreRefused() {
        assertThatThrownBy(() -> stub.route("s3copy:archive?metadata=a=1&metadata.b=2"))
                .rootCause()
                .hasMessageStartingWith("option metadata: is said twice, by itself and as metadata.name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello           | has 'hello' where name=value is expected
            RAW(a=1&b)      | has 'b' where name=value is expected
            RAW(a=1&a=2)    | names 'a' twice
            RAW(a=100%)     | has a % that begins no URL-encoded byte
            RAW({"a": )     | begins with { and is no JSON object
            RAW({"a":[1]})  | has a value that is no text, for 'a'
            RAW({"a":null}) | has a value that is no text, for 'a'
            """)
    void textsThatAreNoMapsFailTheStart(String text, String message) {
        assertThatThrownBy(() -> stub.route("s3copy:archive?metadataDirective=REPLACE&metadata=" + text))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("option metadata = '")
                .hasMessageContaining(message);
    }
}
