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

import org.apache.camel.component.aws.common.AwsCommonConfiguration;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.Protocol;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * The options of an endpoint's clients: which they are, their credentials, and how they reach S3. No logic: values are
 * read and checked where clients are opened.
 */
@UriParams
public abstract class ClientConfiguration implements AwsCommonConfiguration, Cloneable {

    @UriParam(label = "advanced")
    @Metadata(autowired = true)
    private @Nullable S3AsyncClient amazonS3AsyncClient;

    @UriParam(label = "advanced")
    private @Nullable S3AsyncClient sourceS3AsyncClient;

    @UriParam(label = "advanced")
    private @Nullable String sourceRegion;

    @UriParam(label = "security", secret = true)
    private @Nullable String accessKey;

    @UriParam(label = "security", secret = true)
    private @Nullable String secretKey;

    @UriParam(label = "security", secret = true)
    private @Nullable String sessionToken;

    @UriParam(label = "security", defaultValue = "false")
    private boolean useDefaultCredentialsProvider = false;

    @UriParam(label = "security", defaultValue = "false")
    private boolean useProfileCredentialsProvider = false;

    @UriParam(label = "security", defaultValue = "false")
    private boolean useSessionCredentials = false;

    @UriParam(label = "security")
    private @Nullable String profileCredentialsName;

    @UriParam(label = "common")
    private @Nullable String region;

    @UriParam(label = "common", defaultValue = "false")
    private boolean overrideEndpoint = false;

    @UriParam(label = "common")
    private @Nullable String uriEndpointOverride;

    @UriParam(label = "common", defaultValue = "false")
    private boolean forcePathStyle = false;

    @UriParam(label = "proxy", enums = "HTTP,HTTPS", defaultValue = "HTTPS")
    private Protocol proxyProtocol = Protocol.HTTPS;

    @UriParam(label = "proxy")
    private @Nullable String proxyHost;

    @UriParam(label = "proxy")
    private @Nullable Integer proxyPort;

    @UriParam(label = "security", defaultValue = "false")
    private boolean trustAllCertificates = false;

    @UriParam(label = "advanced", defaultValue = "netty")
    private HttpEngine httpEngine = HttpEngine.netty;

    @UriParam(label = "advanced", defaultValue = "auto")
    private S3ClientKind s3Client = S3ClientKind.auto;

    @UriParam(label = "advanced")
    private @Nullable Integer maxConnections;

    @UriParam(label = "advanced", defaultValue = "0", javaType = "java.time.Duration")
    private long apiCallTimeout = 0;

    @UriParam(label = "advanced", defaultValue = "0", javaType = "java.time.Duration")
    private long apiCallAttemptTimeout = 0;

    @UriParam(label = "advanced", defaultValue = "300000", javaType = "java.time.Duration")
    private long readTimeout = 300000;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean accelerate = false;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean dualstack = false;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean fips = false;

    @UriParam(label = "advanced", defaultValue = "false")
    private boolean useArnRegion = false;

    public @Nullable S3AsyncClient getAmazonS3AsyncClient() {
        return amazonS3AsyncClient;
    }

    /**
     * The client that signs the copies, for the destination's Region. Default: the only client in the registry;
     * otherwise one built from the options. With a client, those options are refused in the URI. A given client is
     * never closed. A client with multipartEnabled sends copies by the client inside it; one of crtBuilder() is
     * refused.
     */
    public void setAmazonS3AsyncClient(@Nullable S3AsyncClient amazonS3AsyncClient) {
        this.amazonS3AsyncClient = amazonS3AsyncClient;
    }

    public @Nullable S3AsyncClient getSourceS3AsyncClient() {
        return sourceS3AsyncClient;
    }

    /**
     * A client for the source's Region or account. It sends the calls about the source itself, and the health check of
     * the source bucket. It must be at the same service as the other client, because a copy is signed by one identity
     * at one service.
     */
    public void setSourceS3AsyncClient(@Nullable S3AsyncClient sourceS3AsyncClient) {
        this.sourceS3AsyncClient = sourceS3AsyncClient;
    }

    public @Nullable String getSourceRegion() {
        return sourceRegion;
    }

    /**
     * The Region of the source bucket, if it is not the destination's. A second client, with the same credentials and
     * connection options, sends the calls about the source there: HEAD, deletion, restoration. The copy itself goes to
     * the destination's Region. Not together with sourceS3AsyncClient or amazonS3AsyncClient.
     */
    public void setSourceRegion(@Nullable String sourceRegion) {
        this.sourceRegion = sourceRegion;
    }

    @Override
    public @Nullable String getAccessKey() {
        return accessKey;
    }

    /**
     * The AWS access key id. Default: the AWS SDK's default chain of credentials.
     */
    public void setAccessKey(@Nullable String accessKey) {
        this.accessKey = accessKey;
    }

    @Override
    public @Nullable String getSecretKey() {
        return secretKey;
    }

    /**
     * The AWS secret key. Best a placeholder, a reference to a bean, or a property of the component: Camel masks it in
     * URIs, but not where it shows the source of a route. In a URI put it into RAW(...), because a bare plus sign
     * becomes a space.
     */
    public void setSecretKey(@Nullable String secretKey) {
        this.secretKey = secretKey;
    }

    @Override
    public @Nullable String getSessionToken() {
        return sessionToken;
    }

    /** The AWS session token, with useSessionCredentials=true. Written like secretKey. */
    public void setSessionToken(@Nullable String sessionToken) {
        this.sessionToken = sessionToken;
    }

    @Override
    public boolean isUseDefaultCredentialsProvider() {
        return useDefaultCredentialsProvider;
    }

    /**
     * Take the credentials from the default chain of the AWS SDK (environment, system properties, web identity,
     * profile, container, instance), which renews them before they expire.
     */
    public void setUseDefaultCredentialsProvider(boolean useDefaultCredentialsProvider) {
        this.useDefaultCredentialsProvider = useDefaultCredentialsProvider;
    }

    @Override
    public boolean isUseProfileCredentialsProvider() {
        return useProfileCredentialsProvider;
    }

    /**
     * Take the credentials from a profile of the AWS configuration files.
     */
    public void setUseProfileCredentialsProvider(boolean useProfileCredentialsProvider) {
        this.useProfileCredentialsProvider = useProfileCredentialsProvider;
    }

    @Override
    public boolean isUseSessionCredentials() {
        return useSessionCredentials;
    }

    /**
     * Use accessKey, secretKey and sessionToken as temporary credentials. They are not renewed: for anything that runs
     * longer, prefer the default chain.
     */
    public void setUseSessionCredentials(boolean useSessionCredentials) {
        this.useSessionCredentials = useSessionCredentials;
    }

    @Override
    public @Nullable String getProfileCredentialsName() {
        return profileCredentialsName;
    }

    /** The name of the profile, with useProfileCredentialsProvider=true. */
    public void setProfileCredentialsName(@Nullable String profileCredentialsName) {
        this.profileCredentialsName = profileCredentialsName;
    }

    @Override
    public @Nullable String getRegion() {
        return region;
    }

    /**
     * The Region of the destination bucket, such as eu-west-1. Default: what the AWS SDK finds in environment and
     * profile.
     */
    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    @Override
    public boolean isOverrideEndpoint() {
        return overrideEndpoint;
    }

    /**
     * Reach S3 at uriEndpointOverride.
     */
    public void setOverrideEndpoint(boolean overrideEndpoint) {
        this.overrideEndpoint = overrideEndpoint;
    }

    @Override
    public @Nullable String getUriEndpointOverride() {
        return uriEndpointOverride;
    }

    /**
     * The URL of another S3 service, with overrideEndpoint=true, for example http://localhost:9000. With http:// or
     * https://, and without a bucket.
     */
    public void setUriEndpointOverride(@Nullable String uriEndpointOverride) {
        this.uriEndpointOverride = uriEndpointOverride;
    }

    public boolean isForcePathStyle() {
        return forcePathStyle;
    }

    /**
     * Put the bucket into the path of URLs, not the host name. Most S3 services other than AWS need it. Not with
     * directory buckets or acceleration.
     */
    public void setForcePathStyle(boolean forcePathStyle) {
        this.forcePathStyle = forcePathStyle;
    }

    @Override
    public Protocol getProxyProtocol() {
        return proxyProtocol;
    }

    /** The protocol of the connection to the proxy. */
    public void setProxyProtocol(Protocol proxyProtocol) {
        this.proxyProtocol = proxyProtocol;
    }

    @Override
    public @Nullable String getProxyHost() {
        return proxyHost;
    }

    /**
     * The host of an HTTP proxy.
     */
    public void setProxyHost(@Nullable String proxyHost) {
        this.proxyHost = proxyHost;
    }

    @Override
    public @Nullable Integer getProxyPort() {
        return proxyPort;
    }

    /**
     * The port of the HTTP proxy.
     */
    public void setProxyPort(@Nullable Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    @Override
    public boolean isTrustAllCertificates() {
        return trustAllCertificates;
    }

    /**
     * Trust any TLS certificate. For tests only.
     */
    public void setTrustAllCertificates(boolean trustAllCertificates) {
        this.trustAllCertificates = trustAllCertificates;
    }

    public S3ClientKind getS3Client() {
        return s3Client;
    }

    /**
     * Which client sends copies, HEAD requests, listings and deletions. auto: the lean client, which costs a fraction of the
     * CPU, wherever it can serve, else the AWS SDK's; a debug line says why. The lean client cannot serve with a client that
     * the application gives, with httpEngine=crt, with raw operations, with a proxy that is reached by HTTPS or that stands
     * before a service without TLS, where the environment or system properties say something of proxies, with a client
     * certificate from javax.net.ssl.keyStore, and for directory buckets and multi-region access points. sdk: always the AWS
     * SDK's. lean: the start fails where the lean client cannot serve. Seldom calls (tags, ACLs, restores) are always the AWS
     * SDK's.
     */
    public void setS3Client(S3ClientKind s3Client) {
        this.s3Client = s3Client;
    }

    public HttpEngine getHttpEngine() {
        return httpEngine;
    }

    /**
     * The HTTP engine of a client that the component builds: netty, or crt (less CPU; add
     * software.amazon.awssdk:aws-crt-client).
     */
    public void setHttpEngine(HttpEngine httpEngine) {
        this.httpEngine = httpEngine;
    }

    public @Nullable Integer getMaxConnections() {
        return maxConnections;
    }

    /**
     * How many connections a client that the component builds may open. Default: one more than maxPending, for the
     * health check.
     */
    public void setMaxConnections(@Nullable Integer maxConnections) {
        this.maxConnections = maxConnections;
    }

    public long getApiCallTimeout() {
        return apiCallTimeout;
    }

    /** How long a call may take, including all attempts, in milliseconds or as 10m. Default: 0, no limit. */
    public void setApiCallTimeout(long apiCallTimeout) {
        this.apiCallTimeout = apiCallTimeout;
    }

    public long getApiCallAttemptTimeout() {
        return apiCallAttemptTimeout;
    }

    /**
     * How long one attempt of a call may take, in milliseconds or as 10m. Default: 0, no limit. S3 keeps a slow copy
     * alive; an attempt that is cut off starts again from the beginning.
     */
    public void setApiCallAttemptTimeout(long apiCallAttemptTimeout) {
        this.apiCallAttemptTimeout = apiCallAttemptTimeout;
    }

    public long getReadTimeout() {
        return readTimeout;
    }

    /**
     * How long a connection may be silent, in milliseconds or as 5m. S3 sends white space while a copy runs. For a
     * server that does not, set it longer than the longest copy.
     */
    public void setReadTimeout(long readTimeout) {
        this.readTimeout = readTimeout;
    }

    public boolean isAccelerate() {
        return accelerate;
    }

    /**
     * Use S3 Transfer Acceleration. It cannot copy across Regions (400).
     */
    public void setAccelerate(boolean accelerate) {
        this.accelerate = accelerate;
    }

    public boolean isDualstack() {
        return dualstack;
    }

    /**
     * Use the endpoints that answer on IPv4 and IPv6.
     */
    public void setDualstack(boolean dualstack) {
        this.dualstack = dualstack;
    }

    public boolean isFips() {
        return fips;
    }

    /**
     * Use the endpoints with FIPS 140 validated cryptography.
     */
    public void setFips(boolean fips) {
        this.fips = fips;
    }

    public boolean isUseArnRegion() {
        return useArnRegion;
    }

    /** Use the Region in an access point ARN if it differs from the client's. */
    public void setUseArnRegion(boolean useArnRegion) {
        this.useArnRegion = useArnRegion;
    }
}
