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

import io.s3copy.camel.S3CopyConfiguration;
import java.time.Duration;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.ConnectionHealthConfiguration;
import software.amazon.awssdk.http.crt.ProxyConfiguration;
import software.amazon.awssdk.utils.AttributeMap;

/** Builds the AWS Common Runtime's client. A class of its own, because the runtime's classes may be missing. */
final class CrtEngine {

    private CrtEngine() {}

    static SdkAsyncHttpClient build(
            S3CopyConfiguration configuration, int connections, Duration connectionTimeout, AttributeMap trust) {
        AwsCrtAsyncHttpClient.Builder builder = AwsCrtAsyncHttpClient.builder()
                .maxConcurrency(connections)
                .connectionTimeout(connectionTimeout)
                // the runtime has no read timeout; this closes a connection that is silent for that long
                .connectionHealthConfiguration(ConnectionHealthConfiguration.builder()
                        .minimumThroughputInBps(1L)
                        .minimumThroughputTimeout(silence(configuration.getReadTimeout()))
                        .build());
        String proxy = configuration.getProxyHost();
        Integer port = configuration.getProxyPort();
        if (proxy != null && port != null) {
            builder.proxyConfiguration(ProxyConfiguration.builder()
                    .scheme(HttpClients.scheme(configuration))
                    .host(proxy)
                    .port(port)
                    .build());
        }
        return builder.buildWithDefaults(trust);
    }

    /** The runtime takes whole seconds, at least two. */
    private static Duration silence(long millis) {
        return Duration.ofSeconds(Math.max(2, (millis + 999) / 1000));
    }
}
