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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.parameter.InvalidParameterException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that an option does not take is told in this component's words: option, value, what is taken, the nearest. */
class OptionValuesTest {

    /** What no option of the kind takes. */
    private static final Map<String, String> WRONG =
            Map.of("boolean", "yes", "integer", "many", "duration", "soon", "enum", "nosuch", "object", "myBean");

    /** Options of every endpoint of Camel's. */
    private static final Set<String> OF_CAMEL = Set.of(
            "lazyStartProducer",
            "bridgeErrorHandler",
            "sendEmptyMessageWhenIdle",
            "exceptionHandler",
            "exchangePattern",
            "pollStrategy");

    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AfterEach
    void close() {
        stub.close();
    }

    /** Every option of the catalogue whose kind tells what it takes: name, wrong value. */
    static Stream<Option> options() throws IOException {
        try (InputStream json = OptionValuesTest.class.getResourceAsStream("/META-INF/io/s3copy/camel/s3copy.json")) {
            List<Option> options = new ArrayList<>();
            new ObjectMapper()
                    .readTree(json)
                    .path("properties")
                    .properties()
                    .forEach(entry -> options.add(new Option(entry.getKey(), entry.getValue())));
            return options.stream().filter(Option::isOurs);
        }
    }

    record Option(String name, JsonNode json) {

        String kind() {
            return json.path("type").asText();
        }

        boolean isOurs() {
            String type = json.path("javaType").asText();
            return json.path("kind").asText().equals("parameter")
                    && WRONG.containsKey(kind())
                    // read by Camel itself, before the component is asked
                    && !OF_CAMEL.contains(name)
                    && !json.path("label").asText().contains("scheduler")
                    // any object will do, or a map
                    && !type.equals("java.lang.Object")
                    && !type.startsWith("java.util.Map")
                    // texts, whose values are read with those of messages
                    && !(kind().equals("enum") && type.equals("java.lang.String"));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyOptionOfTheCatalogueNamesItselfAndWhatIsWrong(Option option) {
        String wrong = WRONG.get(option.kind());
        assertThatThrownBy(() -> stub.route("s3copy:archive?" + option.name() + "=" + wrong))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageStartingWith("option " + option.name() + " = '" + wrong + "': is ");
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyPropertyOfTheComponentNamesItselfAndWhatIsWrong(Option option) {
        String wrong = WRONG.get(option.kind());
        for (String prefix : List.of("camel.component.s3copy.", "camel.component.s3copy.configuration.")) {
            Main main = new Main();
            main.addInitialProperty(prefix + option.name(), wrong);
            try {
                assertThatThrownBy(main::start)
                        .rootCause()
                        .isInstanceOf(InvalidParameterException.class)
                        .hasMessageStartingWith("option " + option.name() + " = '" + wrong + "': is ");
            } finally {
                main.stop();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ifExists=true             | option ifExists = 'true': is not among overwrite, skip, fail, skipIfSame. Use one of them.
            ifExists=skp              | option ifExists = 'skp': is not among overwrite, skip, fail, skipIfSame. The nearest is skip.
            if-exists=skipIfSam       | option ifExists = 'skipIfSam': is not among overwrite, skip, fail, skipIfSame. The nearest is skipIfSame.
            operation=copyObjects     | The nearest is copyObject.
            dryRun=1                  | option dryRun = '1': is neither true nor false. Write true or false.
            maxPending=64k            | option maxPending = '64k': is not a whole number of at most 2147483647. Write digits only.
            maxPending=               | option maxPending = '': is not a whole number
            retryFor=2 hours          | option retryFor = '2 hours': is not a duration. Write for example 500 (milliseconds), 30s, 5m, 1h30m or PT1H.
            storageClass=GLACIERIR    | Use one of STANDARD, REDUCED_REDUNDANCY, STANDARD_IA, ONEZONE_IA, INTELLIGENT_TIERING, GLACIER, DEEP_ARCHIVE, OUTPOSTS, GLACIER_IR
            storageClass=GLACIERIR    | The nearest is GLACIER_IR.
            acl=publicread            | The nearest is public-read.
            amazonS3AsyncClient=mine  | option amazonS3AsyncClient = 'mine': is a text, but the option takes a bean. Write amazonS3AsyncClient=#bean:mine.
            storageClas=GLACIER       | option storageClas: is no option of s3copy. The nearest is storageClass. Correct it
            uriEndpointOverride=127.0.0.1:9000 | option uriEndpointOverride = '127.0.0.1:9000': has no scheme. Write http://127.0.0.1:9000, or https://127.0.0.1:9000 if the service has TLS.
            uriEndpointOverride=s3://minio     | option uriEndpointOverride = 's3://minio': is not a URL of http or https
            uriEndpointOverride=http://        | option uriEndpointOverride = 'http://': is not the URL of a host
            uriEndpointOverride=http://a b     | option uriEndpointOverride = 'http://a b': is not the URL of a host
            proxyPort=3128&proxyHost=http://proxy | option proxyHost = 'http://proxy': is not the name or address of a host
            proxyPort=3128&proxyHost=proxy:3128   | option proxyHost = 'proxy:3128': is not the name or address of a host
            proxyPort=0&proxyHost=proxy        | option proxyPort = '0': is less than 1
            region=EU (Ireland)                | option region = 'EU (Ireland)': is not the id of a Region
            sourceRegion=eu/west               | option sourceRegion = 'eu/west': is not the id of a Region
            copySource=https://inbox.s3.amazonaws.com/a | option copySource = 'https://inbox.s3.amazonaws.com/a': is a URL, and a source is named by bucket and key. Write bucket/key, or s3://bucket/key.
            """)
    void messageSaysWhatIsTakenAndTheNearest(String options, String message) {
        assertThatThrownBy(() -> stub.route("s3copy:archive?" + options))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"ifExists, SKIP-IF-SAME", "ifExists, skip_if_same", "dryRun, TRUE", "retryFor, 1h30m", "retryFor, PT1H"
    })
    void spellingsThatCamelTakesAreTaken(String option, String value) throws Exception {
        stub.route("s3copy:archive?" + option + "=" + value);
        assertThat(stub.camel().getStatus().isStarted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camel.component.s3copy.retry-for", "camel.component.s3copy.configuration.retry-for"})
    void durationsAreReadInBothNamesOfAProperty(String property) throws Exception {
        Main main = new Main();
        try {
            main.addInitialProperty(property, "3s");
            main.start();
            assertThat(main.getCamelContext()
                            .getComponent("s3copy", S3CopyComponent.class)
                            .getConfiguration()
                            .getRetryFor())
                    .isEqualTo(3000);
        } finally {
            main.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"s3://inbox/a.txt", "S3://inbox/a.txt", "/inbox/a.txt", "inbox/a.txt"})
    void sourceIsReadAsWhatItSays(String source) throws Exception {
        stub.route("s3copy:archive?copySource=" + source);
        assertThat(stub.send(null, Map.of()).getException()).isNull();
        assertThat(stub.onlyCopy().header("x-amz-copy-source")).contains("inbox/a.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://archive", "s3://archive/some/key", "https://archive"})
    void urlInPlaceOfABucketIsRefused(String url) {
        assertThatThrownBy(() -> stub.route("s3copy:" + url))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("s3copy: URI = '" + url
                        + "': is a URL, but this must be a bucket. Write s3copy:archive; a key goes"
                        + " into the option key, a prefix into keyPrefix.");
    }
}
