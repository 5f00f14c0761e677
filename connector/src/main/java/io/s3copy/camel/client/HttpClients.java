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

import io.s3copy.camel.HttpEngine;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import java.time.Duration;
import java.util.Locale;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.utils.AttributeMap;

/** Builds HTTP clients with the pool size, proxy, trust and timeouts of the options. */
final class HttpClients {

    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(10);

    private HttpClients() {}

    static SdkAsyncHttpClient build(S3CopyConfiguration configuration) {
        AttributeMap trust = AttributeMap.builder()
                .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, configuration.isTrustAllCertificates())
                .build();
        return configuration.getHttpEngine() == HttpEngine.crt
                ? crt(configuration, trust)
                : netty(configuration, trust);
    }

    /** One more than the calls need, so that the health check need not wait for them. */
    static int connections(S3CopyConfiguration configuration) {
        return configuration.getMaxConnections() == null
                ? (int) Math.min(configuration.getMaxPending() + 1L, Integer.MAX_VALUE)
                : configuration.getMaxConnections();
    }

    private static SdkAsyncHttpClient netty(S3CopyConfiguration configuration, AttributeMap trust) {
        Duration silence = Duration.ofMillis(configuration.getReadTimeout());
        NettyNioAsyncHttpClient.Builder builder = NettyNioAsyncHttpClient.builder()
                .maxConcurrency(connections(configuration))
                // a call may wait for a connection as long as its own timeout allows; maxPending bounds their number
                .maxPendingConnectionAcquires(Integer.MAX_VALUE)
                .connectionAcquisitionTimeout(silence)
                .connectionTimeout(CONNECTION_TIMEOUT)
                .readTimeout(silence)
                .writeTimeout(silence)
                .tcpKeepAlive(true);
        String proxy = configuration.getProxyHost();
        Integer port = configuration.getProxyPort();
        if (proxy != null && port != null) {
            builder.proxyConfiguration(ProxyConfiguration.builder()
                    .scheme(scheme(configuration))
                    .host(proxy)
                    .port(port)
                    .build());
        }
        return EventLoops.SHARED.open(loops -> builder.eventLoopGroup(loops).buildWithDefaults(trust));
    }

    private static SdkAsyncHttpClient crt(S3CopyConfiguration configuration, AttributeMap trust) {
        try {
            return CrtEngine.build(configuration, connections(configuration), CONNECTION_TIMEOUT, trust);
        } catch (NoClassDefFoundError e) {
            throw new InvalidParameterException(
                    "option httpEngine",
                    HttpEngine.crt,
                    "needs the AWS Common Runtime, which is not on the class path",
                    "Add software.amazon.awssdk:aws-crt-client, or use httpEngine=netty");
        }
    }

    static String scheme(S3CopyConfiguration configuration) {
        return configuration.getProxyProtocol().toString().toLowerCase(Locale.ROOT);
    }
}
