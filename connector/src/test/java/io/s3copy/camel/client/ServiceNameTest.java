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

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Two clients have one name for their service when a bucket of one is the other's. */
class ServiceNameTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1,,aws",
        "eu-central-1,,aws",
        "cn-north-1,,aws-cn",
        "us-gov-west-1,,aws-us-gov",
        "eu-central-1,https://bucket.vpce-1a2b.s3.eu-central-1.vpce.amazonaws.com,aws",
        "cn-north-1,https://s3.cn-north-1.amazonaws.com.cn,aws-cn",
        "us-east-1,http://MinIO.example.org:9000/path,minio.example.org:9000",
        "us-east-1,http://minio.example.org,minio.example.org:80",
        "us-east-1,https://minio.example.org,minio.example.org:443"
    })
    void aPartitionOfAwsOrAnEndpointIsOneService(String region, URI endpoint, String name) {
        try (S3AsyncClient client = S3AsyncClient.builder()
                .region(Region.of(region))
                .endpointOverride(endpoint)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            assertThat(ServiceName.of(client)).isEqualTo(name);
        }
    }

    @Test
    void anEndpointOfTheEnvironmentIsNotTakenForAws() {
        // as AWS_ENDPOINT_URL_S3 and the profile's endpoint_url say it
        System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:9000");
        try (S3AsyncClient client = S3AsyncClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            assertThat(ServiceName.isAws(client)).isFalse();
            assertThat(ServiceName.of(client)).isEqualTo("127.0.0.1:9000");
        } finally {
            System.clearProperty("aws.endpointUrlS3");
        }
    }
}
