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

import io.s3copy.camel.client.S3Clients;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.service.ServiceTraits;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Readiness of a producer: its client reaches the destination bucket, and the source's client reaches the source bucket
 * if the endpoint names one. Off by default, like all of Camel's checks of producers. Needs s3:ListBucket on the bucket.
 */
final class S3CopyHealthCheck extends AbstractHealthCheck {

    private static final long TIMEOUT_SECONDS = 10;

    private final S3CopyEndpoint endpoint;

    S3CopyHealthCheck(S3CopyEndpoint endpoint) {
        super(
                "camel",
                "producer:s3copy-" + endpoint.getBucketNameOrArn() + "-"
                        + endpoint.getConfiguration().getOperation());
        this.endpoint = endpoint;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        S3CopyConfiguration configuration = endpoint.getConfiguration();
        S3Clients clients = endpoint.clients();
        String bucket = endpoint.getBucketNameOrArn();
        try {
            builder.detail("bucket", bucket);
            clients.destination()
                    .headBucket(bucket, configuration.getExpectedBucketOwner())
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (configuration.getCopySourceBucket() != null) {
                bucket = configuration.getCopySourceBucket();
                builder.detail("sourceBucket", bucket);
                clients.source()
                        .headBucket(bucket, configuration.getExpectedSourceBucketOwner())
                        .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            }
            ServiceTraits traits = endpoint.running().traits();
            builder.detail("service", traits.service());
            traits.known().forEach((trait, answer) -> builder.detail("service." + trait, answer.name()));
            builder.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.down().message("interrupted").error(e);
        } catch (TimeoutException e) {
            builder.down()
                    .message("no answer from bucket " + bucket + " in " + TIMEOUT_SECONDS + " s")
                    .error(e);
        } catch (ExecutionException | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            builder.down()
                    .message("bucket " + bucket + " cannot be reached: " + cause.getMessage())
                    .error(cause);
            if (cause instanceof S3CallException call) {
                builder.detail(SERVICE_STATUS_CODE, call.status());
                builder.detail(SERVICE_ERROR_CODE, String.valueOf(call.code()));
            }
        }
    }
}
