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
package io.s3copy.benchmark.way;

import io.s3copy.engine.http.LeanHttp;
import io.s3copy.engine.http.LeanS3Calls;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.engine.sdk.SdkAddresses;
import io.s3copy.engine.sdk.SdkIdentities;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ForkJoinPool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The service and how it is reached: every way gets its clients here, so that they differ in nothing else.
 *
 * @param endpoint the URL
 * @param isNull whether it is the null S3, which takes any credentials and has a certificate that nobody signed
 * @param crt the AWS Common Runtime instead of Netty
 * @param connections at most
 */
public record Service(URI endpoint, boolean isNull, boolean crt, int connections) {

    private static final long SILENCE = 300_000;

    /** An S3 client, and the HTTP client to close after it. */
    public record Client(S3AsyncClient s3, SdkAsyncHttpClient http) implements AutoCloseable {
        @Override
        public void close() {
            s3.close();
            http.close();
        }
    }

    /** A client as the component builds it. */
    public Client newClient() {
        SdkAsyncHttpClient http = crt
                ? AwsCrtAsyncHttpClient.builder().maxConcurrency(connections).buildWithDefaults(trust())
                : NettyNioAsyncHttpClient.builder()
                        .maxConcurrency(connections)
                        .maxPendingConnectionAcquires(Integer.MAX_VALUE)
                        .buildWithDefaults(trust());
        S3AsyncClient s3 = S3AsyncClient.builder()
                .endpointOverride(endpoint)
                .region(region())
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .httpClient(http)
                .overrideConfiguration(overrides -> overrides.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .asyncConfiguration(async ->
                        async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
                .build();
        return new Client(s3, http);
    }

    /** The event loop of a lean client, as the component has on two processors. */
    static Vertx newEventLoop() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
    }

    /** Calls by a lean client, as the component builds it. */
    S3Calls leanCalls(S3AsyncClient s3, Vertx vertx) {
        boolean trustAll = isNull && "https".equals(endpoint.getScheme());
        LeanHttp http =
                new LeanHttp(vertx, new LeanHttp.Settings(connections, SILENCE, 0, trustAll, null, 0), () -> {});
        return new LeanS3Calls(
                http,
                new SdkAddresses(s3, ForkJoinPool.commonPool()),
                new SdkIdentities(credentials(), ForkJoinPool.commonPool(), Clock.systemUTC()),
                new SdkS3Calls(s3));
    }

    /** What makes the component build a client like these, as options of a URI. */
    public String options() {
        String options = "overrideEndpoint=true&uriEndpointOverride=" + endpoint + "&forcePathStyle=true&region="
                + region() + "&maxConnections=" + connections;
        if (isNull) {
            options += "&accessKey=null&secretKey=null-secret";
        }
        return isNull && "https".equals(endpoint.getScheme()) ? options + "&trustAllCertificates=true" : options;
    }

    /** The kind of client that aws2-s3 has: one thread for each call. */
    S3Client newBlockingClient() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(region())
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .httpClient(
                        ApacheHttpClient.builder().maxConnections(connections).buildWithDefaults(trust()))
                .overrideConfiguration(overrides -> overrides.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    Region region() {
        String named = System.getenv("AWS_REGION");
        return Region.of(named == null ? "us-east-1" : named);
    }

    private AwsCredentialsProvider credentials() {
        return isNull
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create("null", "null-secret"))
                : DefaultCredentialsProvider.builder().build();
    }

    private AttributeMap trust() {
        return AttributeMap.builder()
                .put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, isNull && "https".equals(endpoint.getScheme()))
                .build();
    }
}
