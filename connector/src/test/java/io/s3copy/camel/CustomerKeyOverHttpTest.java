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
import io.s3copy.testkit.RecordingProxy;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer key travels over plain HTTP on this machine only, unless the route's author says otherwise. */
class CustomerKeyOverHttpTest {

    private static final byte[] KEY = new byte[32];

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final RecordingProxy proxy = RecordingProxy.start();

    @AfterEach
    void close() {
        stub.close();
        proxy.close();
    }

    private String throughProxy(String url) {
        return "s3copy:archive?proxyProtocol=HTTP&proxyHost=127.0.0.1&proxyPort=" + proxy.port()
                + "&uriEndpointOverride=" + url;
    }

    @Test
    void keyInAHeaderFailsTheCopyBeforeARequest() throws Exception {
        stub.route(throughProxy("http://s3.made-up.invalid"));
        Exchange copy = stub.copy(Map.of("CamelS3CopySSECustomerKey", KEY));
        assertThat(copy.getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("header CamelS3CopySSECustomerKey: would be sent over plain HTTP");
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void keyOfTheSourceFailsTheCopyToo() throws Exception {
        stub.route(throughProxy("http://s3.made-up.invalid"));
        Exchange copy = stub.copy(Map.of("CamelS3CopyCopySourceSSECustomerKey", KEY));
        assertThat(copy.getException()).hasMessageContaining("would be sent over plain HTTP");
    }

    @Test
    void keyOfTheEndpointFailsTheStart() {
        stub.camel().getRegistry().bind("key", KEY);
        assertThatThrownBy(() -> stub.route(throughProxy("http://s3.made-up.invalid") + "&sseCustomerKey=#bean:key"))
                .hasRootCauseInstanceOf(InvalidParameterException.class)
                .rootCause()
                .hasMessageContaining("option sseCustomerKey: would be sent over plain HTTP")
                .hasMessageContaining("allowCustomerKeysOverHttp=true");
    }

    @Test
    void keyGoesOverHttpWhenTheAuthorAllowsIt() throws Exception {
        stub.route(throughProxy("http://s3.made-up.invalid") + "&allowCustomerKeysOverHttp=true&apiCallTimeout=3s");
        stub.copy(Map.of("CamelS3CopySSECustomerKey", KEY));
        assertThat(proxy.requests()).isNotEmpty();
    }

    @Test
    void keyStaysOnLoopback() throws Exception {
        stub.route("s3copy:archive");
        assertThat(stub.copy(Map.of("CamelS3CopySSECustomerKey", KEY)).getException())
                .isNull();
    }

    @Test
    void keyDoesNotLeaveLoopbackThroughAProxyElsewhere() throws Exception {
        stub.route("s3copy:archive?proxyHost=proxy.made-up.invalid&proxyPort=3128");
        assertThat(stub.copy(Map.of("CamelS3CopySSECustomerKey", KEY)).getException())
                .hasMessageContaining("would be sent over plain HTTP");
    }
}
