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
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;

/** A client of the user's is taken as it is, checked at the start, and never closed. */
@Tag("sdk")
class GivenClientTest {

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void close() {
        stub.close();
    }

    private S3CopyEndpoint endpoint(String uri) {
        return stub.camel().getEndpoint(uri, S3CopyEndpoint.class);
    }

    private static S3AsyncClient clientOf(@Nullable String endpoint) {
        return S3AsyncClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(endpoint == null ? null : URI.create(endpoint))
                .build();
    }

    @Test
    void onlyClientOfTheRegistryIsFoundByItself() throws Exception {
        stub.route("s3copy:archive");
        assertThat(endpoint("s3copy:archive").clients().destinationClient()).isSameAs(stub.client());
    }

    @Test
    void clientIsNotClosedWithTheContext() throws Exception {
        stub.route("s3copy:archive");
        stub.copy();
        stub.camel().stop();
        stub.client().headBucket(head -> head.bucket("archive")).join();
    }

    @Test
    void clientOfAnotherNameIsGivenByReference() throws Exception {
        try (S3AsyncClient other = clientOf("http://127.0.0.1:1")) {
            stub.camel().getRegistry().bind("other", other);
            stub.route("s3copy:archive?amazonS3AsyncClient=#other");
            assertThat(endpoint("s3copy:archive?amazonS3AsyncClient=#other")
                            .clients()
                            .destinationClient())
                    .isSameAs(other);
        }
    }

    @Test
    void sourceClientOfAnotherServiceIsRefused() {
        try (S3AsyncClient other = clientOf("http://127.0.0.1:1")) {
            stub.camel().getRegistry().bind("other", other);
            assertThatThrownBy(() -> stub.route("s3copy:archive?amazonS3AsyncClient=#s3&sourceS3AsyncClient=#other"))
                    .rootCause()
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("option sourceS3AsyncClient = 'http://127.0.0.1:1': is of another service");
        }
    }

    @Test
    void sourceClientOfAwsIsRefusedBesideAServiceThatIsNot() {
        try (S3AsyncClient aws = clientOf(null)) {
            stub.camel().getRegistry().bind("aws", aws);
            assertThatThrownBy(() -> stub.route("s3copy:archive?amazonS3AsyncClient=#s3&sourceS3AsyncClient=#aws"))
                    .rootCause()
                    .hasMessageContaining("is of another service");
        }
    }

    @Test
    void sourceClientOfAnotherRegionOfAwsIsTaken() throws Exception {
        try (S3AsyncClient ireland = clientOf(null);
                S3AsyncClient ohio =
                        S3AsyncClient.builder().region(Region.US_EAST_2).build()) {
            stub.camel().getRegistry().bind("ireland", ireland);
            stub.camel().getRegistry().bind("ohio", ohio);
            stub.route("s3copy:archive?amazonS3AsyncClient=#ireland&sourceS3AsyncClient=#ohio");
            assertThat(stub.camel().getStatus().isStarted()).isTrue();
        }
    }

    @Test
    void anonymousClientIsRefused() {
        try (S3AsyncClient anonymous = S3AsyncClient.builder()
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            stub.camel().getRegistry().bind("anonymous", anonymous);
            assertThatThrownBy(() -> stub.route("s3copy:archive?amazonS3AsyncClient=#anonymous"))
                    .rootCause()
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("has anonymous credentials, but S3 copies only for signed requests");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"copyObject", "copy"})
    void clientWithoutCredentialsSendsNothingAndSaysSo(String operation) throws Exception {
        try (S3AsyncClient poor = S3AsyncClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(stub.s3().endpoint())
                .credentialsProvider(AwsCredentialsProviderChain.of(ProfileCredentialsProvider.builder()
                        .profileFile(ProfileFile.aggregator().build())
                        .profileName("none")
                        .build()))
                .build()) {
            stub.camel().getRegistry().bind("poor", poor);
            stub.route("s3copy:archive?amazonS3AsyncClient=#poor&operation=" + operation);
            assertNotSent(stub.copy().getException());
        }
    }

    @Test
    void clientOfAMissingProfileSendsNothingAndSaysSo() throws Exception {
        try (S3AsyncClient poor = S3AsyncClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(stub.s3().endpoint())
                .credentialsProvider(ProfileCredentialsProvider.builder()
                        .profileFile(ProfileFile.aggregator().build())
                        .profileName("none")
                        .build())
                .build()) {
            stub.camel().getRegistry().bind("poor", poor);
            stub.route("s3copy:archive?amazonS3AsyncClient=#poor");
            assertNotSent(stub.copy().getException());
        }
    }

    private void assertNotSent(Exception failure) {
        assertThat(failure).isInstanceOfSatisfying(S3CallException.class, call -> {
            assertThat(call.sent()).isFalse();
            assertThat(call.status()).isZero();
            assertThat(call.errorClass()).isEqualTo(ErrorClass.SYSTEMIC);
            assertThat(call).hasMessageContaining("failed: not sent: ");
        });
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void cutConnectionMayHaveReachedS3() throws Exception {
        stub.s3().answer(S3Operation.COPY_OBJECT, request -> Response.connectionCut());
        stub.route("s3copy:archive?operation=copyObject");
        assertThat(stub.copy().getException()).isInstanceOfSatisfying(S3CallException.class, call -> {
            assertThat(call.sent()).isTrue();
            assertThat(call.errorClass()).isEqualTo(ErrorClass.TRANSIENT);
            assertThat(call).hasMessageContaining("failed: no answer: ");
        });
    }

    @Test
    void errorOfAClientFailsTheCopyAndFreesItsPlace() throws Exception {
        S3AsyncClient broken = mock(S3AsyncClient.class, delegatesTo(stub.client()));
        doThrow(new NoClassDefFoundError("a/Class")).when(broken).copyObject(any(CopyObjectRequest.class));
        stub.camel().getRegistry().bind("broken", broken);
        stub.route("s3copy:archive?amazonS3AsyncClient=#broken&maxPending=1");
        for (int i = 0; i < 2; i++) {
            assertThat(stub.copyLater().get(10, TimeUnit.SECONDS).getException())
                    .hasRootCauseInstanceOf(NoClassDefFoundError.class);
        }
    }
}
