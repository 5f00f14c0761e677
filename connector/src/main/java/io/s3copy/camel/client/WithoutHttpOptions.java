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

import org.apache.camel.component.aws.common.AwsCommonConfiguration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.Protocol;

/**
 * The configuration for camel-aws-common, without the options that it would build an HTTP client from. With them, it
 * would set its own HTTP client, without pool size and engine, and would lose the proxy or throw.
 */
record WithoutHttpOptions(AwsCommonConfiguration all) implements AwsCommonConfiguration {

    @Override
    public @Nullable String getAccessKey() {
        return all.getAccessKey();
    }

    @Override
    public @Nullable String getSecretKey() {
        return all.getSecretKey();
    }

    @Override
    public @Nullable String getSessionToken() {
        return all.getSessionToken();
    }

    @Override
    public boolean isUseDefaultCredentialsProvider() {
        return all.isUseDefaultCredentialsProvider();
    }

    @Override
    public boolean isUseProfileCredentialsProvider() {
        return all.isUseProfileCredentialsProvider();
    }

    @Override
    public boolean isUseSessionCredentials() {
        return all.isUseSessionCredentials();
    }

    @Override
    public @Nullable String getProfileCredentialsName() {
        return all.getProfileCredentialsName();
    }

    @Override
    public @Nullable Protocol getProxyProtocol() {
        return null;
    }

    @Override
    public @Nullable String getProxyHost() {
        return null;
    }

    @Override
    public @Nullable Integer getProxyPort() {
        return null;
    }

    @Override
    public @Nullable String getRegion() {
        return all.getRegion();
    }

    @Override
    public boolean isOverrideEndpoint() {
        return all.isOverrideEndpoint();
    }

    @Override
    public @Nullable String getUriEndpointOverride() {
        return all.getUriEndpointOverride();
    }

    @Override
    public boolean isTrustAllCertificates() {
        return false;
    }
}
