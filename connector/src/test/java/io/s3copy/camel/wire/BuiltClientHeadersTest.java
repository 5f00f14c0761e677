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
package io.s3copy.camel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.mirror.EndlessUploads;
import io.s3copy.camel.mirror.Sample;
import io.s3copy.camel.mirror.Samples;
import io.s3copy.camel.mirror.WireView;
import io.s3copy.parameter.S3Call;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import java.util.HashMap;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that the component builds by itself adds nothing to what was said. */
@Tag("sdk")
class BuiltClientHeadersTest {

    private static final RecordingS3 SERVER = RecordingS3.start();
    private static final DefaultCamelContext CAMEL = new DefaultCamelContext();

    @BeforeAll
    static void start() {
        S3CopyConfiguration defaults =
                CAMEL.getComponent("s3copy", S3CopyComponent.class).getConfiguration();
        defaults.setForcePathStyle(true);
        defaults.setOverrideEndpoint(true);
        defaults.setUriEndpointOverride(SERVER.endpoint().toString());
        defaults.setRegion(SERVER.region());
        defaults.setAccessKey(SERVER.accessKey());
        defaults.setSecretKey(SERVER.secretKey());
        CAMEL.start();
    }

    @AfterAll
    static void stop() {
        CAMEL.stop();
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource(S3Call.class)
    void whatIsNotSaidIsNotSent(S3Call call) {
        EndlessUploads.on(SERVER);
        List<Sample> required = Samples.required(call);

        Exchange exchange = CAMEL.createProducerTemplate()
                .request(
                        WireCamel.uri(call),
                        said -> said.getMessage().setHeaders(new HashMap<>(WireCamel.headers(required))));

        assertThat(exchange.getException()).isNull();
        RecordedRequest request = SERVER.requests().get(0);
        assertThat(WireView.of(request)).isEqualTo(WireView.expected(required));
    }
}
