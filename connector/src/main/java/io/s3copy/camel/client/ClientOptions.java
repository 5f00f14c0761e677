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
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The options that a client is built from. With a given client, nothing reads them. */
final class ClientOptions {

    private static final S3CopyConfiguration UNSAID = new S3CopyConfiguration();

    // spotless:off (a table reads best in rows)
    static final List<Option> ALL = List.of(
            new Option("region", S3CopyConfiguration::getRegion),
            new Option("accessKey", S3CopyConfiguration::getAccessKey),
            new Option("secretKey", S3CopyConfiguration::getSecretKey),
            new Option("sessionToken", S3CopyConfiguration::getSessionToken),
            new Option("useSessionCredentials", S3CopyConfiguration::isUseSessionCredentials),
            new Option("useDefaultCredentialsProvider", S3CopyConfiguration::isUseDefaultCredentialsProvider),
            new Option("useProfileCredentialsProvider", S3CopyConfiguration::isUseProfileCredentialsProvider),
            new Option("profileCredentialsName", S3CopyConfiguration::getProfileCredentialsName),
            new Option("overrideEndpoint", S3CopyConfiguration::isOverrideEndpoint),
            new Option("uriEndpointOverride", S3CopyConfiguration::getUriEndpointOverride),
            new Option("forcePathStyle", S3CopyConfiguration::isForcePathStyle),
            new Option("accelerate", S3CopyConfiguration::isAccelerate),
            new Option("dualstack", S3CopyConfiguration::isDualstack),
            new Option("fips", S3CopyConfiguration::isFips),
            new Option("useArnRegion", S3CopyConfiguration::isUseArnRegion),
            new Option("proxyProtocol", S3CopyConfiguration::getProxyProtocol),
            new Option("proxyHost", S3CopyConfiguration::getProxyHost),
            new Option("proxyPort", S3CopyConfiguration::getProxyPort),
            new Option("trustAllCertificates", S3CopyConfiguration::isTrustAllCertificates),
            new Option("httpEngine", S3CopyConfiguration::getHttpEngine),
            new Option("s3Client", S3CopyConfiguration::getS3Client),
            new Option("maxConnections", S3CopyConfiguration::getMaxConnections),
            new Option("apiCallTimeout", S3CopyConfiguration::getApiCallTimeout),
            new Option("apiCallAttemptTimeout", S3CopyConfiguration::getApiCallAttemptTimeout),
            new Option("readTimeout", S3CopyConfiguration::getReadTimeout));
    // spotless:on

    private ClientOptions() {}

    /** An option, and how to get its value. */
    record Option(String name, Function<S3CopyConfiguration, Object> value) {}

    /** Those whose value is not the default. */
    static List<String> said(S3CopyConfiguration configuration) {
        return ALL.stream()
                .filter(option -> !Objects.equals(option.value.apply(configuration), option.value.apply(UNSAID)))
                .map(Option::name)
                .toList();
    }
}
