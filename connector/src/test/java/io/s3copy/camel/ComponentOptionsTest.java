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

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.S3Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Defaults of the component, property placeholders and multi-value options, in every place they can be written. */
class ComponentOptionsTest {

    private final RecordingS3 s3 = RecordingS3.start();
    private final Main main = new Main();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        main.stop();
        s3.close();
    }

    private CamelContext start(Map<String, String> properties, String yaml) throws Exception {
        Path route = Files.writeString(directory.resolve("route.yaml"), yaml);
        main.configure().withRoutesIncludePattern("file:" + route);
        main.addInitialProperty("camel.component.s3copy.access-key", s3.accessKey());
        main.addInitialProperty("camel.component.s3copy.secret-key", s3.secretKey());
        main.addInitialProperty("camel.component.s3copy.region", s3.region());
        main.addInitialProperty("camel.component.s3copy.override-endpoint", "true");
        main.addInitialProperty(
                "camel.component.s3copy.uri-endpoint-override", s3.endpoint().toString());
        main.addInitialProperty("camel.component.s3copy.force-path-style", "true");
        properties.forEach(main::addInitialProperty);
        main.start();
        return main.getCamelContext();
    }

    private RecordedRequest copy(CamelContext camel) {
        Exchange copy = camel.createProducerTemplate()
                .request(
                        "direct:copy",
                        exchange -> exchange.getMessage().setHeader("CamelS3CopyCopySource", "inbox/a.txt"));
        assertThat(copy.getException()).isNull();
        return s3.only(S3Operation.COPY_OBJECT);
    }

    private static String route(String uri) {
        return "- from:\n    uri: direct:copy\n    steps:\n      - to: \"" + uri + "\"\n";
    }

    @Test
    void endpointsInheritTheComponentsProperties() throws Exception {
        RecordedRequest request =
                copy(start(Map.of("camel.component.s3copy.storage-class", "GLACIER_IR"), route("s3copy:archive")));
        assertThat(request.header("x-amz-storage-class")).contains("GLACIER_IR");
        assertThat(request.header("authorization").orElseThrow()).contains(s3.accessKey());
    }

    @Test
    void endpointOverridesTheComponentsProperties() throws Exception {
        RecordedRequest request = copy(start(
                Map.of("camel.component.s3copy.storage-class", "GLACIER_IR"),
                route("s3copy:archive?storageClass=STANDARD")));
        assertThat(request.header("x-amz-storage-class")).contains("STANDARD");
    }

    @Test
    void propertyPlaceholdersStandInOptionsAndInTheBucket() throws Exception {
        RecordedRequest request = copy(start(
                Map.of("target", "archive", "class", "GLACIER"),
                route("s3copy:{{target}}?storageClass={{class}}&keyPrefix={{prefix:in/}}")));
        assertThat(request.header("x-amz-storage-class")).contains("GLACIER");
        assertThat(request.rawPath()).isEqualTo("/archive/in/a.txt");
    }

    @Test
    void multiValueOptionsStandInTheUri() throws Exception {
        RecordedRequest request = copy(start(
                Map.of(),
                route("s3copy:archive?metadataDirective=REPLACE&metadata.team=red&metadata.cost-centre=7"
                        + "&taggingDirective=REPLACE&tagging.a=1&tagging.b=2")));
        assertThat(request.header("x-amz-meta-team")).contains("red");
        assertThat(request.header("x-amz-meta-cost-centre")).contains("7");
        assertThat(request.header("x-amz-tagging")).contains("a=1&b=2");
    }

    @Test
    void multiValueOptionsStandInYamlParameters() throws Exception {
        RecordedRequest request = copy(start(Map.of(), """
                - from:
                    uri: direct:copy
                    steps:
                      - to:
                          uri: s3copy:archive
                          parameters:
                            metadataDirective: REPLACE
                            metadata.team: red
                            taggingDirective: REPLACE
                            tagging.a: 1
                """));
        assertThat(request.header("x-amz-meta-team")).contains("red");
        assertThat(request.header("x-amz-tagging")).contains("a=1");
    }

    @Test
    void multiValueOptionsStandInTheComponentsProperties() throws Exception {
        RecordedRequest request = copy(start(
                Map.of(
                        "camel.component.s3copy.configuration.metadata-directive", "REPLACE",
                        "camel.component.s3copy.configuration.metadata[team]", "red",
                        "camel.component.s3copy.configuration.tagging-directive", "REPLACE",
                        "camel.component.s3copy.configuration.tags[a]", "1"),
                route("s3copy:archive")));
        assertThat(request.header("x-amz-meta-team")).contains("red");
        assertThat(request.header("x-amz-tagging")).contains("a=1");
    }
}
