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

import io.s3copy.camel.S3CopyComponent;
import io.s3copy.camel.S3CopyEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of AWS's endpoints choose the host of a request. */
class HostsTest {

    private static final String ACCESS_POINT = "arn:aws:s3:us-west-2:111122223333:accesspoint/ap";

    private final DefaultCamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void start() {
        S3CopyComponent component = camel.getComponent("s3copy", S3CopyComponent.class);
        component.getConfiguration().setAccessKey("AKIDEXAMPLE");
        component.getConfiguration().setSecretKey("example");
        camel.start();
    }

    @AfterEach
    void close() {
        camel.stop();
    }

    private String host(String bucket, String options) {
        S3CopyEndpoint endpoint = camel.getEndpoint("s3copy:" + bucket + "?" + options, S3CopyEndpoint.class);
        return CapturedRequest.of(endpoint.clients().destinationClient(), bucket)
                .host();
    }

    @ParameterizedTest
    @CsvSource({
        "region=eu-west-1, archive.s3.eu-west-1.amazonaws.com",
        "region=eu-west-1&forcePathStyle=true, s3.eu-west-1.amazonaws.com",
        "region=eu-west-1&accelerate=true, archive.s3-accelerate.amazonaws.com",
        "region=eu-west-1&dualstack=true, archive.s3.dualstack.eu-west-1.amazonaws.com",
        "region=eu-west-1&accelerate=true&dualstack=true, archive.s3-accelerate.dualstack.amazonaws.com",
        "region=us-east-1&fips=true, archive.s3-fips.us-east-1.amazonaws.com",
        "region=us-east-1&fips=true&dualstack=true, archive.s3-fips.dualstack.us-east-1.amazonaws.com",
        "region=eu-west-1&overrideEndpoint=true&uriEndpointOverride=https://s3.test:9, archive.s3.test",
    })
    void optionChoosesTheHost(String options, String host) {
        assertThat(host("archive", options)).isEqualTo(host);
    }

    @Test
    void regionOfAnArnIsCalledWhenAsked() {
        assertThat(host(ACCESS_POINT, "region=eu-west-1&useArnRegion=true"))
                .isEqualTo("ap-111122223333.s3-accesspoint.us-west-2.amazonaws.com");
    }

    @Test
    void regionOfAnArnIsNotCalledUnasked() {
        assertThatThrownBy(() -> host(ACCESS_POINT, "region=eu-west-1"))
                .hasMessageContaining("us-west-2")
                .hasMessageContaining("eu-west-1");
    }

    @Test
    void multiRegionAccessPointIsCalledAtItsOwnHostAndSignedForAllRegions() {
        String arn = "arn:aws:s3::111122223333:accesspoint/abc.mrap";
        S3CopyEndpoint endpoint = camel.getEndpoint("s3copy:" + arn + "?region=eu-west-1", S3CopyEndpoint.class);
        var request = CapturedRequest.of(endpoint.clients().destinationClient(), arn);
        assertThat(request.host()).isEqualTo("abc.mrap.accesspoint.s3-global.amazonaws.com");
        assertThat(request.firstMatchingHeader("X-Amz-Region-Set")).contains("*");
        assertThat(request.firstMatchingHeader("Authorization").orElseThrow())
                .startsWith("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/");
    }
}
