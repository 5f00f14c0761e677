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
package io.s3copy.engine;

import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.engine.CopierOnStub.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.failure.Causes;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.S3CallException;
import io.s3copy.engine.failure.S3CallException.Answer;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.engine.failure.TransientFailureException;
import io.s3copy.engine.failure.UnknownOutcomeException;
import io.s3copy.engine.request.RequestWindow;
import io.s3copy.engine.sdk.SdkS3Calls;
import io.s3copy.testkit.ClosedPort;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;

/** What was not sent is not unknown; whether it is repeated depends on what kept it back. */
@Tag("sdk")
class NotSentTest {

    /** Of all clients: each would wait two seconds for its own loops to end. */
    private static final SdkEventLoopGroup LOOPS = SdkEventLoopGroup.builder().build();

    enum Engine {
        NETTY,
        CRT;

        SdkAsyncHttpClient.Builder<?> builder() {
            return this == NETTY
                    ? NettyNioAsyncHttpClient.builder().eventLoopGroup(LOOPS)
                    : AwsCrtAsyncHttpClient.builder();
        }
    }

    @AutoClose
    private final RecordingS3 s3 = RecordingS3.start();

    @AutoClose
    private final ClosedPort away = new ClosedPort();

    private static S3AsyncClientBuilder client(URI endpoint) {
        return S3AsyncClient.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClientBuilder(Engine.NETTY.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")));
    }

    private static ObjectCopier copier(S3AsyncClient client, Duration retryFor) {
        SdkS3Calls calls = new SdkS3Calls(client);
        return ObjectCopier.builder(
                        calls,
                        new RequestWindow(16, 64),
                        ForkJoinPool.commonPool(),
                        settings().retryFor(retryFor).build())
                .build();
    }

    private static S3CallException failure(CompletableFuture<CopyResult> copy) {
        try {
            throw new AssertionError(copy.orTimeout(60, TimeUnit.SECONDS).join());
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(S3CallException.class);
            return (S3CallException) Causes.of(e);
        }
    }

    private static S3CallException failure(S3AsyncClientBuilder builder, Duration retryFor) {
        try (S3AsyncClient client = builder.build();
                ObjectCopier copier = copier(client, retryFor)) {
            return failure(copier.copy(request().build(), KnownSource.NOTHING));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aPortThatIsClosedIsAPassingFailureAndNotUnknown(Engine engine) {
        S3CallException failure = failure(
                client(away.uri())
                        .httpClientBuilder(engine.builder())
                        .overrideConfiguration(over -> over.retryStrategy(AwsRetryStrategy.doNotRetry())),
                Duration.ofMillis(400));
        assertThat(failure).isInstanceOf(TransientFailureException.class);
        assertThat(failure.answer()).isEqualTo(Answer.UNREACHED);
        assertThat(failure).hasMessageContaining("not sent");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aCertificateThatIsNotTrustedFailsAtOnce(Engine engine) {
        URI endpoint = s3.httpsEndpoint().orElseThrow();
        S3CallException failure = failure(
                client(endpoint)
                        .httpClientBuilder(engine.builder())
                        .overrideConfiguration(over -> over.retryStrategy(AwsRetryStrategy.doNotRetry())),
                Duration.ofHours(1));
        assertThat(failure).isInstanceOf(SystemicFailureException.class);
        assertThat(failure.sent()).isFalse();
        assertThat(s3.requests()).isEmpty();
    }

    @Test
    void whatTheSdkCannotMakeFailsAtOnce() {
        S3CallException failure = failureOf(new IllegalArgumentException("cannot marshal"));
        assertThat(failure)
                .as("it says nothing of the configuration, and must not stop what comes after")
                .isInstanceOf(ObjectFailureException.class);
        assertThat(failure.answer()).isEqualTo(Answer.NOT_MADE);
        assertThat(failure).hasMessageContaining("cannot marshal");
    }

    @Test
    void faultOfAnInterceptorIsNotTheObjects() {
        S3CallException failure = failureOf(new NullPointerException("an interceptor's own"));
        assertThat(failure).isInstanceOf(SystemicFailureException.class);
        assertThat(failure.answer()).isEqualTo(Answer.UNPREPARED);
        assertThat(failure).hasMessageContaining("an interceptor's own");
    }

    private S3CallException failureOf(RuntimeException thrown) {
        ExecutionInterceptor broken = new ExecutionInterceptor() {
            @Override
            public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
                throw thrown;
            }
        };
        return failure(
                client(s3.endpoint()).overrideConfiguration(over -> over.addExecutionInterceptor(broken)),
                Duration.ofHours(1));
    }

    @Test
    void aClientThatCannotSendAnyMoreIsNoFaultOfTheObject() {
        ExecutionInterceptor closed = new ExecutionInterceptor() {
            @Override
            public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
                throw new IllegalStateException("the client is closed");
            }
        };
        S3CallException failure = failure(
                client(s3.endpoint()).overrideConfiguration(over -> over.addExecutionInterceptor(closed)),
                Duration.ofMillis(100));
        assertThat(failure).isInstanceOf(TransientFailureException.class);
        assertThat(failure.sent()).isFalse();
    }

    @Test
    void anAttemptThatWasSentBeforeTheServiceWentAwayIsNotForgotten() {
        s3.next(Response.connectionCut());
        S3CallException failure;
        try (S3AsyncClient client = client(s3.endpoint()).build();
                ObjectCopier copier = copier(client, Duration.ofSeconds(2))) {
            s3.answer(io.s3copy.testkit.S3Operation.COPY_OBJECT, copy -> {
                return Response.connectionCut();
            });
            CompletableFuture<CopyResult> copy = copier.copy(request().build(), KnownSource.NOTHING);
            Awaitility.await().until(() -> !s3.requests().isEmpty());
            s3.close();
            failure = failure(copy);
        }
        assertThat(failure).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aCopyThatWaitsToBeRepeatedEndsWithItsCopierAndKnowsThatNothingWasSent() {
        try (S3AsyncClient client = client(away.uri()).build()) {
            ObjectCopier copier = copier(client, Duration.ofHours(1));
            CompletableFuture<CopyResult> copy = copier.copy(request().build(), KnownSource.NOTHING);
            copier.hurry();
            S3CallException failure = failure(copy);
            assertThat(failure).isInstanceOf(TransientFailureException.class);
            assertThat(failure.sent()).isFalse();
            copier.close();
        }
    }
}
