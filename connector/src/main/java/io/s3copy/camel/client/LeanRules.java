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
import io.s3copy.camel.S3ClientKind;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.InvalidParameterException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.Protocol;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;

/** Where the lean client can serve, and why not elsewhere. */
final class LeanRules {

    private static final Logger LOG = LoggerFactory.getLogger(LeanRules.class);

    /** Where the AWS SDK looks for interceptors of all its clients. */
    private static final String INTERCEPTORS = "software/amazon/awssdk/global/handlers/execution.interceptors";

    private LeanRules() {}

    /**
     * Whether the lean client sends the calls of an endpoint.
     *
     * @param given whether the application gives the SDK's client
     * @throws InvalidParameterException if it is asked for, and cannot serve
     */
    static boolean isLean(S3CopyConfiguration configuration, boolean given) {
        S3ClientKind kind = configuration.getS3Client();
        if (kind == S3ClientKind.sdk) {
            return false;
        }
        Reason reason = reason(configuration, given);
        if (reason == null) {
            return true;
        } else if (kind == S3ClientKind.lean) {
            throw new InvalidParameterException(
                    "option s3Client",
                    kind,
                    "cannot serve here: " + reason.words(),
                    reason.fix() + ", or leave s3Client out: then the AWS SDK's client sends these calls");
        }
        LOG.debug("Copies are sent by the AWS SDK's client: {}", reason.words());
        return false;
    }

    private record Reason(String words, String fix) {}

    private static @Nullable Reason reason(S3CopyConfiguration configuration, boolean given) {
        if (given) {
            return new Reason(
                    "the application gives the client (amazonS3AsyncClient or sourceS3AsyncClient)",
                    "Have a client built from options");
        } else if (configuration.getOperation().isRaw()) {
            return new Reason(
                    "operation=" + configuration.getOperation() + " returns the AWS SDK's response",
                    "Use operation=copy");
        } else if (configuration.getHttpEngine() == HttpEngine.crt) {
            return new Reason("httpEngine=crt asks for the AWS Common Runtime", "Leave httpEngine out");
        } else if (configuration.getProxyHost() != null && configuration.getProxyProtocol() != Protocol.HTTP) {
            return new Reason("it reaches a proxy by plain HTTP only", "Set proxyProtocol=HTTP");
        } else if (configuration.getProxyHost() != null && isPlainHttp(configuration)) {
            return new Reason(
                    "a proxy would be sent requests to a service without TLS in the clear, and may change them",
                    "Reach the service by https");
        } else if (isProxiedByEnvironment(configuration)) {
            return new Reason(
                    "system properties or the environment say something of proxies, which the AWS SDK heeds",
                    "Unset them");
        } else if (System.getProperty("javax.net.ssl.keyStore") != null) {
            return new Reason("javax.net.ssl.keyStore names a client certificate, which the AWS SDK sends", "Unset it");
        } else if (hasInterceptors()) {
            return new Reason(
                    "the class path has interceptors for all clients of the AWS SDK (" + INTERCEPTORS + ")",
                    "Remove them");
        }
        return null;
    }

    private static boolean isProxiedByEnvironment(S3CopyConfiguration configuration) {
        return List.of("http", "https").stream()
                .map(scheme -> ProxyConfiguration.builder().scheme(scheme).build())
                .anyMatch(found -> configuration.getProxyHost() == null
                        ? found.host() != null
                        : found.username() != null || !found.nonProxyHosts().isEmpty());
    }

    private static boolean isPlainHttp(S3CopyConfiguration configuration) {
        String endpoint = configuration.getUriEndpointOverride();
        return endpoint != null && endpoint.toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private static boolean hasInterceptors() {
        try {
            return LeanRules.class.getClassLoader().getResources(INTERCEPTORS).hasMoreElements();
        } catch (IOException e) {
            // what cannot be read may be there
            return true;
        }
    }
}
