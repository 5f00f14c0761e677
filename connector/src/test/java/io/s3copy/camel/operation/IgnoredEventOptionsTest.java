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
package io.s3copy.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.parameter.InvalidParameterException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredEventOptionsTest {

    private static final String EVENTS = "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox";

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void stop() {
        stub.close();
    }

    private void start(String uri) {
        stub.camel().start();
        CamelOnStub.endpoint(stub.camel(), uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventFormat=ceph",
                "eventKeys=raw",
                "eventTypes=ObjectCreated:Put",
                "eventPrefix=in/",
                "eventSuffix=.csv",
                "eventInclude=*.csv",
                "eventExclude=tmp/**",
                "eventMinSize=1KiB",
                "eventMaxSize=1GiB",
                "eventMode=history",
                "propagateDeletes=current",
                "allowLoops=true",
                "ignoredPrincipals=AWS:AROAEXAMPLEID:*",
                "onSystemic=fail",
                "pauseTimeout=60000",
                "eventExpiry=60000"
            })
    void optionAboutEventsIsRefusedWhereBodiesAreNone(String option) {
        String[] said = option.split("=", 2);
        assertThatThrownBy(() -> start("s3copy:archive?" + option))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContainingAll(
                        "option " + said[0], said[1], "is ignored without bodyAs=events", "Add bodyAs=events");
    }

    @Test
    void optionAboutHistoryIsRefusedBesideState() {
        stub.camel().getRegistry().bind("seen", new MemoryIdempotentRepository());
        assertThatThrownBy(() -> start(EVENTS + "&idempotentRepository=#seen"))
                .rootCause()
                .hasMessageContaining("option idempotentRepository")
                .hasMessageContaining("is ignored without eventMode=history");
    }

    @Test
    void optionAboutAPauseIsRefusedBesideFailing() {
        assertThatThrownBy(() -> start(EVENTS + "&onSystemic=fail&pauseTimeout=60000"))
                .rootCause()
                .hasMessageContaining("is ignored without onSystemic=pause");
    }

    @Test
    void optionThatIsReadIsTaken() {
        assertThatCode(() -> start(EVENTS + "&eventMode=history&eventExpiry=60000&pauseTimeout=60000&eventPrefix=in/"))
                .doesNotThrowAnyException();
    }

    @Test
    void defaultOfTheComponentIsForTheEndpointsThatReadIt() {
        stub.component().getConfiguration().setEventPrefix("in/");
        assertThatCode(() -> start("s3copy:archive")).doesNotThrowAnyException();
    }

    @Test
    void everyOptionWhoseHelpSpeaksOfEventsIsInTheTable() throws Exception {
        List<String> described = new ArrayList<>();
        try (InputStream json = S3CopyEndpoint.class.getResourceAsStream("/META-INF/io/s3copy/camel/s3copy.json")) {
            JsonNode properties = new ObjectMapper().readTree(json).get("properties");
            properties.properties().forEach(one -> {
                String help = one.getValue().get("description").asText();
                if (help.startsWith("With bodyAs=events")
                        || help.startsWith("With eventMode=")
                        || help.startsWith("With onSystemic=")) {
                    described.add(one.getKey());
                }
            });
        }
        assertThat(IgnoredEventOptions.OPTIONS)
                .extracting(IgnoredEventOptions.Option::name)
                .containsExactlyInAnyOrderElementsOf(described);
    }
}
