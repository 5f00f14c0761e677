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
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4aHttpSigner;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What is known of clients before a request is sent. */
final class ClientRules {

    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    /** A name, an address, or one of IPv6; a port is an option of its own. */
    private static final Pattern HOST = Pattern.compile("[^\\s/?#@:]+|\\[?[0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*]?");

    private static final Pattern USER_INFO_END = Pattern.compile("@|%40");

    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private ClientRules() {}

    static void checkOptions(S3CopyConfiguration configuration, String bucket) {
        BucketKind kind = BucketKind.of(bucket);
        refuseUserInfo(
                "uriEndpointOverride",
                configuration.getUriEndpointOverride(),
                "Write for example https://s3.example.org; credentials go into accessKey and secretKey");
        refuseUserInfo(
                "proxyHost",
                configuration.getProxyHost(),
                "Write the host alone; a proxy that wants a password needs a client of your own (amazonS3AsyncClient)");
        if (configuration.isForcePathStyle() && kind == BucketKind.DIRECTORY) {
            throw new InvalidParameterException(
                    "option forcePathStyle",
                    true,
                    "directory buckets do not support path-style requests",
                    "Leave it out for " + bucket);
        } else if (configuration.isForcePathStyle() && configuration.isAccelerate()) {
            throw new InvalidParameterException(
                    "option accelerate", true, "does not go with forcePathStyle", "Leave one of them out");
        } else if (configuration.isOverrideEndpoint() && configuration.getUriEndpointOverride() == null) {
            throw new InvalidParameterException(
                    "option overrideEndpoint", true, "needs uriEndpointOverride", "Set uriEndpointOverride to a URL");
        } else if (!configuration.isOverrideEndpoint() && configuration.getUriEndpointOverride() != null) {
            throw new InvalidParameterException(
                    "option uriEndpointOverride",
                    configuration.getUriEndpointOverride(),
                    "is ignored without overrideEndpoint=true",
                    "Set overrideEndpoint=true");
        } else if ((configuration.getProxyHost() == null) != (configuration.getProxyPort() == null)) {
            throw new InvalidParameterException(
                    "option " + (configuration.getProxyHost() == null ? "proxyPort" : "proxyHost"),
                    null,
                    "proxyHost and proxyPort go together",
                    "Set both");
        }
        checkAddresses(configuration);
        checkNumbers(configuration);
        checkCredentials(configuration);
        checkSigner(kind, bucket);
    }

    private static void checkAddresses(S3CopyConfiguration configuration) {
        String endpoint = configuration.getUriEndpointOverride();
        if (endpoint != null) {
            checkUrl(endpoint);
        }
        String proxy = configuration.getProxyHost();
        if (proxy != null && !HOST.matcher(proxy).matches()) {
            throw new InvalidParameterException(
                    "option proxyHost",
                    proxy,
                    "is not the name or address of a host",
                    "Write for example proxyHost=proxy.example.org&proxyPort=3128&proxyProtocol=HTTP");
        }
        for (String region : new String[] {configuration.getRegion(), configuration.getSourceRegion()}) {
            if (region != null && !REGION.matcher(region).matches()) {
                throw new InvalidParameterException(
                        "option " + (region.equals(configuration.getRegion()) ? "region" : "sourceRegion"),
                        region,
                        "is not the id of a Region",
                        "Write for example eu-west-1; for a service that has none, us-east-1");
            }
        }
    }

    /** Nothing would read them, and whatever shows the address would show the password: so this shows neither. */
    private static void refuseUserInfo(String option, String address, String fix) {
        if (address != null && USER_INFO_END.matcher(address).find()) {
            throw new InvalidParameterException(
                    "option " + option,
                    null,
                    "has an @, and an address takes no user name and password (the value is not shown)",
                    fix);
        }
    }

    private static void checkUrl(String endpoint) {
        if (!WEB.matcher(endpoint).lookingAt()) {
            boolean hasScheme = endpoint.contains("://");
            throw new InvalidParameterException(
                    "option uriEndpointOverride",
                    endpoint,
                    hasScheme ? "is not a URL of http or https" : "has no scheme",
                    hasScheme
                            ? "Begin it with http:// or https://"
                            : "Write http://" + endpoint + ", or https://" + endpoint + " where the service has TLS");
        }
        try {
            URI url = new URI(endpoint);
            if (url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                return;
            }
        } catch (URISyntaxException e) {
            // falls through: what cannot be read is as wrong as what names no host
        }
        throw new InvalidParameterException(
                "option uriEndpointOverride",
                endpoint,
                "is not the URL of a host",
                "Write for example http://127.0.0.1:9000; without a bucket, which belongs into s3copy:bucket");
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

    private static void checkCredentials(S3CopyConfiguration configuration) {
        if ((configuration.getAccessKey() == null) != (configuration.getSecretKey() == null)) {
            throw new InvalidParameterException(
                    "option " + (configuration.getAccessKey() == null ? "secretKey" : "accessKey"),
                    null,
                    "accessKey and secretKey go together",
                    "Set both, or neither for the default chain of credentials");
        } else if (configuration.isUseSessionCredentials()
                && (configuration.getSessionToken() == null || configuration.getAccessKey() == null)) {
            throw new InvalidParameterException(
                    "option useSessionCredentials",
                    true,
                    "needs accessKey, secretKey and sessionToken",
                    "Set all three");
        } else if (!configuration.isUseSessionCredentials() && configuration.getSessionToken() != null) {
            throw new InvalidParameterException(
                    "option sessionToken", null, "is ignored without useSessionCredentials=true", "Set it too");
        } else if (configuration.isUseDefaultCredentialsProvider() && configuration.getAccessKey() != null) {
            throw new InvalidParameterException(
                    "option useDefaultCredentialsProvider",
                    true,
                    "stands beside accessKey and secretKey, of which only one is used",
                    "Leave one of them out");
        } else if (!configuration.isUseProfileCredentialsProvider()
                && configuration.getProfileCredentialsName() != null) {
            throw new InvalidParameterException(
                    "option profileCredentialsName",
                    configuration.getProfileCredentialsName(),
                    "is ignored without useProfileCredentialsProvider=true",
                    "Set it too");
        }
    }

    /** A multi-region access point is signed with SigV4a, which the SDK leaves to the AWS Common Runtime. */
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
                    "has anonymous credentials, and S3 makes signed copies only",
                    "Give the client credentials");
        }
        SourceClientRules.check(client, configuration);
    }

    /** The endpoint that a client was told to use, or null for AWS itself. */
    static URI endpointOf(S3AsyncClient client) {
        return client.serviceClientConfiguration().endpointOverride().orElse(null);
    }
}
