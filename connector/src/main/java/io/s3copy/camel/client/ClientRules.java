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
import io.s3copy.parameter.BucketKind;
import io.s3copy.parameter.InvalidParameterException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4aHttpSigner;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Checks clients and their options before a request is sent. */
final class ClientRules {

    private ClientRules() {}

    static void checkOptions(S3CopyConfiguration configuration, String bucket) {
        BucketKind kind = BucketKind.of(bucket);
        AddressRules.refuseUserInfo(configuration);
        if (configuration.isForcePathStyle() && kind == BucketKind.DIRECTORY) {
            throw new InvalidParameterException(
                    "option forcePathStyle",
                    true,
                    "directory buckets do not support path-style requests",
                    "Leave it out for " + bucket);
        } else if (configuration.isForcePathStyle() && configuration.isAccelerate()) {
            throw new InvalidParameterException(
                    "option accelerate", true, "does not go with forcePathStyle", "Leave one of them out");
        }
        AddressRules.check(configuration);
        checkNumbers(configuration);
        CredentialRules.check(configuration);
        checkSigner(kind, bucket);
    }

    private static void checkNumbers(S3CopyConfiguration configuration) {
        atLeast("maxPending", configuration.getMaxPending(), 1);
        atLeast("maxConnections", Objects.requireNonNullElse(configuration.getMaxConnections(), 1), 1);
        atLeast("apiCallTimeout", configuration.getApiCallTimeout(), 0);
        atLeast("apiCallAttemptTimeout", configuration.getApiCallAttemptTimeout(), 0);
        atLeast("readTimeout", configuration.getReadTimeout(), 1);
        atLeast("proxyPort", Objects.requireNonNullElse(configuration.getProxyPort(), 1), 1);
    }

    private static void atLeast(String option, long value, long least) {
        if (value < least) {
            throw new InvalidParameterException(
                    "option " + option, value, "is less than " + least, "Give " + least + " or more");
        }
    }

    /** A multi-region access point needs SigV4a, and the SDK needs the AWS Common Runtime to sign with it. */
    private static void checkSigner(BucketKind kind, String bucket) {
        if (kind != BucketKind.MULTI_REGION_ACCESS_POINT) {
            return;
        }
        try {
            Objects.requireNonNull(AwsV4aHttpSigner.create());
        } catch (RuntimeException | LinkageError e) {
            throw new InvalidParameterException(
                    "s3copy: URI",
                    bucket,
                    "a multi-region access point is signed with SigV4a, and its signer is not on the class path",
                    "Add software.amazon.awssdk:http-auth-aws-crt");
        }
    }

    static void checkClient(S3AsyncClient client, S3CopyConfiguration configuration, String bucket) {
        if (client.serviceClientConfiguration().credentialsProvider() instanceof AnonymousCredentialsProvider) {
            throw new InvalidParameterException(
                    "option amazonS3AsyncClient",
                    null,
                    "has anonymous credentials, but S3 copies only for signed requests",
                    "Give the client credentials");
        }
        SourceClientRules.check(client, configuration);
    }

    /** The endpoint that was set for a client, or null for AWS itself. */
    static @Nullable URI endpointOf(S3AsyncClient client) {
        return client.serviceClientConfiguration().endpointOverride().orElse(null);
    }
}
