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
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.parameter.InvalidParameterException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.component.aws.common.AwsClientBuilderUtil;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/**
 * A client built from options, and its HTTP client, which the AWS SDK does not close.
 *
 * @param client the S3 client
 * @param http the HTTP client under it
 */
record BuiltClient(S3AsyncClient client, SdkAsyncHttpClient http) implements AutoCloseable {

    /**
     * Builds a client.
     *
     * @param rivals the clients in the registry, if none was taken because there are several
     */
    static BuiltClient build(S3CopyConfiguration configuration, List<String> rivals) {
        SdkAsyncHttpClient http = HttpClients.build(configuration);
        try {
            // the HTTP client already has proxy and trust; camel-aws-common would replace it with its own
            S3AsyncClient client = AwsClientBuilderUtil.buildAsyncClient(
                    new WithoutHttpOptions(configuration), S3AsyncClient::builder, builder -> {
                        builder.httpClient(http);
                        configure(builder, configuration);
                    });
            return new BuiltClient(client, http);
        } catch (RuntimeException e) {
            http.close();
            throw isForWantOfARegion(e, configuration) ? withoutRegion(rivals) : e;
        }
    }

    private static InvalidParameterException withoutRegion(List<String> rivals) {
        String set =
                "Set region to the destination's: in the endpoint's URI, as camel.component.s3copy.region (Camel Main,"
                        + " Camel JBang and Camel Quarkus read such properties; Spring Boot reads them with camel-s3copy-starter"
                        + " only), or as AWS_REGION in the environment";
        return rivals.isEmpty()
                ? new InvalidParameterException("option region", null, "is not set, and the AWS SDK finds none", set)
                : new InvalidParameterException(
                        "option amazonS3AsyncClient",
                        null,
                        "is not set, the registry has " + rivals.size() + " clients (" + String.join(", ", rivals)
                                + ") of which none is taken unasked, and to build one the Region is missing",
                        "Name one: amazonS3AsyncClient=#bean:" + rivals.get(0) + ". Or have one built. " + set);
    }

    /** The SDK looks for a Region in the environment, the profile and the machine's metadata. */
    private static boolean isForWantOfARegion(RuntimeException failure, S3CopyConfiguration configuration) {
        return failure instanceof SdkClientException
                && configuration.getRegion() == null
                && String.valueOf(failure.getMessage()).contains("Unable to load region");
    }

    private static void configure(S3AsyncClientBuilder builder, S3CopyConfiguration configuration) {
        builder.forcePathStyle(configuration.isForcePathStyle());
        builder.accelerate(configuration.isAccelerate());
        builder.serviceConfiguration(s3 -> s3.useArnRegionEnabled(configuration.isUseArnRegion()));
        if (configuration.isDualstack()) {
            builder.dualstackEnabled(true);
        }
        if (configuration.isFips()) {
            builder.fipsEnabled(true);
        }
        // an answer is only handed to one of Camel's pools, so no thread is needed in between
        builder.asyncConfiguration(
                async -> async.advancedOption(SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
        ClientOverrideConfiguration.Builder overrides = builder.overrideConfiguration().toBuilder();
        SdkS3Calls.prepare(overrides);
        if (configuration.getApiCallTimeout() > 0) {
            overrides.apiCallTimeout(Duration.ofMillis(configuration.getApiCallTimeout()));
        }
        if (configuration.getApiCallAttemptTimeout() > 0) {
            overrides.apiCallAttemptTimeout(Duration.ofMillis(configuration.getApiCallAttemptTimeout()));
        }
        if (!configuration.getOperation().isRaw()) {
            // one layer of retries: the engine's outlast a throttle, and know what an earlier attempt may have done
            overrides.retryStrategy(AwsRetryStrategy.doNotRetry());
        }
        builder.overrideConfiguration(overrides.build());
    }

    @Override
    public void close() {
        client.close();
        http.close();
    }
}
