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
package io.s3copy.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** A server that speaks S3 on 127.0.0.1, on a port that the system chose. */
public interface S3Server extends AutoCloseable {

    /** What a test report calls it. */
    String name();

    /** The plain HTTP endpoint. */
    URI endpoint();

    /** The HTTPS endpoint, with a certificate that no trust store knows. */
    default Optional<URI> httpsEndpoint() {
        return Optional.empty();
    }

    String accessKey();

    String secretKey();

    /** The token that goes with temporary keys. */
    default Optional<String> sessionToken() {
        return Optional.empty();
    }

    default String region() {
        return "us-east-1";
    }

    /** True when the bucket goes into the path; no server here has a wildcard host name. */
    default boolean pathStyle() {
        return true;
    }

    /**
     * A new client of {@link #endpoint()}, to arrange and read back test data. It never retries, so that what a server
     * or a stub answers is what the test sees. The caller closes it.
     */
    default S3AsyncClient newClient() {
        return newClient(endpoint());
    }

    /** The same of another user. */
    default S3AsyncClient newClient(AwsCredentials user) {
        return newClient(endpoint(), user);
    }

    /** The same for one of this server's endpoints; it trusts any certificate. */
    default S3AsyncClient newClient(URI serverEndpoint) {
        return newClient(serverEndpoint, credentials());
    }

    private S3AsyncClient newClient(URI serverEndpoint, AwsCredentials user) {
        return S3AsyncClient.builder()
                .endpointOverride(serverEndpoint)
                .region(Region.of(region()))
                .credentialsProvider(StaticCredentialsProvider.create(user))
                .forcePathStyle(pathStyle())
                // Servers other than AWS refuse or garble the CRC32 trailer that the SDK adds by default.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClient(TrustAllHttp.CLIENT)
                .build();
    }

    private AwsCredentials credentials() {
        return sessionToken()
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(accessKey(), secretKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(accessKey(), secretKey()));
    }

    /** Creates a bucket whose name no other test uses, so that tests may share the server. */
    default String newBucket(S3AsyncClient client) {
        String bucket = "test-" + UUID.randomUUID();
        client.createBucket(request -> request.bucket(bucket)).join();
        return bucket;
    }

    @Override
    void close();
}
