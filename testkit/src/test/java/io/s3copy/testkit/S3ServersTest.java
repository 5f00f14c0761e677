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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ServersTest {

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void copyKeepsTheContent(S3Server server) {
        try (S3AsyncClient s3 = server.newClient()) {
            assertThat(contentAfterCopy(server, s3)).isEqualTo("content");
        }
    }

    @ParameterizedTest
    @MethodSource("io.s3copy.testkit.S3Servers#all")
    void copyWorksOverHttps(S3Server server) {
        try (S3AsyncClient s3 = server.newClient(server.httpsEndpoint().orElseThrow())) {
            assertThat(contentAfterCopy(server, s3)).isEqualTo("content");
        }
    }

    @ParameterizedTest
    @MethodSource("storesAndStub")
    void noPortListensBeyondLoopback(S3Server server) throws IOException {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (URI endpoint : Stream.concat(Stream.of(server.endpoint()), server.httpsEndpoint().stream())
                .toList()) {
            for (InetAddress address : outside) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, endpoint.getPort()), 2000))
                            .as("%s on %s", endpoint, address)
                            .isInstanceOf(ConnectException.class);
                }
            }
        }
    }

    @Test
    void s3proxyRefusesAWrongSignature() {
        S3Server server = S3Servers.s3proxy();
        try (S3AsyncClient s3 = server.newClient()) {
            String bucket = server.newBucket(s3);
            AwsBasicCredentials wrong = AwsBasicCredentials.create(server.accessKey(), "not the secret");
            assertThatThrownBy(() -> s3.headBucket(request -> request.bucket(bucket)
                                    .overrideConfiguration(
                                            o -> o.credentialsProvider(StaticCredentialsProvider.create(wrong))))
                            .join())
                    .cause()
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refused -> assertThat(refused.statusCode()).isEqualTo(403));
        }
    }

    private static Stream<S3Server> storesAndStub() {
        return Stream.concat(S3Servers.all(), Stream.of(RecordingS3.start()));
    }

    private static String contentAfterCopy(S3Server server, S3AsyncClient s3) {
        String bucket = server.newBucket(s3);
        s3.putObject(request -> request.bucket(bucket).key("source"), AsyncRequestBody.fromString("content"))
                .join();
        s3.copyObject(request -> request.sourceBucket(bucket)
                        .sourceKey("source")
                        .destinationBucket(bucket)
                        .destinationKey("copy"))
                .join();
        return s3.getObject(request -> request.bucket(bucket).key("copy"), AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String();
    }
}
