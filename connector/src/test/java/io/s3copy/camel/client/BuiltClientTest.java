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
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.s3copy.camel.CamelOnStub;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.testkit.RecordingProxy;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** What the options say of the client that an endpoint builds is what goes over the wire. */
class BuiltClientTest {

    private final CamelOnStub stub = CamelOnStub.withCredentials();
    private final CompletableFuture<Void> answers = new CompletableFuture<>();

    @AfterEach
    void close() {
        answers.complete(null);
        stub.close();
    }

    private void holdAnswers() {
        stub.s3()
                .answer(
                        S3Operation.COPY_OBJECT,
                        request -> Response.copyObjectResult(RecordingS3.ETAG).heldUntil(answers));
    }

    @Test
    void pathStylePutsTheBucketIntoThePath() throws Exception {
        stub.route("s3copy:archive");
        stub.copy();
        assertThat(stub.onlyCopy().rawPath()).isEqualTo("/archive/a.txt");
        assertThat(stub.onlyCopy().header("Host").orElseThrow()).startsWith("127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty", "crt"})
    void apiCallTimeoutEndsTheCallWithAllItsAttempts(String engine) throws Exception {
        holdAnswers();
        stub.route("s3copy:archive?operation=copyObject&apiCallTimeout=300&httpEngine=" + engine);
        Exchange copy = stub.copy();
        assertThat(copy.getException())
                .isInstanceOf(S3CallException.class)
                .hasMessageContaining("CopyObject of inbox/a.txt to archive/a.txt failed: no answer")
                .hasCauseInstanceOf(ApiCallTimeoutException.class);
    }

    /** More than the one that got no answer; on a busy machine an answer may come too late, too. */
    private void assertAnotherWasMade() {
        assertThat(stub.s3().requests(S3Operation.COPY_OBJECT)).hasSizeGreaterThan(1);
    }

    @Test
    void apiCallAttemptTimeoutEndsAnAttemptAndAnotherIsMade() throws Exception {
        stub.s3()
                .next(
                        S3Operation.COPY_OBJECT,
                        Response.copyObjectResult(RecordingS3.ETAG).heldUntil(answers));
        stub.route("s3copy:archive?operation=copyObject&apiCallAttemptTimeout=300");
        assertThat(stub.copy().getException()).isNull();
        assertAnotherWasMade();
    }

    @Test
    void apiCallAttemptTimeoutIsTheFailureWhenNoAttemptIsInTime() throws Exception {
        holdAnswers();
        stub.route("s3copy:archive?operation=copyObject&apiCallAttemptTimeout=200");
        assertThat(stub.copy().getException()).hasCauseInstanceOf(ApiCallAttemptTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty", "crt"})
    void maxConnectionsLimitsWhatIsInFlight(String engine) throws Exception {
        holdAnswers();
        stub.route("s3copy:archive?maxConnections=3&httpEngine=" + engine);
        stub.sendAsync("direct:copy", 9, exchange -> {});
        await().until(() -> stub.s3().inFlight() == 3);
        answers.complete(null);
        await().until(() -> stub.s3().requests(S3Operation.COPY_OBJECT).size() == 9);
        assertThat(stub.s3().mostInFlight()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty", "crt"})
    void readTimeoutEndsAConnectionThatStaysSilent(String engine) throws Exception {
        stub.s3()
                .next(
                        S3Operation.COPY_OBJECT,
                        Response.copyObjectResult(RecordingS3.ETAG).heldUntil(answers));
        stub.route("s3copy:archive?operation=copyObject&readTimeout=500&apiCallTimeout=20s&httpEngine=" + engine);
        assertThat(stub.copy().getException()).isNull();
        assertAnotherWasMade();
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty", "crt"})
    void proxyTrustAllAndPoolSizeHoldTogether(String engine) throws Exception {
        try (RecordingProxy proxy = RecordingProxy.start()) {
            holdAnswers();
            stub.route("s3copy:archive?trustAllCertificates=true&maxConnections=2&proxyProtocol=HTTP&proxyHost="
                    + proxy.host() + "&proxyPort=" + proxy.port() + "&httpEngine=" + engine + "&uriEndpointOverride="
                    + stub.s3().httpsEndpoint().orElseThrow());
            CompletableFuture<Exchange> copy = stub.copyLater();
            stub.sendAsync("direct:copy", 5, exchange -> {});
            await().atMost(20, TimeUnit.SECONDS).until(() -> stub.s3().inFlight() == 2);
            answers.complete(null);
            assertThat(copy.get(20, TimeUnit.SECONDS).getException()).isNull();
            await().until(() -> stub.s3().requests(S3Operation.COPY_OBJECT).size() == 6);
            assertThat(stub.s3().mostInFlight()).isEqualTo(2);
            assertThat(proxy.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.method().equals("CONNECT"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"netty", "crt"})
    void certificateThatNobodyKnowsIsNotTrustedUnasked(String engine) throws Exception {
        stub.route("s3copy:archive?operation=copyObject&apiCallTimeout=5s&httpEngine=" + engine
                + "&uriEndpointOverride=" + stub.s3().httpsEndpoint().orElseThrow());
        assertThat(stub.copy().getException()).isInstanceOf(S3CallException.class);
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void crtMakesTheCopy() throws Exception {
        stub.route("s3copy:archive?httpEngine=crt");
        assertThat(stub.copy().getMessage().getHeader("CamelS3CopyResultETag")).isEqualTo(RecordingS3.ETAG);
    }

    @Test
    void closesTheClientAndTheHttpClientThatTheSdkDoesNotClose() {
        S3AsyncClient client = mock();
        SdkAsyncHttpClient http = mock();
        new BuiltClient(client, http).close();
        verify(client).close();
        verify(http).close();
    }
}
