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
package io.s3copy.camel.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.CapturedLog;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which client is used is said, and what it does not read is refused. */
class ClientChoiceTest {

    private final CapturedLog log = new CapturedLog(Map.of(ClientChoice.class.getName(), Level.INFO));
    private CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
        log.close();
    }

    @Test
    void clientOfTheRegistryIsNamedOnce() throws Exception {
        stub.route("s3copy:archive");
        stub.camel().getEndpoint("s3copy:archive?key=a");
        assertThat(log.text())
                .containsOnlyOnce("s3copy uses the S3AsyncClient 's3' of the registry ("
                        + stub.s3().region() + ", " + stub.s3().endpoint() + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region=eu-west-1",
                "overrideEndpoint=true&uriEndpointOverride=http://127.0.0.1:1",
                "accessKey=a&secretKey=b",
                "amazonS3AsyncClient=#bean:s3&readTimeout=5s",
                "maxConnections=5"
            })
    void optionThatNothingReadsBesideAClientIsRefused(String options) {
        assertThatThrownBy(() -> stub.route("s3copy:archive?" + options))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(": is not read: the S3AsyncClient 's3' of the registry is used")
                .hasMessageContaining("camel.component.s3copy.autowired-enabled=false");
    }

    @Test
    void optionOfTheComponentThatNothingReadsIsWarnedOf() throws Exception {
        stub.component().getConfiguration().setRegion("eu-west-1");
        stub.route("s3copy:archive");
        assertThat(log.text())
                .contains("The options region of the component s3copy are not read, as it uses the S3AsyncClient 's3'");
    }

    @Test
    void clientIsBuiltFromOptionsBesideABeanWhereThatIsAskedFor() throws Exception {
        stub.component().setAutowiredEnabled(false);
        stub.component().getConfiguration().setAmazonS3AsyncClient(null);
        stub.route("s3copy:archive?region=eu-west-1&accessKey=a&secretKey=b");
        assertThat(log.text()).contains("s3copy builds an S3AsyncClient of its own, from region, accessKey, secretKey");
    }

    @Test
    void severalClientsOfTheRegistryAreNamedWithTheWayToNameOne() {
        stub.close();
        stub = CamelOnStub.withCredentials();
        DefaultCamelContext camel = stub.camel();
        camel.getRegistry().bind("ireland", stub.client());
        camel.getRegistry().bind("ireland-again", stub.client());
        camel.getRegistry().bind("ohio", stub.s3().newClient());
        S3CopyConfiguration unsaid = new S3CopyConfiguration();
        List<String> rivals = new ClientChoice().look(camel, unsaid, option -> false, true);
        assertThat(rivals).containsExactly("ireland", "ohio");
        assertThat(log.text())
                .contains("The registry has 2 clients (ireland, ohio), of which s3copy takes none unasked")
                .contains("amazonS3AsyncClient=#bean:ireland");
        camel.getRegistry()
                .lookupByNameAndType("ohio", software.amazon.awssdk.services.s3.S3AsyncClient.class)
                .close();
    }
}
