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
package io.s3copy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

class RecordingProxyTest {

    private final RecordingProxy proxy = RecordingProxy.start();
    private final RecordingS3 server = RecordingS3.start();

    @AfterEach
    void stop() {
        server.close();
        proxy.close();
    }

    @Test
    void theSdksNettyClientTunnelsPlainHttp() {
        ProxyConfiguration throughProxy = ProxyConfiguration.builder()
                .host(proxy.host())
                .port(proxy.port())
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build();
        try (S3AsyncClient s3 = S3AsyncClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")))
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().proxyConfiguration(throughProxy))
                .build()) {
            s3.headBucket(r -> r.bucket("b")).join();
        }
        assertThat(proxy.requests())
                .singleElement()
                .hasToString("CONNECT " + server.endpoint().getRawAuthority());
        assertThat(server.operations()).containsExactly(S3Operation.HEAD_BUCKET);
    }

    @Test
    void requestsForAbsoluteUrisArePassedOn() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        URI object = server.endpoint().resolve("/b/k%2B");
        for (int i = 0; i < 2; i++) {
            HttpRequest put = HttpRequest.newBuilder(object)
                    .PUT(BodyPublishers.ofString("body" + i))
                    .build();
            assertThat(client.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
        assertThat(proxy.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request).hasToString("PUT " + object));
        assertThat(server.requests(S3Operation.PUT_OBJECT))
                .extracting(RecordedRequest::bodyText)
                .containsExactly("body0", "body1");
    }
}
