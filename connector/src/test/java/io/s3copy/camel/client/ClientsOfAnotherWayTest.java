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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.RecordedRequest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.DelegatingS3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Clients of the AWS SDK that make copies in a way of their own: the plain one inside is used, or they are refused. */
@Tag("sdk")
class ClientsOfAnotherWayTest {

    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AfterEach
    void close() {
        stub.close();
    }

    private StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(stub.s3().accessKey(), stub.s3().secretKey()));
    }

    private S3AsyncClient multipart() {
        return S3AsyncClient.builder()
                .region(Region.of(stub.s3().region()))
                .endpointOverride(stub.s3().endpoint())
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .multipartEnabled(true)
                .build();
    }

    private S3AsyncClient crt() {
        return S3AsyncClient.crtBuilder()
                .region(Region.of(stub.s3().region()))
                .endpointOverride(stub.s3().endpoint())
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .build();
    }

    private void bind(S3AsyncClient client) {
        stub.camel().getRegistry().bind("own", client);
        stub.component().getConfiguration().setAmazonS3AsyncClient(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operation=copy&serviceTraits=aws", "operation=copyObject"})
    void multipartClientSendsTheCopyAsItIs(String options) throws Exception {
        try (S3AsyncClient client = multipart()) {
            bind(client);
            stub.component().getConfiguration().setRegion(null);
            stub.route("s3copy:archive?amazonS3AsyncClient=#bean:own&" + options + "&taggingDirective=REPLACE"
                    + "&tagging=a=b&ifNoneMatch=*");
            Exchange copy = stub.copy(Map.of("CamelS3CopyCopySource", "inbox/ä b+c%.txt"));
            assertThat(copy.getException()).isNull();
            RecordedRequest request = stub.onlyCopy();
            assertThat(request.header("x-amz-copy-source")).contains("inbox/%C3%A4%20b%2Bc%25.txt");
            assertThat(request.header("x-amz-tagging")).contains("a=b");
            assertThat(request.header("If-None-Match")).contains("*");
            assertThat(stub.s3().requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"amazonS3AsyncClient", "sourceS3AsyncClient"})
    void clientOfTheCommonRuntimeIsRefused(String option) {
        try (S3AsyncClient client = crt();
                S3AsyncClient plain = stub.s3().newClient()) {
            stub.camel().getRegistry().bind("plain", plain);
            bind(client);
            String main = option.startsWith("source") ? "&amazonS3AsyncClient=#bean:plain" : "";
            assertThatThrownBy(() -> stub.route("s3copy:archive?" + option + "=#bean:own" + main))
                    .rootCause()
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageStartingWith("option " + option + " = 'DefaultS3CrtAsyncClient': is a client of"
                            + " S3AsyncClient.crtBuilder()")
                    .hasMessageContaining("Give a client of S3AsyncClient.builder() without multipartEnabled");
        }
    }

    @Test
    void multipartClientInsideAnotherIsRefused() {
        try (S3AsyncClient client = new DelegatingS3AsyncClient(multipart()) {}) {
            bind(client);
            assertThatThrownBy(() -> stub.route("s3copy:archive?amazonS3AsyncClient=#bean:own"))
                    .rootCause()
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("has multipartEnabled");
        }
    }
}
